/**
 * What the detectors made of a log, for tables, for programs and for a file.
 *
 * A log has no truth to learn weights from, so its scores are not fused. Accounts are ranked by repeated co-action
 * where it could run, because repetition tells coordination from chance and a scheduler's rhythm does not; ties,
 * and logs without objects, by the mean of the scores that there are.
 */
import { populationView, rowOf } from "../core/detection/detect.ts"
import type { EvidenceDetection } from "../core/detection/detect-evidence.ts"
import type { Layer, Reason } from "../core/detection/detector.ts"
import type { PluginDescription, PluginFailure } from "../core/detection/plugin.ts"
import { toldOf } from "../core/detection/told-reasons.ts"
import type { ExportColumn } from "../store/export.ts"
import type { LogEvidence, LogRows, TimeReading } from "../store/log.ts"

export interface CoActionCounts {
  /** Pairs of distinct accounts that acted on one object at most `window` seconds apart. */
  readonly pairs: number
  /** Those that did so on two or more distinct objects. */
  readonly repeatedPairs: number
  /** Actions in crowds that were held against the next 200 only; above 0, the counts of pairs are least numbers. */
  readonly cappedEvents: number
  /** Seconds. */
  readonly window: number
}

export interface RankedAccount {
  readonly rank: number
  readonly account: string
  /** By detector id; null without evidence to judge by. */
  readonly scores: Readonly<Record<string, number | null>>
  readonly reasons: readonly string[]
}

/** A reason that weighs less says next to nothing; tables for people leave it out. */
export const TELLING_WEIGHT = 0.2

/** `assay detect --json` prints it. */
export interface DetectionReport {
  readonly log: string
  readonly rows: LogRows
  readonly times: readonly TimeReading[]
  readonly accounts: number
  readonly objects: number
  readonly posts: number
  readonly interactions: number
  /** null when it could not run. */
  readonly coAction: CoActionCounts | null
  readonly detectors: readonly {
    readonly id: string
    readonly layer: Layer
    readonly judged: number
    readonly summary: Readonly<Record<string, number>>
  }[]
  readonly couldNotRun: readonly { readonly id: string; readonly layer: Layer; readonly why: string }[]
  /** Plug-ins that failed; the others judged without them. */
  readonly failures: readonly PluginFailure[]
  /** The file that every account's scores went to. */
  readonly written: string | null
  readonly top: readonly RankedAccount[]
}

export interface RankedDetection {
  report(options: {
    readonly log: string
    readonly window: number
    readonly top: number
    readonly written: string | null
  }): DetectionReport
  /** Reasons of at least TELLING_WEIGHT, of each of the first `top` accounts. */
  tellingReasons(top: number): string[][]
  /** Every account, the most suspicious first. */
  columns(): ExportColumn[]
}

/** `unopened`: plug-ins that could not even say what they are. */
export function rankDetection(
  log: LogEvidence,
  detection: EvidenceDetection,
  unopened: readonly PluginFailure[] = [],
): RankedDetection {
  const ranking = rankAccounts(detection, log.size.accounts)
  const reasons = reasonsFor(detection)
  const scoresOf = (account: number) =>
    Object.fromEntries(judgesOf(detection).map(({ id }) => [id, orNull(detection.scores[id]![account]!)]))
  const inOrder = <Value>(of: (account: number, position: number) => Value) => Array.from(ranking, of)
  return {
    report: ({ log: file, window, top, written }) => ({
      log: file,
      rows: log.rows,
      times: log.times,
      accounts: log.size.accounts,
      objects: log.objectNames.length,
      posts: log.size.posts,
      interactions: log.size.interactions,
      coAction: coActionOf(detection, window),
      detectors: detectorsOf(detection),
      couldNotRun: couldNotRun(log, detection),
      failures: [...unopened, ...detection.failures],
      written,
      top: Array.from(ranking.subarray(0, top), (account, position) => ({
        rank: position + 1,
        account: log.accountNames[account]!,
        scores: scoresOf(account),
        reasons: reasons(account).map(({ text }) => text),
      })),
    }),
    tellingReasons: (top) =>
      Array.from(ranking.subarray(0, top), (account) =>
        reasons(account)
          .filter(({ weight }) => weight >= TELLING_WEIGHT)
          .map(({ text }) => text),
      ),
    columns: () => [
      { name: "account", values: inOrder((account) => log.accountNames[account]!) },
      { name: "rank", values: inOrder((_, position) => position + 1) },
      ...judgesOf(detection).map(({ id }) => ({
        name: id,
        values: inOrder((account) => orNull(detection.scores[id]![account]!)),
      })),
      {
        name: "reasons",
        values: inOrder((account) =>
          reasons(account)
            .map(({ text }) => text)
            .join("; "),
        ),
      },
    ],
  }
}

/** The detectors that judged, built in or plug-ins. */
const judgesOf = ({
  ran,
  plugins,
}: EvidenceDetection): readonly Pick<PluginDescription, "id" | "layer">[] => [
  ...ran,
  ...plugins.map(({ description }) => description),
]

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

/** Account numbers, the most suspicious first. */
function rankAccounts({ scores }: EvidenceDetection, accounts: number): Uint32Array {
  const first = scores["co-action"]
  const mean = new Float64Array(accounts).map((_, account) => meanPresent(Object.values(scores), account))
  const lead = (account: number) => (first && !Number.isNaN(first[account]) ? first[account]! : 0)
  return new Uint32Array(accounts)
    .map((_, account) => account)
    .sort((a, b) => lead(b) - lead(a) || mean[b]! - mean[a]! || a - b)
}

/** Mean of the scores that an account has; -1, below all others, when it has none. */
function meanPresent(scores: readonly Float32Array[], account: number): number {
  let sum = 0
  let present = 0
  for (const score of scores) {
    if (Number.isNaN(score[account])) continue
    sum += score[account]!
    present++
  }
  return present > 0 ? sum / present : -1
}

function reasonsFor({ ran, features, reasons }: EvidenceDetection): (account: number) => Reason[] {
  const views = ran.map((detector) => populationView(features[detector.id]!))
  const told = Object.values(reasons)
  return (account) => [
    ...ran.flatMap((detector, k) =>
      detector.reasons(rowOf(detector, features[detector.id]!, account), views[k]!),
    ),
    ...told.flatMap((reasons) => toldOf(reasons, account)),
  ]
}

function coActionOf({ summaries }: EvidenceDetection, window: number): CoActionCounts | null {
  const summary = summaries["co-action"]
  if (!summary) return null
  const { pairs = 0, repeatedPairs = 0, cappedEvents = 0 } = summary
  return { pairs, repeatedPairs, cappedEvents, window }
}

function detectorsOf(detection: EvidenceDetection): DetectionReport["detectors"] {
  const { scores, summaries } = detection
  return judgesOf(detection).map(({ id, layer }) => ({
    id,
    layer,
    judged: scores[id]!.reduce((judged, score) => judged + (Number.isNaN(score) ? 0 : 1), 0),
    summary: summaries[id] ?? {},
  }))
}

/** Why each detector without evidence could not run, in the words of the log's reader. */
export function couldNotRun(log: LogEvidence, detection: EvidenceDetection): DetectionReport["couldNotRun"] {
  const whyNot = (field: string) => log.missing.find((item) => item.field === field)?.why ?? `no ${field}`
  return detection.couldNotRun.map(({ detector: { id, layer }, lacks }) => {
    return { id, layer, why: [...new Set(lacks.map(whyNot))].join("; ") }
  })
}
