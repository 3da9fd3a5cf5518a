/**
 * The figures of one run for docs/results.md: what its risk catches, whom it hits, and what each detector would do
 * alone. What `assay why` prints as well is taken from there.
 *
 * Intervals are 95 % percentile bootstrap (core/evaluation/resample.ts): AI-managed accounts are drawn by operator, and
 * a threshold that keeps a false-positive rate is chosen again in every draw. The cohort that is hit the hardest stays
 * the same in all draws; that it was picked among many for its rate makes the rate look a little worse than it is.
 */
import { flaggedWithin, type Ranked, rankedOf } from "../../src/core/evaluation/ablation.ts"
import { COHORT_KINDS, type CohortKind, cohortsOf } from "../../src/core/evaluation/cohorts.ts"
import { ENOUGH_TRIALS, type Estimate } from "../../src/core/evaluation/intervals.ts"
import { drawAccounts, intervalOf, samplingOf } from "../../src/core/evaluation/resample.ts"
import type { TransferReport } from "../../src/core/evaluation/transfer.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import type { Run } from "../../src/core/run.ts"
import { whyReport } from "../../src/core/why.ts"

/** False-positive rates that recall is told at; cohorts are judged at the first. */
export const MAX_FPRS = [0.01, 0.001] as const

/** So many that an end of an interval rests on 25 draws. */
const DRAWS = 1000

export interface WorstCohort {
  readonly kind: CohortKind
  readonly name: string
  /** Authentic accounts. */
  readonly authentic: number
  /** Share of them that is flagged. */
  readonly falsePositiveRate: Estimate
  /** Among how many cohorts of 100 or more authentic accounts it is the worst. */
  readonly among: number
}

export interface RunFigures {
  readonly scenario: string
  /** Scenario and the first characters of the digest. */
  readonly run: string
  readonly seed: string
  readonly accounts: number
  readonly aiManaged: number
  /** Whom the AI-managed accounts belong to, an account on its own counted as one. */
  readonly operators: number
  readonly auc: Estimate
  readonly averagePrecision: Estimate
  /** By MAX_FPRS. */
  readonly recalls: readonly Estimate[]
  readonly worst: WorstCohort
  readonly transfer: TransferReport
  /** AUC of the risk that fusion makes of one detector only. */
  readonly alone: readonly { readonly id: string; readonly auc: Estimate }[]
}

/** Of a run that holds what its fusion was learned from, with accounts of both classes. */
export function figuresOfRun(run: Run): RunFigures {
  const { manifest, columns } = run
  const label = labelAccounts(columns.truth, manifest.scenario.definition)
  const why = whyReport(run, { draws: DRAWS })
  if (why.ablation === null) throw new Error(`${manifest.id}: ${why.unavailable}`)
  const sampling = samplingOf(label, columns.group, {
    seed: `${manifest.scenario.seed}/results`,
    draws: DRAWS,
  })
  const ranked = rankedOf(columns.risk, label)
  const { cohort, among } = worstCohort(run, ranked)
  const measure = (times: Uint16Array) => {
    const flagged = MAX_FPRS.map((maxFpr) => flaggedWithin(ranked, times, maxFpr))
    return {
      recalls: flagged.map((places) => shareFlagged(ranked, times, places, 1)),
      falsePositiveRate: shareFlagged(ranked, times, flagged[0], 0, cohort.has),
    }
  }
  const found = measure(new Uint16Array(label.length).fill(1))
  const drawn: (typeof found)[] = []
  drawAccounts(sampling, (times) => drawn.push(measure(times)))
  const estimate = (of: (figures: typeof found) => number): Estimate => {
    return { value: of(found), interval: intervalOf(drawn.map(of)) }
  }
  return {
    scenario: manifest.name,
    run: manifest.id,
    seed: manifest.scenario.seed,
    accounts: manifest.accounts,
    aiManaged: why.transfer.seen.aiManaged + why.transfer.heldOut.aiManaged,
    operators: sampling.operators.length,
    auc: why.ablation.full.auc,
    averagePrecision: why.ablation.full.averagePrecision,
    recalls: MAX_FPRS.map((_, k) => estimate(({ recalls }) => recalls[k])),
    worst: {
      ...cohort.named,
      authentic: cohort.authentic,
      falsePositiveRate: estimate(({ falsePositiveRate }) => falsePositiveRate),
      among,
    },
    transfer: why.transfer,
    alone: why.ablation.detectors.map(({ id, alone }) => ({ id, auc: alone.auc })),
  }
}

/** Of the accounts of a class, and of a cohort, the share among the first `places`; NaN when there are none. */
function shareFlagged(
  { account, label }: Ranked,
  times: Uint16Array,
  places: number,
  ofClass: 0 | 1,
  isMember: (account: number) => boolean = () => true,
): number {
  let [flagged, all] = [0, 0]
  for (let place = 0; place < account.length; place++) {
    if (label[place] !== ofClass || !isMember(account[place])) continue
    all += times[account[place]]
    if (place < places) flagged += times[account[place]]
  }
  return flagged / all
}

/** Of all cohorts with enough authentic accounts to judge, the one with the highest false-positive rate; the first of equals. */
function worstCohort(run: Run, ranked: Ranked) {
  const times = new Uint16Array(ranked.account.length).fill(1)
  const places = flaggedWithin(ranked, times, MAX_FPRS[0])
  const cohorts = COHORT_KINDS.flatMap((kind) => {
    const { of, names } = cohortsOf(kind, run.columns, run.manifest.archetypes)
    return names.map((name, number) => ({
      named: { kind, name },
      has: (account: number) => of[account] === number,
    }))
  })
  const judged = cohorts
    .map((cohort) => ({
      ...cohort,
      authentic: ranked.account.filter((account, place) => ranked.label[place] === 0 && cohort.has(account))
        .length,
      rate: shareFlagged(ranked, times, places, 0, cohort.has),
    }))
    .filter(({ authentic }) => authentic >= ENOUGH_TRIALS)
  return {
    cohort: judged.reduce((worst, cohort) => (cohort.rate > worst.rate ? cohort : worst)),
    among: judged.length,
  }
}
