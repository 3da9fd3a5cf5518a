/**
 * Changes of detectors that are put into scores: what a gate must find, and what it must leave alone.
 *
 * Scores are changed after detection and fused again, as if the detector itself had been changed. Where a change would
 * be there when fusion is learned, the sibling's scores are changed too and fusion is learned again from them.
 */
import { logOdds, sigmoid } from "../../src/core/detection/fusion/calibration.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { below, normal } from "../../src/core/random/distributions.ts"
import type { Random } from "../../src/core/random/streams.ts"
import type { RunManifest } from "../../src/core/run.ts"

/** By detector id, one value an account. */
export type Scores = Readonly<Record<string, Float32Array>>

/** Accounts with their scores, of a population or of the sibling that fusion learns from. */
export interface Scored {
  readonly scores: Scores
  readonly archetype: Uint8Array
  readonly archetypes: RunManifest["archetypes"]
  /** Accounts of one operator share the number. Not kept of a sibling, where each then counts as on its own. */
  readonly group: Uint32Array | null
}

/** Makes new scores; those that it does not change may be shared with the old. */
export type Put = (accounts: Scored, random: Random) => Scores

export const FAMILIES = ["none", "harmless", "blinded", "hit", "weakened", "threshold"] as const
export type Family = (typeof FAMILIES)[number]

export interface Change {
  /** Short, unique: names the stream that its draws come from. */
  readonly id: string
  readonly family: Family
  readonly title: string
  /** Where both versions are as noisy as each other, so that neither is better: what is put into the one before. */
  readonly before?: Put
  readonly after: Put
  /** Added to the threshold. */
  readonly threshold?: number
  /** Whether fusion is learned from changed scores as well, or is the one that was saved before. */
  readonly learnsAgain: boolean
}

export const unchanged: Put = ({ scores }) => scores

/** Accounts of an archetype look to the detector as accounts of another do. */
export function takenFor(detector: string, archetype: string, other: string): Put {
  return (accounts, random) =>
    swapped(accounts, [detector], membersOf(accounts, archetype), membersOf(accounts, other), random)
}

/** The detector finds nothing to judge accounts of an archetype by. */
export function silent(detector: string, archetype: string): Put {
  return (accounts) => {
    const score = accounts.scores[detector]!.slice()
    for (const account of membersOf(accounts, archetype)) score[account] = Number.NaN
    return { ...accounts.scores, [detector]: score }
  }
}

/** A share of an archetype's accounts look to the detectors as AI-managed accounts do. */
export function mistaken(detectors: readonly string[], archetype: string, share: number): Put {
  return (accounts, random) => {
    const { archetypes, archetype: of } = accounts
    const isManaged = (account: number) => archetypes[of[account]!]!.side === "managed"
    const hit = membersOf(accounts, archetype).filter(() => random() < share)
    return swapped(accounts, detectors, hit, Uint32Array.from(of.keys()).filter(isManaged), random)
  }
}

/**
 * A share of accounts, or of operators with all their accounts, have the scores of somebody else: there the detectors tell
 * nothing.
 */
export function weakened(detectors: readonly string[], share: number, by: "account" | "operator"): Put {
  return (accounts, random) => {
    const isWeak = chosen(accounts, by, () => random() < share)
    const everybody = Uint32Array.from(accounts.archetype.keys())
    return swapped(accounts, detectors, everybody.filter(isWeak), everybody, random)
  }
}

/** Normal noise on the log-odds of scores, the same for all accounts of an operator or each account's own. */
export function jittered(detectors: readonly string[], deviation: number, by: "account" | "operator"): Put {
  return (accounts, random) => {
    const moved = detectors.map((detector) => {
      const noise = chosen(accounts, by, () => deviation * normal(random))
      const score = accounts.scores[detector]!
      return [detector, score.map((own, account) => sigmoid(logOdds(own) + noise(account)))] as const
    })
    return { ...accounts.scores, ...Object.fromEntries(moved) }
  }
}

/** To multiples of 1 / steps, as another implementation might store them. */
export function rounded(detectors: readonly string[], steps: number): Put {
  return ({ scores }) => ({
    ...scores,
    ...Object.fromEntries(
      detectors.map((detector) => [
        detector,
        scores[detector]!.map((score) => Math.round(score * steps) / steps),
      ]),
    ),
  })
}

function membersOf({ archetype, archetypes }: Scored, id: string): Uint32Array {
  const kind = archetypes.findIndex((one) => one.id === id)
  return Uint32Array.from(archetype.keys()).filter((account) => archetype[account] === kind)
}

/** Each of the accounts gets all these detectors' scores from one of the others, drawn with replacement. */
function swapped(
  { scores }: Scored,
  detectors: readonly string[],
  accounts: Uint32Array,
  others: Uint32Array,
  random: Random,
): Scores {
  if (others.length === 0) return scores
  const donors = accounts.map(() => others[below(others.length, random)]!)
  const changed = detectors.map((detector) => {
    const old = scores[detector]!
    const score = old.slice()
    for (const [at, account] of accounts.entries()) score[account] = old[donors[at]!]!
    return [detector, score] as const
  })
  return { ...scores, ...Object.fromEntries(changed) }
}

/** One draw an account, or one for all accounts of an operator. */
function chosen<Value>({ archetype, group }: Scored, by: "account" | "operator", draw: () => Value) {
  const ofGroup = new Map<number, Value>()
  const values = Array.from(archetype, (_, account) => {
    const own = group?.[account] ?? NONE
    if (by === "account" || own === NONE) return draw()
    if (!ofGroup.has(own)) ofGroup.set(own, draw())
    return ofGroup.get(own)!
  })
  return (account: number) => values[account]!
}
