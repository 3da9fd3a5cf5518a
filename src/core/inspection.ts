/** One account in full: its evidence generated again from the seed, and what the detectors made of it. */
import type { AccountDetail, AccountPost, SpectrumBand } from "./account-detail.ts"
import { burstEnd, reliabilityOf } from "./detection/reports/report-reliability.ts"
import { type Evidence, INTERACTION_KINDS, LANGUAGES, NONE, type Reports } from "./evidence/evidence.ts"
import { type Notes, nearDuplicatesOf, repeatsOf } from "./inspection/duplicates.ts"
import { gapsOf } from "./inspection/gaps.ts"
import { mediaOf, usualSpectrum } from "./inspection/pictures.ts"
import { sharedObjects } from "./inspection/together.ts"
import { detectorsOf, type Judging } from "./judgement.ts"
import { GRADES, gradeOf } from "./policy/definition.ts"
import { renderNote } from "./population/language/index.ts"
import { operatorOf } from "./population/operators.ts"
import { personaOf } from "./population/persona.ts"
import { generateTile } from "./population/tile.ts"
import type { World } from "./population/world.ts"
import type { Run } from "./run.ts"

/** Neighbours shown, and of those found by one detector, how many are read. */
const MOST_NEIGHBOURS = 50
const MOST_READ = 20

/** Everything about one run that accounts are inspected with. */
export interface Inspection extends Judging {
  /** The run's world with its posts' times. */
  readonly world: World
  /** Taken when it is first asked for. */
  readonly usualSpectrum: () => SpectrumBand | null
}

export function openInspection(judging: Judging, world: World): Inspection {
  let usual: SpectrumBand | null | undefined
  return {
    ...judging,
    world,
    usualSpectrum() {
      if (usual === undefined) usual = usualSpectrum(world)
      return usual
    },
  }
}

export function inspectAccount(inspection: Inspection, account: number): AccountDetail {
  const { run, world } = inspection
  const tile = generateTile(world, account, account + 1)
  const neighbours = neighboursOf(run, account)
  const read = readerOf(world, neighbours)
  return {
    account,
    profile: profileOf(world, account),
    risk: run.columns.risk[account],
    truth: truthOf(inspection, account),
    detectors: detectorsOf(inspection, account),
    posts: postsOf(tile, read("near-duplicate-text"), read("synthetic-media")),
    interactions: interactionsOf(tile),
    reports: reportsOf(tile),
    neighbours: withObjects(neighbours, tile, read("co-action"), world.scenario.detectors.coActionWindow),
    gaps: gapsOf(world, account),
    usualSpectrum: inspection.usualSpectrum(),
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

type Neighbour = Omit<AccountDetail["neighbours"][number], "objects">

function neighboursOf({ pairs }: Run, account: number): Neighbour[] {
  const found: Neighbour[] = []
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

/** Reads the strongest neighbours that a detector found; each account is generated once, whoever found it. */
function readerOf(world: World, neighbours: readonly Neighbour[]): (detector: string) => Evidence[] {
  const tiles = new Map<number, Evidence>()
  function tileOf(account: number): Evidence {
    const tile = tiles.get(account) ?? generateTile(world, account, account + 1)
    tiles.set(account, tile)
    return tile
  }
  return (detector) =>
    neighbours
      .filter((neighbour) => neighbour.detector === detector)
      .slice(0, MOST_READ)
      .map(({ account }) => tileOf(account))
}

function withObjects(
  neighbours: readonly Neighbour[],
  tile: Evidence,
  partners: readonly Evidence[],
  window: number,
): AccountDetail["neighbours"] {
  return neighbours.map((neighbour) => {
    const partner =
      neighbour.detector === "co-action"
        ? partners.find(({ firstAccount }) => firstAccount === neighbour.account)
        : undefined
    return { ...neighbour, objects: partner ? sharedObjects(tile, partner, window) : [] }
  })
}

function timedNotesOf(tile: Evidence): Notes {
  const { firstAccount, periodStart, posts } = tile
  return {
    account: firstAccount,
    notes: notesOf(tile),
    times: Array.from(posts!.time, (seconds) => periodStart + seconds),
  }
}

function postsOf(tile: Evidence, writers: readonly Evidence[], owners: readonly Evidence[]): AccountPost[] {
  const timed = timedNotesOf(tile)
  const { notes, times } = timed
  const repeats = repeatsOf(timed)
  const duplicates = nearDuplicatesOf(notes, writers.map(timedNotesOf))
  const media = mediaOf(tile, owners)
  return notes.map((note, post) => ({
    time: times[post],
    text: renderNote(note, 0, note.length),
    nearDuplicate: duplicates[post],
    repeats: repeats[post],
    media: media[post],
  }))
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
  const burst = burstSizes(reports!)
  return Array.from(time, (seconds, k) => {
    const reliability = reliabilityOf(reporterUpheld[k], reporterDecided[k])
    return {
      time: periodStart + seconds,
      reporter: reporter[k],
      reporterDecided: reporterDecided[k],
      reporterUpheld: reporterUpheld[k],
      reliability,
      burst: burst[k],
      counted: reliability / burst[k],
    }
  })
}

/** Of each report of the tile's only account: how many came in its six hours. */
function burstSizes(reports: Reports): number[] {
  const sizes: number[] = []
  while (sizes.length < reports.time.length) {
    const first = sizes.length
    const size = burstEnd(reports, first, reports.time.length) - first
    for (let k = 0; k < size; k++) sizes.push(size)
  }
  return sizes
}
