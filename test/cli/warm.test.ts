/** The warm terminal against the terminal: a command leaves nothing in the process that the next would meet. */
import { readdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { afterAll, expect, it } from "vitest"
import * as cold from "./terminal.ts"
import * as warm from "./warm.ts"

const folders = [cold.temporaryFolder(), cold.temporaryFolder()] as const
afterAll(() => {
  for (const folder of folders) folder.remove()
})

/** A process tells commands by the place of the program that was run, the warm one has none and tells its name. */
const asWarm = (text: string) => text.replaceAll(`node ${resolve("out/main/cli.js")}`, "assay")

it("says and ends as a process of its own does, whatever was asked before", async () => {
  const [folder] = folders
  writeFileSync(join(folder.path, "wrong.yaml"), "name: Ring\nprevalence: 2\n")
  const commands = [["schema"], ["run", "wrong.yaml"], ["archetypes"], ["frob"], ["--version"]]
  const heard = await Promise.all(commands.map((command) => warm.assay(folder.path, ...command)))
  for (const [k, command] of commands.entries()) {
    const { stdout, stderr, code } = await cold.assay(folder.path, ...command)
    expect(heard[k], command.join(" ")).toEqual({ code, stdout: asWarm(stdout), stderr: asWarm(stderr) })
  }
  expect(heard.map(({ code }) => code)).toEqual([0, 2, 0, 2, 0])
})

it("works in the folder and with the environment that are given", async () => {
  const [first, second] = folders
  for (const { path } of folders) {
    await warm.assay(path, "new", "detector", "late-poster")
    expect(readdirSync(path)).toContain("late-poster.ts")
  }
  writeFileSync(join(second.path, "alone.yaml"), "name: alone\naccounts: 1\n")
  process.env.ASSAY_SCENARIOS = second.path
  try {
    const { stderr } = await warm.assay(first.path, "run", "other")
    expect(stderr).toContain("allowed: alone")
  } finally {
    delete process.env.ASSAY_SCENARIOS
  }
  expect((await warm.assay(first.path, "run", "alone")).stderr).toContain("no such file or bundled scenario")
})
