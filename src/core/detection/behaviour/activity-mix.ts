/**
 * Activity mix: few kinds of activity for the number of actions, or sessions unlike people's?
 *
 * Kinds. Bots on GitHub use 3 kinds of activity in the median where people use 9 (BIMBAS, Chidambaram, Decan and Mens
 * 2025), of 24 that there are. A Dirichlet-multinomial of 0.13 a kind yields people's 9 in a hundred actions, one of
 * 0.02 the bots' 3. The logarithm of their likelihood ratio for the account's counts of seven kinds (posts and the six
 * interactions) tells how few kinds there are given how many actions: a ratio of e^s comes up among people at most
 * once in e^s (Markov), so s counts as surprise. Entropy of the mix: Chu et al. 2012, IEEE TDSC 9, 811.
 *
 * Sessions. Actions at most 30 minutes apart are one session. Of people's, about 0.7 hold one event, between people
 * give or take 0.12 (1,274 accounts with 20 or more events of CooRTweet's Twitter logs; mean 2.4 and median 1 event
 * in TARGETS' CollegeMsg). Neither nearly all sessions of one event nor nearly none are usual: beta-binomial, both ways.
 */
import { type Evidence, INTERACTION_KINDS } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, percent, reason, strongest } from "../reason.ts"
import { betaBinomialSurprise, combinedSurprise, logGamma, scoreOfSurprise } from "../tails.ts"

/** Fewer actions can hardly be of several kinds. */
const LEAST_ACTIONS = 10
const KINDS = 1 + INTERACTION_KINDS.length
const PEOPLE_PER_KIND = 0.13
const BOTS_PER_KIND = 0.02
const SESSION_GAP = 1800
const PEOPLE_SINGLE = { mean: 0.7, concentration: 13 }
/** Surprise at which the score is one half. */
const HALF_NATS = 6

const FEATURES = [
  { id: "actions", title: "Posts and interactions", unit: "count" },
  { id: "kinds", title: "Kinds of activity", unit: "count" },
  { id: "mixEntropy", title: "Entropy of the mix of kinds", unit: "nats" },
  { id: "topKind", title: "Most frequent kind, 0 for posts", unit: "" },
  { id: "topKindShare", title: "Share of actions of that kind", unit: "share" },
  { id: "interactionsPerPost", title: "Interactions a post", unit: "" },
  { id: "kindsSurprise", title: "Surprise at so few kinds for so many actions", unit: "nats" },
  { id: "sessions", title: "Sessions, ended by 30 minutes without action", unit: "count" },
  { id: "eventsPerSession", title: "Actions a session", unit: "count" },
  { id: "singleShare", title: "Share of sessions with one action", unit: "share" },
  { id: "sessionsSurprise", title: "Surprise at the share of sessions with one action", unit: "nats" },
] as const
type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>
const rowOf = (row: ArrayLike<number>) =>
  Object.fromEntries(FEATURES.map(({ id }, at) => [id, row[at]])) as Required<Row>

