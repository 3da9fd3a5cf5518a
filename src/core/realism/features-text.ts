/** Raw features of how an account writes; means over its notes. */
import type { Posts, Style } from "../evidence/evidence.ts"
import { deviationOf, meanOf } from "./behaviour-gaps.ts"
import { type FeatureSection, shareOf } from "./features-section.ts"

/** Fewer notes than this have no style to speak of. */
const LEAST_NOTES = 4

export const textFeatures: FeatureSection = {
  of: "text",
  features: [
    { id: "note-length", title: "Units in a note", unit: "count" },
    { id: "note-length-variation", title: "Coefficient of variation of the notes' lengths", unit: "" },
    {
      id: "sentence-variation",
      title: "Coefficient of variation of sentence length within a note",
      unit: "",
    },
    { id: "sentence-length", title: "Units in a sentence", unit: "count" },
    { id: "marks", title: "Exclamation, question and tilde marks a character", unit: "share" },
    { id: "emoji", title: "Emoji in a note", unit: "count" },
    { id: "hashtags", title: "Hashtags in a note", unit: "count" },
    { id: "links", title: "Links in a note", unit: "count" },
    { id: "type-token-ratio", title: "Distinct units among the first 80 of a note", unit: "share" },
    {
      id: "self-duplicates",
      title: "Share of notes that repeat an earlier one of the account's own",
      unit: "share",
    },
  ],
  describe({ posts }, account) {
    if (!posts?.style) return null
    const from = posts.offset[account]
    const to = posts.offset[account + 1]
    if (to - from < LEAST_NOTES) return null
    return [...styleOf(posts.style, from, to), selfDuplicates(posts, from, to)]
  },
}

function styleOf(style: Style, from: number, to: number): number[] {
  const of = (column: ArrayLike<number> & { subarray(from: number, to: number): ArrayLike<number> }) =>
    column.subarray(from, to)
  const sum = (column: Uint16Array) => column.subarray(from, to).reduce((total, value) => total + value, 0)
  const lengths = of(style.units)
  const meanLength = meanOf(lengths)
  const varied = style.sentenceVariation.subarray(from, to).filter((value) => !Number.isNaN(value))
  const types = style.types.subarray(from, to).filter((value) => value > 0)
  return [
    meanLength,
    deviationOf(lengths) / meanLength,
    meanOf(varied),
    shareOf(sum(style.units), sum(style.sentences)),
    shareOf(sum(style.marks), sum(style.characters)),
    sum(style.emoji) / (to - from),
    sum(style.hashtags) / (to - from),
    sum(style.links) / (to - from),
    meanOf(types) / 80,
  ]
}

function selfDuplicates({ tokenOffset, tokens }: Posts, from: number, to: number): number {
  if (!tokenOffset || !tokens) return Number.NaN
  const notes = new Set<string>()
  for (let post = from; post < to; post++)
    notes.add(tokens.subarray(tokenOffset[post], tokenOffset[post + 1]).join())
  return (to - from - notes.size) / (to - from)
}
