/** What every detector must keep, one check each; a check throws NotKept, which says what was found. */
import { cut } from "../../evidence/cut.ts"
import { EVIDENCE_FIELDS, type Evidence } from "../../evidence/evidence.ts"
import { watched } from "../../evidence/watched.ts"
import { populationView, rowOf } from "../detect.ts"
import { type Detector, LAYERS, type Reason } from "../detector.ts"
import { emptied, fingerprint, reordered } from "./evidence.ts"
import { hold, holdSame } from "./hold.ts"
import { runDetector } from "./run-detector.ts"

/** Checks of the detector itself, without evidence. */
export const CHECKS: Readonly<Record<string, (detector: Detector) => void>> = {
  "has an id, a layer, a title and a version"({ id, layer, title, version }) {
    hold(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id), `id must be lower-case words joined by hyphens, got ${id}`)
    hold(LAYERS.includes(layer), `layer must be one of ${LAYERS.join(", ")}, got ${layer}`)
    hold(
      /^\S.*[^\s.]$/.test(title),
      `title must have no spaces around it and no full stop, got ${JSON.stringify(title)}`,
    )
    hold(
      Number.isInteger(version) && version >= 1,
      `version must be a whole number from 1 on, got ${version}`,
    )
  },

  "declares known evidence, each once"({ reads }) {
    hold(reads.length > 0, "reads names no evidence")
    hold(new Set(reads).size === reads.length, `reads names something twice: ${reads.join(", ")}`)
    for (const field of reads) hold(EVIDENCE_FIELDS.includes(field), `reads: there is no ${field}`)
  },

  "declares features with distinct ids and titles"({ features }) {
    hold(features.length > 0, "there are no features")
    for (const key of ["id", "title"] as const) {
      const values = features.map((feature) => feature[key])
      hold(new Set(values).size === values.length, `two features have one ${key}: ${values.join(", ")}`)
    }
    for (const { id, title, unit } of features) {
      hold(/^[a-z][a-zA-Z0-9]*$/.test(id), `a feature's id must be like postsPerDay, got ${id}`)
      hold(/\S/.test(title), `feature ${id} has no title`)
      hold(typeof unit === "string", `feature ${id} has no unit; a pure number has ""`)
    }
  },

  "observes accounts or joins them, in partitions and columns of known size"({ observe, linkage }) {
    hold(observe !== undefined || linkage !== undefined, "there is neither observe nor linkage")
    if (!linkage) return
    const { partitions } = linkage
    hold(
      Number.isInteger(partitions) && partitions >= 1,
      `linkage.partitions must be 1 or more, got ${partitions}`,
    )
    for (const count of [0, 1, 1000]) {
      const lengths = linkage.columns({ accounts: count, posts: 2 * count, interactions: 3 * count })
      for (const [name, length] of Object.entries(lengths))
        hold(Number.isInteger(length) && length >= 0, `linkage.columns: ${name} cannot have ${length} values`)
    }
  },

  "has no score and no reason for a row without evidence"({ features, score, reasons }) {
    const missing = new Float64Array(features.length).fill(Number.NaN)
    const found = score(missing)
    hold(Number.isNaN(found), `a row of NaN must score NaN, got ${found}`)
    const told = reasons(missing, { shareAtOrAbove: () => 0.5 })
    hold(told.length === 0, `a row of NaN must have no reasons, got ${told.length}`)
  },
}

export interface CheckOptions {
  /** Mean by which scores may move when accounts are numbered otherwise. */
  readonly orderTolerance: number
  /** Whether some account of the evidence must have a reason even if none scores high. */
  readonly alwaysTells: boolean
}

/** Checks of what the detector makes of evidence, given as one tile of all accounts. */
export const EVIDENCE_CHECKS: Readonly<
  Record<string, (detector: Detector, evidence: Evidence, options: CheckOptions) => Promise<void>>
