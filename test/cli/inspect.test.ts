import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AccountChange } from "../../src/core/account-change.ts"
import type { AccountDetail } from "../../src/core/account-detail.ts"
import { openStore } from "../../src/store/store.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)
beforeAll(async () => {
  await putTinyRun(join(folder.path, "runs"))
})

const DEFAULT = { automation: 0.5, oversight: 0.25, days: 5 }
const latest = async () => (await openStore(join(folder.path, "runs")).list())[0]!.id

describe("assay inspect", () => {
  it("tells the truth only when asked", async () => {
    const plain = await assay(folder.path, "inspect", "latest", "3")
    const asked = await assay(folder.path, "inspect", "latest", "3", "--truth")
    expect(plain.stdout).not.toContain("Truth")
    expect(asked.stdout).toMatch(/\n\nTruth: [a-z-]+; automated: .*% of creation/)
    expect(asked.stdout).toMatch(
      /\nHosted without meaningful oversight: [a-z ]+, so (AI-managed|authentic)\nDefinition: /,
    )
    expect(asked.stdout.startsWith(plain.stdout.trimEnd())).toBe(true)
    const { truth } = (await assayJson(folder.path, "inspect", "latest", "3", "--json")) as AccountDetail
    expect(truth).toBeUndefined()
  })

  it("grades by the definition asked for, and tells the operator's effort and cost", async () => {
    const run = await openStore(join(folder.path, "runs")).read(await latest())
    const of = (side: string) =>
      run.columns.archetype.findIndex((kind) => run.manifest.archetypes[kind]!.side === side)
    const truthOf = async (account: number, ...args: string[]) => {
      const given = ["inspect", "latest", String(account), "--truth", "--json", ...args]
      return ((await assayJson(folder.path, ...given)) as AccountDetail).truth
    }
    const managed = await truthOf(of("managed"))
    expect(managed.operator!.cost).toBeGreaterThan(0)
    expect(managed.operator!.evasion).toBeLessThanOrEqual(1)
    expect((await truthOf(of("authentic"))).operator).toBeNull()
    const strict = await truthOf(of("managed"), "--oversight", "0.001")
    expect(["mostly", "full"]).toContain(managed.grade)
    expect(strict).toEqual({
      ...managed,
      grade: "none",
      definition: { ...DEFAULT, oversight: 0.001 },
      relabellings: [{ part: "oversight", side: "above", bound: managed.oversight }],
    })
    const text = await assay(folder.path, "inspect", "latest", String(of("managed")), "--truth")
    expect(text.stdout).toMatch(
      /; for \d+ days(, since day \d+)?; its operator spends CNY \d+ a month, evasion effort \d\.\d\d\n/,
    )
  })

  it("prints as many posts as asked for, and all as JSON", async () => {
    const args = ["inspect", "latest", "3"]
    const { posts } = (await assayJson(folder.path, ...args, "--posts", "0", "--json")) as AccountDetail
    const { stdout } = await assay(folder.path, ...args, "--posts", "2")
    expect(posts.length).toBeGreaterThan(2)
    expect(stdout.match(/^ {2}\d{4}-\d\d-\d\d \d\d:\d\dZ {2}/gm)).toHaveLength(2)
    expect(stdout).toContain(posts[1]!.text)
    expect(stdout).not.toMatch(/NaN|null|undefined|\n\n\n/)
  })

  it("tells what would have cleared it at a threshold, or flagged it", async () => {
    const at = async (threshold: string) => {
      const { stdout } = await assay(folder.path, "inspect", "latest", "90", "--threshold", threshold)
      return stdout.replaceAll(/\s+/g, " ")
    }
    expect(await at("0.01")).toMatch(
      /Flagged: its risk is at or above the threshold 0.01; .* have cleared it/,
    )
    expect(await at("1")).toMatch(/Not flagged: its risk is below the threshold 1; .* have flagged it/)
    expect((await assay(folder.path, "inspect", "latest", "90", "--threshold", "1.5")).code).toBe(2)
  })
})

