/** What the detectors made of a log as text. */
import { count, counted, decimal } from "../report/plain-numbers.ts"
import { type DetectionReport, type RankedDetection, TELLING_WEIGHT } from "./detection.ts"
import { table } from "./table.ts"

/** Accounts whose reasons are told in words. */
const EXPLAINED = 5

export function detectionText(report: DetectionReport, ranked: RankedDetection): string {
  const blocks = [
    logLines(report),
    [detectorTable(report)],
    coActionLines(report),
    report.top.length > 0 ? [rankingTable(report)] : [],
    reasonLines(report, ranked),
    [writtenLine(report)],
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")
}

function logLines({ rows, times, accounts, objects, posts, interactions }: DetectionReport): string[] {
  const units = times.map(({ unit, rows: read }) =>
    times.length > 1 ? `${unit} (${count(read)} rows)` : unit,
  )
  return [
    `${counted(rows.read, "row")} read, ${count(rows.used)} used, ${count(rows.unreadable)} could not be read`,
    ...rows.reasons.map(
      ({ reason, rows: lines, example }) => `  ${count(lines)}: ${reason}, e.g. ${example}`,
    ),
    `${counted(accounts, "account")}, ${counted(posts, "post")}, ${counted(interactions, "action")} on ${counted(objects, "object")}; ` +
      `times read as ${units.join(" and ")}`,
  ]
}

function detectorTable({ detectors, couldNotRun, failures }: DetectionReport): string {
  const ran = detectors.map(({ id, layer, judged }) => [id, layer, `judged ${counted(judged, "account")}`])
  const not = couldNotRun.map(({ id, layer, why }) => [id, layer, `could not run: ${why}`])
  const failed = failures.map(({ detector, message }) => [detector, "", `failed: ${message}`])
  return table(["detector", "layer", ""], [...ran, ...not, ...failed])
}

function coActionLines({ coAction }: DetectionReport): string[] {
  if (!coAction) return []
  const { pairs, repeatedPairs, cappedEvents, window } = coAction
  const capped =
    cappedEvents > 0
      ? `; these are least numbers, since ${count(cappedEvents)} actions in crowds were held against the next 200 only`
      : ""
  return [
    `Co-action within ${window} s: ${counted(pairs, "pair")} of accounts, ${count(repeatedPairs)} of them on two or ` +
      `more objects${capped}`,
  ]
}

function rankingTable({ top, detectors }: DetectionReport): string {
  return table(
    ["rank", "account", ...detectors.map(({ id }) => id)],
    top.map(({ rank, account, scores }) => [
      rank,
      account,
      ...detectors.map(({ id }) => decimal(scores[id] ?? null)),
    ]),
  )
}

function reasonLines({ top }: DetectionReport, ranked: RankedDetection): string[] {
  const explained = top.slice(0, EXPLAINED)
  if (explained.length === 0) return []
  const reasons = ranked.tellingReasons(explained.length)
  return [
    `Reasons that weigh ${TELLING_WEIGHT} or more (of 0 to 1); all of them with --json or --out`,
    ...explained.map(({ account }, k) => `${account}: ${reasons[k]!.join("; ") || "nothing stands out"}`),
  ]
}

function writtenLine({ written, accounts }: DetectionReport): string {
  return written === null
    ? "Write every account's scores and reasons with --out FILE."
    : `Scores and reasons of ${counted(accounts, "account")} written to ${written}`
}
