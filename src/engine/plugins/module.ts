/** A module plug-in: loaded from TypeScript or JavaScript, and run through the whole contract of a detector. */
import { createJiti } from "jiti"
import { allocateObserved, detect, populationView, rowOf } from "../../core/detection/detect.ts"
import type { DetectionSettings, Detector, JoinPart, Linkage } from "../../core/detection/detector.ts"
import type { PluginDescription, PluginEvidence, PluginFindings } from "../../core/detection/plugin.ts"
import type { Evidence, EvidenceSize } from "../../core/evidence/evidence.ts"
import { watched } from "../../core/evidence/watched.ts"
import type { Executor } from "../../core/tasks.ts"
import { accountsText, type Beat, type Phase } from "./beat.ts"
import { parseDescription, requireSame } from "./description.ts"
import { messageOf, PluginFault } from "./hosted.ts"
import { ReasonsList, requireNumbers, requirePairs, shown, tilesFor } from "./judging.ts"

/** Scores and reasons are asked for one account after another; so many of them count as one piece of work. */
const PIECE_ACCOUNTS = 512

/** `kitFile`: what the module gets when it imports "assay". */
export async function loadModule(file: string, kitFile: URL, beat: Beat): Promise<Detector> {
  const kit = await import(/* @vite-ignore */ kitFile.href)
  // Transpiled anew every time: a cache that others may write to must not decide what is run.
  const transpiler = createJiti(file, { fsCache: false })
  const jiti = createJiti(file, {
    fsCache: false,
    virtualModules: { assay: kit },
    transform(options) {
      // Our time, not the module's.
      beat.idle()
      const code = transpiler.transform(options)
      beat.begin("loading")
      return { code }
    },
  })
  beat.begin("loading")
  const loaded = await jiti.import<{ default?: unknown }>(file).catch((cause) => {
    throw new PluginFault(`cannot be loaded: ${messageOf(cause)}`)
  })
  beat.idle()
  return requireDetector(loaded?.default)
}

/** A PluginFault says what it lacks. */
export function requireDetector(found: unknown): Detector {
  if (typeof found !== "object" || found === null)
    throw new PluginFault(
      `its default export must be a detector, as defineDetector returns it, got ${shown(found)}`,
    )
  parseDescription(descriptionOf(found as Detector))
  const { features, score, reasons, observe, linkage } = found as Detector
  if (features.length === 0) throw new PluginFault("features must be a list of one or more, got none")
  for (const [name, value] of Object.entries({ score, reasons }))
    if (typeof value !== "function") throw new PluginFault(`${name} must be a function, got ${shown(value)}`)
  if (observe === undefined && linkage === undefined)
    throw new PluginFault("it must have observe or linkage, got neither")
  return found as Detector
}

/** As it travels: numbers and text only. */
function descriptionOf({ id, layer, title, version, reads, features }: Detector): unknown {
  return JSON.parse(JSON.stringify({ id, layer, title, version, reads, features }))
}

export const describeModule = (detector: Detector): PluginDescription =>
  parseDescription(descriptionOf(detector))

export async function judgeByModule(
  loaded: Detector,
  description: PluginDescription,
  source: PluginEvidence,
  settings: DetectionSettings,
  beat: Beat,
  onDone: (fraction: number) => void,
): Promise<PluginFindings> {
  requireSame(describeModule(loaded), description)
  const { size } = source
  const detector = guarded(loaded, description, size.accounts, beat)
  const observed = prepared(detector, size)
  const { id, reads } = description
  for (const tile of tilesFor(source, reads)) {
    const { firstAccount, accountCount } = tile
    const end = firstAccount + accountCount
    const slices = Object.entries(observed.features[id]!).map(
      ([name, column]) => [name, column.subarray(firstAccount, end)] as const,
    )
    const shownTile = watched(tile, reads)
    detector.observe?.(shownTile, Object.fromEntries(slices))
    detector.linkage?.observe(shownTile, observed.links[id]!)
    onDone((0.8 * end) / size.accounts)
  }
  const offsets = offsetsOf(source)
  const found = await detect([detector], observed, size, offsets, settings, joining(detector), () => {})
  beat.idle()
  const features = found.features[id]!
  for (const [name, column] of Object.entries(features)) requireNumbers(column, name)
  const pairs = found.pairs[id]
  if (pairs) requirePairs(pairs, size.accounts)
  onDone(0.9)
  const score = found.scores[id]!
  return {
    score,
    features,
    pairs,
    summary: found.summaries[id]!,
    reasons: told(detector, features, score, beat),
  }
}

