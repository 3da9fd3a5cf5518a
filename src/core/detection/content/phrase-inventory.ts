/**
 * Phrase inventory: does an account say the same over and over, or speak in phrases that many strangers use? Three tests:
 *   - exact self-duplicates are 0 % of a person's posts in the median and 9 % at the 95th percentile (Reddit's authors,
 *     as measured for TARGETS.md); a post of which nine trigrams in ten were in earlier ones counts as one:
 *     beta-binomial with mean 0.02, concentration 10;
 *   - inventory: of the trigrams of its other posts, the share that earlier ones had. New phrases become rarer as text
 *     grows (Heaps 1978), and with language models sooner (Heaps exponents of 0.58 to 0.79 on bigrams, people's 0.78
 *     to 0.81), so the share is held against accounts with as much text (peers.ts);
 *   - stock: the share of its four-token phrases that accounts outside its own circle use too (phrase-stock.ts), against
 *     the same peers. A model has its favourite phrases, whoever has it write (global uniformity of model families).
 * Fisher's method joins them; only much repetition is suspicious. Whoever announces the same sale each week, writes in
 * a second language, or has a model polish his drafts repeats himself or others as well: expect them among its false
 * positives.
 */
import type { Evidence, Posts } from "../../evidence/evidence.ts"
import type { Detector, LinkColumns, LinkInput, LinkResult } from "../detector.ts"
import { oneIn, percent, reason, strongest } from "../reason.ts"
import { betaBinomialSurprise, combinedSurprise, normalSurprise, scoreOfSurprise } from "../tails.ts"
import { amongPeers } from "./peers.ts"
import { KEPT, LowestPhrases, ownersOfPhrases, sharedOutsideCircle } from "./phrase-stock.ts"
import { PhraseMemory } from "./repetition.ts"
import { SCRIPTS, scriptOf } from "./script.ts"

/** Fewer posts, or fewer phrases in all, do not show an inventory. */
const LEAST_POSTS = 4
const LEAST_PHRASES = 60
/** Fewer phrases kept are no sample of a stock. */
const LEAST_KEPT = 16
const DUPLICATES = { mean: 0.02, concentration: 10 }
const DUPLICATE_SHARE = 0.9
const PARTITIONS = 8
/** Surprise at which the score is one half. */
const HALF_NATS = 8

const FEATURES = [
  { id: "posts", title: "Posts of three tokens or more", unit: "count" },
  { id: "duplicates", title: "Posts that repeat earlier ones of the account", unit: "count" },
  { id: "duplicateSurprise", title: "Surprise at so many", unit: "nats" },
  { id: "phrases", title: "Three-token phrases of the other posts", unit: "count" },
  { id: "repeated", title: "Share of them that earlier posts had", unit: "share" },
  { id: "usualRepeated", title: "The same of accounts with as much text", unit: "share" },
  { id: "repeatedSurprise", title: "Surprise at an inventory this narrow", unit: "nats" },
  { id: "common", title: "Share of four-token phrases used outside the own circle", unit: "share" },
  { id: "usualCommon", title: "That share of accounts with as much text", unit: "share" },
  { id: "commonSurprise", title: "Surprise at so many phrases in common", unit: "nats" },
] as const
type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>
const rowOf = (row: ArrayLike<number>) =>
  Object.fromEntries(FEATURES.map(({ id }, at) => [id, row[at]])) as Required<Row>

const canJudge = ({ posts }: Required<Row>) => posts >= LEAST_POSTS

export const phraseInventory: Detector = {
  id: "phrase-inventory",
  layer: "content",
  title: "Self-repetition and phrase inventory",
  version: 1,
  reads: ["posts.text", "posts.style"],
  features: FEATURES,

  linkage: {
    columns: ({ accounts }) => ({
      script: accounts,
      posts: accounts,
      duplicates: accounts,
      phrases: accounts,
      repeated: accounts,
      kept: accounts * KEPT,
    }),
    partitions: PARTITIONS,
    observe(tile, columns) {
      const memory = new PhraseMemory()
      const lowest = new LowestPhrases()
      for (let account = 0; account < tile.accountCount; account++)
        noteAccount(tile, account, memory, lowest, columns)
    },
    join: (partition, { columns, size }) =>
      ownersOfPhrases(columns.kept, partition, PARTITIONS, size.accounts),
    merge: (parts, input) => resultOf(sharedOutsideCircle(parts, input), input),
  },

  score(row) {
    const found = rowOf(row)
    if (!canJudge(found)) return Number.NaN
    const { duplicateSurprise, repeatedSurprise, commonSurprise } = found
    const surprises = [duplicateSurprise, repeatedSurprise, commonSurprise]
    return scoreOfSurprise(combinedSurprise(surprises.filter((nats) => !Number.isNaN(nats))), HALF_NATS)
  },

  reasons(row, population) {
    const found = rowOf(row)
    if (!canJudge(found)) return []
    const rare = (feature: keyof Row) => oneIn(population.shareAtOrAbove(feature, found[feature]))
    const weigh = (nats: number) => scoreOfSurprise(Math.max(0, nats - 2) || 0, HALF_NATS)
    return strongest([
      reason(
        "phrase-inventory.duplicates",
        weigh(found.duplicateSurprise),
        "{duplicates} of {posts} posts repeat earlier ones of the account; as many as in 1 in {oneIn} accounts",
        { duplicates: found.duplicates, posts: found.posts, oneIn: rare("duplicateSurprise") },
      ),
      reason(
        "phrase-inventory.narrow",
        weigh(found.repeatedSurprise),
        "{percent} % of {phrases} three-token phrases were in its earlier posts, where accounts with as much text have {usual} %; as many as in 1 in {oneIn} accounts",
        {
          percent: percent(found.repeated),
          phrases: found.phrases,
          usual: percent(found.usualRepeated),
          oneIn: rare("repeatedSurprise"),
        },
      ),
      reason(
        "phrase-inventory.common",
        weigh(found.commonSurprise),
        "strangers use {percent} % of its four-token phrases as well, where accounts with as much text share {usual} %; as many as in 1 in {oneIn} accounts",
        {
          percent: percent(found.common),
          usual: percent(found.usualCommon),
          oneIn: rare("commonSurprise"),
        },
      ),
    ])
  },
}

