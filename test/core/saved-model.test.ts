import { beforeAll, describe, expect, it } from "vitest"
import { assembleRun } from "../../src/core/assemble.ts"
import type { LogisticFusion } from "../../src/core/detection/fusion/model.ts"
import { DataError } from "../../src/core/errors.ts"
import { expectedLabelShare, labelledShares, relearning } from "../../src/core/learning.ts"
import { runMainLine } from "../../src/core/pipeline.ts"
import { reportOf } from "../../src/core/report.ts"
import type { Run } from "../../src/core/run.ts"
import { modelDigest, modelOf, parseModel, type SavedModel } from "../../src/core/saved-model.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { whyReport } from "../../src/core/why.ts"

const SMALL = `
name: small
accounts: 400
days: 7
prevalence: 0.15
detectors: { use: [posting-rhythm, response-latency, near-duplicate-text, co-action] }
`
const scenario = parseScenario(
  `${SMALL}fusion: { learning: { accounts: 1000, prevalence: 0.15 } }`,
  "small.yaml",
)
const circumstances = { assayVersion: "test", createdAt: "2026-03-02T00:00:00.000Z", timings: { total: 0 } }

async function made(of = scenario, model?: SavedModel): Promise<Run> {
  const loaded = model ? { file: "small.model.json", model } : null
  return assembleRun(await runMainLine(of, inProcess, () => {}, { model: loaded }), circumstances)
}

let run: Run
let model: SavedModel
beforeAll(async () => {
  run = await made()
  model = modelOf(run, "small")
})

const reread = (value: unknown) => parseModel(JSON.stringify(value), "x.model.json").model

describe("a saved model", () => {
  it("says what it was learned from, and survives a file", () => {
    expect(reread(model)).toEqual(model)
    expect(model.learned).toMatchObject({ scenario: "small", seed: "assay/sibling", run: run.manifest.id })
    expect(model.learned.archetypes).toContain("content-farm")
    // Held out by default, so the sibling had none.
    expect(model.learned.archetypes).not.toContain("astroturf-ring")
    expect(Object.keys(model.versions.detectors)).toEqual(scenario.detectors.use)
  })

  it("has the digest of what it is, not of its name nor of when it was learned", () => {
    const later = {
      ...model,
      name: "later",
      learned: { ...model.learned, createdAt: "2026-04-01T00:00:00.000Z" },
    }
    expect(modelDigest(later)).toBe(modelDigest(model))
    expect(modelDigest({ ...model, labelShare: model.labelShare / 2 })).not.toBe(modelDigest(model))
  })

  it("yields the very risks of the run that learned it, and keeps where they come from", async () => {
    const again = await made(scenario, reread(model))
    expect(again.columns.risk).toEqual(run.columns.risk)
    expect(again.manifest.fusion).toEqual(run.manifest.fusion)
    expect(again.learning).toBeUndefined()
    expect(again.manifest.model).toMatchObject({
      file: "small.model.json",
      name: "small",
      learned: model.learned,
    })
    // Which archetypes are held out is the model's affair.
    expect(reportOf(again, "there").transfer).toEqual(reportOf(run, "there").transfer)
    expect(() => modelOf(again, "copy")).toThrow(/learned nothing, as its fusion is the model small/)
    const why = whyReport(again, { draws: 50 })
    expect(why.ablation).toBeNull()
    expect(why.unavailable).toContain("small.model.json")
  })

  it("is moved to the prevalence of the scenario that uses it, ranks unmoved", async () => {
    const rare = await made({ ...scenario, prevalence: 0.05 }, model)
    expect(rare.manifest.fusion.intercept).toBeLessThan(run.manifest.fusion.intercept)
    expect({ ...rare.manifest.fusion, intercept: 0 }).toEqual({ ...run.manifest.fusion, intercept: 0 })
  })

  it("is refused where what makes scores differs, naming both", async () => {
    const { versions } = model
    const refused = async (changed: SavedModel, of = scenario) =>
      made(of, changed).then(
        () => "",
        (error: Error) => {
          expect(error).toBeInstanceOf(DataError)
          return error.message
        },
      )
    expect(await refused({ ...model, versions: { ...versions, generator: "0.1" } })).toBe(
      `small.model.json: versions.generator must be ${versions.generator} as here, got 0.1; learn the model again`,
    )
    const detectors = { ...versions.detectors, "co-action": 99 }
    expect(await refused({ ...model, versions: { ...versions, detectors } })).toBe(
      `small.model.json: versions.detectors.co-action must be ${versions.detectors["co-action"]} as here, got 99; learn the model again`,
    )
    const fewer = { ...scenario, detectors: { ...scenario.detectors, use: ["posting-rhythm" as const] } }
    expect(await refused(model, fewer)).toBe(
      "small.model.json: fusion must combine the scenario's detectors.use (posting-rhythm), got " +
        "posting-rhythm, response-latency, near-duplicate-text, co-action",
    )
    expect(await refused({ ...model, coActionWindow: 10 })).toContain(
      "coActionWindow must be 60 as here, got 10",
    )
  })

  it.each<
    [what: string, broken: (model: SavedModel & { fusion: LogisticFusion }) => unknown, message: string]
  >([
    ["another format", (m) => ({ ...m, format: 7 }), "format must be 1, got 7"],
    ["a missing field", ({ labelShare: _, ...m }) => m, "labelShare must be a number in [0, 1], got nothing"],
    ["a field too many", (m) => ({ ...m, extra: 1 }), "extra is not a field of a model"],
    [
      "an unknown method",
      (m) => ({ ...m, fusion: { ...m.fusion, method: "vote" } }),
      'fusion.method must be one of logistic, weighted-sum, maximum, k-of-n, got "vote"',
    ],
    [
      "a weight that is text",
      (m) => ({ ...m, fusion: { ...m.fusion, weights: { ...m.fusion.weights, "co-action": "1" } } }),
      'fusion.weights.co-action must be a number, got "1"',
    ],
    [
      "a detector without a weight",
      (m) => ({ ...m, fusion: { ...m.fusion, weights: {} } }),
      "fusion.weights must be a mapping of the detectors of versions.detectors (posting-rhythm, response-latency, near-duplicate-text, co-action), got a mapping",
    ],
    [
      "a base rate that is none",
      (m) => ({ ...m, fusion: { ...m.fusion, baseRate: 1 } }),
      "fusion.baseRate must be a number in (0, 1), got 1",
    ],
    [
      "a curve that falls",
      (m) => {
        const falling = { score: [0.5, 0.1], probability: [0.1, 0.2] }
        const calibration = { ...m.fusion.calibration, "co-action": falling }
        return { ...m, fusion: { ...m.fusion, calibration } }
      },
      "fusion.calibration.co-action.score must be numbers that rise, got a list",
    ],
    [
      "a list",
      () => [],
      "a model must be a mapping of format, name, learned, versions, coActionWindow, labelled, labelShare, fusion, got an empty list",
    ],
  ])("with %s is refused by file, field, what is allowed and what was found", (_, broken, message) => {
    expect(() => reread(broken(model as Parameters<typeof broken>[0]))).toThrow(
      new DataError(`x.model.json: ${message}`),
    )
  })

  it("is refused when it is cut short", () => {
    expect(() => parseModel('{"format": 1', "x.json")).toThrow(/^x.json: this is not whole JSON/)
  })
})

