/** An area under the ROC curve as a bar from 0.5, which is guessing, with its interval as a whisker. */

/** Pixels. */
const WIDTH = 260
const HEIGHT = 20
const MIDDLE = HEIGHT / 2
/** Below this nothing of interest lies: a detector that is worse than guessing by so much is used upside down. */
const LEAST = 0.3
const GUESSING = 0.5

interface AucBarProps {
  readonly auc: number
  readonly interval: readonly [number, number]
  /** Drawn as a dashed line. */
  readonly limit?: number
  /** Another area to compare with, drawn as a hollow diamond. */
  readonly beside?: number | null
  readonly label: string
  /** Pixels; 260 unless told. */
  readonly width?: number
}

export function AucBar({ auc, interval, limit, beside = null, label, width = WIDTH }: AucBarProps) {
  const place = (value: number) => (width * (Math.min(1, Math.max(LEAST, value)) - LEAST)) / (1 - LEAST)
  const from = Math.min(place(auc), place(GUESSING))
  const exceeds = limit !== undefined && auc > limit
  return (
    <svg
      role="img"
      aria-label={label}
      className="auc-bar"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
    >
      <line className="range-axis" x1="0" x2={width} y1={MIDDLE} y2={MIDDLE} />
      <rect
        className={exceeds ? "auc-exceeds" : "auc-value"}
        x={from}
        y="4"
        width={Math.abs(place(auc) - place(GUESSING))}
        height={HEIGHT - 8}
      />
      <line className="auc-guessing" x1={place(GUESSING)} x2={place(GUESSING)} y1="0" y2={HEIGHT} />
      {limit === undefined ? null : (
        <line className="auc-limit" x1={place(limit)} x2={place(limit)} y1="0" y2={HEIGHT} />
      )}
      <line
        className="range-interval"
        x1={place(interval[0])}
        x2={place(interval[1])}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      {beside === null ? null : (
        <path className="auc-beside" d={`M${place(beside)} ${MIDDLE - 6}l6 6l-6 6l-6 -6z`} />
      )}
    </svg>
  )
}
