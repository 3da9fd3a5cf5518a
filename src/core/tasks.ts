/**
 * The pieces of work that a run is cut into. Each is a pure function of its message, apart from the slices of
 * shared columns that it alone writes; so pieces can run in any order, on any thread, with the same outcome.
 */
import type { JoinPart, LinkColumns, LinkInput } from "./detection/detector.ts"
import type { DetectorId } from "./detection/ids.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { tileChecksum } from "./digest.ts"
import { DetectorError } from "./errors.ts"
import { type Comparison, type ComparisonOptions, compareSides, type Judgement } from "./evaluation/index.ts"
import type { Evidence } from "./evidence/evidence.ts"
import { type FollowEdges, followsTouching } from "./network/follows.ts"
import { drawPosts } from "./population/posting.ts"
import { drawRoster } from "./population/roster.ts"
import { generateTile } from "./population/tile.ts"
import type { World } from "./population/world.ts"
import { describeTile, type RawFeatureColumns } from "./realism/features.ts"
import type { Separation } from "./realism/leakage-report.ts"
import type { TileLinks } from "./realism/network-links.ts"
import { measurePart } from "./realism/parts.ts"
import { type Population, type Witnessed, witnessTile } from "./realism/population.ts"
import { type RelearnInput, relearn } from "./realism/relearn.ts"
import type { RealismRow } from "./realism/row.ts"
import { type SeparationInput, separate } from "./realism/separation.ts"
import type { Run } from "./run.ts"
import { riskWithout, type Switchable } from "./switch-off.ts"
import { type WhyReport, whyReport } from "./why.ts"

/** Where the detectors put what they observe; every column is shared between threads. */
export interface ObservedColumns {
  /** By detector id, by feature id; length accounts. */
  readonly features: Readonly<Record<string, Readonly<Record<string, Float32Array>>>>
  /** By detector id. */
  readonly links: Readonly<Record<string, LinkColumns>>
}

interface Range {
  readonly first: number
  /** One past the last account. */
  readonly end: number
}

export type Task =
  | ({ readonly kind: "roster"; readonly world: World } & Range)
  | ({ readonly kind: "posts"; readonly world: World } & Range)
  | ({ readonly kind: "evidence"; readonly world: World; readonly observed: ObservedColumns } & Range)
  | {
      readonly kind: "join"
      readonly detector: DetectorId
      readonly partition: number
      readonly input: LinkInput
    }
  | ({ readonly kind: "witness"; readonly world: World } & Range)
  | { readonly kind: "measure"; readonly part: string; readonly population: Population }
  | ({ readonly kind: "raw-features"; readonly world: World; readonly columns: RawFeatureColumns } & Range)
  | ({ readonly kind: "separation" } & SeparationInput)
  | ({ readonly kind: "relearn" } & RelearnInput)
  /** `done`: one shared number, the share that is done in [0, 1]. */
  | { readonly kind: "why"; readonly run: Run; readonly done: Float64Array }
  | { readonly kind: "switch-off"; readonly run: Switchable; readonly off: readonly string[] }
  | {
      readonly kind: "compare"
      readonly a: Judgement
      readonly b: Judgement
      readonly options: ComparisonOptions
    }
  | ({ readonly kind: "follows"; readonly world: World; readonly marked: Uint8Array } & Range)

export type TaskResult =
  | readonly [number, number]
  | JoinPart
  | Witnessed
  | TileLinks
  | readonly RealismRow[]
  | Separation
  | WhyReport
  | Comparison
  | FollowEdges
  | Float32Array
  | null

/** Runs tasks; how many at once is its own affair. Results come in the order of the tasks. */
export interface Executor {
  run(tasks: readonly Task[], onDone: (done: number) => void): Promise<TaskResult[]>
}

export function perform(task: Task): TaskResult {
  switch (task.kind) {
    case "roster":
      drawRoster(task.world, task.first, task.end)
      return null
    case "posts":
      drawPosts(task.world, task.first, task.end)
      return null
    case "evidence": {
      const tile = generateTile(task.world, task.first, task.end, looksAtMedia(task.observed))
      observeTile(tile, task.observed)
      return tileChecksum(tile)
    }
    case "join": {
      const [detector] = detectorsNamed([task.detector])
      return guarded(detector.id, () => detector.linkage!.join(task.partition, task.input))
    }
    case "witness":
      return witnessTile(task.world, task.first, task.end)
    case "measure":
      return measurePart(task.part, task.population)
    case "raw-features":
      return describeTile(generateTile(task.world, task.first, task.end), task.columns)
    case "separation":
      return separate(task)
    case "relearn":
      return relearn(task)
    case "why":
      return whyReport(task.run, { onProgress: (fraction) => task.done.set([fraction]) })
    case "switch-off":
      return riskWithout(task.run, task.off)
    case "compare":
      return compareSides(task.a, task.b, task.options)
    case "follows":
      return followsTouching(task.world, task.first, task.end, task.marked)
  }
}

/** Whether any of the detectors that have columns reads media. */
function looksAtMedia({ features }: ObservedColumns): boolean {
  return detectorsNamed(Object.keys(features) as DetectorId[]).some(({ reads }) =>
    reads.includes("posts.media"),
  )
}

/** Lets each detector that has columns write its slice of them. */
export function observeTile(tile: Evidence, { features, links }: ObservedColumns): void {
  const ids = Object.keys(features) as DetectorId[]
  for (const detector of detectorsNamed(ids)) {
    const slices = Object.fromEntries(
      Object.entries(features[detector.id]).map(([id, column]) => [
        id,
        column.subarray(tile.firstAccount, tile.firstAccount + tile.accountCount),
      ]),
    )
    guarded(detector.id, () => {
      detector.observe?.(tile, slices)
      detector.linkage?.observe(tile, links[detector.id])
    })
  }
}

/** A detector that throws fails by its name. */
function guarded<Result>(id: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw new DetectorError(id, cause instanceof Error ? cause.message : String(cause))
  }
}

/** One task in the calling thread after another. */
export const inProcess: Executor = {
  async run(tasks, onDone) {
    return tasks.map((task, index) => {
      const result = perform(task)
      onDone(index + 1)
      return result
    })
  },
}
