import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AccountDetail } from "../../src/core/account-detail.ts"
import { openStore } from "../../src/store/store.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { assay, assayJson, temporaryFolder } from "./terminal.ts"

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
