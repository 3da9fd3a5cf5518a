/** Realism of the network and of coordination: who follows whom, and who acts together again and again. */
import { INTERACTION_KINDS, NONE } from "../evidence/evidence.ts"
import { AI_MANAGED } from "../policy/definition.ts"
import { DAY } from "../population/world.ts"
import { type Clustered, clusterOf, type Valued } from "./cluster.ts"
import { fleetsTimed } from "./network-fleets.ts"
import { graphOf, type Returned, returnedOf } from "./network-graph.ts"
import { pairsTogether } from "./network-pairs.ts"
import type { Population } from "./population.ts"
import { resampled } from "./resample.ts"
import { about, defineDomain, type Estimate, type NotApplicable } from "./row.ts"

/** Pairs that acted together, of one fleet or with one account as the lower-numbered half, and how many repeat. */
interface Together extends Clustered {
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
  readonly comments: readonly Valued[]
  /** Of each fleet: 1 when its timing is coordinated. */
  readonly timed: readonly Valued[]
  readonly followers: readonly Valued[]
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
  const cluster = (account: number) => clusterOf(account, columns.group[account])
  return {
    authentic: returnedOf(graph, authentic, cluster),
    managed: returnedOf(graph, managed, cluster),
    ...together(population),
    comments: commentsOf(population),
    timed: fleetsTimed(population).map((isTimed, fleet) => ({ cluster: fleet, value: Number(isTimed) })),
    followers: accounts.map((account) => ({ cluster: cluster(account), value: columns.followers[account] })),
  }
}

/** The second from which on what an account does is what its label says: of one that switched, only what came after. */
const since = ({ world: { columns }, label }: Population, account: number) =>
  label[account] === AI_MANAGED ? columns.fromDay[account] * DAY : 0

/** Pairs within fleets, and pairs of authentic accounts that belong to nothing together. */
function together(population: Population): Pick<Sample, "coordinated" | "ordinary"> {
  const { label, world } = population
  const { group } = world.columns
  const coordinated = new Map<number, Together>()
  const ordinary = new Map<number, Together>()
  for (let account = 0; account < world.accounts; account++)
    if (label[account] === AI_MANAGED && group[account] !== NONE)
      coordinated.set(group[account], { cluster: group[account], pairs: 0, repeated: 0 })
  for (const { a, b, objects } of pairsTogether(population, (account) => since(population, account))) {
    const isGroup = group[a] === group[b] && group[a] !== NONE
    const managed = (label[a] === AI_MANAGED ? 1 : 0) + (label[b] === AI_MANAGED ? 1 : 0)
    if (isGroup && managed === 2) addPair(coordinated, group[a], group[a], objects)
    else if (!isGroup && managed === 0) addPair(ordinary, a, clusterOf(a, group[a]), objects)
  }
  return { coordinated: [...coordinated.values()], ordinary: [...ordinary.values()] }
}

function addPair(counts: Map<number, Together>, key: number, cluster: number, objects: number): void {
  const own = counts.get(key) ?? { cluster, pairs: 0, repeated: 0 }
  own.pairs++
  if (objects >= 2) own.repeated++
  counts.set(key, own)
}

const COMMENT = INTERACTION_KINDS.indexOf("comment")

function commentsOf(population: Population): Valued[] {
  const { tiles, label, world } = population
  const counts: Valued[] = []
  for (const { evidence } of tiles) {
    const { offset, kind, time } = evidence.interactions!
    for (let k = 0; k < evidence.accountCount; k++) {
      const account = evidence.firstAccount + k
      if (label[account] !== AI_MANAGED) continue
      const from = since(population, account)
      let value = 0
      for (let i = offset[k]; i < offset[k + 1]; i++) if (kind[i] === COMMENT && time[i] >= from) value++
      if (value > 0) counts.push({ cluster: clusterOf(account, world.columns.group[account]), value })
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

/** Where fleets were found, but no two accounts of any acted together, there is nothing of which to take a share. */
function repeats(counts: readonly Together[], name: string): Estimate | NotApplicable {
  if (!counts.some(({ pairs }) => pairs > 0)) return { why: "no two such accounts acted together" }
  return resampled(counts, shareRepeated, name)
}

const mean = (values: readonly Valued[]) => values.reduce((sum, { value }) => sum + value, 0) / values.length

const MOST_ACTIVE = 4

function shareOfFour(comments: readonly Valued[]): number {
  const falling = Float64Array.from(comments, ({ value }) => value)
    .sort()
    .reverse()
  return falling.slice(0, MOST_ACTIVE).reduce((a, b) => a + b, 0) / falling.reduce((a, b) => a + b, 0)
}

/** Share of accounts in the tail of the distribution of followers, and how few of them make no tail. */
const TAIL = 0.01
const LEAST_IN_TAIL = 5

/** Exponent of the density's power-law tail: 1 plus Hill's estimate (1975) over the most followed hundredth. */
function tailExponent(followers: readonly Valued[]): number {
  const falling = Float64Array.from(followers, ({ value }) => value)
    .sort()
    .reverse()
  const count = Math.floor(TAIL * falling.length)
  let sum = 0
  for (let k = 0; k < count; k++) sum += Math.log(falling[k] / falling[count])
  return 1 + count / sum
}

function tailOfFollowers(followers: readonly Valued[]): Estimate | NotApplicable {
  const inTail = Math.floor(TAIL * followers.length)
  if (inTail < LEAST_IN_TAIL)
    return { why: `only ${inTail} accounts in the tail, of ${LEAST_IN_TAIL} needed` }
  if (followers.filter(({ value }) => value > 0).length <= inTail)
    return { why: "hardly anybody is followed" }
  return resampled(followers, tailExponent, "follower-tail")
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
      estimate: ({ coordinated }) => repeats(coordinated, "co-action-repeats-coordinated"),
    },
    {
      id: "co-action-repeats-ordinary",
      title: "The same of authentic accounts that belong to no group together",
      side: "authentic",
      unit: "share",
      published: [0, 0.01],
      certainty: "measured",
      source: "CooRTweet, ordinary retweeters: 2 of 1,092 pairs",
      // "Almost none"; that a hundredth is still almost none is a limit of ours.
      check: true,
      estimate: ({ ordinary }) => repeats(ordinary, "co-action-repeats-ordinary"),
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
      // Not among the targets: followers are drawn to have it.
      check: true,
      estimate: ({ followers }) => tailOfFollowers(followers),
    },
  ],
})
