/**
 * docs/json.md against what the commands print: every printed field is documented, every documented one printed, and
 * the samples are parts of real output. Whatever alters the numbers on purpose renews them with
 *   UPDATE_GOLDEN=1 npx vitest run --project unit test/golden test/cli/json.test.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { LogisticFusion } from "../../src/core/detection/fusion/model.ts"
import type { CheckReport } from "../../src/core/gate/report.ts"
import type { RoundsReport } from "../../src/core/rounds/index.ts"
import type { SavedModel } from "../../src/core/saved-model.ts"
import type { WhyReport } from "../../src/core/why.ts"
import { openStore } from "../../src/store/store.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { csvOf, ROWS, writeLogs } from "./logs.ts"
import { followsMany, put, small } from "./plugin-files.ts"
import { GIVEAWAY, pretty, revised } from "./samples.ts"
import { BUILD, writeStandIn } from "./stand-in.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const DOCUMENT = "docs/json.md"

const sections = new Map(
  readFileSync(DOCUMENT, "utf8")
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf("\n")), text] as const),
)

/** Fields of a section's table; a row whose unit links to another section stands for the fields there. */
function documented(section: string): string[] {
  const rows = sections.get(section)!.matchAll(/^\| `([^`]+)` \|.*\| (?:\[([^\]]+)\]\(#[\w-]+\)|[^|]+) \|$/gm)
  return [...rows].flatMap(([, field, link]) => {
    if (link === undefined) return [field!]
    const name = [...sections.keys()].find((title) => title.toLowerCase() === link)!
    return documented(name).map((inner) => `${field}.${inner}`)
  })
}

const example = (section: string): unknown =>
  JSON.parse(/```json\n(.*?)```/s.exec(sections.get(section)!)![1]!)

/** Puts another sample into a section, on disk as well. */
function renew(section: string, sample: unknown) {
  const before = sections.get(section)!
  const after = before.replace(/```json\n.*?```/s, () => `\`\`\`json\n${pretty(sample)}\n\`\`\``)
  sections.set(section, after)
  writeFileSync(
    DOCUMENT,
    readFileSync(DOCUMENT, "utf8").replace(before, () => after),
  )
}

/** Paths of the leaves: `rows[].recall`. A list of plain values is a leaf; what is empty has none. */
function leaves(value: unknown, path = ""): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null)) {
    return value.flatMap((item) => leaves(item, `${path}[]`))
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
}

/** `timings.*` documents `timings.total`. */
function covers(field: string, path: string): boolean {
  return field.endsWith(".*") ? path.startsWith(field.slice(0, -1)) : field === path
}

/** A list or object that is null in one answer may be documented by its fields alone. */
const isParent = (path: string, fields: readonly string[]) =>
  fields.some((field) => field.startsWith(`${path}.`))

const undocumented = (paths: readonly string[], fields: readonly string[]) =>
  [...new Set(paths)].filter(
    (path) => !fields.some((field) => covers(field, path)) && !isParent(path, fields),
  )

/** What each section's command prints, in answers that together hold every field. */
const answers = new Map<string, unknown[]>()

/** What each section's sample is a part of. */
const sampled = new Map<string, unknown>()

