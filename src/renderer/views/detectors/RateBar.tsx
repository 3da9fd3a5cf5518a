/** A share as a bar from 0 to 1, with its interval as a line across. */

/** Pixels. */
const WIDTH = 150
const HEIGHT = 18
const MIDDLE = HEIGHT / 2

interface RateBarProps {
  readonly rate: number
  readonly interval: readonly [number, number]
  readonly label: string
}

export function RateBar({ rate, interval: [low, high], label }: RateBarProps) {
  if (!Number.isFinite(rate)) return null
  return (
    <svg
      role="img"
      aria-label={label}
      className="auc-bar"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <line className="range-axis" x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      <rect className="auc-value" x="0" y="4" width={rate * WIDTH} height={HEIGHT - 8} />
      <line className="range-interval" x1={low * WIDTH} x2={high * WIDTH} y1={MIDDLE} y2={MIDDLE} />
    </svg>
  )
}
