import { beforeAll, describe, expect, it } from "vitest"
import type { Plugin, PluginFindings } from "../../src/core/detection/plugin.ts"
import { DetectorError } from "../../src/core/errors.ts"
import { type Outcome, runMainLine } from "../../src/core/pipeline.ts"
import type { World } from "../../src/core/population/world.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { inProcess } from "../../src/core/tasks.ts"

const scenario = parseScenario(
  `
name: small
accounts: 400
days: 7
prevalence: 0.2
detectors: { use: [posting-rhythm, report-reliability] }
fusion: { learning: { accounts: 1000, prevalence: 0.2 } }
`,
  "small.yaml",
)

/** Looks only at how many accounts follow an account; throws what it is told to, in the population it is told to. */
function plugin(id: string, fails?: { readonly in: string; readonly error: Error }): Plugin {
  const found = ({ columns, accounts }: World): PluginFindings => ({
    score: Float32Array.from(columns.followers.subarray(0, accounts), (count) => 1 / (1 + count)),
    features: { followers: Float32Array.from(columns.followers) },
    summary: { accounts },
    reasons: { account: Uint32Array.of(3), weight: Float32Array.of(1), text: ["Nobody follows it"] },
  })
  return {
    kind: "module",
    source: `module ./${id}.ts`,
    digest: "0".repeat(64),
    description: {
      id,
      layer: "network",
      title: id,
      version: 1,
      reads: ["profiles"],
      features: [{ id: "followers", title: "Followers", unit: "count" }],
    },
    async detect(evidence, _, onDone) {
      if (evidence.kind !== "world") throw new Error("a population was expected")
      if (fails?.in === evidence.world.scenario.seed) throw fails.error
      onDone(1)
      return found(evidence.world)
    },
  }
}

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