beforeAll(async () => {
  const print = (...args: string[]) => assayJson(folder.path, ...args, "--json")
  const run = await putTinyRun(join(folder.path, "runs"))
  put(folder.path, { "good.ts": followsMany("follows-many"), "broken.ts": "export default {" })
  put(folder.path, { "bare.yaml": small("bare") })
  const given = ["--detector", "good.ts", "--detector", "broken.ts"]
  const plugged = await print("run", "bare.yaml", ...given, "--store", "elsewhere")
  answers.set("assay run", [run, plugged, await print("run", "tiny", "--policy", "strict")])
  // Where it was written and how long it took are nobody else's.
  const { timings } = example("assay run") as { timings: unknown }
  sampled.set("assay run", { ...run, run: `/home/ana/runs/${basename(run.run)}`, timings })
  sampled.set(
    "Operating point",
    run.operatingPoints.find(({ name }) => name === "best F1"),
  )
  sampled.set(
    "Cohort",
    run.cohorts.find(({ name }) => name === "merchant-with-scheduler"),
  )
  answers.set("assay sweep", [await print("sweep", "--points", "3")])
  const point = await print("sweep", "--threshold", "0.2", "--cohort", "language")
  answers.set("assay sweep --threshold", [point])
  answers.set("assay sweep --policy", [await print("sweep", "--policy", "strict")])
  answers.set("Operating point", [(point as { operatingPoint: unknown }).operatingPoint])
  answers.set("Cohort", (point as { cohorts: unknown[] }).cohorts)
  await suggestAnswers()
  await consequencesAnswers()
  await roundsAnswers()
  const thresholds = ["--threshold", "0.05", "--threshold-b", "0.2"]
  answers.set("assay compare", [await print("compare", "latest", ...thresholds, "--flips", "1")])
  const rule = ["--rule", "co-action>=0.1 or writing-style>=0.5"]
  answers.set("assay rules --rule", [await print("rules", ...rule, "--cohort", "language")])
  answers.set("assay rules", [await print("rules", "--pair", "co-action,writing-style", "--points", "3")])
  const archetypes = await print("archetypes")
  answers.set("assay archetypes", [archetypes])
  answers.set("assay archetypes ID", [
    await print("archetypes", "stealth-agent"),
    await print("archetypes", "casual"),
  ])
  await writeLogs(folder.path)
  const broken = [...ROWS, { ...ROWS[0]!, user: "" }]
  writeFileSync(join(folder.path, "broken.csv"), csvOf(broken))
  const map = "account=user,time=at,object=link,text=body,kind=kind"
  answers.set("assay detect", [
    await print("detect", "broken.csv", "--map", map),
    await print("detect", "log.csv", "--map", "account=user,time=at", "--detector", "broken.ts"),
  ])
  const links = ["--map", "account=user,time=at,object=link", "--window", "5"]
  sampled.set("assay detect", await print("detect", "log.csv", ...links))
  await checkAnswers()
  await bisectAnswers()
  await assay(folder.path, "new", "detector", "late-poster")
  answers.set("assay conform", [await print("conform", "late-poster.ts")])
  await realismAnswers()
  await whyAnswers(print)
  sampled.set("assay inspect", await print("inspect", "latest", "3", "--truth"))
  const accounts = await tellingAccounts()
  answers.set(
    "assay inspect",
    await Promise.all(
      accounts.map((account) => print("inspect", "latest", String(account), "--truth", "--policy", "graded")),
    ),
  )
}, 360_000)

async function whyAnswers(print: (...args: string[]) => Promise<unknown>) {
  const why = (await print("why", "--draws", "50")) as WhyReport
  answers.set("assay why", [why])
  const { auc, averagePrecision, recall } = why.ablation!.full
  answers.set("Estimate", [auc, averagePrecision, recall])
  const saved = (await print("model", "save", "latest", "--out", "tiny.model.json")) as ModelAnswer
  // A model of another method, so that all fields are there.
  const { weights: _, missing: __, ...fusion } = saved.fusion
  const { file: ___, digest: ____, ...held } = saved
  writeFileSync(
    join(folder.path, "any-two.model.json"),
    JSON.stringify({ ...held, fusion: { ...fusion, method: "k-of-n", k: 2 } }),
  )
  const plugged = ["latest", "--store", "elsewhere", "--out", "plugged.model.json"]
  answers.set("assay model save", [
    saved,
    await print("model", "show", "any-two.model.json"),
    await print("model", "save", ...plugged),
  ])
  // When it was made is nobody else's.
  const { learned } = example("assay model save") as Partial<ModelAnswer>
  sampled.set("assay model save", {
    ...saved,
    learned: { ...saved.learned, createdAt: learned?.createdAt ?? saved.learned.createdAt },
  })
}

