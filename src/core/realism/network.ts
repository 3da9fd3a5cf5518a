/** Realism of the network and of coordination: who follows whom, and who acts together again and again. */
import { INTERACTION_KINDS, NONE } from "../evidence/evidence.ts"
import { AI_MANAGED } from "../policy/definition.ts"
import { fleetsTimed } from "./network-fleets.ts"
import { graphOf, type Returned, returnedOf } from "./network-graph.ts"
import { pairsTogether } from "./network-pairs.ts"
import type { Population } from "./population.ts"
import { resampled } from "./resample.ts"
import { about, defineDomain } from "./row.ts"

/** Pairs that acted together, of one fleet or with one account as the lower-numbered half, and how many repeat. */
interface Together {
  pairs: number
  repeated: number
}

interface Sample {
  readonly authentic: readonly Returned[]
  readonly managed: readonly Returned[]
  /** One for each fleet: what one operator does is one case, however many accounts do it. */
  readonly coordinated: readonly Together[]
  /** One for each account. */
  readonly ordinary: readonly Together[]
  /** Comments of each AI-managed account that made any. */
  readonly comments: readonly number[]
  /** Of each fleet: 1 when its timing is coordinated. */
  readonly timed: readonly number[]
  readonly followers: readonly number[]
}

function collect(population: Population): Sample {
  const { world, label } = population
  const { columns } = world
  const accounts = Array.from({ length: world.accounts }, (_, account) => account)
  const authentic = accounts.filter((account) => label[account] !== AI_MANAGED)
  // The graph is from the start of the period, when whoever switches within it was still a person.
  const managed = accounts.filter(
    (account) => label[account] === AI_MANAGED && columns.fromDay[account] === 0,
  )
  const graph = graphOf(population)
  return {
    authentic: returnedOf(graph, authentic),
    managed: returnedOf(graph, managed),
    ...together(population),
    comments: commentsOf(population),
    timed: fleetsTimed(population).map(Number),
    followers: Array.from(columns.followers),
  }
}

/** Pairs within fleets, and pairs of authentic accounts that belong to nothing together. */
function together(population: Population): Pick<Sample, "coordinated" | "ordinary"> {
  const { label, world } = population
  const { group } = world.columns
  const coordinated = new Map<number, Together>()
  const ordinary = new Map<number, Together>()
  for (let account = 0; account < world.accounts; account++)
    if (label[account] === AI_MANAGED && group[account] !== NONE)
      coordinated.set(group[account], { pairs: 0, repeated: 0 })
  for (const { a, b, objects } of pairsTogether(population)) {
    const isGroup = group[a] === group[b] && group[a] !== NONE
    const managed = (label[a] === AI_MANAGED ? 1 : 0) + (label[b] === AI_MANAGED ? 1 : 0)
    if (isGroup && managed === 2) addPair(coordinated, group[a], objects)
    else if (!isGroup && managed === 0) addPair(ordinary, a, objects)
  }
  return { coordinated: [...coordinated.values()], ordinary: [...ordinary.values()] }
}

function addPair(counts: Map<number, Together>, key: number, objects: number): void {
  const own = counts.get(key) ?? { pairs: 0, repeated: 0 }
  own.pairs++
  if (objects >= 2) own.repeated++
  counts.set(key, own)
}

const COMMENT = INTERACTION_KINDS.indexOf("comment")

function commentsOf({ tiles, label }: Population): number[] {
  const counts: number[] = []
  for (const { evidence } of tiles) {
    const { offset, kind } = evidence.interactions!
    for (let k = 0; k < evidence.accountCount; k++) {
      if (label[evidence.firstAccount + k] !== AI_MANAGED) continue
      const comments = kind.subarray(offset[k], offset[k + 1]).filter((one) => one === COMMENT).length
      if (comments > 0) counts.push(comments)
    }
  }
  return counts
}

const shareReturned = (accounts: readonly Returned[]) =>
  accounts.reduce((sum, { returned }) => sum + returned, 0) /
  accounts.reduce((sum, { follows }) => sum + follows, 0)

const shareRepeated = (accounts: readonly Together[]) =>
  accounts.reduce((sum, { repeated }) => sum + repeated, 0) /
  accounts.reduce((sum, { pairs }) => sum + pairs, 0)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const MOST_ACTIVE = 4

function shareOfFour(comments: readonly number[]): number {
  const falling = comments.toSorted((a, b) => b - a)
  return falling.slice(0, MOST_ACTIVE).reduce((a, b) => a + b, 0) / falling.reduce((a, b) => a + b, 0)
}

/** Share of accounts in the tail of the distribution of followers. */
const TAIL = 0.01

/** Exponent of the density's power-law tail: 1 plus Hill's estimate (1975) over the most followed hundredth. */
function tailExponent(followers: readonly number[]): number {
  const falling = Float64Array.from(followers).sort().reverse()
  const count = Math.floor(TAIL * falling.length)
  let sum = 0
  for (let k = 0; k < count; k++) sum += Math.log(falling[k] / falling[count])
  return 1 + count / sum
}

export const network = defineDomain<Sample>({
  group: "network",
  collect,
  rows: [
    {
      id: "reciprocity-authentic",
      title: "Share of follows that are returned, authentic accounts",
      side: "authentic",
      unit: "share",
      published: [0.05, 0.22],
      certainty: "soft",
      source: "Twitter about 22 %, Weibo a quarter of that",
      estimate: ({ authentic }) => resampled(authentic, shareReturned, "reciprocity-authentic"),
    },
    {
      id: "reciprocity-managed",
      title: "Share of follows that are returned, AI-managed accounts",
      side: "managed",
      unit: "share",
      published: about(0.011),
      certainty: "paper",
      source: "Moltbook, of interactions between agents",
      estimate: ({ managed }) => resampled(managed, shareReturned, "reciprocity-managed"),
    },
    {
      id: "co-action-repeats-coordinated",
      title: "Of the pairs of one fleet that act on an object within 10 s: share that do so on two or more",
      side: "managed",
      unit: "share",
      published: about(732 / 1403),
      certainty: "measured",
      source: "CooRTweet, German election 2021: 732 of 1,403 pairs",
      estimate: ({ coordinated }) => resampled(coordinated, shareRepeated, "co-action-repeats-coordinated"),
    },
    {
      id: "co-action-repeats-ordinary",
      title: "The same of authentic accounts that belong to no group together",
      side: "authentic",
      unit: "share",
      published: [0, 0.01],
      certainty: "measured",
      source: "CooRTweet, ordinary retweeters: 2 of 1,092 pairs",
      estimate: ({ ordinary }) => resampled(ordinary, shareRepeated, "co-action-repeats-ordinary"),
    },
    {
      id: "comments-of-four",
      title: "Share of the comments that the four busiest AI-managed accounts make",
      side: "managed",
      unit: "share",
      published: about(0.32),
      certainty: "paper",
      source: "Moltbook",
      estimate: ({ comments }) => resampled(comments, shareOfFour, "comments-of-four"),
    },
    {
      id: "fleets-timed",
      title: "Share of fleets of three or more whose accounts post at coordinated times",
      side: "managed",
      unit: "share",
      published: about(0.126),
      certainty: "paper",
      source: "Moltbook, batches of accounts that are named alike",
      estimate: ({ timed }) => resampled(timed, mean, "fleets-timed"),
    },
    {
      id: "follower-tail",
      title: "Tail exponent of followers",
      side: "all",
      unit: "",
      published: about(2.276),
      certainty: "paper",
      source: "Twitter: Kwak et al. 2010",
      estimate: ({ followers }) => resampled(followers, tailExponent, "follower-tail"),
    },
  ],
})
