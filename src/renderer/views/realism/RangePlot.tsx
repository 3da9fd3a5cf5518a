/** A generated value as a dot with its interval as a whisker, over the published range as a band. */
import { placed, type Ranged } from "./range.ts"

const WIDTH = 200
const HEIGHT = 22
const MIDDLE = HEIGHT / 2
/** A published value without a range is still a line that can be seen. */
const NARROWEST = 3

interface RangePlotProps extends Ranged {
  readonly met: boolean
  /** The figures in words. */
  readonly label: string
}

export function RangePlot({ met, label, ...ranged }: RangePlotProps) {
  const at = placed(ranged)
  const [from, to] = at.published.map((share) => share * WIDTH) as [number, number]
  const width = Math.max(NARROWEST, to - from)
  const [low, high] = at.interval.map((share) => share * WIDTH) as [number, number]
  const x = at.generated * WIDTH
  return (
    <svg
      role="img"
      aria-label={label}
      className="range-plot"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <line className="range-axis" x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      <rect
        className="range-published"
        x={(from + to - width) / 2}
        y="3"
        width={width}
        height={HEIGHT - 6}
        rx="2"
      />
      <line className="range-interval" x1={low} x2={high} y1={MIDDLE} y2={MIDDLE} />
      {met ? (
        <circle className="range-met" cx={x} cy={MIDDLE} r="4.5" />
      ) : (
        // A hollow diamond, so that a miss can be told without colour.
        <path className="range-missed" d={`M${x} ${MIDDLE - 6}l6 6l-6 6l-6 -6z`} />
      )}
    </svg>
  )
}
