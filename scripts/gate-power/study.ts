/** The study: every change of the catalogue, in every setting, checked again and again on populations of its own. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { digestOf } from "../../src/core/digest.ts"
import { CHANGES } from "./catalogue.ts"
import type { Change } from "./changes.ts"
import type { Mix } from "./populations.ts"
import { count, emptyTally, type Tally } from "./tally.ts"
import { gate } from "./trial.ts"
import { type Truth, truthOf } from "./truth.ts"
import type { Universe } from "./universe.ts"
import { versionsOf } from "./versions.ts"

export interface Folder {
  readonly mix: Mix
  readonly universe: Universe
}

/** `share`: of the checks, since those of more accounts take longer. */
export const SETTINGS = [
  { id: "5,000", accounts: 5_000, scenarios: 1, share: 1 },
  { id: "20,000", accounts: 20_000, scenarios: 1, share: 0.5 },
  { id: "4 x 5,000", accounts: 5_000, scenarios: 4, share: 0.5 },
] as const
export type Setting = (typeof SETTINGS)[number]

/** Of changes that must not be found as many checks more, as a rate near 0 needs them. */
const MORE_CHECKS = 3

export interface Studied {
  readonly change: Change
  /** What it does to all accounts of the first folder's universe. */
  readonly truth: Truth
  /** By SETTINGS; null where it was not tried. */
  readonly tallies: readonly (Tally | null)[]
}

/** Of a folder of several scenarios, a few of each family suffice to see what more tests cost. */
const IN_FOLDERS =
  /^(seeds-apart|rounded|noise-0.05|blind-clock|blind-response|hit-0.2|weak-0.2|weak-0.4|threshold-0.1)/

interface StudyOptions {
  /** Checks of each change and setting. */
  readonly checks: number
  /** Where finished tallies are kept, and taken from when the study is resumed; null to keep none. */
  readonly keep: { readonly folder: string; readonly resume: boolean } | null
  readonly onTally: (name: string, tally: Tally) => void
}

/** `folders`: the first is the one that a single scenario is of. */
export function study(
  folders: readonly Folder[],
  settings: readonly Setting[],
  options: StudyOptions,
): Studied[] {
  return CHANGES.map((change) => ({
    change,
    truth: trueEffect(change, folders[0]!),
    tallies: SETTINGS.map((setting) => {
      const isTried = settings.includes(setting) && (setting.scenarios === 1 || IN_FOLDERS.test(change.id))
      return isTried ? tallyOf(change, setting, folders.slice(0, setting.scenarios), options) : null
    }),
  }))
}

/** Where both versions draw from the same, none. */
function trueEffect(change: Change, { mix, universe }: Folder): Truth {
  const truth = truthOf(versionsOf(mix, change)(universe.all, 0))
  if (change.family !== "none") return truth
  return Object.fromEntries(Object.keys(truth).map((name) => [name, 0]))
}

function tallyOf(
  change: Change,
  { id, accounts, share }: Setting,
  folders: readonly Folder[],
  { checks, keep, onTally }: StudyOptions,
): Tally {
  const times = Math.round((change.family === "none" ? MORE_CHECKS : 1) * share * checks)
  const digests = folders.map(({ universe }) => universe.all.manifest.digest)
  const key = digestOf([change.id, id, String(times), ...digests]).slice(0, 20)
  const file = keep && join(keep.folder, `tally-${key}.json`)
  if (file && keep.resume && existsSync(file)) {
    const { rows, ...kept } = JSON.parse(readFileSync(file, "utf8"))
    return { ...kept, rows: new Map(rows) }
  }
  const versions = folders.map(({ mix }) => versionsOf(mix, change))
  const tally = emptyTally()
  for (let number = 0; number < times; number++) {
    const pairs = folders.map(({ universe }, at) => versions[at]!(universe.drawn(accounts, number), number))
    count(tally, gate(pairs))
  }
  if (file) writeFileSync(file, JSON.stringify({ ...tally, rows: [...tally.rows] }))
  onTally(`${id} accounts, ${change.id}`, tally)
  return tally
}
