/**
 * How somebody writes: the habits that stay the same from note to note.
 */

/** What notes are about, in the order that WritingStyle.topic counts in. */
export const TOPICS = [
  "beauty",
  "food",
  "travel",
  "fashion",
  "home",
  "parenting",
  "fitness",
  "gadgets",
] as const
export type Topic = (typeof TOPICS)[number]

/** A note, written or edited, never has more tokens than this. */
export const MAX_NOTE_TOKENS = 320

/** No sentence pattern expands to more tokens than this, whatever fills its slots. */
export const LONGEST_PATTERN = 60

/** One account's (or one operator's) habits of writing. */
export interface WritingStyle {
  /** Index into LANGUAGES. */
  readonly language: number
  /** Index into TOPICS. */
  readonly topic: number
  /** Sentences of a note: lognormal with this median. */
  readonly sentencesMedian: number
  /** Standard deviation of the logarithm of the number of sentences. */
  readonly sentencesSigma: number
  /** Words of a sentence: lognormal with this mean; 3 to 20 can be met well. */
  readonly sentenceLengthMean: number
  /** Standard deviation of the words of a sentence over their mean; 0.2 to 0.7 can be met well. */
  readonly sentenceLengthCv: number
  /** Share of sentences that end in an exclamation mark or a tilde, in [0, 1]. */
  readonly exclamationRate: number
  /** Share of the questions that come to mind that are asked, in [0, 1]. */
  readonly questionRate: number
  /** Share of sentences that trail off in a word like "haha" or a particle, in [0, 1]. */
  readonly endingRate: number
  /** Share of sentences followed by an emoji, in [0, 1]. */
  readonly emojiRate: number
  /** Mean number of hashtags of a note; at most 8 are written. */
  readonly hashtagMean: number
  /** Share of notes with a title line, in [0, 1]. */
  readonly titleRate: number
  /** Share of sentences after which a new line begins, in [0, 1]. */
  readonly breakRate: number
  /** Share of lines that end without a full stop, and of commas that are left out, in [0, 1]. */
  readonly bareRate: number
  /** Share of notes that link to something or mention another account, in [0, 1]. */
  readonly linkRate: number
  /** Zipf exponent of the choice of words, about 1, in [0.4, 1.9]; lower is more varied. */
  readonly vocabularySkew: number
  /** Share of the sentences made after the few patterns that everybody knows, in [0, 1]. */
  readonly plain: number
  /** Share of the topic's word lists that is drawn on, the usual words first, in (0, 1]. */
  readonly reach: number
  /** The same of the lists that all topics share. */
  readonly commonReach: number
  /** Share of the words that say again what the note said before, where that reads well, in [0, 1]. */
  readonly echo: number
  /** Sentence patterns drawn on, 3 or more; above some 130 it is all that there are. */
  readonly phraseInventory: number
  /** Which patterns and which favourite words. Equal for all that share a model or an operator. */
  readonly phraseSeed: number
}

/**
 * The same habits in an object like all others from here, however theirs was put together: notes of styles that differ in
 * nothing but values are written in a tenth less time.
 */
export function alikeInShape(style: WritingStyle): WritingStyle {
  return {
    language: style.language,
    topic: style.topic,
    sentencesMedian: style.sentencesMedian,
    sentencesSigma: style.sentencesSigma,
    sentenceLengthMean: style.sentenceLengthMean,
    sentenceLengthCv: style.sentenceLengthCv,
    exclamationRate: style.exclamationRate,
    questionRate: style.questionRate,
    endingRate: style.endingRate,
    emojiRate: style.emojiRate,
    hashtagMean: style.hashtagMean,
    titleRate: style.titleRate,
    breakRate: style.breakRate,
    bareRate: style.bareRate,
    linkRate: style.linkRate,
    vocabularySkew: style.vocabularySkew,
    plain: style.plain,
    reach: style.reach,
    commonReach: style.commonReach,
    echo: style.echo,
    phraseInventory: style.phraseInventory,
    phraseSeed: style.phraseSeed,
  }
}
