/** The graph where there is no WebGL: the strongest accounts, drawn once, to be looked at. */

import { useRef } from "react"
import type { NetworkGraph } from "../../../api/contract.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useFrame } from "../../state/dial.ts"
import type { Looks } from "./use-looks.ts"

/** Accounts drawn; the table has all of them. */
const MOST_ACCOUNTS = 400
const [WIDTH, HEIGHT, MARGIN] = [800, 500, 16]

interface StillDrawingProps {
  readonly graph: NetworkGraph
  readonly places: Float32Array
  readonly looks: Looks
  readonly label: string
}

export function StillDrawing({ graph, places, looks, label }: StillDrawingProps) {
  const t = useT()
  const format = useFormat()
  const svg = useRef<SVGSVGElement>(null)
  const shown = Math.min(MOST_ACCOUNTS, graph.accounts.length)
  const at = fitted(places, shown)
  const { palette } = looks
  useFrame(() => {
    for (const [node, element] of [...(svg.current?.querySelectorAll("[data-node]") ?? [])].entries()) {
      const { colour, isFlagged } = looks.at(node)
      element.setAttribute("fill", colour)
      element.setAttribute("stroke", isFlagged ? palette.ring : "none")
    }
  })
  const { from, to, kind } = graph.edges
  return (
    <>
      <p className="network-note">
        {t("network.still", { shown: format.count(shown), all: format.count(graph.accounts.length) })}
      </p>
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="network-still"
        role="img"
        aria-label={label}
        data-testid="network-still"
      >
        {from.map((node, edge) =>
          node < shown && to[edge]! < shown ? (
            <line
              key={edge}
              x1={at[2 * node]}
              y1={at[2 * node + 1]}
              x2={at[2 * to[edge]!]}
              y2={at[2 * to[edge]! + 1]}
              stroke={palette.edge[kind[edge]!]}
              strokeOpacity={0.4}
            />
          ) : null,
        )}
        {graph.accounts.slice(0, shown).map((account, node) => {
          const look = looks.at(node)
          const own = { fill: look.colour, stroke: look.isFlagged ? palette.ring : "none", strokeWidth: 1.5 }
          const [x, y] = [at[2 * node]!, at[2 * node + 1]!]
          return look.isSquare ? (
            <rect key={account} data-node={account} x={x - 4} y={y - 4} width={8} height={8} {...own} />
          ) : (
            <circle key={account} data-node={account} cx={x} cy={y} r={4.5} {...own} />
          )
        })}
      </svg>
    </>
  )
}

/** The places of the first accounts, within the picture and with its proportions kept. */
function fitted(places: Float32Array, shown: number): Float32Array {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let node = 0; node < shown; node++) {
    left = Math.min(left, places[2 * node]!)
    right = Math.max(right, places[2 * node]!)
    top = Math.min(top, places[2 * node + 1]!)
    bottom = Math.max(bottom, places[2 * node + 1]!)
  }
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / (right - left || 1),
    (HEIGHT - 2 * MARGIN) / (bottom - top || 1),
  )
  const out = new Float32Array(2 * shown)
  for (let node = 0; node < shown; node++) {
    out[2 * node] = WIDTH / 2 + scale * (places[2 * node]! - (left + right) / 2)
    out[2 * node + 1] = HEIGHT / 2 + scale * (places[2 * node + 1]! - (top + bottom) / 2)
  }
  return out
}
