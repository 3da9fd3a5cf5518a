/**
 * Language model: are an account's notes easier to foresee than others'? Its cross-entropy in nats a token under a
 * trigram model of the platform's own notes (ngram-model.ts), of its script and without its own notes, after Lavergne,
 * Urvoy and Yvon 2008 (Detecting fake content with relative entropy scoring). Machine text is foreseen more easily:
 * perplexity 26 in the median for GPT essays, 86 for native writers' (Liang et al. 2023).
 *
 * Judged by a sample of at most 168 tokens an account (text-sample.ts) against peers with as many (peers.ts): surprise
 * is -ln P(so low) for a normal deviation from their median. Only low is suspicious. Second-language writers have
 * perplexity 42 in the same source, and whoever writes in set phrases is easily foreseen: expect both among its false
 * positives. Fleets that paste one another's notes foresee each other, and so rank high as well.
 */
import type { Evidence } from "../../evidence/evidence.ts"
import { mix32 } from "../../random/streams.ts"
import type { Detector, JoinPart, LinkColumns, LinkInput, LinkResult } from "../detector.ts"
import { oneIn, reason, strongest } from "../reason.ts"
import { normalSurprise, scoreOfSurprise } from "../tails.ts"
import { TrigramCounts } from "./ngram-model.ts"
import { amongPeers } from "./peers.ts"
import { SCRIPTS, scriptOf } from "./script.ts"
import { CONTEXT, NO_CODE, PIECE, readSample, SAMPLE, SAMPLE_WORDS, sampleText } from "./text-sample.ts"

/** Fewer tokens tell too little: one token's surprise varies by about three nats. */
const LEAST_TOKENS = 60
/** Tokens that a model learns from; of more, pieces are chosen by their content's hash. */
const MOST_LEARNED = 1 << 20
/** Nats a token that make no difference, so that peers who all write alike are not told apart by their commas. */
const LEAST_SPREAD = 0.05
/** Each script's accounts are shared out among so many partitions, which learn the same model. */
const SHARES = 2
const HALF_NATS = 6

const FEATURES = [
  { id: "tokens", title: "Tokens judged in the context of the two before them", unit: "count" },
  { id: "crossEntropy", title: "Cross-entropy under a model of others' notes", unit: "nats a token" },
  { id: "usual", title: "Median of accounts of the same script with as many tokens", unit: "nats a token" },
  { id: "surprise", title: "Surprise at notes this easy to foresee", unit: "nats" },
] as const

export const languageModel: Detector = {
  id: "language-model",
  layer: "content",
  title: "Predictability under a background language model",
  version: 1,
  reads: ["posts.text", "posts.style"],
  features: FEATURES,

  linkage: {
    columns: ({ accounts }) => ({ script: accounts, sample: accounts * SAMPLE_WORDS }),
    partitions: SCRIPTS.length * SHARES,
    observe: noteSamples,
    join: judge,
    merge,
  },

  score: (row) => (Number.isNaN(row[3]) ? Number.NaN : scoreOfSurprise(row[3], HALF_NATS)),

  reasons(row, population) {
    const [tokens, crossEntropy, usual, surprise] = Array.from(row)
    if (Number.isNaN(surprise)) return []
    return strongest([
      reason(
        "language-model.foreseen",
        scoreOfSurprise(Math.max(0, surprise - 2), HALF_NATS),
        "a model of other accounts' notes hesitates among {own} tokens for each of {tokens} of its own, and usually among {usual}; so easy to foresee are 1 in {oneIn} accounts",
        {
          own: Math.round(Math.exp(crossEntropy)),
          tokens,
          usual: Math.round(Math.exp(usual)),
          oneIn: oneIn(population.shareAtOrAbove("surprise", surprise)),
        },
      ),
    ])
  },
}

function noteSamples({ firstAccount, accountCount, posts }: Evidence, columns: LinkColumns): void {
  for (let account = 0; account < accountCount; account++) {
    const from = posts!.offset[account]
    const to = posts!.offset[account + 1]
    const number = firstAccount + account
    columns.script[number] = scriptOf(posts!, from, to)
    const words = columns.sample.subarray(number * SAMPLE_WORDS, (number + 1) * SAMPLE_WORDS)
    sampleText(posts!, from, to, words)
  }
}

