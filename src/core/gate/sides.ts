/** The two sides of a check on the same accounts: what the baseline says of each, and what the run does. */
import { DataError } from "../errors.ts"
import { labelAccounts } from "../policy/definition.ts"
import type { Run } from "../run.ts"
import { type Baseline, baselineOf } from "./baseline.ts"
import type { FlaggedSides } from "./precision-test.ts"
import type { RankedSides } from "./ranking-tests.ts"
import { type Rank, ranksAmongAuthentic } from "./ranks.ts"

export interface PairedSides extends FlaggedSides, RankedSides {
  /** The run as a baseline. */
  readonly now: Baseline
  readonly beforeFigures: Baseline["figures"]
  readonly afterFigures: Baseline["figures"]
}

/** Throws a DataError when the baseline cannot be true of these accounts. */
export function pairSides(baseline: Baseline, run: Run): PairedSides {
  const { columns, manifest } = run
  const label = labelAccounts(columns.truth, manifest.scenario.definition)
  const accountsOf = (own: number) =>
    Uint32Array.from(label.keys()).filter((account) => label[account] === own)
  const [authentic, managed] = [accountsOf(0), accountsOf(1)]
  const now = baselineOf(run)
  requireTrue(baseline, run, label)
  const { above } = ranksAmongAuthentic(columns.risk, label)
  return {
    now,
    label,
    before: flagsOf(baseline),
    after: flagsOf(now),
    managed,
    authentic,
    ranksBefore: ranksInOrder(baseline, run, managed),
    ranksAfter: ranksInOrder(now, run, managed),
    aboveAfter: Uint32Array.from(authentic, (account) => above[account]),
    hitBefore: baseline.hitAtFpr1,
    hitAfter: now.hitAtFpr1,
    beforeFigures: baseline.figures,
    afterFigures: now.figures,
  }
}

/** 1 for each account that is flagged. */
function flagsOf({ accounts, flaggedBy }: Baseline): Uint8Array {
  const flag = new Uint8Array(accounts)
  for (const detectors of Object.values(flaggedBy))
    for (const numbers of Object.values(detectors)) for (const account of numbers) flag[account] = 1
  return flag
}

/** By AI-managed account, in the order of their numbers. */
function ranksInOrder({ ranks }: Baseline, { columns, manifest }: Run, managed: Uint32Array): Rank[] {
  const next = manifest.archetypes.map(() => 0)
  return Array.from(managed, (account) => {
    const kind = columns.archetype[account]
    return ranks[manifest.archetypes[kind].id][next[kind]++]
  })
}

function requireTrue(baseline: Baseline, { columns, manifest }: Run, label: Uint8Array): void {
  const fail = (what: string) =>
    new DataError(
      `the baseline of ${baseline.scenario}: ${what}; it is not as it was written, \`--update\` writes it anew`,
    )
  const archetypeOf = (account: number) => manifest.archetypes[columns.archetype[account]].id
  if (baseline.accounts !== label.length)
    throw fail(`accounts must be ${label.length}, got ${baseline.accounts}`)
  let caught = 0
  for (const [archetype, detectors] of Object.entries(baseline.flaggedBy))
    for (const [detector, numbers] of Object.entries(detectors))
      for (const account of numbers) {
        if (archetypeOf(account) !== archetype)
          throw fail(
            `flaggedBy.${archetype}.${detector} must hold accounts of ${archetype}, got ${account}, which is of ${archetypeOf(account)}`,
          )
        caught += label[account]
      }
  if (caught !== baseline.caught) throw fail(`caught must be ${caught}, got ${baseline.caught}`)
  const wrong = baseline.hitAtFpr1.find((account) => label[account] === 1)
  if (wrong !== undefined)
    throw fail(`hitAtFpr1 must hold authentic accounts, got ${wrong}, which is AI-managed`)
  const managed = new Map<string, number>()
  for (let account = 0; account < label.length; account++)
    if (label[account] === 1) managed.set(archetypeOf(account), (managed.get(archetypeOf(account)) ?? 0) + 1)
  for (const archetype of new Set([...managed.keys(), ...Object.keys(baseline.ranks)])) {
    const [wanted, found] = [managed.get(archetype) ?? 0, baseline.ranks[archetype]?.length ?? 0]
    if (wanted !== found)
      throw fail(
        `ranks.${archetype} must have ${wanted} ranks, one for each AI-managed account, got ${found}`,
      )
  }
}