describe("learning again from what a run keeps", () => {
  it("yields the run's own fusion and risks, bit for bit", () => {
    const { manifest, columns, learning } = run
    const again = relearning(manifest, learning!, scenario.definition)
    expect(again.detectors).toEqual(scenario.detectors.use)
    expect(again.learn(again.detectors)).toEqual(manifest.fusion)
    expect(again.risk(again.detectors, columns.scores)).toEqual(columns.risk)
  })

  it("knows nothing without detectors", () => {
    const { manifest, columns, learning } = run
    const labelled = labelledShares(learning!, manifest.archetypes, scenario.definition)
    const share = Math.fround(expectedLabelShare(labelled, scenario.prevalence))
    const risk = relearning(manifest, learning!, scenario.definition).risk([], columns.scores)
    expect(new Set(risk)).toEqual(new Set([share]))
  })

  it("is refused by a definition that leaves nobody to learn from", () => {
    const nobody = { ...scenario.definition, oversight: 1e-6 }
    expect(() => relearning(run.manifest, run.learning!, nobody)).toThrow(
      /fusion.learning must yield at least 20/,
    )
  })
})

describe("why it works", () => {
  it("ablates every detector and layer on the run's own risk", () => {
    const { ablation, unavailable, calibration, relearned } = whyReport(run, { draws: 50 })
    expect([unavailable, relearned]).toEqual([null, false])
    expect(ablation!.detectors.map(({ id }) => id)).toEqual(scenario.detectors.use)
    expect(ablation!.layers.map(({ layer }) => layer)).toEqual(["behaviour", "content", "network"])
    expect(ablation!.full.auc.value).toBeCloseTo(reportOf(run, "there").fusion.auc.value, 12)
    // A layer of one detector is that detector.
    const { alone, added } = ablation!.detectors[3]!
    expect(ablation!.layers[2]).toEqual({ layer: "network", detectors: ["co-action"], alone, added })
    expect(calibration.judged).toBe(400)
  })

  it("learns again by another definition, which needs the learning set", () => {
    const definition = { ...scenario.definition, oversight: 0.6 }
    const moved = whyReport(run, { definition, draws: 50 })
    expect(moved.relearned).toBe(true)
    expect(moved.prevalence).toBeGreaterThan(whyReport(run, { draws: 50 }).prevalence)
    const { learning: _, ...old } = run
    expect(() => whyReport(old, { definition })).toThrow(/does not hold what its fusion was learned from/)
    expect(whyReport(old, { draws: 50 }).unavailable).toMatch(/an earlier Assay wrote it/)
  })
})
