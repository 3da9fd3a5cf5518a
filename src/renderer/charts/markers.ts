/** Shapes that tell lines apart where colours and dashes do not: painted on charts, drawn in legends. */
export const MARKERS = ["circle", "square", "up", "diamond", "down", "cross"] as const
export type Marker = (typeof MARKERS)[number]

/** Corners about 0, 0, for a radius of 1; areas are about that of the circle. y grows downwards. */
const CORNERS: Readonly<Record<Exclude<Marker, "circle">, readonly (readonly [x: number, y: number])[]>> = {
  square: box(0.88, 0.88),
  diamond: turned(box(0.92, 0.92)),
  up: [
    [0, -1.25],
    [1.15, 0.8],
    [-1.15, 0.8],
  ],
  down: [
    [0, 1.25],
    [-1.15, -0.8],
    [1.15, -0.8],
  ],
  cross: turned([
    [-1.2, -0.42],
    [-0.42, -0.42],
    [-0.42, -1.2],
    [0.42, -1.2],
    [0.42, -0.42],
    [1.2, -0.42],
    [1.2, 0.42],
    [0.42, 0.42],
    [0.42, 1.2],
    [-0.42, 1.2],
    [-0.42, 0.42],
    [-1.2, 0.42],
  ]),
}

function box(x: number, y: number): [number, number][] {
  return [
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ]
}

/** By 45 degrees. */
function turned(corners: readonly (readonly [number, number])[]): [number, number][] {
  const half = Math.SQRT1_2
  return corners.map(([x, y]) => [half * (x - y), half * (x + y)])
}

/** null for a circle. */
export const cornersOf = (marker: Marker) => (marker === "circle" ? null : CORNERS[marker])

interface Marked {
  readonly marker: Marker
  readonly radius: number
  readonly fill: string
  readonly edge: string
}

export function paintMarker(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  { marker, radius, fill, edge }: Marked,
): void {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return
  const corners = cornersOf(marker)
  context.setLineDash([])
  context.beginPath()
  if (corners === null) context.arc(x, y, radius, 0, 2 * Math.PI)
  else for (const [right, down] of corners) context.lineTo(x + radius * right, y + radius * down)
  context.closePath()
  context.fillStyle = fill
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = edge
  context.stroke()
}
