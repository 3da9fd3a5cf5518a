/**
 * The shape of the word lists. Each list is one string: entries separated by `|` or a line break,
 * the words of an entry by a space, `{slot}` standing for an entry of another list,
 * and `this/that_one` for one of some phrases, whose words are joined by `_`.
 * The order is part of the format of a population: the earlier an entry, the more often it is used,
 * and token ids follow the order of first mention.
 */

/** What the two themes of a topic (say, skin care and make-up) have of their own. */
export interface ThemeWords {
  /** What a note is about: nouns that go with "this". */
  readonly thing: string
  /** Adjectives that suit each of the things. */
  readonly quality: string
}

/** The lists of one topic in one language. */
export interface TopicWords {
  readonly themes: readonly [ThemeWords, ThemeWords]
  /** Nouns: sides of the thing that one can judge. */
  readonly aspect: string
  /** Where one meets, buys or uses it. */
  readonly spot: string
  /** What the author did: verb phrases in the past. */
  readonly act: string
  /** Advice: verb phrases in the infinitive. */
  readonly tip: string
  /** What came of it: whole clauses. */
  readonly gain: string
  /** What is less good: whole clauses. */
  readonly flaw: string
  /** Sentence patterns of the topic. */
  readonly open: string
  readonly body: string
  readonly close: string
  readonly title: string
  /** Hashtags, without their mark; the words of one are joined. */
  readonly tags: string
}

/** The lists that all topics of a language share. */
export interface GeneralWords {
  readonly time: string
  readonly span: string
  readonly person: string
  readonly audience: string
  /** Adverbs before an adjective. */
  readonly degree: string
  /** What one says of an aspect. */
  readonly verdict: string
  /** How the author feels: predicates. */
  readonly feeling: string
  /** Between two clauses of a sentence. */
  readonly link: string
  /** Before a sentence, set off by a comma. */
  readonly lead: string
  readonly price: string
  readonly source: string
  /** Names that friends go by. */
  readonly nick: string
  /** Relatives and other people around, as one speaks of them. */
  readonly kin: string
  readonly city: string
  /** Names of small shops. */
  readonly shop: string
  /** Of things to count, above one. */
  readonly number: string
  /** From two to ten. */
  readonly few: string
  /** A number with what is counted: times, boxes. */
  readonly count: string
  readonly clock: string
  readonly date: string
  /** Said by a person, before what they say. */
  readonly say: string
  /** The author's opinion, before a clause. */
  readonly think: string
  /** Adverbs of how often. */
  readonly again: string
  /** Adverbs of how certain. */
  readonly hedge: string
  /** Words that a sentence trails off in. */
  readonly ending: string
  /** What stands before a link or a mention, and that. */
  readonly refer: string
  /** Links and mentions. */
  readonly address: string
  readonly open: string
  readonly body: string
  readonly close: string
  readonly title: string
  readonly tags: string
}

/** Punctuation of a language. */
export interface Marks {
  readonly comma: string
  /** What a hasty writer sets for a comma. */
  readonly pause: string
  readonly fullStop: string
  readonly question: string
  readonly ellipsis: string
  /** The first is the usual one. */
  readonly exclamations: readonly string[]
  readonly tilde: string
}
