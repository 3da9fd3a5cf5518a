import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { writeBaselines } from "../../src/store/check-folder.ts"
import { freshFolder } from "./folder.ts"

describe("baselines that cannot be written", () => {
  // The second cannot: its folder is not there.
  const texts = new Map([
    ["a.yaml", "a"],
    ["nowhere/b.yaml", "b"],
  ])

  it("leave no folder behind that was made for them", async () => {
    const folder = freshFolder()
    await expect(writeBaselines(folder, texts, [])).rejects.toThrow("baselines")
    expect(existsSync(join(folder, "baselines"))).toBe(false)
  })

  it("leave those alone that are there", async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, "baselines"))
    writeFileSync(join(folder, "baselines", "z.yaml"), "z")
    await expect(writeBaselines(folder, texts, ["z.yaml"])).rejects.toThrow("baselines")
    expect(readdirSync(join(folder, "baselines"))).toEqual(["z.yaml"])
  })
})