/** A baseline, then the same scenario with another threshold and with promises, beside a file that is no scenario. */
async function checkAnswers() {
  const sim = join(folder.path, "sim")
  mkdirSync(sim)
  const tiny = readFileSync(resolve("simulations/tiny.yaml"), "utf8")
  // No promises of its own: those below are added.
  const scenario = `${tiny.split("expectations:")[0]!.trimEnd()}\n`
  const check = (...args: string[]) =>
    assay(folder.path, "check", "sim", ...args, "--json").then(
      ({ stdout }) => JSON.parse(stdout) as CheckReport,
    )
  writeFileSync(join(sim, "tiny.yaml"), scenario)
  const updated = await check("--update")
  const promises =
    "expectations: [{ figure: auc, atLeast: 0.7 }, { figure: recall, atFpr: 0.01, atLeast: 0.9 }]"
  writeFileSync(join(sim, "tiny.yaml"), `${scenario}threshold: 0.5\n${promises}\n`)
  writeFileSync(join(sim, "broken.yaml"), "name: broken\nprevalence: 2\n")
  const checked = await check()
  // By one detector alone, so that one kind of account stands out among those that changed side.
  writeFileSync(join(sim, "tiny.yaml"), `${scenario}threshold: 0.12\ndetectors: { use: [posting-rhythm] }\n`)
  const alone = await check("--no-keep")
  answers.set("assay check", [checked, updated, alone])
  const [tested] = checked.scenarios
  // Whose figure it is stands with the lists that hold it.
  const figures = [...tested!.figures, ...tested!.cohorts].map(({ cohort: _, ...row }) => row)
  answers.set("Checked figure", figures)
  sampled.set("Checked figure", tested!.figures[0])
  const flipped = String(tested!.flips[0]!.accounts[0])
  const print = ["inspect", tested!.run!, flipped, "--against", tested!.baselineRun!, "--json"]
  answers.set("assay inspect --against", [await assayJson(folder.path, ...print)])
}

type ModelAnswer = SavedModel & {
  readonly file: string
  readonly digest: string
  readonly fusion: LogisticFusion
}

async function bisectAnswers() {
  const ours = join(folder.path, "ours")
  writeStandIn(ours)
  const between = async (good: string, bad: string, ...figure: string[]) => {
    const args = ["--good", good, "--bad", bad, ...figure, "--build", BUILD, "--json"]
    return JSON.parse((await assay(ours, "bisect", ...args)).stdout)
  }
  const found = await between("main~5", "main~2", "--figure", "auc")
  answers.set("assay bisect", [found, await between("main~2", "main", "--cohort", "archetype:casual")])
  sampled.set("assay bisect", { ...found, repository: "/home/ana/assay" })
}

async function realismAnswers() {
  const realism = (scenario: string, ...args: string[]) =>
    assay(folder.path, "realism", scenario, ...args, "--json").then(({ stdout }) => JSON.parse(stdout))
  answers.set("assay realism", [await realism("tiny")])
  const log = ["--against", "log.csv", "--map", "account=user,time=at,object=link"]
  answers.set("assay realism --against", [await realism("tiny", ...log)])
  writeFileSync(join(folder.path, "plain.yaml"), GIVEAWAY)
  const audit = await realism("tiny", "--leakage")
  answers.set("assay realism --leakage", [audit, await realism("plain.yaml", "--leakage")])
  answers.set("Separation", [audit.fusion.all, audit.fusion.seen, audit.fusion.heldOut])
}

async function suggestAnswers() {
  const print = (...args: string[]) => assayJson(folder.path, "suggest", ...args, "--json")
  const purposes = ["--max-fpr", "0.05", "--cost", "fp=50,fn=200,review=1"]
  answers.set("assay suggest", [
    await print(...purposes, "--cap-all", "language=0.1"),
    await print(...purposes, "--policy", "graded", "--tier", "review"),
    await print("--reviewer-hours", "0.005", "--cap", "language:zh=0.1", "--guarantee-caps"),
  ])
}

/** A policy with all that can be asked, and one that breaks every kind of limit however it is set. */
async function consequencesAnswers() {
  const print = (...args: string[]) =>
    assay(folder.path, "consequences", "--replicates", "2", "--json", ...args).then(({ stdout }) =>
      JSON.parse(stdout),
    )
  const costs = "costs: {falsePositive: 10, falseNegative: 50, review: 1}"
  const policy = (name: string, rest: string) =>
    writeFileSync(join(folder.path, `${name}.yaml`), `name: ${name}\n${costs}\n${rest}`)
  policy("whole", "tiers: {review: 0.2, suspend: 0.6}\ncaps: {archetype: {casual: 0.9}}\n")
  policy(
    "torn",
    // Good reviewers with little time: to send much to them is the cheapest, and late.
    "tiers: {label: 0.02, review: 0.05, suspend: 0.2}\ncaps: {archetype: {casual: 0.0001, night-owl: 0.1}}\n" +
      "workload: {secondsPerReview: 600}\n" +
      "review: {hoursPerDay: 1, truePositiveRate: 0.95, falsePositiveRate: 0.05, agreement: 0.9}\n",
  )
  const asked = [
    "--along",
    "review",
    "--two-cuts",
    "--staff",
    "--cheapest",
    "--against",
    "strict",
    "--attention",
  ]
  const ample = ["--within", "150", "--most-acted-on", "0.9", "--most-waiting", "1000000"]
  const whole = await print("--policy", "whole.yaml", ...asked, ...ample)
  const limits = ["--within", "24", "--most-acted-on", "0.0001", "--most-waiting", "0"]
  const torn = await print("--policy", "torn.yaml", "--cheapest", ...limits, "--attention")
  answers.set("assay consequences", [whole, torn])
  const { queue, funnel, cost } = whole.consequences
  answers.set("Funnel row", [funnel.managed, funnel.authentic])
  answers.set("Daily", [queue.perDay.backlog, queue.perDay.arrivals])
  answers.set("Cost", [cost])
  // Where the point lies is told beside it.
  const { threshold: _, ...short } = whole.curve.points[9]
  answers.set("Short consequences", [short])
  answers.set("Limit", torn.cheapest.binding)
  answers.set("Attention figures", [whole.attention.policy])
}

