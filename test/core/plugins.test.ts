import { beforeAll, describe, expect, it } from "vitest"
import type { Plugin } from "../../src/core/detection/plugin.ts"
import { DetectorError } from "../../src/core/errors.ts"
import { type Outcome, runMainLine } from "../../src/core/pipeline.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { plugin, scenario } from "./made-up-plugin.ts"

const SIBLING = "assay/sibling"
const broken = (id: string, where: string) =>
  plugin(id, { in: where, error: new DetectorError(id, "ended unexpectedly") })
const run = (...plugins: Plugin[]) => runMainLine(scenario, inProcess, () => {}, { plugins })

let bare: Outcome
let joined: Outcome
beforeAll(async () => {
  bare = await run()
  joined = await run(plugin("lonely"))
})

describe("a plug-in", () => {
  it("stands after the built-in detectors with all that it found, and takes part in fusion", () => {
    const { detection, fusion, learned, plugins } = joined
    expect(Object.keys(detection.scores)).toEqual(["posting-rhythm", "report-reliability", "lonely"])
    expect(detection.features.lonely!.followers).toEqual(Float32Array.from(joined.world.columns.followers))
    expect(detection.summaries.lonely).toEqual({ accounts: 400 })
    expect(detection.pairs).not.toHaveProperty("lonely")
    expect(detection.reasons.lonely!.text).toEqual(["Nobody follows it"])
    expect(Object.keys(learned!.sibling.detection.scores)).toContain("lonely")
    expect(Object.keys(fusion.calibration)).toContain("lonely")
    expect(plugins.map(({ source }) => source)).toEqual(["module ./lonely.ts"])
    expect(joined.risk).not.toEqual(bare.risk)
  })

  it("moves nothing that the others found", () => {
    for (const [id, score] of Object.entries(bare.detection.scores))
      expect(joined.detection.scores[id]).toEqual(score)
    expect(joined.checksums).toEqual(bare.checksums)
  })

  it.each([
    ["the population that fusion learns from", SIBLING],
    ["the population that is evaluated", "assay"],
  ])("that fails in %s is left out by name, as if it had not been there", async (_, where) => {
    const outcome = await run(broken("flaky", where), plugin("lonely"))
    expect(outcome.detection.failures).toEqual([{ detector: "flaky", message: "ended unexpectedly" }])
    expect(outcome.plugins.map(({ description }) => description.id)).toEqual(["lonely"])
    expect(outcome.fusion).toEqual(joined.fusion)
    expect(outcome.risk).toEqual(joined.risk)
    expect(outcome.detection.scores).toEqual(joined.detection.scores)
    expect(outcome.learned!.sibling.detection.scores).toEqual(joined.learned!.sibling.detection.scores)
  })

  it("is not asked again after it failed", async () => {
    const asked: string[] = []
    const flaky = broken("flaky", SIBLING)
    const counted: Plugin = {
      ...flaky,
      detect(evidence, settings, onDone) {
        if (evidence.kind === "world") asked.push(evidence.world.scenario.seed)
        return flaky.detect(evidence, settings, onDone)
      },
    }
    await run(counted)
    expect(asked).toEqual([SIBLING])
  })

  it("does not swallow what is no plug-in's fault", async () => {
    await expect(run(plugin("lonely", { in: "assay", error: new TypeError("ours") }))).rejects.toThrow("ours")
  })

  it("has its progress told with the others', and never backwards", async () => {
    const told: number[] = []
    await runMainLine(
      scenario,
      inProcess,
      (stage, fraction) => {
        if (stage === "linkage") told.push(fraction)
      },
      { plugins: [plugin("lonely")] },
    )
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })
})
