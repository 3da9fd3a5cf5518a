/** A value as a dot with its interval, on an axis with an upright line at what it is held against: full where it is firm, hollow where it may be chance. */
import type { Interval } from "../../core/evaluation/index.ts"

interface IntervalBarProps {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Radius of the dot, pixels. */
  readonly dot: number
  /** Pixels from the left, as are those below. */
  readonly value: number
  readonly interval: Interval
  /** Where the upright line stands. */
  readonly line: number
  /** A shaded range behind. */
  readonly band?: Interval | undefined
  readonly isFirm: boolean
  /** On which side of the axis the value lies beyond it: an arrow there takes the dot's place. */
  readonly beyond?: "left" | "right" | undefined
  /** The figures in words. */
  readonly label: string
}

export function IntervalBar({
  width,
  height,
  dot,
  value,
  interval,
  line,
  band,
  isFirm,
  beyond,
  label,
}: IntervalBarProps) {
  const middle = height / 2
  const mark = isFirm ? "difference-clear" : "difference-none"
  const back = beyond === "left" ? dot : -dot
  return (
    <svg
      role="img"
      aria-label={label}
      className="difference-bar"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {band === undefined ? null : (
        <rect className="forest-band" x={band[0]} y="0" width={band[1] - band[0]} height={height} />
      )}
      <line className="range-axis" x1="0" x2={width} y1={middle} y2={middle} />
      <line className="auc-guessing" x1={line} x2={line} y1="0" y2={height} />
      <line className="range-interval" x1={interval[0]} x2={interval[1]} y1={middle} y2={middle} />
      {beyond === undefined ? (
        <circle className={mark} cx={value} cy={middle} r={dot} />
      ) : (
        <polygon
          className={mark}
          points={`${value - back},${middle} ${value + back},${middle - dot} ${value + back},${middle + dot}`}
        />
      )}
    </svg>
  )
}

/** Places differences around the middle of an axis that reaches so far to either side, and no further. */
export function aroundZero(width: number, dot: number, reach: number): (difference: number) => number {
  return (difference) => {
    const share = reach > 0 ? Math.min(1, Math.max(-1, difference / reach)) : 0
    return width / 2 + share * (width / 2 - dot - 1)
  }
}
