/** A policy's file in the terminal: what each command takes of it, and what goes before it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { ComparisonReport, Suggestion, Trade } from "../../src/core/evaluation/index.ts"
import { parsePolicy } from "../../src/core/policy/parse-policy.ts"
import { tiersOn } from "../../src/core/policy/policy.ts"
import type { NamedOperatingPoint } from "../../src/core/report.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const POLICIES = resolve("simulations/policies")
const folder = temporaryFolder()
beforeAll(async () => {
  await putTinyRun(join(folder.path, "runs"))
  for (const [name, lines] of Object.entries(WRITTEN))
    writeFileSync(join(folder.path, name), lines.join("\n"))
})
afterAll(folder.remove)

const WRITTEN = {
  "one.yaml": ["name: One", "tiers: { suspend: 0.4 }", "prevalence: 0.02"],
  "foreign.yaml": ["name: Foreign", "caps: { archetype: { casul: 0.05 }, language: { zh: 0.05 } }"],
  "long.yaml": ["name: Long", "definition: { automation: 0.5, oversight: 0.5, days: 30 }"],
  "wrong.yaml": ["name: Wrong", "tiers: { review: 1.5, suspend: 0.5 }"],
}

interface Swept {
  readonly policy: string
  readonly definition: unknown
  readonly operatingPoint: NamedOperatingPoint
  readonly operatingPoints: readonly NamedOperatingPoint[]
}
interface Suggested {
  readonly prevalence: number
  readonly accountsPerDay: number
  readonly secondsPerReview: number
  readonly suggestions: readonly (Suggestion & { readonly trade: Trade | null })[]
}

const json = <Answer>(...args: string[]) => assayJson(folder.path, ...args, "--json") as Promise<Answer>
const files = readdirSync(POLICIES).filter((file) => file.endsWith(".yaml"))

describe.each(files)("simulations/policies/%s", (file) => {
  const name = basename(file, ".yaml")
  const policy = parsePolicy(readFileSync(join(POLICIES, file), "utf8"), file)

  it("points editors at its schema, and is taken by name: a row a tier, by its definition", async () => {
    expect(readFileSync(join(POLICIES, file), "utf8")).toMatch(
      /^# yaml-language-server: \$schema=\.\/policy\.schema\.json\n# /,
    )
    const { definition, operatingPoints, policy: told } = await json<Swept>("sweep", "--policy", name)
    expect({ told, definition }).toEqual({ told: policy.name, definition: policy.definition })
    expect(operatingPoints.map(({ name, threshold }) => [name, threshold])).toEqual(
      tiersOn(policy).map(({ tier, threshold }) => [tier, threshold]),
    )
  })
})

it("assay schema --policy prints the schema that is kept beside the policies", async () => {
  const kept = JSON.parse(readFileSync(join(POLICIES, "policy.schema.json"), "utf8"))
  const renew = "npx assay schema --policy > simulations/policies/policy.schema.json"
  expect(await assayJson(folder.path, "schema", "--policy"), `stale; renew it with: ${renew}`).toEqual(kept)
})

describe("assay sweep --policy", () => {
  it("takes one tier's threshold, the definition and the prevalence; options go before them", async () => {
    const tier = await json<Swept>("sweep", "--policy", "strict", "--tier", "suspend")
    const typed = await json<Swept>("sweep", "--threshold", "0.5", "--oversight", "0.5")
    expect(tier.operatingPoint).toEqual(typed.operatingPoint)
    expect(tier.definition).toEqual(typed.definition)
    const own = await json<Swept>("sweep", "--policy", "one.yaml", "--tier", "suspend")
    expect(own.operatingPoint.prevalence).toBe(0.02)
    const moved = await json<Swept>(
      ...["sweep", "--policy", "strict", "--tier", "suspend"],
      ...["--oversight", "0.25", "--threshold", "0.7", "--prevalence", "0.3"],
    )
    expect(moved.definition).toMatchObject({ oversight: 0.25 })
    expect(moved.operatingPoint).toMatchObject({ threshold: 0.7, prevalence: 0.3 })
  })
})

describe("assay compare --policy", () => {
  const compare = (...args: string[]) => json<ComparisonReport>("compare", "latest", ...args)

  it("holds an old policy against a new one at a tier, each by its own definition", async () => {
    const policies = ["--policy", "graded", "--policy-b", "strict"]
    const { a, b } = await compare(...policies, "--tier", "suspend")
    expect([a.threshold, b.threshold]).toEqual([0.95, 0.5])
    expect([a.definition.oversight, b.definition.oversight]).toEqual([0.25, 0.5])
    const other = await compare(...policies, "--tier", "suspend", "--tier-b", "review", "--threshold", "0.9")
    expect([other.a.threshold, other.b.threshold]).toEqual([0.9, 0.3])
  })

  it("holds a policy of one tier against the scenario without naming it", async () => {
    const { a, b } = await compare("--policy-b", "one.yaml")
    expect([a.threshold, b.threshold]).toEqual([0.2, 0.4])
    expect(b.definition).toEqual(a.definition)
  })
})

describe("assay suggest --policy", () => {
  it("takes workload, prevalence, caps and costs, and tells what is traded against a tier", async () => {
    const { suggestions, ...told } = await json<Suggested>(
      ...["suggest", "--policy", "graded", "--cost", "--tier", "review"],
    )
    expect(told).toMatchObject({ accountsPerDay: 50_000, secondsPerReview: 60 })
    const [{ purpose, caps, trade, perDay, threshold }] = suggestions as [Suggested["suggestions"][0]]
    expect(purpose).toMatchObject({
      kind: "cost",
      costs: { falsePositive: 100, falseNegative: 50, review: 1 },
    })
    expect(caps!.caps).toHaveLength(3)
    expect(trade).toMatchObject({ from: 0.6, to: threshold })
    const { operatingPoints } = await json<Swept>("sweep", "--policy", "graded")
    const present = operatingPoints.find(({ name }) => name === "review")!
    const at = suggestions[0]!.operatingPoint!
    expect(trade!.recall.value).toBeCloseTo(at.recall.value - present.recall.value, 12)
    expect(trade!.perDay.falsePositives.value).toBeCloseTo(
      perDay!.falsePositives.value - present.falsePositiveRate.value * 50_000 * (1 - present.prevalence),
      6,
    )
    const { stdout } = await assay(folder.path, "suggest", "--policy", "graded", "--cost", "--tier", "review")
    expect(stdout).toContain("Against review at 0.6: ")
  })

  it("leaves out, and tells, caps on cohorts that the run does not have; alone its caps are a purpose", async () => {
    const { code, stdout, stderr } = await assay(folder.path, "suggest", "--policy", "foreign.yaml")
    expect(code).toBe(0)
    expect(stderr).toContain(
      "foreign.yaml: caps.archetype: this run has no archetype casul, so its cap is left out; did you mean casual?",
    )
    expect(stdout).toMatch(/^language +zh +5 % .* binds$/m)
    const own = await json<Suggested>("suggest", "--policy", "foreign.yaml", "--cap", "language:zh=0.1")
    expect(own.suggestions[0]!.caps!.caps.map(({ maxFpr }) => maxFpr)).toEqual([0.1])
  })
})

it("assay inspect --policy says what is done about an account", async () => {
  const { policy, risk } = await json<{ policy: { tier: string | null }; risk: number }>(
    ...["inspect", "latest", "3", "--policy", "graded"],
  )
  expect(policy).toEqual({ name: "Graded by harm", tier: null, threshold: null })
  expect(risk).toBeLessThan(0.05)
  const { stdout } = await assay(folder.path, "inspect", "latest", "3", "--policy", "graded")
  expect(stdout).toContain("\nPolicy Graded by harm: nothing is done\n")
})

/** What is typed, and what must stand on standard error. */
const MISTAKES: readonly (readonly [readonly string[], string])[] = [
  [
    ["sweep", "--policy", "stirct"],
    "stirct: there is no such policy file or bundled policy; did you mean strict? (allowed: graded, strict)",
  ],
  [["sweep", "--policy", "runs"], "runs: this is a folder; a policy file is needed"],
  [["sweep", "--policy", "wrong.yaml"], "wrong.yaml: tiers.review must be in [0, 1], or off, got 1.5"],
  [
    ["sweep", "--policy", "long.yaml"],
    "long.yaml: definition.days must be in [1, 14], the days of the run, got 30",
  ],
  [
    ["sweep", "--policy", "foreign.yaml"],
    "foreign.yaml: all tiers are off; ask for --points or --threshold instead",
  ],
  [["sweep", "--tier", "review"], "--tier needs --policy, whose tiers it names"],
  [
    ["sweep", "--policy", "strict", "--tier", "supsend"],
    "--tier: there is no supsend; did you mean suspend?",
  ],
  [
    ["compare", "latest", "--policy-b", "strict"],
    "strict has several tiers; name one by --tier: label, review, suspend",
  ],
  [
    ["sweep", "--policy", "one.yaml", "--tier", "review", "--threshold", "0.3"],
    "--tier: review is off in one.yaml; on are suspend",
  ],
  [
    ["inspect", "latest", "3", "--policy", "one.yaml", "--tier", "review", "--threshold", "0.3"],
    "--tier: review is off in one.yaml; on are suspend",
  ],
  [["compare", "latest", "--tier", "review"], "--tier needs --policy or --policy-b, whose tiers it names"],
]

it("a policy that does not fit the scenario is told before anything is simulated", async () => {
  const { code, stderr } = await assay(folder.path, "run", "tiny", "--policy", "long.yaml", "--store", "none")
  expect(code).toBe(2)
  expect(stderr).toContain("assay: long.yaml: definition.days must be in [1, 14]")
  expect(existsSync(join(folder.path, "none"))).toBe(false)
})

describe.concurrent("a mistake ends with 2, and nothing on stdout", () => {
  it.each(MISTAKES.map(([args, line]) => ({ typed: `assay ${args.join(" ")}`, args, line })))(
    "$typed",
    async ({ args, line }) => {
      const { code, stdout, stderr } = await assay(folder.path, ...args)
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
      expect(stderr).toContain(`assay: ${line}`)
    },
  )
})