/** Learns a script's model and judges one share of its accounts, each without what he wrote himself. */
function judge(partition: number, { size, columns }: LinkInput): JoinPart {
  const { accounts } = size
  const script = SCRIPTS[Math.floor(partition / SHARES)]
  const { counts, includes } = learn(script, columns, accounts)
  const codes = new Uint16Array(SAMPLE)
  const tokens = new Float64Array(accounts)
  const crossEntropy = new Float64Array(accounts).fill(Number.NaN)
  const countOwn = (times: 1 | -1) =>
    eachPiece(codes, (begin) => {
      if (includes(codes, begin)) counts.countPiece(codes, begin, times)
    })
  for (let account = partition % SHARES; account < accounts; account += SHARES) {
    if (columns.script[account] !== script) continue
    readSample(columns.sample, account, codes)
    tokens[account] = tokensOf(codes)
    if (tokens[account] < LEAST_TOKENS) continue
    countOwn(-1)
    let sum = 0
    eachPiece(codes, (begin) => {
      for (let at = begin + CONTEXT; at < begin + PIECE && codes[at] !== NO_CODE; at++)
        sum += counts.surprise(codes, at)
    })
    countOwn(1)
    crossEntropy[account] = sum / tokens[account]
  }
  return { tokens, crossEntropy }
}

/** The model of a script's notes, and which pieces it learned from: all of them, or a share by their hashes. */
function learn(wanted: number, { script, sample }: LinkColumns, accounts: number) {
  const codes = new Uint16Array(SAMPLE)
  const eachSample = (visit: () => void) => {
    for (let account = 0; account < accounts; account++) {
      if (script[account] !== wanted) continue
      readSample(sample, account, codes)
      visit()
    }
  }
  let written = 0
  eachSample(() => {
    written += tokensOf(codes)
  })
  const highest = Math.min(1, MOST_LEARNED / Math.max(1, written)) * 2 ** 32
  const includes = (piece: Uint16Array, begin: number) =>
    highest === 2 ** 32 || hashOf(piece, begin) < highest
  // Which pieces the hashes choose is chance, so that there may be somewhat more.
  const counts = new TrigramCounts(1.2 * Math.min(written, MOST_LEARNED))
  eachSample(() =>
    eachPiece(codes, (begin) => {
      if (includes(codes, begin)) counts.countPiece(codes, begin, 1)
    }),
  )
  return { counts, includes }
}

/** Tokens of a sample that have a context. */
function tokensOf(codes: Uint16Array): number {
  let count = 0
  for (let at = 0; at < SAMPLE; at++) if (at % PIECE >= CONTEXT && codes[at] !== NO_CODE) count++
  return count
}

function eachPiece(codes: Uint16Array, visit: (begin: number) => void): void {
  for (let begin = 0; begin < SAMPLE && codes[begin] !== NO_CODE; begin += PIECE) visit(begin)
}

/** Of a piece's content alone, so that it does not matter who wrote it. */
function hashOf(codes: Uint16Array, begin: number): number {
  let hash = 0
  for (let at = begin; at < begin + PIECE; at++) hash = mix32(hash ^ Math.imul(codes[at] + 1, 0x9e3779b1))
  return hash
}

function merge(parts: readonly JoinPart[], { size, columns }: LinkInput): LinkResult {
  const { accounts } = size
  const features = {
    tokens: new Float32Array(accounts),
    crossEntropy: new Float32Array(accounts).fill(Number.NaN),
    usual: new Float32Array(accounts).fill(Number.NaN),
    surprise: new Float32Array(accounts).fill(Number.NaN),
  }
  for (const [at, script] of SCRIPTS.entries()) {
    const shares = parts.slice(at * SHARES, (at + 1) * SHARES)
    const columnOf = (name: string) =>
      Float64Array.from(
        { length: accounts },
        (_, account) => (shares[account % SHARES][name] as Float64Array)[account],
      )
    const tokens = columnOf("tokens")
    const value = columnOf("crossEntropy")
    const { usual, spread } = amongPeers(tokens, value)
    for (let account = 0; account < accounts; account++) {
      if (columns.script[account] !== script) continue
      features.tokens[account] = tokens[account]
      features.crossEntropy[account] = value[account]
      features.usual[account] = usual[account]
      const deviation = Math.sqrt(spread[account] ** 2 + LEAST_SPREAD ** 2)
      features.surprise[account] = normalSurprise((value[account] - usual[account]) / deviation)
    }
  }
  const none = { a: new Uint32Array(0), b: new Uint32Array(0), weight: new Float32Array(0) }
  const judged = features.surprise.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0)
  return { features, pairs: none, summary: { judged } }
}
