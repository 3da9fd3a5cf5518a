/** One account in full: its evidence generated again from the seed, and what the detectors made of it. */
import type { AccountDetail, AccountPost } from "./account-detail.ts"
import { jaccard } from "./detection/content/minhash.ts"
import { type Evidence, INTERACTION_KINDS, LANGUAGES, NONE } from "./evidence/evidence.ts"
import { detectorsOf, type Judging } from "./judgement.ts"
import { GRADES, gradeOf } from "./policy/definition.ts"
import { renderNote } from "./population/language/index.ts"
import { operatorOf } from "./population/operators.ts"
import { personaOf } from "./population/persona.ts"
import { generateTile } from "./population/tile.ts"
import type { World } from "./population/world.ts"
import type { Run } from "./run.ts"

/** Neighbours shown, and of those, how many are read in search of near-duplicates. */
const MOST_NEIGHBOURS = 50
const MOST_READ = 20
/** Jaccard similarity of token trigrams from which two notes are shown as near-duplicates. */
const NEAR_DUPLICATE = 0.4

/** Everything about one run that accounts are inspected with. */
export interface Inspection extends Judging {
  /** The run's world with its posts' times. */
  readonly world: World
}

export function openInspection(judging: Judging, world: World): Inspection {
  return { ...judging, world }
}

export function inspectAccount(inspection: Inspection, account: number): AccountDetail {
  const { run, world } = inspection
  const tile = generateTile(world, account, account + 1)
  const neighbours = neighboursOf(run, account)
  return {
    account,
    profile: profileOf(world, account),
    risk: run.columns.risk[account],
    truth: truthOf(inspection, account),
    detectors: detectorsOf(inspection, account),
    posts: postsOf(world, tile, neighbours),
    interactions: interactionsOf(tile),
    reports: reportsOf(tile),
    neighbours,
  }
}

/** What an account shows of itself, and what the platform counts of it. */
export function profileOf({ scenario, columns }: World, account: number): AccountDetail["profile"] {
  return {
    ...personaOf(scenario.seed, account, columns.language[account]),
    language: LANGUAGES[columns.language[account]],
    timeZone: columns.timeZone[account],
    ageDays: columns.ageDays[account],
    followers: columns.followers[account],
    following: columns.following[account],
    verified: columns.verified[account] === 1,
  }
}

function truthOf({ world, run }: Inspection, account: number): AccountDetail["truth"] {
  const { columns } = world
  const group = columns.group[account]
  return {
    archetype: run.manifest.archetypes[columns.archetype[account]].id,
    creation: columns.creation[account],
    scheduling: columns.scheduling[account],
    distribution: columns.distribution[account],
    oversight: columns.oversight[account],
    fromDay: columns.fromDay[account],
    untilDay: columns.untilDay[account],
    grade: GRADES[gradeOf(columns, account, world.scenario.definition)],
    operator: operatorOf(world, account),
    group: group === NONE ? null : group,
  }
}

function neighboursOf({ pairs }: Run, account: number): AccountDetail["neighbours"] {
  const found: { account: number; detector: string; weight: number }[] = []
  for (const [detector, { a, b, weight }] of Object.entries(pairs)) {
    for (let i = 0; i < a.length; i++) {
      if (a[i] !== account && b[i] !== account) continue
      found.push({ account: a[i] === account ? b[i] : a[i], detector, weight: weight[i] })
    }
  }
  return found.sort((p, q) => q.weight - p.weight || p.account - q.account).slice(0, MOST_NEIGHBOURS)
}

/** Notes of an account as token ids. */
export function notesOf({ posts }: Evidence): Uint16Array[] {
  const { tokenOffset, tokens, time } = posts!
  return Array.from(time, (_, post) =>
    (tokens as Uint16Array).slice(tokenOffset![post], tokenOffset![post + 1]),
  )
}

function postsOf(world: World, tile: Evidence, neighbours: AccountDetail["neighbours"]): AccountPost[] {
  const writers = neighbours
    .filter((neighbour) => neighbour.detector === "near-duplicate-text")
    .slice(0, MOST_READ)
  const others = writers.map(({ account }) => ({
    account,
    notes: notesOf(generateTile(world, account, account + 1)),
  }))
  return notesOf(tile).map((note, post) => {
    let nearDuplicate: AccountPost["nearDuplicate"] = null
    for (const { account, notes } of others) {
      for (const other of notes) {
        const similarity = jaccard(note, other)
        if (similarity >= NEAR_DUPLICATE && similarity > (nearDuplicate?.similarity ?? 0))
          nearDuplicate = { account, similarity }
      }
    }
    return {
      time: tile.periodStart + tile.posts!.time[post],
      text: renderNote(note, 0, note.length),
      nearDuplicate,
    }
  })
}

function interactionsOf({ interactions, periodStart }: Evidence): AccountDetail["interactions"] {
  const { time, kind, object, target } = interactions!
  return Array.from(time, (seconds, k) => ({
    time: periodStart + seconds,
    kind: INTERACTION_KINDS[kind[k]],
    object: object[k] === NONE ? null : object[k],
    target: target[k] === NONE ? null : target[k],
  }))
}

function reportsOf({ reports, periodStart }: Evidence): AccountDetail["reports"] {
  const { time, reporter, reporterDecided, reporterUpheld } = reports!
  return Array.from(time, (seconds, k) => ({
    time: periodStart + seconds,
    reporter: reporter[k],
    reporterDecided: reporterDecided[k],
    reporterUpheld: reporterUpheld[k],
  }))
}
