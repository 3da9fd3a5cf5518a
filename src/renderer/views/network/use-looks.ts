/** How every account of a graph looks now; tells which changed when the dial is turned. */
import { useComputedColorScheme } from "@mantine/core"
import { useMemo, useRef } from "react"
import type { NetworkGraph } from "../../../api/contract.ts"
import { orderScores } from "../../../core/evaluation/index.ts"
import { useColours } from "../../charts/ChartBox.tsx"
import { type Picture, useDial, useFrame } from "../../state/dial.ts"
import type { NetworkColour } from "../../state/network-place.ts"
import {
  between,
  differsInThreshold,
  type Look,
  lookOf,
  type Painting,
  type Palette,
  paletteOf,
} from "./paint.ts"

const same = (a: Look, b: Look) =>
  a.colour === b.colour && a.isSquare === b.isSquare && a.isFlagged === b.isFlagged

export interface Looks {
  readonly palette: Palette
  /** By the account's place in the graph. */
  at(place: number): Look
}

export interface LooksOptions {
  readonly graph: NetworkGraph
  readonly colour: NetworkColour
  readonly showsTruth: boolean
  /** Told the places of the accounts that look otherwise now. */
  readonly onChange: (places: readonly number[]) => void
}

export function useLooks({ graph, colour, showsTruth, onChange }: LooksOptions): Looks {
  const dial = useDial()
  const colours = useColours()
  const scheme = useComputedColorScheme("light")
  const palette = useMemo(() => paletteOf(colours, scheme), [colours, scheme])
  const order = useMemo(
    () => orderScores(Float32Array.from(graph.accounts, (account) => dial.run.columns.risk[account]!)),
    [graph, dial.run],
  )
  const known = useRef<{ graph: NetworkGraph; painting: Painting; looks: Look[] } | null>(null)

  const paintingOf = ({ labelled, setting }: Pick<Picture, "labelled" | "setting">): Painting => ({
    run: dial.run,
    labelled,
    threshold: setting.threshold,
    colour,
    showsTruth,
    palette,
  })
  const paint = (painting: Painting, at: number) =>
    lookOf(painting, graph.accounts[at]!, graph.community[at]!)
  function begin(painting: Painting) {
    known.current = { graph, painting, looks: graph.accounts.map((_, at) => paint(painting, at)) }
  }
  if (known.current?.graph !== graph) begin(paintingOf(dial.picture()))
  useFrame((picture) => {
    const { painting: before, looks } = known.current!
    const painting = paintingOf(picture)
    known.current!.painting = painting
    const changed: number[] = []
    // Of a threshold that moves none but those between its old and its new place are seen otherwise.
    const touched = differsInThreshold(before, painting)
      ? between(order, before.threshold, painting.threshold)
      : graph.accounts.keys()
    for (const at of touched) {
      const look = paint(painting, at)
      if (same(look, looks[at]!)) continue
      looks[at] = look
      changed.push(at)
    }
    if (changed.length > 0) onChange(changed)
  })
  return useMemo(() => ({ palette, at: (place: number) => known.current!.looks[place]! }), [palette])
}
