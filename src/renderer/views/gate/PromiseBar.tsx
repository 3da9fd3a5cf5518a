/** A promised figure against its bound: the side that keeps it shaded, the value as a dot, its interval as a line. */
import type { ExpectationRow } from "../../../api/contract.ts"
import { placed } from "../realism/range.ts"

/** Pixels. */
const WIDTH = 168
const HEIGHT = 18
const MIDDLE = HEIGHT / 2
const DOT = 4.5

interface PromiseBarProps {
  readonly row: ExpectationRow
  /** The figures in words. */
  readonly label: string
}

export function PromiseBar({ row, label }: PromiseBarProps) {
  const { atLeast, atMost, value, interval, outcome } = row
  const bound = atLeast ?? atMost
  if (bound === null || value === null || interval === null) return null
  const at = placed({ published: [bound, bound], generated: value, interval })
  const edge = at.published[0] * WIDTH
  const [from, width] = atLeast === null ? [0, edge] : [edge, WIDTH - edge]
  return (
    <svg
      role="img"
      aria-label={label}
      className="difference-bar"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <rect className="forest-band" x={from} y="0" width={width} height={HEIGHT} />
      <line className="range-axis" x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      <line className="auc-guessing" x1={edge} x2={edge} y1="0" y2={HEIGHT} />
      <line
        className="range-interval"
        x1={at.interval[0] * WIDTH}
        x2={at.interval[1] * WIDTH}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      <circle
        className={outcome === "inconclusive" ? "difference-none" : "difference-clear"}
        cx={at.generated * WIDTH}
        cy={MIDDLE}
        r={DOT}
      />
    </svg>
  )
}
