/**
 * docs/results.md: its tables are made, between markers, and its words are written by hand.
 *
 * The first table says what the figures belong to: it can be made without running anything, so that a test sees when
 * figures are stale.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { estimateOf } from "../../src/cli/transfer-text.ts"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { detectorsNamed } from "../../src/core/detection/registry.ts"
import { digestOf } from "../../src/core/digest.ts"
import { generatorVersion } from "../../src/core/generator-version.ts"
import { STRATEGY_NAMES, type StrategyName } from "../../src/core/rounds/index.ts"
import { movingSettings } from "../../src/core/scenario/moving.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { count, decimal, percentage } from "../../src/report/plain-numbers.ts"
import { MAX_FPRS, type RunFigures } from "./figures.ts"

export const DOCUMENT = "docs/results.md"
export const SCENARIOS = ["quickstart", "hard-humans", "stealth", "coordinated"] as const

/** A scenario that comes with Assay, by its name; `root` is the project's folder. */
export function bundledScenario(root: string, name: string): Scenario {
  const file = join(root, "simulations", `${name}.yaml`)
  return parseScenario(readFileSync(file, "utf8"), file)
}

/** What figures depend on and can be told without a run. */
export const belongsTo = (root: string): string =>
  markdownTable(
    ["made by", "version or checksum"],
    [...madeBy(root, SCENARIOS), ...STRATEGY_NAMES.map((name) => roundsRow(root, name))],
  )

function roundsRow(root: string, strategy: StrategyName): string[] {
  const scenario = bundledScenario(root, join("rounds", strategy))
  const text = JSON.stringify([movingSettings(scenario), scenario.rounds])
  return [`settings of \`rounds/${strategy}\``, `\`${short(digestOf([text]))}\``]
}

/** What all figures of these scenarios depend on, one row each. */
export function madeBy(root: string, scenarios: readonly string[]): string[][] {
  const golden = JSON.parse(readFileSync(join(root, "test/golden/runs.json"), "utf8"))
  const versions = detectorsNamed(DETECTOR_IDS).map(({ id, version }) => `\`${id}\` ${version}`)
  return [
    ["generator and lexicon", generatorVersion],
    ["detectors", versions.join(", ")],
    ["committed digest of `tiny`, which fusion moves as well", `\`${short(golden.tiny.digest)}\``],
    ...scenarios.map((name) => [`settings of \`${name}\``, `\`${settingsOf(bundledScenario(root, name))}\``]),
  ]
}

const settingsOf = (scenario: Scenario) => short(digestOf([JSON.stringify(movingSettings(scenario))]))

const short = (digest: string) => digest.slice(0, 12)

/** All tables of runs by the names of their markers. */
export function tablesOf(root: string, runs: readonly RunFigures[]): Record<string, string> {
  return {
    "belongs to": belongsTo(root),
    runs: runsTable(runs),
    fused: fusedTable(runs),
    cohorts: cohortsTable(runs),
    transfer: transferTable(runs),
    detectors: detectorsTable(runs),
  }
}

const area = estimateOf(decimal)
const share = estimateOf(percentage)
const RECALLS = MAX_FPRS.map((maxFpr) => `recall at FPR ${Number((100 * maxFpr).toPrecision(12))} %`)

const runsTable = (runs: readonly RunFigures[]) =>
  markdownTable(
    ["scenario", "run", "seed", "accounts", "AI-managed", "operators"],
    runs.map(({ scenario, run, seed, accounts, aiManaged, operators }) => [
      `\`${scenario}\``,
      `\`${run}\``,
      `\`${seed}\``,
      count(accounts),
      `${count(aiManaged)} (${percentage(aiManaged / accounts)})`,
      count(operators),
    ]),
  )

const fusedTable = (runs: readonly RunFigures[]) =>
  markdownTable(
    ["scenario", "AUC", "average precision", ...RECALLS],
    runs.map(({ scenario, auc, averagePrecision, recalls }) => [
      `\`${scenario}\``,
      area(auc),
      area(averagePrecision),
      ...recalls.map(share),
    ]),
  )

const cohortsTable = (runs: readonly RunFigures[]) =>
  markdownTable(
    ["scenario", "worst cohort", "its authentic accounts", "its FPR", "worst of"],
    runs.map(({ scenario, worst }) => [
      `\`${scenario}\``,
      `${worst.kind} \`${worst.name}\``,
      count(worst.authentic),
      share(worst.falsePositiveRate),
      `${worst.among} cohorts`,
    ]),
  )

function transferTable(runs: readonly RunFigures[]): string {
  const rows = runs.flatMap(({ scenario, transfer }) => {
    const { seen, heldOut, aucDifference, recalls } = transfer
    // The first recall of `assay why` is at the scenario's threshold, which is another one in every scenario.
    const chosen = recalls.slice(1)
    return [
      [`\`${scenario}\``, "accounts (operators)", sizeOf(seen), sizeOf(heldOut), ""],
      ["", "AUC", area(seen.auc), area(heldOut.auc), area(aucDifference)],
      ...chosen.map((recall, k) => [
        "",
        RECALLS[k],
        share(recall.seen),
        share(recall.heldOut),
        share(recall.difference),
      ]),
      ["", "held out", "", heldOut.archetypes.map((id) => `\`${id}\``).join(", "), ""],
    ]
  })
  return markdownTable(["scenario", "figure", "seen", "held out", "seen less held out"], rows)
}

const sizeOf = ({ aiManaged, operators }: RunFigures["transfer"]["seen"]) =>
  `${count(aiManaged)} (${count(operators)})`

const detectorsTable = (runs: readonly RunFigures[]) =>
  markdownTable(
    ["detector", ...runs.map(({ scenario }) => `\`${scenario}\``)],
    runs[0].alone.map(({ id }) => [
      `\`${id}\``,
      ...runs.map(({ alone }) => area(alone.find((one) => one.id === id)!.auc)),
    ]),
  )

export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`
  return line(heading) + line(heading.map(() => "---")) + rows.map(line).join("")
}

/** The made text between a marker and its end; an Error when the document, whose file is `file`, has no such marker. */
export function madeText(document: string, name: string, file: string = DOCUMENT): string {
  const found = between(name).exec(document)
  if (found === null) throw new Error(`${file} must have <!-- ${name} --> ... <!-- end -->, found none`)
  return found[0]
}

/** The document with all made texts replaced. */
export function withTables(
  document: string,
  tables: Readonly<Record<string, string>>,
  file: string = DOCUMENT,
): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    madeText(text, name, file)
    return text.replace(between(name), () => table)
  }, document)
}

const between = (name: string) => new RegExp(`(?<=<!-- ${name} -->\\n).*?(?=<!-- end -->)`, "s")
