/**
 * The pieces of work that a run is cut into. Each is a pure function of its message, apart from the slices of
 * shared columns that it alone writes; so pieces can run in any order, on any thread, with the same outcome.
 */
import type { JoinPart, LinkInput } from "./detection/detector.ts"
import type { DetectorId } from "./detection/ids.ts"
import { guarded } from "./detection/observe.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { drawEngagement, type Engagement } from "./engagement.ts"
import { type Comparison, type ComparisonOptions, compareSides, type Judgement } from "./evaluation/index.ts"
import { type FollowEdges, followsTouching } from "./network/follows.ts"
import { type EvidenceTask, type ObservedRange, observeRange } from "./observing.ts"
import { type DrawInput, drawFeeds } from "./policy/attention/draws.ts"
import { type Feeds, type FeedsInput, openFeeds } from "./policy/attention/feeds.ts"
import { type Parts, type RankedFeeds, rankLeavingOut } from "./policy/attention/left-out.ts"
import type { RankInput } from "./policy/attention/ranking.ts"
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

interface Range {
  readonly first: number
  /** One past the last account. */
  readonly end: number
}

export type Task =
  | ({ readonly kind: "roster"; readonly world: World } & Range)
  | ({ readonly kind: "posts"; readonly world: World } & Range)
  | EvidenceTask
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
  | ({ readonly kind: "engagement"; readonly world: World; readonly engagement: Engagement } & Range)
  | ({ readonly kind: "feeds" } & FeedsInput)
  | ({ readonly kind: "rank-feeds"; readonly parts: Parts | null } & RankInput)
  | ({ readonly kind: "draw-feeds" } & DrawInput)

export type TaskResult =
  | ObservedRange
  | JoinPart
  | Witnessed
  | TileLinks
  | readonly RealismRow[]
  | Separation
  | WhyReport
  | Comparison
  | FollowEdges
  | Float32Array
  | Float64Array
  | Feeds
  | RankedFeeds
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
    case "evidence":
      return observeRange(task)
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
    case "engagement":
      drawEngagement(task.world, task.first, task.end, task.engagement)
      return null
    case "feeds":
      return openFeeds(task)
    case "rank-feeds":
      return rankLeavingOut(task)
    case "draw-feeds":
      return drawFeeds(task)
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
