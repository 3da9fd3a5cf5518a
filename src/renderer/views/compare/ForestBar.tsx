/** A difference as a dot with its interval around an upright line at 0: full where it is real, hollow where it may be chance. */
import type { Interval } from "../../../core/evaluation/index.ts"

/** Pixels. */
const WIDTH = 168
const HEIGHT = 18
const MIDDLE = HEIGHT / 2
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
  const place = (at: number) => {
    const share = reach > 0 ? Math.min(1, Math.max(-1, at / reach)) : 0
    return WIDTH / 2 + share * (WIDTH / 2 - DOT - 1)
  }
  if (!Number.isFinite(value)) return null
  return (
    <svg
      role="img"
      aria-label={label}
      className="difference-bar"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {matters === undefined ? null : (
        <rect
          className="forest-band"
          x={place(-matters)}
          y="0"
          width={place(matters) - place(-matters)}
          height={HEIGHT}
        />
      )}
      <line className="range-axis" x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      <line className="auc-guessing" x1={WIDTH / 2} x2={WIDTH / 2} y1="0" y2={HEIGHT} />
      <line
        className="range-interval"
        x1={place(interval[0])}
        x2={place(interval[1])}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      <circle
        className={isFirm ? "difference-clear" : "difference-none"}
        cx={place(value)}
        cy={MIDDLE}
        r={DOT}
      />
    </svg>
  )
}
