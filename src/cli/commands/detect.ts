/**
 * assay detect: the detectors over a real event log.
 *
 * A log has no truth to learn weights from, so its scores are not fused. Accounts are ranked by repeated co-action
 * where it could run, because repetition tells coordination from chance and a scheduler's rhythm does not; ties,
 * and logs without objects, by the mean of the scores that there are.
 */
import type { Command } from "commander"
import { populationView, rowOf } from "../../core/detection/detect.ts"
import { detectEvidence, type EvidenceDetection } from "../../core/detection/detect-evidence.ts"
import { DETECTOR_IDS } from "../../core/detection/ids.ts"
import { detectorsNamed } from "../../core/detection/registry.ts"
import { UsageError } from "../../core/errors.ts"
import { inProcess } from "../../core/tasks.ts"
import { writeTable } from "../../store/export.ts"
import { LOG_FIELDS, type LogEvidence, type LogMapping, readLog } from "../../store/log.ts"
import { print, printJson, wholeNumber } from "../context.ts"
import { count, decimal, table } from "../table.ts"
import { progressLine } from "../talk.ts"

interface Options {
  readonly map: LogMapping
  readonly window: number
  readonly out?: string
  readonly top: number
  readonly json?: boolean
}

const MAPPABLE = LOG_FIELDS.join(", ")

export function addDetect(program: Command): void {
  program
    .command("detect")
    .description("Run the detectors over a real event log (CSV, JSONL or Parquet, also gzip).")
    .argument("<log>", "the file")
    .requiredOption("--map <field=column,...>", `which column holds what; fields: ${MAPPABLE}`, parseMapping)
    .option("--window <seconds>", "two actions on one object this close count as together", wholeNumber("--window", 1, 86_400), 60)
    .option("--out <file>", "write every account's scores and reasons as .csv, .jsonl or .parquet")
    .option("--top <n>", "accounts to print", wholeNumber("--top", 0, 1_000_000), 20)
    .option("--json", "print one JSON object (docs/json.md)")
    .action(detectLog)
}

/** "account=account_id,object=url_id" -> { account: "account_id", object: "url_id" } */
export function parseMapping(text: string): LogMapping {
  const mapping: Record<string, string> = {}
  for (const part of text.split(",")) {
    const [field, ...column] = part.split("=")
    const name = column.join("=").trim()
    if (!LOG_FIELDS.some((known) => known === field.trim()) || name === "") {
      throw new UsageError(`--map must be field=column pairs joined by commas, fields ${MAPPABLE}; got ${part}`)
    }
    if (mapping[field.trim()] !== undefined) throw new UsageError(`--map names ${field.trim()} twice`)
    mapping[field.trim()] = name
  }
  if (!mapping.account || !mapping.time) throw new UsageError("--map must name account and time")
  return mapping as unknown as LogMapping
}

async function detectLog(file: string, options: Options): Promise<void> {
  const progress = progressLine()
  const log = await readLog(file, options.map, { onProgress: (stage, fraction) => progress.show(stage, 0.5 * fraction) })
  const settings = { coActionWindow: options.window }
  const detection = await detectEvidence(
    detectorsNamed(DETECTOR_IDS),
    log.evidence,
    log.size,
    log.fields,
    settings,
    inProcess,
    (fraction) => progress.show("detecting", 0.5 + 0.5 * fraction),
  ).finally(() => progress.clear())
  const ranking = rank(detection, log.size.accounts)
  if (options.out !== undefined) await writeScores(options.out, log, detection, ranking)
  if (options.json) await printJson(toJson(file, log, detection, ranking, options))
  else await print(toText(log, detection, ranking, options))
}

/** Account numbers, the most suspicious first. */
function rank({ scores }: EvidenceDetection, accounts: number): Uint32Array {
  const first = scores["co-action"]
  const mean = new Float64Array(accounts).map((_, account) => {
    const present = Object.values(scores).flatMap((score) => (Number.isNaN(score[account]) ? [] : [score[account]]))
    return present.length > 0 ? present.reduce((sum, score) => sum + score, 0) / present.length : -1
  })
  const lead = (account: number) => (first && !Number.isNaN(first[account]) ? first[account] : 0)
  return new Uint32Array(accounts)
    .map((_, account) => account)
    .sort((a, b) => lead(b) - lead(a) || mean[b] - mean[a] || a - b)
}