function prepared(detector: Detector, size: EvidenceSize) {
  try {
    return allocateObserved([detector], size)
  } catch (cause) {
    throw new PluginFault(`linkage.columns: ${messageOf(cause)}`)
  }
}

/** Copies: the world's own tell others where an account's posts are. */
function offsetsOf(source: PluginEvidence) {
  const none = new Uint32Array(source.size.accounts + 1)
  const { postOffset, interactionOffset } =
    source.kind === "world"
      ? source.world.columns
      : {
          postOffset: source.evidence.posts?.offset ?? none,
          interactionOffset: source.evidence.interactions?.offset ?? none,
        }
  return { postOffset: postOffset.slice(), interactionOffset: interactionOffset.slice() }
}

/** Joins partitions in this thread. */
function joining(detector: Detector): Executor {
  return {
    async run(tasks, onDone) {
      return tasks.map((task, at): JoinPart => {
        if (task.kind !== "join") throw new Error(`a plug-in has no task of kind ${task.kind}`)
        const part = detector.linkage!.join(task.partition, task.input)
        onDone(at + 1)
        return part
      })
    },
  }
}

function told(
  detector: Detector,
  features: Readonly<Record<string, Float32Array>>,
  score: Float32Array,
  beat: Beat,
): PluginFindings["reasons"] {
  const list = new ReasonsList()
  const view = populationView(features)
  for (const [account, value] of score.entries()) {
    beginPiece(beat, "reasons", account, score.length)
    if (Number.isNaN(value)) continue
    const row = rowOf(detector, features, account)
    list.add(
      account,
      caught(`reasons (account ${account})`, () => detector.reasons(row, view)),
    )
  }
  beat.idle()
  return list.told()
}

function beginPiece(beat: Beat, phase: Phase, account: number, accounts: number): void {
  if (account % PIECE_ACCOUNTS === 0)
    beat.begin(phase, account, Math.min(accounts, account + PIECE_ACCOUNTS) - 1)
}

type Call = <Result>(what: string, phase: Phase, first: number, last: number, work: () => Result) => Result

/** The same detector, whose every call tells what it is at and whose errors say where they were thrown. */
function guarded(detector: Detector, description: PluginDescription, accounts: number, beat: Beat): Detector {
  const call: Call = (what, phase, first, last, work) => {
    beat.begin(phase, first, last)
    const result = caught(what, work)
    beat.idle()
    return result
  }
  const ofTile = <Result>(what: string, { firstAccount, accountCount }: Evidence, work: () => Result) => {
    const last = firstAccount + accountCount - 1
    return call(`${what} (${accountsText(firstAccount, last)})`, "accounts", firstAccount, last, work)
  }
  let scored = 0
  return {
    ...description,
    ...(detector.observe && {
      observe: (tile, columns) => ofTile("observe", tile, () => detector.observe!(tile, columns)),
    }),
    ...(detector.linkage && { linkage: guardedLinkage(detector.linkage, call, ofTile) }),
    score(row) {
      beginPiece(beat, "scoring", scored, accounts)
      return caught(`score (account ${scored++})`, () => detector.score(row))
    },
    reasons: (row, population) => detector.reasons(row, population),
  }
}

function guardedLinkage(
  linkage: Linkage,
  call: Call,
  ofTile: <Result>(what: string, tile: Evidence, work: () => Result) => Result,
): Linkage {
  return {
    partitions: linkage.partitions,
    columns: (size) => call("linkage.columns", "merging", 0, 0, () => linkage.columns(size)),
    observe: (tile, columns) => ofTile("linkage.observe", tile, () => linkage.observe(tile, columns)),
    join: (partition, input) =>
      call(`linkage.join (partition ${partition})`, "joining", partition, 0, () =>
        linkage.join(partition, input),
      ),
    merge: (parts, input) => call("linkage.merge", "merging", 0, 0, () => linkage.merge(parts, input)),
  }
}

function caught<Result>(what: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw new PluginFault(`${what} threw ${messageOf(cause)}`, { cause })
  }
}
