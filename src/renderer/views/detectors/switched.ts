/** What becomes of a run's accounts when some of its detectors are switched off, at one threshold. */
import {
  averagePrecision,
  type Flip,
  type Flips,
  flipsBetween,
  flipsByCohort,
  type Interval,
  mapFlips,
  pairedDifferenceInterval,
  rocAuc,
} from "../../../core/evaluation/index.ts"
import type { Definition } from "../../../core/policy/definition.ts"
import type { LoadedRun } from "../../state/run.ts"

export interface Difference {
  readonly before: number
  readonly after: number
  /** Of after - before; null where only a draw of all accounts could tell. */
  readonly interval: Interval | null
}

export interface Switched {
  readonly auc: Difference
  readonly averagePrecision: Difference
  readonly recall: Difference
  readonly falsePositiveRate: Difference
  /** Accounts of each kind of flip, by archetype, the most first; archetypes without any are left out. */
  readonly flips: Readonly<
    Record<Flip, { readonly accounts: number; readonly byArchetype: readonly [archetype: string, number][] }>
  >
}

export const SWITCHED_FIGURES = [
  { id: "auc", name: "figure.auc", isShare: false },
  { id: "averagePrecision", name: "figure.ap", isShare: false },
  { id: "recall", name: "figure.recall", isShare: true },
  { id: "falsePositiveRate", name: "figure.falsePositiveRate", isShare: true },
] as const

/** Both by the same definition, at the same threshold. */
export function switched(run: LoadedRun, definition: Definition, threshold: number): Switched {
  const before = run.whole.labelledBy(definition)
  const after = run.labelledBy(definition)
  const side = (of: LoadedRun) => ({ score: of.columns.risk, threshold, label: before.label })
  const flips = flipsBetween(side(run.whole), side(run))
  const { newlyCaught, newlyMissed, newlyHit, newlyCleared } = flips.counts
  const [was, is] = [before.index.confusionAt(threshold), after.index.confusionAt(threshold)]
  const { managed, authentic } = before.index
  return {
    auc: { before: rocAuc(before.index), after: rocAuc(after.index), interval: null },
    averagePrecision: {
      before: averagePrecision(before.index),
      after: averagePrecision(after.index),
      interval: null,
    },
    recall: {
      before: was.truePositives / managed,
      after: is.truePositives / managed,
      interval: pairedDifferenceInterval(newlyCaught, newlyMissed, managed),
    },
    falsePositiveRate: {
      before: was.falsePositives / authentic,
      after: is.falsePositives / authentic,
      interval: pairedDifferenceInterval(newlyHit, newlyCleared, authentic),
    },
    flips: byArchetype(run, flips),
  }
}

function byArchetype({ manifest: { archetypes }, columns }: LoadedRun, flips: Flips) {
  const rows = flipsByCohort(flips, columns.archetype, archetypes.length)
  return mapFlips((flip) => ({
    accounts: flips.counts[flip],
    byArchetype: archetypes
      .map(({ id }, at): [string, number] => [id, rows[at]![flip]])
      .filter(([, accounts]) => accounts > 0)
      .sort(([, p], [, q]) => q - p),
  }))
}

/** In the order of what is asked first: who slips through, and who is newly hit. */
export const SHOWN_FLIPS = [
  "newlyMissed",
  "newlyHit",
  "newlyCaught",
  "newlyCleared",
] as const satisfies Flip[]
