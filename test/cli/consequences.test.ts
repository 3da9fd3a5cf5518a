import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { attentionText } from "../../src/cli/attention-text.ts"
import { type AttentionSettings, measureAttention } from "../../src/core/policy/attention/attention.ts"
import type {
  CheapestReport,
  Consequences,
  ConsequencesComparison,
  ThresholdCurve,
  TwoCuts,
} from "../../src/core/policy/follow/index.ts"
import { EVEN_THRESHOLDS } from "../../src/core/policy/follow/settings.ts"
import { EMPTY_POLICY } from "../../src/core/policy/policy.ts"
import type { Staffing } from "../../src/core/policy/review/staffing.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { percentage } from "../../src/report/plain-numbers.ts"
import { madeUpInput } from "../policy/attention/made-up.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

interface Answer {
  readonly policy: string
  readonly consequences: Consequences
  readonly curve: ThresholdCurve | null
  readonly surface: TwoCuts | null
  readonly staffing: Staffing | null
  readonly cheapest: CheapestReport | null
  readonly comparison: ConsequencesComparison | null
}

const folder = temporaryFolder()
afterAll(folder.remove)
beforeAll(async () => {
  await putTinyRun(join(folder.path, "runs"))
  const policy = (name: string, rest: string) =>
    writeFileSync(join(folder.path, `${name}.yaml`), `name: ${name}\n${rest}`)
  policy("mild", "tiers: {review: 0.5}\ncosts: {falsePositive: 10, falseNegative: 5, reviewerHour: 30}\n")
  policy("stern", "tiers: {review: 0.2, suspend: 0.4}\ncosts: {falsePositive: 10, falseNegative: 5}\n")
  policy(
    "reach",
    "tiers: {review: 0.5}\ncosts: {falsePositive: 10, falseNegative: 5, missedPer1000Followers: 1}\n",
  )
  policy(
    "foreign",
    "tiers: {review: 0.5}\ncaps: {language: {fr: 0.1, zh: 0.5}}\n" +
      "costs: {falsePositive: 1, falsePositiveOf: {archetype: {casul: 9, casual: 3}}}\n",
  )
  policy("odd", "tiers: {limit: 0.3, review: 0.5}\nenforcement: {complies: 0.5}\n")
  policy("capped", "tiers: {suspend: 0.05}\ncaps: {archetype: {casual: 0.0001}}\n")
  policy("idle", "tiers: {}\n")
  policy("short", "tiers: {review: 0.1}\nreview: {hoursPerDay: 1}\n")
  policy("costless", "tiers: {review: 0.1}\n")
})

const ask = async (...args: string[]) =>
  (await assayJson(folder.path, "consequences", "--json", "--replicates", "4", ...args)) as Answer