export const activityMix: Detector = {
  id: "activity-mix",
  layer: "behaviour",
  title: "Activity mix and sessions",
  version: 1,
  reads: ["posts.time", "interactions.time", "interactions.kind"],
  features: FEATURES,

  observe(tile, columns) {
    for (let account = 0; account < tile.accountCount; account++) {
      const row = describe(tile, account)
      for (const { id } of FEATURES) columns[id][account] = row[id] ?? Number.NaN
    }
  },

  score(row) {
    const { actions, kindsSurprise, sessionsSurprise } = rowOf(row)
    if (!(actions >= LEAST_ACTIONS)) return Number.NaN
    return scoreOfSurprise(combinedSurprise([kindsSurprise, sessionsSurprise]), HALF_NATS)
  },

  reasons(row, population) {
    const found = rowOf(row)
    if (!(found.actions >= LEAST_ACTIONS)) return []
    const rare = (feature: "kindsSurprise" | "sessionsSurprise") =>
      oneIn(population.shareAtOrAbove(feature, found[feature]))
    const weigh = (nats: number) => scoreOfSurprise(Math.max(0, nats - 1), HALF_NATS)
    return strongest([
      reason(
        "activity-mix.kinds",
        weigh(found.kindsSurprise),
        "{actions} actions are of {kinds} of {all} kinds, {percent} % of them of one; as few for as many as in 1 in {oneIn} accounts",
        {
          actions: found.actions,
          kinds: found.kinds,
          all: KINDS,
          percent: percent(found.topKindShare),
          oneIn: rare("kindsSurprise"),
        },
      ),
      reason(
        "activity-mix.sessions",
        weigh(found.sessionsSurprise),
        "of {sessions} sessions {percent} % hold one action, where people have about {usual} %; 1 in {oneIn} accounts are this far from it",
        {
          sessions: found.sessions,
          percent: percent(found.singleShare),
          usual: percent(PEOPLE_SINGLE.mean),
          oneIn: rare("sessionsSurprise"),
        },
      ),
    ])
  },
}

function describe({ posts, interactions }: Evidence, account: number): Row {
  const { offset, time, kind } = interactions!
  const postTimes = posts!.time.subarray(posts!.offset[account], posts!.offset[account + 1])
  const actionTimes = time.subarray(offset[account], offset[account + 1])
  const actions = postTimes.length + actionTimes.length
  if (actions < LEAST_ACTIONS) return { actions }
  const counts = new Uint32Array(KINDS)
  counts[0] = postTimes.length
  for (let at = offset[account]; at < offset[account + 1]; at++) counts[1 + kind[at]]++
  const topKind = counts.indexOf(Math.max(...counts))
  return {
    actions,
    kinds: counts.filter((count) => count > 0).length,
    mixEntropy: entropyOf(counts, actions),
    topKind,
    topKindShare: counts[topKind] / actions,
    interactionsPerPost: postTimes.length > 0 ? actionTimes.length / postTimes.length : Number.NaN,
    kindsSurprise: Math.max(0, logLikelihood(counts, BOTS_PER_KIND) - logLikelihood(counts, PEOPLE_PER_KIND)),
    ...sessionsOf(merged(postTimes, actionTimes)),
  }
}

function entropyOf(counts: Uint32Array, total: number): number {
  let entropy = 0
  for (const count of counts) if (count > 0) entropy -= (count / total) * Math.log(count / total)
  return entropy
}

/** Of the counts, in the order in which they came, when each kind has `perKind` in a symmetric Dirichlet distribution. */
export function logLikelihood(counts: Uint32Array, perKind: number): number {
  let total = 0
  let sum = 0
  for (const count of counts) {
    total += count
    if (count > 0) sum += logGamma(count + perKind) - logGamma(perKind)
  }
  const all = perKind * counts.length
  return sum + logGamma(all) - logGamma(all + total)
}

/** Two ascending lists as one. */
function merged(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length)
  for (let i = 0, j = 0, k = 0; k < all.length; k++)
    all[k] = j >= b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++]
  return all
}

function sessionsOf(times: Uint32Array): Row {
  let sessions = 0
  let single = 0
  for (let begin = 0, at = 1; at <= times.length; at++) {
    if (at < times.length && times[at] - times[at - 1] <= SESSION_GAP) continue
    sessions++
    if (at - begin === 1) single++
    begin = at
  }
  const { mean, concentration } = PEOPLE_SINGLE
  const sessionsSurprise = Math.max(
    betaBinomialSurprise(single, sessions, mean, concentration),
    betaBinomialSurprise(sessions - single, sessions, 1 - mean, concentration),
  )
  return {
    sessions,
    eventsPerSession: times.length / sessions,
    singleShare: single / sessions,
    // Looked at from both sides.
    sessionsSurprise: Math.max(0, sessionsSurprise - Math.LN2),
  }
}
