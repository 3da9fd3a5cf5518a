import { describe, expect, it } from "vitest"
import { assembleRun } from "../../src/core/assemble.ts"
import { runMainLine } from "../../src/core/pipeline.ts"
import { AUTHENTIC_ARCHETYPES } from "../../src/core/population/archetypes/ids.ts"
import type { Run } from "../../src/core/run.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { PRESETS, preset, presetText, small } from "./presets.ts"

async function runOf(scenario: Scenario): Promise<Run> {
  const circumstances = { assayVersion: "test", createdAt: "2026-01-01T00:00:00Z", timings: { total: 0 } }
  return assembleRun(await runMainLine(scenario, inProcess, () => {}), circumstances)
}

/** The small run of a preset, made once for all tests that ask for it. */
const runs = new Map<string, Promise<Run>>()
function smallRun(name: string): Promise<Run> {
  const run = runs.get(name) ?? runOf(small(preset(name)))
  runs.set(name, run)
  return run
}

/** Shares scaled to sum to 1. */
function mixOf(side: Readonly<Record<string, { share: number } | undefined>>): Map<string, number> {
  const entries = Object.entries(side).map(([id, settings]) => [id, settings?.share ?? 0] as const)
  const total = entries.reduce((sum, [, share]) => sum + share, 0)
  return new Map(entries.map(([id, share]) => [id, share / total]))
}

describe.each(PRESETS)("simulations/%s.yaml", (name) => {
  const scenario = preset(name)

  it("is named like its file, and says in three lines what it is for", () => {
    const [pointer, ...rest] = presetText(name).split("\n")
    expect(pointer).toBe("# yaml-language-server: $schema=./scenario.schema.json")
    const comments = rest.slice(
      0,
      rest.findIndex((line) => !line.startsWith("# ")),
    )
    expect(comments).toHaveLength(3)
    for (const line of comments) expect(line.length).toBeLessThanOrEqual(120)
    expect(scenario.name).toBe(name)
    expect(scenario.description).not.toBe("")
  })

  it("holds every kind of person who looks automated", () => {
    const mix = mixOf(scenario.population.authentic)
    for (const id of AUTHENTIC_ARCHETYPES) expect(mix.get(id) ?? 0, id).toBeGreaterThan(0.004)
  })

  it("runs, and tells what its operators spend", async () => {
    const { manifest, columns } = await smallRun(name)
    expect(columns.risk.every((risk) => risk >= 0 && risk <= 1)).toBe(true)
    const mixed = [...mixOf(scenario.population.managed)].filter(([, share]) => share > 0).map(([id]) => id)
    expect(manifest.operators.map(({ archetype }) => archetype).sort()).toEqual(mixed.sort())
    expect(manifest.operators.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(60)
    for (const { cost } of manifest.operators) expect(cost).toBeGreaterThan(0)
  })
})

describe("the presets", () => {
  it("are as large and as full of managed accounts as the documentation promises", () => {
    const facts = PRESETS.map((name) => {
      const { accounts, days, prevalence } = preset(name)
      return [name, accounts, days, prevalence]
    })
    expect(facts).toEqual([
      ["quickstart", 20_000, 28, 0.03],
      ["rare", 200_000, 28, 0.003],
      ["tiny", 500, 14, 0.1],
      ["hard-humans", 20_000, 28, 0.02],
      ["coordinated", 20_000, 28, 0.05],
      ["stealth", 20_000, 28, 0.03],
      ["zh", 20_000, 28, 0.03],
      ["en", 20_000, 28, 0.03],
      ["hijacked", 20_000, 28, 0.03],
      ["brigade", 20_000, 28, 0.03],
    ])
  })

  it("keep what they are for", () => {
    const authentic = (name: string) => mixOf(preset(name).population.authentic)
    const ordinary = (name: string) => authentic(name).get("casual")! + authentic(name).get("creator")!
    expect(ordinary("hard-humans")).toBeCloseTo(0.3)
    expect(ordinary("quickstart")).toBeGreaterThan(0.7)
    for (const settings of Object.values(preset("stealth").population.managed))
      expect(settings!.evasion).toBeGreaterThanOrEqual(0.8)
    expect(preset("brigade").population.reports.brigades).toBeGreaterThan(
      10 * preset("quickstart").population.reports.brigades,
    )
  })

  it.each([
    ["zh", 0],
    ["en", 1],
  ])("let everybody in %s.yaml write that language", async (name, language) => {
    const { columns } = await smallRun(name)
    expect(columns.language.every((of) => of === language)).toBe(true)
  })

  it("let most managed accounts of hijacked.yaml switch within the period", async () => {
    const { columns, manifest } = await smallRun("hijacked")
    const managed = Array.from(columns.archetype.keys()).filter(
      (account) => manifest.archetypes[columns.archetype[account]!]!.side === "managed",
    )
    const switched = managed.filter((account) => columns.truth.fromDay[account]! > 0)
    expect(switched.length / managed.length).toBeCloseTo(0.85, 1)
  })
})
