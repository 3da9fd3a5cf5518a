/** A difference as a dot with its interval around an upright line at 0: full where it is real, hollow where it may be chance. */

import type { Interval } from "../../../core/evaluation/index.ts"
import { aroundZero, IntervalBar } from "../../components/IntervalBar.tsx"

/** Pixels. */
const WIDTH = 168
const HEIGHT = 18
const DOT = 4.5

interface ForestBarProps {
  readonly value: number
  readonly interval: Interval
  /** Half of the axis. */
  readonly reach: number
  readonly isFirm: boolean
  /** Differences within this of 0 are too small to matter: a band behind. */
  readonly matters?: number
  /** The figures in words. */
  readonly label: string
}

export function ForestBar({ value, interval, reach, isFirm, matters, label }: ForestBarProps) {
  const place = aroundZero(WIDTH, DOT, reach)
  if (!Number.isFinite(value)) return null
  return (
    <IntervalBar
      width={WIDTH}
      height={HEIGHT}
      dot={DOT}
      value={place(value)}
      interval={[place(interval[0]), place(interval[1])]}
      line={WIDTH / 2}
      band={matters === undefined ? undefined : [place(-matters), place(matters)]}
      isFirm={isFirm}
      beyond={value < -reach ? "left" : value > reach ? "right" : undefined}
      label={label}
    />
  )
}
