/**
 * Ablation: what a part of the pipeline is worth, alone and on top of the rest. `alone` are the figures of the risk
 * that only the part makes; `added` is what the risk of all loses when the part is left out, on the same accounts.
 * A part that is good alone and adds nothing is not useless: others see the same.
 *
 * Learning again is the caller's; this compares risks. All risks are compared on the same bootstrap draws
 * (resample.ts), and the threshold of the recall is chosen again in each. Draws by operator hold now more and now fewer
 * AI-managed accounts; average precision is of the same prevalence in all of them.
 */
import type { Estimate } from "./intervals.ts"
import { drawAccounts, intervalOf, type Sampling } from "./resample.ts"
import { orderScores } from "./score-index.ts"

/** Figures of one risk, or differences of two. */
export interface AblationFigures {
  /** Area under the ROC curve. */
  readonly auc: Estimate
  readonly averagePrecision: Estimate
  /** Recall at the lowest threshold whose false-positive rate is at most MAX_FPR. */
  readonly recall: Estimate
}

/** The risks without a part and of the part alone; one value an account, none missing. */
export interface AblatedRisk {
  readonly without: Float32Array
  readonly alone: Float32Array
}

export interface Ablated {
  readonly alone: AblationFigures
  /** Of all less without it. */
  readonly added: AblationFigures
}

/** The false-positive rate that recall is told at. */
export const MAX_FPR = 0.01

/**
 * `full`: the risk of all; one of `parts` for each part. `label`: 1 for AI-managed. NaN when a class is empty.
 * `onShare` is told what share of the draws is done.
 */
export function ablate(
  full: Float32Array,
  parts: readonly AblatedRisk[],
  label: Uint8Array,
  sampling: Sampling,
  onShare: (share: number) => void = () => {},
): { readonly full: AblationFigures; readonly parts: readonly Ablated[] } {
  const managed = label.reduce((sum, value) => sum + value, 0)
  const all = rankedOf(full, label)
  const ranked = parts.map(({ without, alone }) => {
    return { without: rankedOf(without, label), alone: rankedOf(alone, label) }
  })
  const collect = () => ({
    full: figuresSeries(),
    parts: parts.map(() => [figuresSeries(), figuresSeries()]),
  })
  const measure = (times: Uint16Array, into: ReturnType<typeof collect>) => {
    const ofAll = figuresOf(all, times, managed)
    into.full.push(ofAll)
    for (const [k, { without, alone }] of ranked.entries()) {
      into.parts[k][0].push(figuresOf(alone, times, managed))
      into.parts[k][1].push(difference(ofAll, figuresOf(without, times, managed)))
    }
  }
  const found = collect()
  measure(new Uint16Array(label.length).fill(1), found)
  const drawn = collect()
  drawAccounts(sampling, (times) => {
    measure(times, drawn)
    onShare(drawn.full.length / sampling.draws)
  })
  return {
    full: estimates(found.full, drawn.full),
    parts: parts.map((_, k) => ({
      alone: estimates(found.parts[k][0], drawn.parts[k][0]),
      added: estimates(found.parts[k][1], drawn.parts[k][1]),
    })),
  }
}

type Figures = Readonly<Record<keyof AblationFigures, number>>
const figuresSeries = (): Figures[] => []

function difference(a: Figures, b: Figures): Figures {
  return {
    auc: a.auc - b.auc,
    averagePrecision: a.averagePrecision - b.averagePrecision,
    recall: a.recall - b.recall,
  }
}

function estimates([found]: readonly Figures[], drawn: readonly Figures[]): AblationFigures {
  const estimate = (name: keyof Figures): Estimate => {
    return { value: found[name], interval: intervalOf(drawn.map((figures) => figures[name])) }
  }
  return {
    auc: estimate("auc"),
    averagePrecision: estimate("averagePrecision"),
    recall: estimate("recall"),
  }
}

/** Accounts from the highest risk to the lowest. */
export interface Ranked {
  readonly account: Uint32Array
  /** 1 where the next account has another risk: tied ones are one step. */
  readonly endsStep: Uint8Array
  /** By place. */
  readonly label: Uint8Array
}

export function rankedOf(risk: Float32Array, label: Uint8Array): Ranked {
  const order = orderScores(risk)
  const account = order.account.slice().reverse()
  const score = order.score.slice().reverse()
  return {
    account,
    endsStep: Uint8Array.from(score, (value, place) => (value === score[place + 1] ? 0 : 1)),
    label: Uint8Array.from(account, (one) => label[one]),
  }
}

/**
 * How many places from the top are flagged at the lowest threshold that keeps a false-positive rate, in [0, 1], with each
 * account counted so many times.
 */
export function flaggedWithin(
  { account, endsStep, label }: Ranked,
  times: Uint16Array,
  maxFpr: number,
): number {
  let authentic = 0
  for (let place = 0; place < account.length; place++)
    if (label[place] === 0) authentic += times[account[place]]
  let [flaggedAuthentic, within] = [0, 0]
  for (let place = 0; place < account.length; place++) {
    if (label[place] === 0) flaggedAuthentic += times[account[place]]
    if (endsStep[place] === 0) continue
    if (flaggedAuthentic / authentic > maxFpr) break
    within = place + 1
  }
  return within
}

/**
 * By scikit-learn's definitions, as curves.ts, with each account counted so many times. Average precision is re-weighted
 * to the prevalence of `managedAsIs` AI-managed accounts, if given, among as many authentic ones as are counted.
 */
export function figuresOf(
  { account, endsStep, label }: Ranked,
  times: Uint16Array,
  managedAsIs?: number,
): Figures {
  let [managed, authentic] = [0, 0]
  for (let place = 0; place < account.length; place++) {
    if (label[place] === 1) managed += times[account[place]]
    else authentic += times[account[place]]
  }
  const authenticWeight = managedAsIs === undefined ? 1 : managed / managedAsIs
  const allowed = MAX_FPR * authentic
  let [doubledArea, precisions, caught] = [0, 0, 0]
  let [managedBefore, authenticBefore, flaggedManaged, flaggedAuthentic] = [0, 0, 0, 0]
  for (let place = 0; place < account.length; place++) {
    const count = times[account[place]]
    if (label[place] === 1) flaggedManaged += count
    else flaggedAuthentic += count
    if (endsStep[place] === 0) continue
    doubledArea += (flaggedAuthentic - authenticBefore) * (flaggedManaged + managedBefore)
    if (flaggedManaged > managedBefore)
      precisions +=
        ((flaggedManaged - managedBefore) * flaggedManaged) /
        (flaggedManaged + flaggedAuthentic * authenticWeight)
    if (flaggedAuthentic <= allowed) caught = flaggedManaged
    managedBefore = flaggedManaged
    authenticBefore = flaggedAuthentic
  }
  return {
    auc: doubledArea / (2 * managed * authentic),
    averagePrecision: precisions / managed,
    recall: authentic > 0 ? caught / managed : Number.NaN,
  }
}
