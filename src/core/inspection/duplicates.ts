/**
 * Near-duplicates of an account's notes among those of the accounts it was found together with, and what of them is the
 * same: tokens of trigrams that both have, as the detector compares them.
 */
import type { AccountPost, NearDuplicate } from "../account-detail.ts"
import { trigram, trigramsOf } from "../detection/content/minhash.ts"
import { renderNote } from "../population/language/index.ts"

/** Jaccard similarity of token trigrams from which two notes are shown as near-duplicates. */
const NEAR_DUPLICATE = 0.4

export interface Notes {
  readonly account: number
  /** Token ids, one list a note. */
  readonly notes: readonly Uint16Array[]
  /** Unix seconds, one a note. */
  readonly times: readonly number[]
}

/** One entry a note: the most similar note of another account, or null. */
export function nearDuplicatesOf(
  notes: readonly Uint16Array[],
  others: readonly Notes[],
): (NearDuplicate | null)[] {
  const candidates = others.flatMap((other) =>
    other.notes.map((note, post) => ({
      ...other,
      note,
      time: other.times[post],
      trigrams: trigramsOf(note),
    })),
  )
  const having = new Map<number, number[]>()
  for (const [which, { trigrams }] of candidates.entries())
    for (const hash of trigrams) {
      const list = having.get(hash)
      if (list) list.push(which)
      else having.set(hash, [which])
    }
  return notes.map((note) => {
    const own = trigramsOf(note)
    const both = new Map<number, number>()
    for (const hash of own)
      for (const which of having.get(hash) ?? []) both.set(which, (both.get(which) ?? 0) + 1)
    const alike = [...both]
      .map(([which, count]) => {
        const { trigrams } = candidates[which]
        return { ...candidates[which], which, similarity: count / (own.size + trigrams.size - count) }
      })
      .filter(({ similarity }) => similarity >= NEAR_DUPLICATE)
      .sort((a, b) => b.similarity - a.similarity || a.which - b.which)
    const [best] = alike
    if (!best) return null
    return {
      account: best.account,
      similarity: best.similarity,
      time: best.time,
      text: renderNote(best.note, 0, best.note.length),
      same: sameParts(note, best.trigrams),
      sameThere: sameParts(best.note, own),
      others: [...new Set(alike.map(({ account }) => account))].filter((account) => account !== best.account),
    }
  })
}

/** Places in the rendered note, from and to, that are covered by trigrams of the other. */
function sameParts(note: Uint16Array, other: ReadonlySet<number>): [number, number][] {
  const covered = new Uint8Array(note.length)
  for (let at = 0; at + 2 < note.length; at++) if (other.has(trigram(note, at))) covered.fill(1, at, at + 3)
  const parts: [number, number][] = []
  let last = -2
  renderNote(note, 0, note.length, (at, start, end) => {
    if (!covered[at]) return
    // Neighbouring tokens are one part, with the space between them.
    if (at === last + 1) parts[parts.length - 1][1] = end
    else parts.push([start, end])
    last = at
  })
  return parts
}

/** One entry a note, which are in order of time: the earlier note of the same account that it is most like, or null. */
export function repeatsOf({ notes, times }: Notes): AccountPost["repeats"][] {
  const having = new Map<number, number[]>()
  const sizes: number[] = []
  return notes.map((note, post) => {
    const own = trigramsOf(note)
    const both = new Map<number, number>()
    for (const hash of own) {
      const earlier = having.get(hash) ?? []
      for (const other of earlier) both.set(other, (both.get(other) ?? 0) + 1)
      having.set(hash, [...earlier, post])
    }
    sizes.push(own.size)
    let best: AccountPost["repeats"] = null
    for (const [other, count] of both) {
      const similarity = count / (own.size + sizes[other] - count)
      if (similarity >= NEAR_DUPLICATE && similarity >= (best?.similarity ?? 0))
        best = { time: times[other], similarity }
    }
    return best
  })
}