describe("assay consequences", () => {
  it("says the same again for the same seed, and other figures for another", async () => {
    const [first, again, other] = [await ask(), await ask(), await ask("--seed", "other")]
    expect(again).toEqual(first)
    expect(other.consequences.funnel).not.toEqual(first.consequences.funnel)
    expect(first.policy).toBe("scenario")
  })

  it("lets every flag end exactly once", async () => {
    const { funnel } = (await ask("--policy", "stern.yaml")).consequences
    for (const { steps, ends } of [funnel.authentic, funnel.managed]) {
      const ended = Object.values(ends).reduce((sum, { value }) => sum + value, 0)
      expect(ended).toBeCloseTo(steps.flagged.value, 6)
      expect(steps.flagged.value).toBeGreaterThan(0)
    }
  })

  it("says by what it prices a policy without costs", async () => {
    const asked = ["consequences", "--replicates", "2", "--policy"]
    const costless = await assay(folder.path, ...asked, "costless.yaml", "--cheapest")
    expect(costless.stderr).toContain("these are assumed: 100 an authentic account acted on")
    expect(costless.stdout).toMatch(/^costs, assumed/m)
    const { stderr, stdout } = await assay(folder.path, ...asked, "mild.yaml")
    expect(stderr + stdout).not.toContain("assumed")
  })

  it("tells once, on stderr, of cohorts in caps and costs that the run does not have", async () => {
    const asked = ["consequences", "--json", "--replicates", "2", "--policy", "foreign.yaml"]
    const { code, stderr } = await assay(folder.path, ...asked, "--against", "mild.yaml")
    expect(code).toBe(0)
    expect(stderr.trimEnd().split("\n")).toEqual([
      "foreign.yaml: caps.language: this run has no language fr, so its cap is left out; allowed: zh, en",
      "foreign.yaml: costs.falsePositiveOf.archetype: this run has no archetype casul, so its cost is left out; did you mean casual?",
    ])
  })

  it("says of a policy what does nothing in it, and why more are acted on as review begins higher", async () => {
    const asked = ["consequences", "--policy", "odd.yaml", "--replicates", "2", "--along"]
    const review = await assay(folder.path, ...asked, "review")
    expect(review.stderr).toContain("odd.yaml: enforcement.complies of 0.5 does nothing")
    expect(review.stdout).toContain("Where review begins below label or limit it takes their place")
    expect((await assay(folder.path, ...asked, "limit")).stdout).not.toContain("Where review begins below")
  })

  it("tells a cap that the policy breaks, and a queue that still grows behind a mean", async () => {
    const text = async (...args: string[]) =>
      (await assay(folder.path, "consequences", "--replicates", "4", "--policy", ...args)).stdout
    const capped = await text("capped.yaml")
    expect(capped).toMatch(
      /Caps that it breaks, by the mean of 4 replicates:\n {2}archetype casual at most 0\.0+1? .*found/,
    )
    const without = await text("mild.yaml", "--reviewers", "0")
    expect(without).toContain("; the queue still grows at the end")
    expect(without).not.toContain("Caps that it breaks")
  })

  it("keeps everybody waiting without reviewers", async () => {
    const { funnel } = (await ask("--policy", "mild.yaml", "--reviewers", "0")).consequences
    expect(funnel.managed.ends.waiting.value).toBeCloseTo(funnel.managed.steps["sent-to-review"].value, 6)
    expect(funnel.managed.steps["acted-on"].value).toBe(0)
  })

  it("follows a tier's threshold, two cuts, and what each costs", async () => {
    const { curve, surface } = await ask("--policy", "mild.yaml", "--along", "review", "--two-cuts")
    const sent = curve!.points.map(({ sentToReview }) => sentToReview.value)
    expect(sent).toEqual([...sent].sort((a, b) => b - a))
    expect(sent[0]).toBeGreaterThan(sent.at(-1)!)
    const { cost, backlog } = surface!.cells[0]![0]!
    expect(cost!.total.value).toBeGreaterThan(0)
    expect(backlog.interval[0]).toBeLessThanOrEqual(backlog.value)
    expect(backlog.interval[1]).toBeGreaterThanOrEqual(backlog.value)
  })

  it("finds no dearer policy than the present one, and no difference between a policy and itself", async () => {
    const answer = await ask("--policy", "mild.yaml", "--cheapest", "--against", "mild.yaml")
    const { cheapest, present } = answer.cheapest!
    expect(cheapest!.cost!.total.value).toBeLessThanOrEqual(present.cost!.total.value)
    for (const { difference, significant } of answer.comparison!.differences) {
      expect(difference.value ?? 0).toBe(0)
      expect(significant).toBe(false)
    }
  })

  it("says how many reviewers it takes, and with 3 that no number does where the shift is too short", async () => {
    expect((await ask("--policy", "stern.yaml", "--staff", "30")).staffing!.reviewers).toBeGreaterThan(0)
    const { code, stdout } = await assay(
      folder.path,
      "consequences",
      "--policy",
      "short.yaml",
      "--staff",
      "2",
    )
    expect(code).toBe(3)
    expect(stdout).toContain("No number of reviewers can decide 95.0 % of the flags within 2.0 hours")
  })

  it("says what the cheapest saves and keeps, and which of two cuts cost least, before the tables", async () => {
    const { stdout } = await assay(
      folder.path,
      ...[
        "consequences",
        "--replicates",
        "2",
        "--policy",
        "mild.yaml",
        "--two-cuts",
        "--cheapest",
        "--most-acted-on",
        "0.9",
      ],
    )
    const text = stdout.replaceAll("\n", " ")
    expect(text).toMatch(
      /Saved against the policy as it stands, replicate by replicate: [\d,.]+ \[.*\] over \d+ days/,
    )
    expect(text).toMatch(/The cheapest keeps: at most 90\.0 % of authentic accounts acted on \(found/)
    expect(stdout.indexOf("Least cost: review from")).toBeGreaterThan(0)
    expect(stdout.indexOf("Least cost: review from")).toBeLessThan(
      stdout.indexOf("Waiting at the end: review"),
    )
  })

  it("says of the reviewers that it takes what the number is, and over which days", async () => {
    const { stdout } = await assay(
      folder.path,
      ...["consequences", "--replicates", "4", "--policy", "stern.yaml", "--staff"],
    )
    const text = stdout.replaceAll("\n", " ")
    expect(text).toMatch(
      /within 24 hours, over \d+ days: (\d+) \[.*\] \1 is enough in half of the replicates at least/,
    )
    expect(text).toContain("whose hours are until a case is begun, not decided")
  })

  it("says that followers stand for the reach of those it misses, where that is priced", async () => {
    const text = async (policy: string) =>
      (await assay(folder.path, "consequences", "--replicates", "2", "--policy", policy)).stdout
    expect(await text("reach.yaml")).toContain("Followers stand for the reach of AI-managed accounts")
    expect(await text("mild.yaml")).not.toContain("Followers stand for")
  })

  it.each([
    [["--policy", "idle.yaml"], "idle.yaml: all tiers are off"],
    [["--policy", "stern.yaml", "--staff", "9000"], "must be below the horizon's"],
    [["--policy", "mild.yaml", "--cheapest", "--within", "9000"], "must be below the horizon's"],
    [["--within", "4"], "--within needs --cheapest"],
    [["--most-waiting", "4"], "--most-waiting needs --cheapest"],
    [["--cheapest", "--most-acted-on", "1"], "--most-acted-on must be in (0, 1), got 1"],
    [["--along", "reviews"], "--along: there is no reviews; did you mean review"],
    [["--replicates", "1"], "--replicates must be a whole number in [2, 10000], got 1"],
    [["--prevalence", "0"], "--prevalence must be in (0, 1), got 0"],
  ])("refuses %j", async (args, message) => {
    const { code, stderr, stdout } = await assay(folder.path, "consequences", ...args)
    expect(stderr).toContain(message)
    expect([code, stdout]).toEqual([2, ""])
  })
})

describe("the tables of --attention", () => {
  const measure = (settings: AttentionSettings) =>
    measureAttention(
      madeUpInput("tables", { tiers: { ...EMPTY_POLICY.tiers, limit: 0.4 } }),
      settings,
      inProcess,
      () => {},
    )
  /** The first cells of a table's rows under the heading that begins so. */
  const rowsUnder = (text: string, heading: string) => {
    const lines = text.split("\n")
    const at = lines.findIndex((line) => line.trimStart().startsWith(heading))
    const end = lines.indexOf("", at)
    return lines.slice(at + 1, end < 0 ? undefined : end).map((line) => line.trim().split(/\s{2,}/))
  }

  it("hold what is done against nothing, with an interval each, and answer whether ranking is better off", async () => {
    const report = await measure({ draws: 6, thresholds: [0.3, 0.6] })
    const text = attentionText(report)
    const share = percentage(report.policy.managedShare.value)
    const rows = rowsUnder(text, "nothing done")
    expect(rows).toHaveLength(10)
    expect(rows[0]![0]).toBe("attention on AI-managed accounts")
    expect(rows[0]![2]).toMatch(new RegExp(`^${share.replace(".", "\\.")} \\[.*\\]$`))
    expect(rowsUnder(text, "nothing but suspend from").map(([threshold]) => threshold)).toEqual([
      "0.30",
      "0.60",
    ])
    const plain = text.replaceAll("\n", " ")
    expect(plain).toContain(`NDCG changes by ${report.withoutSignals.ndcgChange.value.toFixed(4)} [`)
    expect(plain).toContain("of NDCG by leaving out 20 parts")
  })

  it.each([
    [[0.001, 0.02], "Yes:"],
    [[-0.02, -0.001], "No, worse:"],
    [[-0.02, 0.01], "Not shown either way:"],
    [[Number.NaN, Number.NaN], "Not told without an interval:"],
  ] as const)("answer by the interval: %j is %s", async (interval, answer) => {
    const report = await measure({ draws: 0, thresholds: [] })
    const ndcgChange = { value: (interval[0] + interval[1]) / 2, interval }
    const text = attentionText({ ...report, withoutSignals: { ...report.withoutSignals, ndcgChange } })
    expect(text.replaceAll("\n", " ")).toContain(`do not count? ${answer}`)
  })

  it("follow the policy's tier in place of suspending everybody, as far as asked", async () => {
    const report = await measure({ draws: 0, thresholds: [], along: "limit" })
    const text = attentionText(report)
    expect(text).not.toContain("nothing but")
    const rows = rowsUnder(text, "the policy, limit from")
    expect(rows.map(([threshold]) => Number(threshold))).toEqual(EVEN_THRESHOLDS)
    const at = report.along!.points.find(({ threshold }) => threshold === 0.4)!
    expect(at.figures).toEqual(report.policy)
    expect(rows[7]![2]).toBe(percentage(report.policy.managedShare.value))
    expect(text).toContain("No draws, so no intervals.")
  })
})