async function roundsAnswers() {
  const small = [
    "name: small",
    "accounts: 300",
    "days: 7",
    "prevalence: 0.3",
    "detectors: { use: [posting-rhythm, writing-style] }",
    "fusion: { learning: { accounts: 1000, prevalence: 0.3 } }",
    "rounds: { strategy: churn, rounds: 2, seeds: 2 }",
  ]
  writeFileSync(join(folder.path, "rounds.yaml"), small.join("\n"))
  const played = (await assayJson(folder.path, "rounds", "rounds.yaml", "--json")) as RoundsReport
  answers.set("assay rounds", [played])
  answers.set("Band", [played.rounds[1]!.recall, played.rounds[0]!.recall])
}

/** One whose posts read like another's, one that acted with another, and one that was reported. */
async function tellingAccounts(): Promise<number[]> {
  const store = openStore(join(folder.path, "runs"))
  const { pairs, columns } = await store.read((await store.list())[0]!.id)
  const reported = columns.scores["report-reliability"]!.findIndex((score) => score > 0)
  return [pairs["near-duplicate-text"]!.a[0]!, pairs["co-action"]!.a[0]!, reported]
}

const SECTIONS = [
  "assay run",
  "assay sweep",
  "assay sweep --threshold",
  "assay sweep --policy",
  "assay why",
  "Estimate",
  "assay model save",
  "Operating point",
  "Cohort",
  "assay suggest",
  "assay consequences",
  "Funnel row",
  "Daily",
  "Short consequences",
  "Cost",
  "Limit",
  "Attention figures",
  "assay rounds",
  "Band",
  "assay compare",
  "assay check",
  "Checked figure",
  "assay bisect",
  "assay rules --rule",
  "assay rules",
  "assay detect",
  "assay conform",
  "assay realism",
  "assay realism --against",
  "assay realism --leakage",
  "Separation",
  "assay inspect",
  "assay inspect --against",
  "assay archetypes",
  "assay archetypes ID",
]

describe.each(SECTIONS)("docs/json.md, %s", (section) => {
  it("documents every field that is printed", () => {
    const paths = answers.get(section)!.flatMap((answer) => leaves(answer))
    expect(paths.length).toBeGreaterThan(4)
    expect(undocumented(paths, documented(section))).toEqual([])
  })

  it("documents no field that is not", () => {
    const paths = answers.get(section)!.flatMap((answer) => leaves(answer))
    expect(documented(section).filter((field) => !paths.some((path) => covers(field, path)))).toEqual([])
  })

  it("shows an example of documented fields", () => {
    expect(undocumented(leaves(example(section)), documented(section))).toEqual([])
  })

  it("shows in it what is really printed", () => {
    const real = sampled.get(section) ?? answers.get(section)![0]
    if (process.env.UPDATE_GOLDEN) renew(section, revised(example(section), real))
    expect(example(section)).toEqual(revised(example(section), real))
  })
})

it("assay schema prints the schema that is kept beside the scenarios", async () => {
  const kept = JSON.parse(readFileSync(resolve("simulations/scenario.schema.json"), "utf8"))
  expect(await assayJson(folder.path, "schema")).toEqual(kept)
  expect(kept).toMatchObject(example("assay schema") as object)
})
