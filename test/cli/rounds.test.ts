import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RoundsReport } from "../../src/core/rounds/index.ts"
import { ended, endWithTest, start, temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const SMALL = `name: small
accounts: 300
days: 7
prevalence: 0.2
fusion: { learning: { accounts: 1000, prevalence: 0.2 } }
rounds: { strategy: churn, rounds: 2, seeds: 2, retrainEvery: 1 }
`

beforeAll(() => writeFileSync(join(folder.path, "small.yaml"), SMALL))

const play = async (...args: string[]) =>
  (await assayJson(folder.path, "rounds", "small.yaml", "--json", ...args)) as RoundsReport

describe("assay rounds", () => {
  it("plays what the scenario says", async () => {
    const played = await play()
    expect(played).toMatchObject({ scenario: "small", strategy: "churn", accounts: 300, days: 7 })
    expect(played.rounds.map(({ round, retrained }) => [round, retrained])).toEqual([
      [0, true],
      [1, true],
    ])
    expect(played.bySeed).toHaveLength(2)
  })

  it("takes options before the scenario", async () => {
    const options = "--strategy spread --rounds 2 --seeds 1 --retrain never --budget 3".split(" ")
    const played = await play(...options, "--seed", "other")
    expect(played.strategy).toBe("spread")
    expect(played.settings).toMatchObject({ rounds: 2, seeds: 1, retrainEvery: null, budget: 3 })
    expect(played.rounds.map(({ retrained }) => retrained)).toEqual([true, false])
    expect(played.bySeed.map(({ seed }) => seed)).toEqual(["other"])
  })

  it("prints rounds, archetypes, recall against cost and half-life", async () => {
    const { code, stdout } = await assay(folder.path, "rounds", "small.yaml", "--seeds", "1")
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /Operators: churn, within 2 times what they\s+spent at first; fusion is learned again each/,
    )
    expect(stdout).toMatch(/^1 \* .*%/m)
    expect(stdout).toMatch(/^clockwork-poster/m)
    expect(stdout).toMatch(/cost an account +of round 0's +recall/)
    expect(stdout).toMatch(/^Half-life of the threshold: /m)
  })

  it("says that one round tells no half-life", async () => {
    const { stdout } = await assay(folder.path, "rounds", "small.yaml", "--rounds", "1", "--seeds", "1")
    expect(stdout).toContain("one seed, so no bands")
    expect(stdout).toContain("Half-life: one round tells nothing")
  })

  it("refuses to play where nobody answers, naming the file", async () => {
    writeFileSync(join(folder.path, "nobody.yaml"), SMALL.replace("prevalence: 0.2", "prevalence: 0"))
    const { code, stdout, stderr } = await assay(folder.path, "rounds", "nobody.yaml")
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).toContain("nobody.yaml: prevalence must bring AI-managed accounts")
  })

  it("ends at once with 130 on Ctrl-C, and prints nothing", async () => {
    const child = endWithTest(start(folder.path, "rounds", "small.yaml", "--rounds", "100", "--seeds", "100"))
    const outcome = ended(child)
    // Well into the work of the worker threads, also where other tests keep the cores busy.
    await new Promise((wake) => setTimeout(wake, 4000))
    child.kill("SIGINT")
    expect(await outcome).toEqual({ code: 130, stdout: "", stderr: "assay: interrupted\n" })
  })
})
