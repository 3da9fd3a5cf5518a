/** What accounts look like: the colour by what is asked for, the shape by truth when it is shown, a ring for flagged. */
import { firstAtOrAbove, type ScoreOrder } from "../../../core/evaluation/index.ts"
import type { NetworkColour } from "../../state/network-place.ts"
import type { LabelledRun, LoadedRun } from "../../state/run.ts"
import type { Colours } from "../../theme.ts"

/** How colours and shapes are told in one theme. */
export interface Palette {
  /** Of risk, from 0 to 1, evenly spaced: light to dark on white, dark to light on black. */
  readonly risk: readonly string[]
  /** Without a score. */
  readonly none: string
  readonly managed: string
  readonly authentic: string
  readonly outcome: Readonly<Record<OutcomeKind, string>>
  /** The largest communities; all others have the last colour. */
  readonly community: readonly string[]
  readonly ring: string
  readonly label: string
  readonly surface: string
  /** By the index of an edge's kind. */
  readonly edge: readonly string[]
}

export const OUTCOME_KINDS = ["tp", "fp", "fn", "tn"] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

const light = {
  risk: ["#bccad6", "#d9ab74", "#cf6a1c", "#963d00", "#571f00"],
  none: "#ffffff",
  outcome: { tp: "#d55e00", fp: "#b0578f", fn: "#8a6d00", tn: "#0072b2" },
  // Okabe and Ito's, and two greys of Tol's; the last is for all that have none of their own.
  community: [
    "#0072b2",
    "#d55e00",
    "#00795a",
    "#b0578f",
    "#8a6d00",
    "#3a9bc9",
    "#6b4fa0",
    "#a3422f",
    "#8d959c",
  ],
  edge: ["#7d8790", "#00795a", "#b0578f", "#0072b2"],
} as const

const dark = {
  risk: ["#55626e", "#96693c", "#d9822b", "#ffb261", "#ffe9c7"],
  none: "#242424",
  outcome: { tp: "#f0863a", fp: "#e0a1c6", fn: "#e0c54a", tn: "#56b4e9" },
  community: [
    "#56b4e9",
    "#f0863a",
    "#2fc59b",
    "#e0a1c6",
    "#e0c54a",
    "#8fd0ff",
    "#b9a2ea",
    "#f0907d",
    "#7d848b",
  ],
  edge: ["#7f888f", "#2fc59b", "#e0a1c6", "#56b4e9"],
} as const

export function paletteOf(colours: Colours, scheme: "light" | "dark"): Palette {
  return {
    ...(scheme === "light" ? light : dark),
    managed: colours.managed,
    authentic: colours.authentic,
    ring: colours.text,
    label: colours.text,
    surface: colours.surface,
  }
}

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** The colour at `value` in [0, 1] of evenly spaced ones. */
export function alongRamp(ramp: readonly string[], value: number): string {
  const place = Math.min(1, Math.max(0, value)) * (ramp.length - 1)
  const below = Math.min(ramp.length - 2, Math.floor(place))
  const [low, high] = [channels(ramp[below]!), channels(ramp[below + 1]!)]
  const mixed = low.map((from, at) => Math.round(from + (place - below) * (high[at]! - from)))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`
}

/** An account of the graph as it stands now. */
export interface Look {
  readonly colour: string
  readonly isSquare: boolean
  readonly isFlagged: boolean
}

export function outcomeOf(flagged: boolean, managed: boolean): OutcomeKind {
  return flagged ? (managed ? "tp" : "fp") : managed ? "fn" : "tn"
}

export interface Painting {
  readonly run: LoadedRun
  readonly labelled: LabelledRun
  readonly threshold: number
  readonly colour: NetworkColour
  readonly showsTruth: boolean
  readonly palette: Palette
}

/** `community` is the account's in what is drawn. */
export function lookOf(painting: Painting, account: number, community: number): Look {
  const { run, labelled, threshold, showsTruth } = painting
  const managed = labelled.label[account] === 1
  return {
    colour: colourOf(painting, account, community, managed),
    isSquare: showsTruth && managed,
    // At or above counts as flagged.
    isFlagged: run.columns.risk[account]! >= threshold,
  }
}

/** Whether two paintings are alike but for their threshold. */
export function differsInThreshold(a: Painting, b: Painting): boolean {
  return (
    a.run === b.run &&
    a.labelled === b.labelled &&
    a.colour === b.colour &&
    a.showsTruth === b.showsTruth &&
    a.palette === b.palette
  )
}

/** Whom the one threshold flags and the other does not. */
export function between({ score, account }: ScoreOrder, a: number, b: number): Uint32Array {
  const [low, high] = a < b ? [a, b] : [b, a]
  return account.subarray(firstAtOrAbove(score, low), firstAtOrAbove(score, high))
}

function colourOf(
  { run, threshold, colour, palette }: Painting,
  account: number,
  community: number,
  managed: boolean,
): string {
  const risk = run.columns.risk[account]!
  switch (colour) {
    case "risk":
      return Number.isNaN(risk) ? palette.none : alongRamp(palette.risk, risk)
    case "community":
      return palette.community[Math.min(community, palette.community.length - 1)]!
    case "outcome":
      return Number.isNaN(risk) ? palette.none : palette.outcome[outcomeOf(risk >= threshold, managed)]
    case "truth":
      return managed ? palette.managed : palette.authentic
  }
}
