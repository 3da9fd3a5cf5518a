import { beforeAll, describe, expect, it } from "vitest"
import { assembleRun } from "../../src/core/assemble.ts"
import type { Plugin } from "../../src/core/detection/plugin.ts"
import { DataError, DetectorError, ScenarioError } from "../../src/core/errors.ts"
import { judgeAccount, openJudging } from "../../src/core/judgement.ts"
import { runMainLine } from "../../src/core/pipeline.ts"
import { reportOf } from "../../src/core/report.ts"
import type { Run } from "../../src/core/run.ts"
import { modelOf, type SavedModel } from "../../src/core/saved-model.ts"
import type { Scenario } from "../../src/core/scenario/schema.ts"
import { riskWithout } from "../../src/core/switch-off.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { plugin, scenario } from "./made-up-plugin.ts"

const circumstances = { assayVersion: "test", createdAt: "2026-03-02T00:00:00.000Z", timings: { total: 1 } }

async function made(plugins: readonly Plugin[], of: Scenario = scenario, model?: SavedModel): Promise<Run> {
  const loaded = model ? { file: "small.model.json", model } : null
  return assembleRun(await runMainLine(of, inProcess, () => {}, { model: loaded, plugins }), circumstances)
}

/** Fails where the population is evaluated, so that a saved model meets it too. */
const broken = (id: string) =>
  plugin(id, { in: scenario.seed, error: new DetectorError(id, "answered nothing") })

let bare: Run
let joined: Run
beforeAll(async () => {
  bare = await made([])
  joined = await made([plugin("lonely")])
})

describe("a run with a plug-in", () => {
  it("says what it is, and tells its features and reasons of an account without its code", () => {
    const summary = joined.manifest.detectors.at(-1)!
    expect(summary).toMatchObject({ id: "lonely", layer: "network", version: 1, judged: 400 })
    expect(summary.plugin).toEqual({
      kind: "module",
      source: "module ./lonely.ts",
      digest: "0".repeat(64),
      features: [{ id: "followers", title: "Followers", unit: "count" }],
    })
    expect(joined.manifest).not.toHaveProperty("failures")
    const { detectors, clearing } = judgeAccount(openJudging(joined), 3)
    expect(detectors.map(({ id }) => id)).toEqual(["posting-rhythm", "report-reliability", "lonely"])
    const { features, reasons, score } = detectors.at(-1)!
    const followers = joined.columns.followers[3]!
    expect(features).toEqual([{ id: "followers", title: "Followers", unit: "count", value: followers }])
    expect(score).toBe(Math.fround(1 / (1 + followers)))
    expect(reasons).toEqual([{ id: "told-1", values: {}, text: "Nobody follows it", weight: 1 }])
    expect(judgeAccount(openJudging(joined), 4).detectors.at(-1)!.reasons).toEqual([])
    const [, , own] = clearing.detectors
    expect(own).toMatchObject({ detector: "lonely", feature: null })
  })

  it("can have it switched off", () => {
    expect(riskWithout(joined, ["lonely"])).toEqual(bare.columns.risk)
  })

  it("has a digest of its own, which follows what the plug-in is and not where it stands", async () => {
    const other = (change: Partial<Plugin>) => made([{ ...plugin("lonely"), ...change }])
    const { description } = plugin("lonely")
    const digests = [
      bare,
      joined,
      await other({ digest: "1".repeat(64) }),
      await other({ description: { ...description, version: 2 } }),
    ].map(({ manifest }) => manifest.digest)
    expect(new Set(digests).size).toBe(digests.length)
    const moved = await other({ source: "module ../elsewhere/lonely.ts" })
    expect(moved.manifest.digest).toBe(joined.manifest.digest)
    expect(joined.manifest.populationDigest).toBe(bare.manifest.populationDigest)
  })

  it("is the same in whatever order plug-ins are named", async () => {
    const [one, other] = [plugin("lonely"), plugin("alone")]
    const [ab, ba] = [await made([one, other]), await made([other, one])]
    expect(ab.manifest.detectors.map(({ id }) => id).slice(-2)).toEqual(["alone", "lonely"])
    expect(ba.manifest.digest).toBe(ab.manifest.digest)
  })

  it("names those that failed, and is not the run that never wanted them", async () => {
    const run = await made([broken("flaky")])
    expect(run.manifest.failures).toEqual([{ detector: "flaky", message: "answered nothing" }])
    expect(reportOf(run, "here").failures).toEqual(run.manifest.failures)
    expect(run.columns.risk).toEqual(bare.columns.risk)
    expect(run.manifest.digest).not.toBe(bare.manifest.digest)
  })
})

describe("names of plug-ins", () => {
  it.each([
    [
      "a built-in detector's",
      [plugin("posting-rhythm")],
      /module \.\/posting-rhythm\.ts: id must be no built-in detector's/,
    ],
    ["another's", [plugin("lonely"), plugin("lonely")], /id must be its own, got "lonely"/],
    ["the fused score's", [plugin("risk")], /means nothing else beside detectors .*, got "risk"/],
    ["a layer's", [plugin("network")], /means nothing else beside detectors .*, got "network"/],
  ])("are refused when they are %s", async (_, plugins, problem) => {
    const made = runMainLine(scenario, inProcess, () => {}, { plugins })
    await expect(made).rejects.toThrow(ScenarioError)
    await expect(made).rejects.toThrow(problem)
  })

  it("are what weights may name", async () => {
    const weighted = (id: string): Scenario => ({
      ...scenario,
      fusion: { ...scenario.fusion, method: "weighted-sum", weights: { [id]: 1 } },
    })
    await expect(made([plugin("lonely")], weighted("lonly"))).rejects.toThrow(
      'fusion.weights must name detectors of the scenario (posting-rhythm, report-reliability, lonely), got "lonly"',
    )
    const { fusion } = (await made([plugin("lonely")], weighted("lonely"))).manifest
    expect(fusion).toMatchObject({ weights: { lonely: 1, "posting-rhythm": 0 } })
  })
})

describe("a model of a run with a plug-in", () => {
  it("fuses with that plug-in again, and with no other", async () => {
    const model = modelOf(joined, "small")
    expect(model.versions.plugins).toEqual({ lonely: "0".repeat(64) })
    expect((await made([plugin("lonely")], scenario, model)).columns.risk).toEqual(joined.columns.risk)
    await expect(made([], scenario, model)).rejects.toThrow(
      /fusion must combine the scenario's detectors.use \(posting-rhythm, report-reliability\), got .*lonely/,
    )
    const changed = { ...plugin("lonely"), digest: "1".repeat(64) }
    await expect(made([changed], scenario, model)).rejects.toThrow(DataError)
    await expect(made([changed], scenario, model)).rejects.toThrow(
      /versions\.plugins\.lonely must be 1+ as here/,
    )
  })

  it("takes the scores of one that failed as missing, and every account can still be judged", async () => {
    const run = await made([broken("lonely")], scenario, modelOf(joined, "small"))
    expect(run.manifest.detectors.map(({ id }) => id)).toEqual(["posting-rhythm", "report-reliability"])
    const { risk, detectors, clearing } = judgeAccount(openJudging(run), 3)
    expect(detectors).toHaveLength(2)
    expect(clearing.detectors.find(({ detector }) => detector === "lonely")!.score).toBeNull()
    expect(clearing.isFlagged).toBe(risk >= scenario.threshold)
  })

  it("names no plug-ins when there were none", () => {
    expect(modelOf(bare, "small").versions).not.toHaveProperty("plugins")
  })
})