function reasonsFor({ ran, features }: EvidenceDetection): (account: number) => string[] {
  const views = ran.map((detector) => populationView(features[detector.id]))
  return (account) =>
    ran.flatMap((detector, k) => detector.reasons(rowOf(detector, features[detector.id], account), views[k])).map(({ text }) => text)
}

async function writeScores(file: string, log: LogEvidence, detection: EvidenceDetection, ranking: Uint32Array): Promise<void> {
  const reasons = reasonsFor(detection)
  const inOrder = <Value>(of: (account: number, position: number) => Value) => Array.from(ranking, of)
  const orNull = (value: number) => (Number.isNaN(value) ? null : value)
  await writeTable(file, [
    { name: "account", values: inOrder((account) => log.accountNames[account]) },
    { name: "rank", values: inOrder((_, position) => position + 1) },
    ...detection.ran.map(({ id }) => ({ name: id, values: inOrder((account) => orNull(detection.scores[id][account])) })),
    { name: "reasons", values: inOrder((account) => reasons(account).join("; ")) },
  ])
}

/** Counts of co-action, whose names are part of the output. */
function coActionOf({ summaries }: EvidenceDetection, window: number) {
  const summary = summaries["co-action"]
  if (!summary) return null
  const { pairs, repeatedPairs, cappedEvents } = summary
  return { pairs, repeatedPairs, cappedEvents, window }
}

function toJson(file: string, log: LogEvidence, detection: EvidenceDetection, ranking: Uint32Array, options: Options) {
  const reasons = reasonsFor(detection)
  return {
    log: file,
    rows: log.rows,
    times: log.times,
    accounts: log.size.accounts,
    objects: log.objectNames.length,
    coAction: coActionOf(detection, options.window),
    detectors: detection.ran.map(({ id, layer }) => ({
      id,
      layer,
      judged: detection.scores[id].reduce((judged, score) => judged + (Number.isNaN(score) ? 0 : 1), 0),
      summary: detection.summaries[id],
    })),
    couldNotRun: couldNotRun(log, detection),
    written: options.out ?? null,
    top: Array.from(ranking.subarray(0, options.top), (account) => ({
      account: log.accountNames[account],
      scores: Object.fromEntries(detection.ran.map(({ id }) => [id, detection.scores[id][account]])),
      reasons: reasons(account),
    })),
  }
}

function couldNotRun(log: LogEvidence, detection: EvidenceDetection) {
  return detection.couldNotRun.map(({ detector, lacks }) => ({
    id: detector.id,
    layer: detector.layer,
    why: lacks.map((field) => log.missing.find((item) => item.field === field)?.why ?? `no ${field}`).join("; "),
  }))
}

function toText(log: LogEvidence, detection: EvidenceDetection, ranking: Uint32Array, options: Options): string {
  const { rows } = log
  const coAction = coActionOf(detection, options.window)
  const reasons = reasonsFor(detection)
  const top = ranking.subarray(0, options.top)
  return [
    `${count(rows.read)} rows read, ${count(rows.used)} used, ${count(rows.unreadable)} could not be read`,
    ...rows.reasons.map(({ reason, rows, example }) => `  ${count(rows)}: ${reason}, e.g. ${example}`),
    `${count(log.size.accounts)} accounts, ${count(log.objectNames.length)} objects, ${count(log.size.interactions)} actions on them`,
    "",
    ...detection.ran.map(({ id, layer }) => `ran        ${id} (${layer})`),
    ...couldNotRun(log, detection).map(({ id, layer, why }) => `could not  ${id} (${layer}): ${why}`),
    ...(coAction
      ? [
          "",
          `Co-action within ${options.window} s: ${count(coAction.pairs)} pairs of accounts, ` +
            `${count(coAction.repeatedPairs)} of them on two or more objects`,
        ]
      : []),
    "",
    table(
      ["rank", "account", ...detection.ran.map(({ id }) => id)],
      Array.from(top, (account, k) => [
        k + 1,
        log.accountNames[account],
        ...detection.ran.map(({ id }) => decimal(detection.scores[id][account])),
      ]),
    ),
    "",
    ...Array.from(top.subarray(0, 5), (account) => `${log.accountNames[account]}: ${reasons(account).join("; ") || "nothing stands out"}`),
    ...(options.out === undefined ? ["", "Write every account's scores and reasons with --out FILE."] : ["", `Written to ${options.out}`]),
  ].join("\n")
}
