/**
 * How accounts write: each author has habits of his own, drawn about those of people or those of a language
 * model; groups share templates, which their members edit before they paste.
 *
 * Sentence-length variation and punctuation follow published corpora: people vary their sentences
 * (CV about 0.5) and exclaim; models write evenly (CV 0.2 to 0.35) and hardly exclaim.
 */
import { NONE } from "../evidence/evidence.ts"
import { below, logNormal, normal } from "../random/distributions.ts"
import { type Random, type Stage, stage } from "../random/streams.ts"
import { editNote, MAX_NOTE_TOKENS, type WritingStyle, writeNote } from "./language/index.ts"
import type { GroupTraits, Traits } from "./traits.ts"
import type { World } from "./world.ts"

/** Model families on the market; operators choose one, and so do people who let a model polish. */
const MODEL_FAMILIES = 6

export interface Author {
  /** When the account's owner writes. */
  readonly own: WritingStyle
  /** When a language model does. */
  readonly model: WritingStyle
}

export function drawAuthor(world: World, account: number, group: GroupTraits | null, random: Random): Author {
  const language = world.columns.language[account]
  const topic = world.columns.topic[account]
  const length = logNormal(1, 0.45, random)
  const own: WritingStyle = {
    language,
    topic,
    sentencesMedian: 3.2 * length,
    sentencesSigma: 0.55,
    sentenceLengthMean: 8 * logNormal(1, 0.22, random),
    sentenceLengthCv: Math.min(0.9, Math.max(0.25, 0.54 + 0.1 * normal(random))),
    exclamationRate: logNormal(0.14, 0.8, random),
    emojiRate: logNormal(0.12, 0.9, random),
    hashtagMean: logNormal(1.6, 0.6, random),
    vocabularySkew: 1.05 + 0.08 * normal(random),
    phraseInventory: 12 + below(40, random),
    phraseSeed: random.int32() >>> 0,
  }
  const family = (group?.phraseSeed ?? random.int32() >>> 0) % MODEL_FAMILIES
  const model: WritingStyle = {
    ...own,
    sentenceLengthCv: Math.min(0.6, Math.max(0.15, 0.3 + 0.06 * normal(random))),
    exclamationRate: 0.01,
    vocabularySkew: 0.85,
    phraseInventory: 16,
    phraseSeed: family,
  }
  return { own, model }
}

/** A group's stock of template notes; each is written when it is first used. */
export class Templates {
  readonly #notes = new Map<number, Uint16Array>()
  readonly #stage: Stage
  readonly #world: World

  constructor(world: World) {
    this.#world = world
    this.#stage = stage(world.scenario.seed, "template")
  }

  /** A template for one of the group's posts; larger groups have more of them. Ungrouped authors draw on memes. */
  draw(group: number, author: Author, random: Random): Uint16Array {
    const { offset } = this.#world.groups
    const stock = group === NONE ? MEMES : 4 + Math.ceil((offset[group + 1] - offset[group]) / 2)
    // The first templates are used most.
    const template = Math.floor(stock * random() * random())
    // Memes have negative numbers, one range a language and topic, so that they never meet a group's.
    const key =
      group === NONE
        ? -1 - (template * 16 + author.own.topic * 2 + author.own.language)
        : (group * 512 + template) * 2 + author.own.language
    let note = this.#notes.get(key)
    if (!note) {
      note = this.#write(key, author)
      this.#notes.set(key, note)
    }
    return note
  }

  /** The style must not depend on which member asks first, so it is drawn from the template's own stream. */
  #write(key: number, author: Author): Uint16Array {
    const random = this.#stage.at(key)
    const style: WritingStyle = {
      language: author.own.language,
      topic: key < 0 ? author.own.topic : below(8, random),
      sentencesMedian: 4,
      sentencesSigma: 0.4,
      sentenceLengthMean: 8,
      sentenceLengthCv: 0.45,
      exclamationRate: 0.15,
      emojiRate: 0.15,
      hashtagMean: 2,
      vocabularySkew: 1,
      phraseInventory: 30,
      phraseSeed: random.int32() >>> 0,
    }
    const buffer = new Uint16Array(MAX_NOTE_TOKENS)
    return buffer.slice(0, writeNote(style, random, buffer, 0))
  }
}

/** Texts that go round the platform and that anybody may post, a topic and language. */
const MEMES = 60

/** Writes one post into out from `at`; returns the position after its last token. */
export function writePost(
  traits: Traits,
  author: Author,
  group: number,
  templates: Templates,
  random: Random,
  out: Uint16Array,
  at: number,
): number {
  if (random() < traits.pasted) {
    const template = templates.draw(group, author, random)
    return editNote(template, 0, template.length, traits.edited, author.own, random, out, at)
  }
  return writeNote(random() < traits.byModel ? author.model : author.own, random, out, at)
}
