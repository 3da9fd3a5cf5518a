/** A difference as a dot with its interval, around an upright line at 0; hollow where the interval holds 0. */
import type { Estimate } from "../../../core/evaluation/index.ts"
import { aroundZero, IntervalBar } from "../../components/IntervalBar.tsx"
import { verdictOf } from "./difference.ts"

/** Pixels. */
const WIDTH = 112
const HEIGHT = 16
const DOT = 4

interface DifferenceBarProps {
  readonly of: Estimate
  /** Half of the axis. */
  readonly reach: number
  /** The figures in words. */
  readonly label: string
}

export function DifferenceBar({ of, reach, label }: DifferenceBarProps) {
  const place = aroundZero(WIDTH, DOT, reach)
  const [low, high] = of.interval
  return (
    <IntervalBar
      width={WIDTH}
      height={HEIGHT}
      dot={DOT}
      value={place(of.value)}
      interval={[place(low), place(high)]}
      line={WIDTH / 2}
      isFirm={verdictOf(of) !== "none"}
      label={label}
    />
  )
}
