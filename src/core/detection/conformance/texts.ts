/** Notes of random tokens, and near-copies of them, for what joins accounts by text. */
import { type Random, stream } from "../../random/streams.ts"

export const randomOf = (name: string) => stream(name, "hand-made")

/** Tokens of a vocabulary so large that unrelated notes share next to no trigram. */
export function note(random: Random, length = 40): number[] {
  return Array.from({ length }, () => Math.floor(60_000 * random()))
}

/** The note with `edits` of its tokens replaced, evenly spread. */
export function edited(tokens: readonly number[], edits: number, random: Random): number[] {
  const copy = [...tokens]
  for (let k = 0; k < edits; k++) {
    copy[Math.floor(((k + 0.5) * copy.length) / edits)] = 60_000 + Math.floor(5000 * random())
  }
  return copy
}
