/**
 * What the detectors made of one account: scores, what they add to the risk, reasons, and what would have cleared it.
 * Told from the run alone, so that it is there at once, before anybody generates the account's evidence again.
 */
import type { AccountDetector } from "./account-detail.ts"
import { populationView, rowOf } from "./detection/detect.ts"
import type { Detector, PopulationView } from "./detection/detector.ts"
import { contributions } from "./detection/fusion/fusion.ts"
import { type NeededFeature, neededFeature } from "./detection/needed-feature.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { type Bound, clearingOf, type DetectorClearing, wayOf } from "./evaluation/clearing.ts"
import { type Persona, personaOf } from "./population/persona.ts"
import type { Run } from "./run.ts"

export interface AccountClearing {
  readonly threshold: number
  readonly isFlagged: boolean
  readonly detectors: readonly {
    readonly detector: string
    /** null without evidence. */
    readonly score: number | null
    /** The scores that alone would have put the account on the other side of the threshold; null when none would. */
    readonly needed: Bound | null
    /** How far the score would have to go; null without either. */
    readonly way: number | null
    /** Share of the accounts that the detector judged whose score is one of those; null without any. */
    readonly share: number | null
    /** One measured feature that would bring the score there, the others as they are. */
    readonly feature: NeededFeature | null
    /** The risk had the detector had no evidence. */
    readonly riskWithout: number
  }[]
  readonly smallest: string | null
  readonly without: readonly string[] | null
}

export interface Judgement {
  readonly account: number
  readonly profile: Persona
  readonly risk: number
  readonly detectors: readonly AccountDetector[]
  readonly clearing: AccountClearing
}

/** What judgements of one run are told from. */
export interface Judging {
  readonly run: Run
  /** By detector id. */
  readonly views: Readonly<Record<string, PopulationView>>
}

export function openJudging(run: Run): Judging {
  const views = Object.fromEntries(
    Object.entries(run.features).map(([id, features]) => [id, populationView(features)]),
  )
  return { run, views }
}

/** `threshold`: in [0, 1]; the scenario's unless told. */
export function judgeAccount(
  judging: Judging,
  account: number,
  threshold: number = judging.run.manifest.scenario.threshold,
): Judgement {
  const { manifest, columns } = judging.run
  return {
    account,
    profile: personaOf(manifest.scenario.seed, account, columns.language[account]),
    risk: columns.risk[account],
    detectors: detectorsOf(judging, account),
    clearing: accountClearing(judging.run, account, threshold),
  }
}

/** The names that accounts show. */
export function namesOf({ manifest, columns }: Run, accounts: readonly number[]): string[] {
  const { seed } = manifest.scenario
  return accounts.map((account) => personaOf(seed, account, columns.language[account]).name)
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

/** By detector id, NaN where it is missing. */
function scoresOf({ columns }: Run, account: number): Record<string, number> {
  return Object.fromEntries(Object.entries(columns.scores).map(([id, score]) => [id, score[account]]))
}

export function detectorsOf({ run, views }: Judging, account: number): AccountDetector[] {
  const added = contributions(run.manifest.fusion, scoresOf(run, account))
  return detectorsNamed(run.manifest.scenario.detectors.use).map((detector) => {
    const row = rowOf(detector, run.features[detector.id], account)
    const score = run.columns.scores[detector.id][account]
    return {
      id: detector.id,
      layer: detector.layer,
      title: detector.title,
      score: orNull(score),
      contribution: added[detector.id] ?? null,
      features: detector.features.map((feature, k) => ({ ...feature, value: orNull(row[k]) })),
      reasons: detector.reasons(row, views[detector.id]),
    }
  })
}

/** What would have cleared a flagged account, or flagged another. */
export function accountClearing(run: Run, account: number, threshold: number): AccountClearing {
  const clearing = clearingOf(run.manifest.fusion, scoresOf(run, account), threshold)
  const detectors = detectorsNamed(run.manifest.scenario.detectors.use)
  return {
    threshold,
    isFlagged: clearing.isFlagged,
    detectors: clearing.detectors.map((one) => ({
      detector: one.detector,
      score: orNull(one.score),
      needed: one.needed,
      way: orNull(wayOf(one)),
      share: one.needed && shareWithin(run.columns.scores[one.detector], one.needed),
      feature: featureFor(
        detectors.find(({ id }) => id === one.detector),
        run,
        account,
        one,
      ),
      riskWithout: one.riskWithout,
    })),
    smallest: clearing.smallest,
    without: clearing.without,
  }
}

const isWithin = (score: number, { side, score: bound }: Bound) =>
  side === "at-most" ? score <= bound : score >= bound

function shareWithin(scores: Float32Array, needed: Bound): number | null {
  let judged = 0
  let within = 0
  for (const score of scores) {
    if (Number.isNaN(score)) continue
    judged++
    if (isWithin(score, needed)) within++
  }
  return judged > 0 ? within / judged : null
}

function featureFor(
  detector: Detector | undefined,
  run: Run,
  account: number,
  { score, needed }: DetectorClearing,
): NeededFeature | null {
  if (!detector || needed === null || Number.isNaN(score)) return null
  const row = rowOf(detector, run.features[detector.id], account)
  return neededFeature(detector, row, (other) => isWithin(other, needed))
}
