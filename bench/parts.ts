/** The parts of the main line, each alone, in one thread. */
import { allocateObserved, detect } from "../src/core/detection/detect.ts"
import type { Detector } from "../src/core/detection/detector.ts"
import { fuse, learnFusion } from "../src/core/detection/fusion/fusion.ts"
import { detectorsNamed } from "../src/core/detection/registry.ts"
import {
  BIN_FIGURES,
  createScoreBins,
  createScoreIndex,
  indexOrdered,
  orderByCohort,
  orderScores,
} from "../src/core/evaluation/index.ts"
import type { Evidence } from "../src/core/evidence/evidence.ts"
import { observeTile } from "../src/core/observing.ts"
import { labelAccounts } from "../src/core/policy/definition.ts"
import { buildWorld, tilesOf } from "../src/core/population/populate.ts"
import { CHECKED, generateTile } from "../src/core/population/tile.ts"
import type { World } from "../src/core/population/world.ts"
import { sizeOf } from "../src/core/simulate.ts"
import { inProcess } from "../src/core/tasks.ts"
import { peakMegabytes, timed } from "./reference.ts"
import { benchScenario } from "./scenario.ts"

export interface PartTimes {
  readonly parts: readonly { readonly name: string; readonly seconds: number; readonly note: string }[]
  readonly lookUpNanoseconds: number
  /** Microseconds a post or interaction takes to generate, without its pictures and with them. */
  readonly microsecondsAnEvent: readonly [number, number]
  readonly held: Held
  readonly peakMegabytes: number
}

/** What stays in memory of a population, and what comes and goes. */
export interface Held {
  /** Bytes an account that the world keeps: columns, groups, times of posts, the feed. */
  readonly world: number
  /** Bytes an account that the detectors keep of what they observed, pairs of accounts left out. */
  readonly observed: number
  /** Mebibytes of the largest tile's evidence; a worker holds one tile at a time. */
  readonly largestTile: number
}

const perSecond = (amount: number, seconds: number, of: string) =>
  `${Math.round(amount / seconds).toLocaleString("en")} ${of}/s`

export async function measureParts(accounts: number): Promise<PartTimes> {
  const parts: { name: string; seconds: number; note: string }[] = []
  const scenario = benchScenario(accounts)
  const world = await timed(() => buildWorld(scenario, inProcess, () => {}))
  parts.push({
    name: "roster and post times",
    seconds: world.seconds,
    note: perSecond(accounts, world.seconds, "accounts"),
  })
  const detectors = detectorsNamed(scenario.detectors.use)
  const observing = await observeTiles(world.result, detectors)
  const size = sizeOf(world.result)
  const events = size.posts + size.interactions
  for (const [name, seconds] of [
    ["posts, text, interactions, reports", observing.withoutMedia],
    ["the same with pictures", observing.generation],
  ] as const) {
    const note = `${perSecond(accounts, seconds, "accounts")}, ${perSecond(events, seconds, "events")}`
    parts.push({ name, seconds, note })
  }
  const scores: Record<string, Float32Array> = {}
  for (const [k, detector] of detectors.entries()) {
    const joining = await timed(() =>
      detect(
        [detector],
        observing.observed,
        size,
        world.result.columns,
        scenario.detectors,
        inProcess,
        () => {},
      ),
    )
    scores[detector.id] = joining.result.scores[detector.id]
    const seconds = observing.byDetector[k] + joining.seconds
    parts.push({ name: detector.id, seconds, note: perSecond(accounts, seconds, "accounts") })
  }
  const label = labelAccounts(world.result.columns, scenario.definition)
  const fusion = await timed(() =>
    fuse(learnFusion({ seed: "bench", scores, label }, scenario.fusion, scenario.prevalence), scores),
  )
  parts.push({
    name: "fusion, learned and applied",
    seconds: fusion.seconds,
    note: perSecond(accounts, fusion.seconds, "accounts"),
  })
  const cohort = { of: world.result.columns.archetype, count: world.result.archetypes.length }
  const index = await timed(() => createScoreIndex(fusion.result, label, cohort))
  parts.push({ name: "exact index, 8 cohorts", seconds: index.seconds, note: "" })
  const order = orderScores(fusion.result)
  const orders = orderByCohort(order, cohort)
  const moved = await timed(() => {
    const other = { ...scenario.definition, oversight: (1 + scenario.definition.oversight) / 2 }
    const movedLabel = labelAccounts(world.result.columns, other)
    return [indexOrdered(order, movedLabel), indexOrdered(order, movedLabel, orders)]
  })
  parts.push({ name: "labels and indexes of a moved definition", seconds: moved.seconds, note: "" })
  const bins = await timed(() => createScoreBins(fusion.result, label, cohort))
  parts.push({ name: "bins for the pointer, 8 cohorts", seconds: bins.seconds, note: "" })
  const microseconds = (seconds: number) => ((world.seconds + seconds) * 1e6) / events
  return {
    parts,
    lookUpNanoseconds: lookUp(bins.result),
    microsecondsAnEvent: [microseconds(observing.withoutMedia), microseconds(observing.generation)],
    held: {
      world: bytesOf(world.result) / accounts,
      observed: bytesOf(observing.observed) / accounts,
      largestTile: observing.largestTile / 2 ** 20,
    },
    peakMegabytes: peakMegabytes(),
  }
}

async function observeTiles(world: World, detectors: readonly Detector[]) {
  const observed = allocateObserved(detectors, sizeOf(world))
  const byDetector = detectors.map(() => 0)
  let generation = 0
  let withoutMedia = 0
  let largestTile = 0
  for (const { first, end } of tilesOf(world.accounts)) {
    withoutMedia += (await timed(() => generateTile(world, first, end, CHECKED))).seconds
    const tile = await timed<Evidence>(() => generateTile(world, first, end))
    generation += tile.seconds
    largestTile = Math.max(largestTile, bytesOf(tile.result))
    for (const [k, { id }] of detectors.entries()) {
      const own = { features: { [id]: observed.features[id] }, links: observed.links }
      byDetector[k] += (await timed(() => observeTile(tile.result, own))).seconds
    }
  }
  return { observed, generation, withoutMedia, largestTile, byDetector }
}

/** Bytes of all typed arrays within a value, each buffer once. */
function bytesOf(value: unknown, seen = new Set<ArrayBufferLike>()): number {
  if (value === null || typeof value !== "object") return 0
  if (!ArrayBuffer.isView(value))
    return Object.values(value).reduce((sum, part) => sum + bytesOf(part, seen), 0)
  if (seen.has(value.buffer)) return 0
  seen.add(value.buffer)
  return value.byteLength
}

/** Nanoseconds for all figures at one threshold, over all accounts and each cohort. */
function lookUp(bins: ReturnType<typeof createScoreBins>): number {
  const figures = new Float64Array(bins.rows * BIN_FIGURES.length)
  const repeats = 200_000
  let sum = 0
  const started = performance.now()
  for (let k = 0; k < repeats; k++) {
    bins.figuresAt((k % 1000) / 1000, figures)
    sum += figures[0]
  }
  const nanoseconds = ((performance.now() - started) * 1e6) / repeats
  if (Number.isNaN(sum)) throw new Error("the look-up yielded no figures")
  return nanoseconds
}