> = {
  async "scores every account in [0, 1] or not at all, from the features it declares"(detector, evidence) {
    const { scores, features } = await runDetector(detector, evidence)
    const declared = detector.features.map(({ id }) => id).sort()
    holdSame(Object.keys(features).sort(), declared, "its columns")
    holdJudged(scores, evidence)
  },

  async "is deterministic and leaves the evidence as it was"(detector, evidence) {
    const shown: [tile: Evidence, before: object][] = []
    const show = (tile: Evidence) => {
      shown.push([tile, fingerprint(tile)])
      return tile
    }
    const first = await runDetector(detector, evidence, { show })
    holdSame(await runDetector(detector, evidence), first, "asked again about the same evidence")
    for (const [tile, before] of shown) holdSame(fingerprint(tile), before, "evidence was written to")
  },

  async "does not depend on how accounts are cut into tiles"(detector, evidence) {
    const whole = await runDetector(detector, evidence)
    for (const tileAccounts of [1, 7, 64])
      holdSame(await runDetector(detector, evidence, { tileAccounts }), whole, `in tiles of ${tileAccounts}`)
  },

  async "does not depend on the order in which tiles are observed and partitions joined"(detector, evidence) {
    const forwards = await runDetector(detector, evidence, { tileAccounts: 50 })
    const backwards = await runDetector(detector, evidence, { tileAccounts: 50, backwards: true })
    holdSame(backwards, forwards, "from the last to the first")
  },

  async "scores an account the same whatever its number"(detector, evidence, { orderTolerance }) {
    const order = anotherOrder(evidence.accountCount)
    const { scores } = await runDetector(detector, evidence)
    const moved = await runDetector(detector, reordered(evidence, order))
    holdSameInOrder(scores, moved.scores, order, orderTolerance)
  },

  async "takes accounts of whom nothing was seen, and none at all"(detector, evidence) {
    const { scores } = await runDetector(detector, emptied(evidence))
    holdSilent(scores, detector.reads)
    const nobody = await runDetector(detector, cut(evidence, 0, 0))
    hold(nobody.scores.length === 0, `nobody must have no score, got ${nobody.scores.length}`)
  },

  async "reads no evidence that it does not declare"(detector, evidence) {
    const open = await runDetector(detector, evidence)
    const show = (tile: Evidence) => watched(tile, detector.reads)
    holdSame(await runDetector(detector, evidence, { show }), open, "shown only what it declares")
  },

  async "gives reasons in whole sentences, the strongest first"(detector, evidence, { alwaysTells }) {
    const { features, scores } = await runDetector(detector, evidence)
    const view = populationView(features)
    let told = 0
    for (const [account, score] of scores.entries()) {
      const reasons = detector.reasons(rowOf(detector, features, account), view)
      if (Number.isNaN(score)) hold(reasons.length === 0, `account ${account} has reasons without a score`)
      holdWellTold(reasons)
      told += reasons.length
    }
    const isNeeded = alwaysTells || scores.some((score) => score > 0.5)
    hold(told > 0 || !isNeeded, "no account has any reason")
  },
}

export function holdJudged(scores: Float32Array, { accountCount }: Evidence): void {
  hold(scores.length === accountCount, `there must be ${accountCount} scores, got ${scores.length}`)
  hold(
    scores.some((score) => !Number.isNaN(score)),
    "it could judge none of the accounts",
  )
}

/** Every account elsewhere. */
export function anotherOrder(accounts: number): number[] {
  // 7919 is a prime, so that multiples of it visit every account.
  return Array.from({ length: accounts }, (_, i) => ((accounts - 1 - i) * 7919) % accounts)
}

/** `order`: whose score before each score of `moved` is. */
export function holdSameInOrder(
  scores: Float32Array,
  moved: Float32Array,
  order: readonly number[],
  tolerance: number,
): void {
  const wanted = order.map((account) => scores[account]!)
  holdSame([...moved].map(Number.isNaN), wanted.map(Number.isNaN), "accounts without a score, renumbered")
  const judged = wanted.filter((score) => !Number.isNaN(score)).length
  const moves = wanted.map((score, account) => Math.abs(moved[account]! - score) || 0)
  const mean = moves.reduce((sum, move) => sum + move, 0) / judged
  hold(mean <= tolerance, `scores move by ${mean} on average when accounts are numbered otherwise`)
}

/** A profile is always there, so a detector that reads it may judge by it. */
export function holdSilent(scores: Float32Array, reads: readonly string[]): void {
  if (reads.includes("profiles")) return
  const judged = scores.filter((score) => score > 0).length
  hold(judged === 0, `${judged} accounts are scored above 0 though nothing was seen of them`)
}

function holdWellTold(reasons: readonly Reason[]): void {
  const ids = reasons.map(({ id }) => id)
  hold(new Set(ids).size === ids.length, `two reasons for one account have one id: ${ids.join(", ")}`)
  let before = 1
  for (const { id, text, values, weight } of reasons) {
    hold(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(id), `a reason's id must be like late.noon, got ${id}`)
    holdSentence(text)
    for (const [name, value] of Object.entries(values))
      hold(text.includes(String(value)), `reason ${id} does not say its ${name}, ${value}: ${text}`)
    hold(weight >= 0 && weight <= before, `weights must be in [0, 1] and fall, got ${weight} after ${before}`)
    before = weight
  }
}

export function holdSentence(text: string): void {
  const isWhole = !/[{}]|undefined|null|NaN|Infinity|^\s*$/.test(text)
  hold(isWhole, `a reason is no whole sentence: ${JSON.stringify(text)}`)
}
