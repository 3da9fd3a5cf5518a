/** A difference as a dot with its interval, around an upright line at 0; hollow where the interval holds 0. */
import type { Estimate } from "../../../core/evaluation/index.ts"
import { verdictOf } from "./difference.ts"

/** Pixels. */
const WIDTH = 112
const HEIGHT = 16
const MIDDLE = HEIGHT / 2
const DOT = 4

interface DifferenceBarProps {
  readonly of: Estimate
  /** Half of the axis. */
  readonly reach: number
  /** The figures in words. */
  readonly label: string
}

export function DifferenceBar({ of, reach, label }: DifferenceBarProps) {
  const place = (value: number) => {
    const share = reach > 0 ? Math.min(1, Math.max(-1, value / reach)) : 0
    return WIDTH / 2 + share * (WIDTH / 2 - DOT - 1)
  }
  const isClear = verdictOf(of) !== "none"
  const [low, high] = of.interval
  return (
    <svg
      role="img"
      aria-label={label}
      className="difference-bar"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <line className="range-axis" x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      <line className="auc-guessing" x1={WIDTH / 2} x2={WIDTH / 2} y1="0" y2={HEIGHT} />
      <line className="range-interval" x1={place(low)} x2={place(high)} y1={MIDDLE} y2={MIDDLE} />
      <circle
        className={isClear ? "difference-clear" : "difference-none"}
        cx={place(of.value)}
        cy={MIDDLE}
        r={DOT}
      />
    </svg>
  )
}
