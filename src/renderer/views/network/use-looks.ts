/** How every account of a graph looks now; tells which changed when the dial is turned. */
import { useComputedColorScheme } from "@mantine/core"
import { useMemo, useRef } from "react"
import type { NetworkGraph } from "../../../api/contract.ts"
import { useColours } from "../../charts/ChartBox.tsx"
import { type Picture, useDial, useFrame } from "../../state/dial.ts"
import type { NetworkColour } from "../../state/network-place.ts"
import { type Look, lookOf, type Palette, paletteOf } from "./paint.ts"

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
  const known = useRef<{ graph: NetworkGraph; looks: Look[] } | null>(null)

  function paint({ labelled, setting }: Pick<Picture, "labelled" | "setting">): Look[] {
    const { threshold } = setting
    const painting = { run: dial.run, labelled, threshold, colour, showsTruth, palette }
    return graph.accounts.map((account, at) => lookOf(painting, account, graph.community[at]!))
  }
  if (known.current?.graph !== graph) known.current = { graph, looks: paint(dial.picture()) }
  useFrame((picture) => {
    const before = known.current!.looks
    const looks = paint(picture)
    known.current = { graph, looks }
    const changed = looks.flatMap((look, at) => (same(look, before[at]!) ? [] : at))
    if (changed.length > 0) onChange(changed)
  })
  return useMemo(() => ({ palette, at: (place: number) => known.current!.looks[place]! }), [palette])
}
