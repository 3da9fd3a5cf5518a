/** Truth apart: detectors see evidence only. Overwriting truth moves no score, and no detector's code reaches it. */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path/posix"
import { beforeAll, describe, expect, it } from "vitest"
import { runDetector } from "../../src/core/detection/conformance/run-detector.ts"
import { allocateObserved, detect } from "../../src/core/detection/detect.ts"
import type { Detector } from "../../src/core/detection/detector.ts"
import { detectorsNamed } from "../../src/core/detection/registry.ts"
import type { Evidence } from "../../src/core/evidence/evidence.ts"
import { observeTile } from "../../src/core/observing.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import { tilesOf } from "../../src/core/population/populate.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { type Simulated, simulate } from "../../src/core/simulate.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { importsOf } from "../setup/boundaries.ts"

const scenario = scenarioSchema.parse({ name: "truth-apart", accounts: 600, prevalence: 0.3 })
const detectors = detectorsNamed(scenario.detectors.use)
const GRADES = ["creation", "scheduling", "distribution", "oversight"] as const
const TRUTH = [...GRADES, "archetype", "group", "care"] as const

let simulated: Simulated
/** The evidence, come about before any test touches truth. */
let tiles: Evidence[]
beforeAll(async () => {
  simulated = await simulate(scenario, inProcess, () => {})
  const { world, size } = simulated
  tiles = tilesOf(size.accounts).map(({ first, end }) => generateTile(world, first, end))
})

/** Hands every account the truth of another, and calls it by another's archetype and group. */
function permuteTruth({ world }: Simulated): void {
  const { columns } = world
  for (const name of TRUTH) columns[name].reverse()
}

/** Makes of everybody what nobody was: fully automated, by an archetype that is none. */
function overwriteTruth({ world }: Simulated): void {
  const { columns } = world
  for (const name of ["creation", "scheduling", "distribution"] as const) columns[name].fill(1)
  columns.oversight.fill(0)
  columns.archetype.fill(0)
  columns.group.fill(0)
  columns.care.fill(0)
}

/** Changes truth where it stands, in whatever else holds on to the same columns too, and puts it back afterwards. */
async function withTruth<Result>(
  change: (simulated: Simulated) => void,
  find: () => Promise<Result>,
): Promise<Result> {
  const { columns } = simulated.world
  const before = TRUTH.map((name) => columns[name].slice())
  const labels = labelAccounts(columns, scenario.definition)
  change(simulated)
  try {
    expect(labelAccounts(columns, scenario.definition), "truth that did change").not.toEqual(labels)
    return await find()
  } finally {
    for (const [k, name] of TRUTH.entries()) columns[name].set(before[k]!)
  }
}

/** What the detectors find when truth is changed after the evidence came about and before they see it. */
async function detectAfter(change: (simulated: Simulated) => void) {
  const { world, size } = simulated
  return withTruth(change, () => {
    const observed = allocateObserved(detectors, size)
    for (const tile of tiles) observeTile(tile, observed)
    const settings = scenario.detectors
    return detect(detectors, observed, size, world.columns, settings, inProcess, () => {})
  })
}

describe("scores", () => {
  it.each([
    ["permuted", permuteTruth],
    ["overwritten", overwriteTruth],
  ])("are the same when truth is %s", async (_, change) => {
    const { detection } = simulated
    const found = await detectAfter(change)
    expect(Object.keys(found.scores)).toEqual(scenario.detectors.use)
    expect(found.scores).toEqual(detection.scores)
    expect(found.features).toEqual(detection.features)
    expect(found.pairs).toEqual(detection.pairs)
    expect(found.summaries).toEqual(detection.summaries)
    for (const score of Object.values(found.scores)) expect(score.some((value) => value > 0)).toBe(true)
  })

  it("would not be, for a detector that had got hold of truth", async () => {
    const { world, size } = simulated
    const cheat: Detector = {
      id: "cheat",
      layer: "behaviour",
      title: "Cheat",
      version: 1,
      reads: ["posts.time"],
      features: [{ id: "truth", title: "Truth", unit: "share" }],
      observe(tile, columns) {
        const { firstAccount, accountCount } = tile
        columns.truth!.set(world.columns.creation.subarray(firstAccount, firstAccount + accountCount))
      },
      score: (row) => row[0]!,
      reasons: () => [],
    }
    const evidence = generateTile(world, 0, size.accounts)
    const before = await runDetector(cheat, evidence)
    const after = await withTruth(permuteTruth, () => runDetector(cheat, evidence))
    expect(after).not.toEqual(before)
    // And truth was put back, so that one test's change is not the next one's truth.
    expect(await runDetector(cheat, evidence)).toEqual(before)
  })
})

const DETECTION = "src/core/detection"
const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name.replaceAll("\\", "/")))
    .filter((file) => file.endsWith(".ts"))

/** Files of ours that a file imports, types included. */
const importedBy = (file: string) =>
  importsOf(file, readFileSync(file, "utf8"))
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier }) => normalize(join(dirname(file), specifier)))

/** Everything that can be reached from a file by imports, itself included. */
function reachableFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached
  reached.add(file)
  for (const target of importedBy(file)) reachableFrom(target, reached)
  return reached
}

describe("the code", () => {
  const all = sourcesIn(DETECTION)
  const ofDetectors = ["behaviour", "content", "network", "reports", "linkage"].flatMap((folder) =>
    sourcesIn(join(DETECTION, folder)),
  )
  const holdsTruth = /^src\/core\/(population\/|policy\/|(run|pipeline|assemble|tasks|inspection)\.ts$)/

  it("of detectors reaches neither population nor policy nor a run, through any import", () => {
    expect(ofDetectors.length).toBeGreaterThan(6)
    const reached = ofDetectors.flatMap((file) =>
      [...reachableFrom(file)].map((target) => `${file} -> ${target}`),
    )
    expect(reached.filter((path) => holdsTruth.test(path.split(" -> ")[1]!))).toEqual([])
  })

  it("of the contract reaches none of them either", () => {
    const reached = [...reachableFrom(join(DETECTION, "detector.ts"))]
    expect(reached).toContain("src/core/evidence/evidence.ts")
    expect(reached.filter((file) => holdsTruth.test(file))).toEqual([])
  })

  it("of detection imports neither truth nor policy, and names no column of truth", () => {
    for (const file of all) {
      const forbidden = importedBy(file).filter((target) => /\/(policy\/|population\/truth\.ts)/.test(target))
      expect(forbidden, file).toEqual([])
      const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
      expect(code.match(/\b(creation|scheduling|distribution|oversight|archetype|truth)\b/i), file).toBeNull()
    }
  })

  it("takes labels in fusion alone, where a sibling population teaches it", () => {
    const withLabels = all.filter((file) => /\blabels?\b/.test(readFileSync(file, "utf8")))
    expect(withLabels.every((file) => file.startsWith(`${DETECTION}/fusion/`))).toBe(true)
    expect(withLabels.length).toBeGreaterThan(0)
  })
})
