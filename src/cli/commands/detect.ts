/** assay detect: the detectors over a real event log. */
import { stat } from "node:fs/promises"
import type { Command } from "commander"
import { detectEvidence, type EvidenceDetection } from "../../core/detection/detect-evidence.ts"
import { DETECTOR_IDS } from "../../core/detection/ids.ts"
import type { Plugin } from "../../core/detection/plugin.ts"
import { detectorsNamed } from "../../core/detection/registry.ts"
import { DataError, UsageError } from "../../core/errors.ts"
import { inProcess } from "../../core/tasks.ts"
import { requireFormat, writeTable } from "../../store/export.ts"
import { LOG_FIELDS, type LogEvidence, readLog } from "../../store/log.ts"
import { placesFor, print, printJson } from "../context.ts"
import { couldNotRun, rankDetection } from "../detection.ts"
import { detectionText } from "../detection-text.ts"
import { hearing } from "../heard.ts"
import { interruption, stopIfInterrupted } from "../interruption.ts"
import { addToMapping, completeMapping, type PartialMapping } from "../mapping.ts"
import { examples, jsonOption, wholeNumber } from "../options.ts"
import { detectorOption, openGivenPlugins, type PluginOptions, programOption } from "../plugins.ts"
import { progressLine } from "../talk.ts"

interface Options extends PluginOptions {
  readonly map: PartialMapping
  readonly window: number
  readonly out?: string
  readonly top: number
  readonly json?: boolean
}

export function addDetect(program: Command): void {
  program
    .command("detect")
    .summary("run the detectors over a real event log")
    .description(
      "Run every detector whose evidence is in a real event log, rank the accounts and say why. A log has no truth, " +
        "so scores are not fused: accounts are ranked by repeated co-action, then by the mean of their scores.",
    )
    .argument("<log>", "a .csv, .tsv, .jsonl or .ndjson file, each also .gz, or .parquet; one row an action")
    .requiredOption(
      "--map <field=column,...>",
      `which column holds what; account and time are needed, the rest is optional: ${LOG_FIELDS.join(", ")}`,
      addToMapping,
    )
    .option(
      "--window <seconds>",
      "two actions on one object at most this far apart are co-action",
      wholeNumber("--window", 1, 86_400),
      60,
    )
    .option(
      "--out <file>",
      "write every account's scores and reasons as .csv, .jsonl (each also .gz) or .parquet; a file of this name " +
        "is replaced, missing folders are made",
    )
    .addOption(detectorOption())
    .addOption(programOption())
    .option("--top <n>", "accounts to print", wholeNumber("--top", 0, 1_000_000), 20)
    .addOption(jsonOption())
    .addHelpText("after", `${FIELDS}\n${EXAMPLES}`)
    .action(detectLog)
}

/** Below the help of a command with --map. */
export const FIELDS = `
Fields of --map:
  account  who acted
  time     when: unix seconds, milli-, micro- or nanoseconds, or ISO 8601
  object   what was acted on: a post, a link, a hashtag
  hash     a media fingerprint; the object when none is mapped
  target   the account acted upon; the object when neither of these is mapped
  text     what was written
  kind     post, like, comment, reply, follow, share, save or report;
           without it every row is a post, and an action on its object`

const EXAMPLES = examples({
  "assay detect log.csv --map account=user,time=at,object=url": "who shares the same links together",
  "assay detect log.jsonl.gz --map account=user,time=at,text=body --out scores.csv":
    "posting rhythm and near-duplicate text, every account's scores in a file",
  "assay detect log.csv --map account=user,time=at --detector late-replies.ts":
    "with a detector of your own beside the others",
})

async function detectLog(file: string, options: Options): Promise<void> {
  const mapping = completeMapping(options.map)
  const written = options.out ?? null
  // Told before the work, not after it.
  if (written !== null) {
    requireFormat(written)
    await requireAnotherFile(file, written)
  }
  const progress = progressLine()
  // Without plug-ins nothing else has to be ended, and a signal ends the process at once.
  const signal = options.detector || options.program ? interruption() : new AbortController().signal
  const heard = hearing()
  const { plugins, unopened } = await openGivenPlugins({
    places: placesFor(undefined),
    options,
    signal,
    heard,
  })
  const { log, detection } = await detectIn(file, mapping, options.window, plugins, progress.show).finally(
    () => {
      progress.clear()
      heard.end()
    },
  )
  stopIfInterrupted(signal)
  requireOne(file, log, detection)
  const ranked = rankDetection(log, detection, unopened)
  if (written !== null) await writeTable(written, ranked.columns())
  const report = ranked.report({ log: file, window: options.window, top: options.top, written })
  if (options.json) await printJson(report)
  else await print(detectionText(report, ranked))
}

/** Scores must not replace the log that they come from, by whatever name or link it is called. */
async function requireAnotherFile(log: string, out: string): Promise<void> {
  // In whole numbers of any size: 64-bit inodes do not fit a double.
  const [read, replaced] = await Promise.all(
    [log, out].map((path) => stat(path, { bigint: true }).catch(() => null)),
  )
  if (!read || !replaced || read.dev !== replaced.dev || read.ino !== replaced.ino) return
  throw new UsageError(`--out must not be the log itself: ${out} is the same file as ${log}`)
}

type Show = (stage: string, fraction: number) => void

async function detectIn(
  file: string,
  mapping: ReturnType<typeof completeMapping>,
  window: number,
  plugins: readonly Plugin[],
  show: Show,
) {
  const log = await readLog(file, mapping, { onProgress: (stage, fraction) => show(stage, 0.5 * fraction) })
  const detection = await detectEvidence(
    detectorsNamed(DETECTOR_IDS),
    log.evidence,
    log.size,
    log.fields,
    { coActionWindow: window },
    inProcess,
    (fraction) => show("detecting", 0.5 + 0.5 * fraction),
    plugins,
  )
  return { log, detection }
}

function requireOne(file: string, log: LogEvidence, detection: EvidenceDetection) {
  if (detection.ran.length + detection.plugins.length > 0) return
  const reasons = couldNotRun(log, detection).map(({ id, why }) => `${id}: ${why}`)
  throw new DataError(`${file}: no detector could run: ${reasons.join("; ")}`)
}
