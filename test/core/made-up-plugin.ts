/** A small scenario, and plug-ins that need no code of anybody's. */
import type { Plugin, PluginFindings } from "../../src/core/detection/plugin.ts"
import type { World } from "../../src/core/population/world.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"

export const scenario = parseScenario(
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
export function plugin(id: string, fails?: { readonly in: string; readonly error: Error }): Plugin {
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
