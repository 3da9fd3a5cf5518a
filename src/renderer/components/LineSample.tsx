/** A short piece of a line as it is drawn on the chart, for legends. */
import { cornersOf, type Marker } from "../charts/markers.ts"

interface LineSampleProps {
  readonly colour: string
  readonly dash?: readonly number[]
  /** On its middle. */
  readonly marker?: Marker
}

const RADIUS = 4

export function LineSample({ colour, dash = [], marker }: LineSampleProps) {
  // With a mark on it the dashes would not be seen on a short piece.
  const [width, height] = marker === undefined ? [26, 8] : [44, 12]
  const middle = height / 2
  return (
    <svg width={width} height={height} aria-hidden="true" className="line-sample">
      <line
        x1="0"
        y1={middle}
        x2={width}
        y2={middle}
        stroke={colour}
        strokeWidth="2.5"
        strokeDasharray={dash.join(" ")}
      />
      {marker === undefined ? null : <Mark marker={marker} colour={colour} x={width / 2} y={middle} />}
    </svg>
  )
}

interface MarkProps {
  readonly marker: Marker
  readonly colour: string
  readonly x: number
  readonly y: number
}

function Mark({ marker, colour, x, y }: MarkProps) {
  const corners = cornersOf(marker)
  if (corners === null) return <circle cx={x} cy={y} r={RADIUS} fill={colour} />
  return (
    <polygon
      points={corners.map(([right, down]) => `${x + RADIUS * right},${y + RADIUS * down}`).join(" ")}
      fill={colour}
    />
  )
}
