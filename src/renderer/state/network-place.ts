/** What an address says of the network view: what is drawn, with which edges, and what its colours tell. */
import { EDGE_KINDS, type EdgeKind } from "../../core/network/contents.ts"
import { numberWithin } from "./setting-place.ts"

export const NETWORK_COLOURS = ["risk", "community", "outcome", "truth"] as const
/** What the colours of accounts tell. */
export type NetworkColour = (typeof NETWORK_COLOURS)[number]

/** Accounts drawn at most: what can be chosen. */
export const MOST_SHOWN = [300, 1000, 2000, 5000] as const
/** Times found together at least: what can be chosen. */
export const LEAST_TOGETHER = [1, 2, 3, 5, 10, 20] as const

export interface NetworkPlace {
  /** Number of a group; null for none. An account, which Place has, goes before it. */
  readonly group: number | null
  /** Steps from the account, 1 or 2. */
  readonly steps: number
  readonly colour: NetworkColour
  /** At least one, in the order of EDGE_KINDS. */
  readonly edges: readonly EdgeKind[]
  readonly least: number
  readonly most: number
}

export const NETWORK_START: NetworkPlace = {
  group: null,
  steps: 1,
  colour: "risk",
  edges: ["co-action"],
  least: 2,
  most: 2000,
}

/** What the address says under `name`, when it is one of these. */
function oneOfNumbers(values: readonly number[], found: string | null, otherwise: number): number {
  return values.find((value) => String(value) === found) ?? otherwise
}

export function parseNetwork(said: URLSearchParams): NetworkPlace {
  const group = numberWithin(said.get("group"), 1, 0xffffffff)
  const named = said.get("edges")?.split(",") ?? []
  const edges = EDGE_KINDS.filter((kind) => named.includes(kind))
  return {
    group: group !== null && Number.isInteger(group) ? group : null,
    steps: oneOfNumbers([1, 2], said.get("steps"), NETWORK_START.steps),
    colour: NETWORK_COLOURS.find((colour) => colour === said.get("colour")) ?? NETWORK_START.colour,
    edges: edges.length > 0 ? edges : NETWORK_START.edges,
    least: oneOfNumbers(LEAST_TOGETHER, said.get("least"), NETWORK_START.least),
    most: oneOfNumbers(MOST_SHOWN, said.get("most"), NETWORK_START.most),
  }
}

/** The inverse of parseNetwork; leaves out what is as at the start. */
export function tellNetwork(place: NetworkPlace, said: URLSearchParams): void {
  if (place.group !== null) said.set("group", String(place.group))
  for (const part of ["steps", "colour", "least", "most"] as const)
    if (place[part] !== NETWORK_START[part]) said.set(part, String(place[part]))
  const edges = place.edges.join(",")
  if (edges !== NETWORK_START.edges.join(",")) said.set("edges", edges)
}