function noteAccount(
  { firstAccount, posts }: Evidence,
  account: number,
  memory: PhraseMemory,
  lowest: LowestPhrases,
  columns: LinkColumns,
): void {
  const number = firstAccount + account
  const { offset, tokens, tokenOffset } = posts!
  const [from, to] = [offset[account], offset[account + 1]]
  const counted = inventoryOf(posts!, from, to, memory)
  columns.script[number] = scriptOf(posts!, from, to)
  columns.posts[number] = counted.posts
  columns.duplicates[number] = counted.duplicates
  columns.phrases[number] = counted.phrases
  columns.repeated[number] = counted.repeated
  lowest.begin()
  for (let post = from; post < to; post++) lowest.add(tokens!, tokenOffset![post], tokenOffset![post + 1])
  columns.kept.set(lowest.values, number * KEPT)
}

/** Counts self-duplicates, and the phrases of the posts that are none. */
function inventoryOf({ tokens, tokenOffset }: Posts, from: number, to: number, memory: PhraseMemory) {
  const counted = { posts: 0, duplicates: 0, phrases: 0, repeated: 0 }
  memory.begin(tokenOffset![to] - tokenOffset![from])
  for (let post = from; post < to; post++) {
    const share = memory.repeatedShare(tokens!, tokenOffset![post], tokenOffset![post + 1])
    if (Number.isNaN(share)) continue
    counted.posts++
    if (share >= DUPLICATE_SHARE) counted.duplicates++
    else {
      const phrases = tokenOffset![post + 1] - tokenOffset![post] - 2
      counted.phrases += phrases
      counted.repeated += Math.round(share * phrases)
    }
  }
  return counted
}

function resultOf(shared: Uint32Array, { columns, size }: LinkInput): LinkResult {
  const { accounts } = size
  const features = Object.fromEntries(
    FEATURES.map(({ id }) => [id, new Float32Array(accounts).fill(Number.NaN)]),
  ) as Record<(typeof FEATURES)[number]["id"], Float32Array>
  const kept = keptOf(columns.kept, accounts)
  for (let account = 0; account < accounts; account++) {
    const { posts, duplicates } = { posts: columns.posts[account], duplicates: columns.duplicates[account] }
    features.posts[account] = posts
    features.duplicates[account] = duplicates
    features.phrases[account] = columns.phrases[account]
    features.duplicateSurprise[account] = betaBinomialSurprise(
      duplicates,
      posts,
      DUPLICATES.mean,
      DUPLICATES.concentration,
    )
  }
  for (const script of SCRIPTS) {
    const ofScript = (count: ArrayLike<number>, of: ArrayLike<number>, least: number) =>
      Float64Array.from({ length: accounts }, (_, account) =>
        columns.script[account] === script && columns.posts[account] >= LEAST_POSTS && of[account] >= least
          ? count[account] / of[account]
          : Number.NaN,
      )
    const repeated = ofScript(columns.repeated, columns.phrases, LEAST_PHRASES)
    const common = ofScript(shared, kept, LEAST_KEPT)
    const { phrases } = columns
    compare(repeated, phrases, phrases, features.repeated, features.usualRepeated, features.repeatedSurprise)
    compare(common, phrases, kept, features.common, features.usualCommon, features.commonSurprise)
  }
  const none = { a: new Uint32Array(0), b: new Uint32Array(0), weight: new Float32Array(0) }
  const repeaters = columns.duplicates.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
  return { features, pairs: none, summary: { repeaters } }
}

/** Kept phrases by account. */
function keptOf(kept: Uint32Array, accounts: number): Uint32Array {
  const count = new Uint32Array(accounts)
  for (let at = 0; at < kept.length; at++) if (kept[at] !== 0) count[Math.floor(at / KEPT)]++
  return count
}

/**
 * Writes those of `share` that are not NaN, what is usual among accounts of their `size`, and the surprise at shares so
 * high. The share is of `trials`, so that it varies by chance besides: binomially, with one success more to begin with.
 */
function compare(
  share: Float64Array,
  size: Uint32Array,
  trials: ArrayLike<number>,
  found: Float32Array,
  foundUsual: Float32Array,
  surprise: Float32Array,
): void {
  const { usual, spread } = amongPeers(size, share)
  for (let account = 0; account < share.length; account++) {
    if (Number.isNaN(share[account])) continue
    found[account] = share[account]
    foundUsual[account] = usual[account]
    const expected = (usual[account] * trials[account] + 1) / (trials[account] + 2)
    const deviation = Math.sqrt(spread[account] ** 2 + (expected * (1 - expected)) / trials[account])
    surprise[account] = normalSurprise((usual[account] - share[account]) / deviation)
  }
}
