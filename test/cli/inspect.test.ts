import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { AccountDetail } from "../../src/core/account-detail.ts"
import { assay, assayJson, temporaryFolder } from "./terminal.ts"

const folder = temporaryFolder()
afterAll(folder.remove)
beforeAll(async () => {
  await assayJson(folder.path, "run", "tiny", "--json")
})

describe("assay inspect", () => {
  it("tells the truth only when asked", async () => {
    const plain = await assay(folder.path, "inspect", "latest", "3")
    const asked = await assay(folder.path, "inspect", "latest", "3", "--truth")
    expect(plain.stdout).not.toContain("Truth")
    expect(asked.stdout).toMatch(/\n\nTruth: [a-z-]+; automated: .*% of creation/)
    expect(asked.stdout.startsWith(plain.stdout.trimEnd())).toBe(true)
    const { truth } = (await assayJson(folder.path, "inspect", "latest", "3", "--json")) as AccountDetail
    expect(truth).toBeUndefined()
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
})