describe("assay inspect --against", () => {
  const store = () => openStore(join(folder.path, "others"))
  let account: number

  /** A run of the same accounts with a lower threshold, and another version of a detector that scores one account higher. */
  beforeAll(async () => {
    const before = await openStore(join(folder.path, "runs")).read(await latest())
    const { risk, scores } = before.columns
    const rhythm = scores["posting-rhythm"]!.slice()
    account = risk.findIndex(
      (value, at) => value > 0.1 && value < before.manifest.scenario.threshold && rhythm[at]! < 0.5,
    )
    rhythm[account] = 0.9375
    const manifest = { ...before.manifest, id: "tiny-00000000000b", digest: "b".repeat(64) }
    const after = {
      ...before,
      manifest: {
        ...manifest,
        scenario: { ...manifest.scenario, threshold: 0.1 },
        detectors: manifest.detectors.map((one) =>
          one.id === "posting-rhythm" ? { ...one, version: one.version + 1 } : one,
        ),
      },
      columns: { ...before.columns, scores: { ...scores, "posting-rhythm": rhythm } },
    }
    await store().write(before)
    await store().write(after)
    const others = { ...manifest, id: "tiny-00000000000c", populationDigest: "c".repeat(64) }
    await store().write({ ...before, manifest: others })
  })

  const inspect = async (...args: string[]) =>
    assay(folder.path, "inspect", ...args, "--store", store().folder)

  it("says first which side each run puts it on and what moved it, then what each measured and said", async () => {
    const { code, stdout, stderr } = await inspect(
      "tiny-00000000000b",
      `${account}`,
      "--against",
      await latest(),
    )
    expect([code, stderr]).toEqual([0, ""])
    const lines = stdout.split("\n")
    expect(lines[0]).toMatch(new RegExp(`^Account ${account}: `))
    expect(lines[1]).toMatch(/^Newly flagged; what moved it, in log-odds: (threshold|posting-rhythm) \+/)
    expect(lines[2]).toMatch(/^before {2}tiny-.*, not flagged at the threshold 0\.2$/)
    expect(lines[3]).toMatch(/^after {3}tiny-00000000000b: .*, flagged at the threshold 0\.1$/)
    expect(stdout).toMatch(/^posting-rhythm +2 +\d\.\d+ +-?\d\.\d+ +3 +0\.938 /m)
    const evidence = stdout.slice(stdout.indexOf("Evidence of detectors that")).split("\n\n")[0]!
    expect(evidence).toMatch(/^posting-rhythm +Burstiness B/m)
    expect(evidence).not.toContain("clock-alignment")
  })

  it("tells the same as JSON, and the other way round as no longer flagged", async () => {
    const args = ["--store", store().folder, "--json"]
    const [before, after] = [await latest(), "tiny-00000000000b"]
    const forth = await assayJson(folder.path, "inspect", after, `${account}`, "--against", before, ...args)
    const back = await assayJson(folder.path, "inspect", before, `${account}`, "--against", after, ...args)
    const [there, here] = [forth, back] as AccountChange[]
    expect([there!.before, there!.after]).toEqual([here!.after, here!.before])
    expect([there!.before.isFlagged, there!.after.isFlagged]).toEqual([false, true])
    const causes = (change: AccountChange) =>
      new Map(change.causes.map((one) => [one.cause, one.change] as const))
    for (const [cause, change] of causes(there!)) expect(causes(here!).get(cause)).toBeCloseTo(-change, 12)
    const rhythm = there!.detectors.find(({ id }) => id === "posting-rhythm")!
    expect([rhythm.before!.version, rhythm.after!.version, rhythm.after!.score]).toEqual([2, 3, 0.9375])
    const same = await inspect(before, `${account}`, "--against", before)
    expect(same.stdout).toContain("\nNot flagged by both\n")
  })

  it("takes one threshold for both runs when it is told", async () => {
    const { stdout } = await inspect(
      "tiny-00000000000b",
      `${account}`,
      "--against",
      await latest(),
      "--threshold",
      "0.1",
    )
    expect(stdout).toMatch(/^Flagged by both; what moved it, in log-odds: posting-rhythm /m)
  })

  it("refuses other accounts, and options that it has no use for", async () => {
    const others = await inspect("tiny-00000000000c", `${account}`, "--against", await latest())
    expect(others.code).toBe(2)
    expect(others.stderr).toContain("hold different accounts (populations ")
    const truth = await inspect("latest", "3", "--against", "latest", "--truth")
    expect([truth.code, truth.stderr]).toEqual([2, "assay: --against cannot be combined with --truth\n"])
  })
})
