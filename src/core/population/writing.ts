/**
 * How accounts write: each author has habits of his own, drawn about those of people or those of a language
 * model; groups share templates, which their members edit before they paste.
 *
 * Sentence-length variation and punctuation follow published corpora: people vary their sentences
 * (CV about 0.5) and exclaim; models write evenly (CV 0.2 to 0.35) and hardly exclaim.
 */
import { NONE } from "../evidence/evidence.ts"
import { below, beta, logNormal, normal } from "../random/distributions.ts"
import { mix32, type Random, type Stage, stage } from "../random/streams.ts"
import type { Archetype } from "./archetypes/archetype.ts"
import { alikeInShape, editNote, MAX_NOTE_TOKENS, type WritingStyle, writeNote } from "./language/index.ts"
import type { Traits } from "./traits.ts"
import type { World } from "./world.ts"

/** Model families on the market; operators choose one, and so do people who let a model polish. */
const MODEL_FAMILIES = 6

/** How a note came to be; `polished` is the author's own note that a language model went over. */
export const AUTHORSHIPS = ["own", "polished", "model", "pasted", "repeated"] as const

/** The model that a fleet uses, by its operator's phrase seed. */
export const modelFamily = (phraseSeed: number): number => phraseSeed % MODEL_FAMILIES

/** Whether an account of the archetype writes in a language that it is learning. */
export function isLearner(
  { scenario }: Pick<World, "scenario">,
  account: number,
  { writing }: Archetype,
): boolean {
  return stage(scenario.seed, "writing/learner").at(account)() < writing.secondLanguage
}

export interface Author {
  readonly traits: Traits
  /** Share of the author's own notes that a model polishes. */
  readonly polished: number
  /** Share of the notes that repeat an earlier one. */
  readonly repeated: number
  /** When the account's owner writes. */
  readonly own: WritingStyle
  /** When a model goes over what they wrote. */
  readonly polishedStyle: WritingStyle
  /** When a language model does. */
  readonly model: WritingStyle
}

export function drawAuthor(world: World, account: number, traits: Traits, random: Random): Author {
  const { group, archetype } = traits
  const { polished, repeated } = archetype.writing
  const native = drawPerson(world, account, random)
  const own = isLearner(world, account, archetype) ? asLearner(native, random) : native
  const machine = drawMachine(native, group?.phraseSeed ?? random.int32() >>> 0, random)
  return {
    traits,
    polished: beta(polished.mean, polished.concentration, random),
    repeated: beta(repeated.mean, repeated.concentration, random),
    own: alikeInShape(own),
    polishedStyle: blend(own, machine, 0.5 + 0.3 * random(), machine.phraseSeed),
    // Who wants to look authentic has the model write like somebody, as far as it can.
    model: blend(machine, native, 0.5 * traits.efforts.content * traits.efforts.content, machine.phraseSeed),
  }
}

/** How a person writes: habits that differ more between people than within one. */
function drawPerson(world: World, account: number, random: Random): WritingStyle {
  return {
    language: world.columns.language[account],
    topic: world.columns.topic[account],
    sentencesMedian: 3.6 * logNormal(1, 0.42, random),
    sentencesSigma: 0.5,
    sentenceLengthMean: 8.5 * logNormal(1, 0.27, random),
    sentenceLengthCv: within(0.3, 1, 0.75 + 0.12 * normal(random)),
    exclamationRate: logNormal(0.08, 0.9, random),
    questionRate: beta(0.35, 3, random),
    endingRate: beta(0.1, 3, random),
    emojiRate: logNormal(0.12, 0.9, random),
    hashtagMean: logNormal(1.6, 0.6, random),
    titleRate: beta(0.45, 1.5, random),
    breakRate: beta(0.35, 1.5, random),
    bareRate: beta(0.3, 2.2, random),
    linkRate: beta(0.12, 1.35, random),
    vocabularySkew: 1 + 0.08 * normal(random),
    plain: beta(0.1, 8, random),
    reach: 1,
    commonReach: 1,
    echo: beta(0.3, 2, random),
    phraseInventory: 40 + below(90, random),
    phraseSeed: random.int32() >>> 0,
  }
}

/** A second-language writer has few words and few patterns, uses them again, and keeps sentences plain and even. */
function asLearner(native: WritingStyle, random: Random): WritingStyle {
  return {
    ...native,
    sentenceLengthMean: native.sentenceLengthMean * 0.8,
    sentenceLengthCv: native.sentenceLengthCv * 0.6,
    endingRate: native.endingRate * 0.3,
    plain: 0.9,
    reach: 0.08 + 0.06 * random(),
    commonReach: 0.1 + 0.1 * random(),
    echo: Math.min(0.9, native.echo * 1.3),
    vocabularySkew: 1.2,
    phraseInventory: 10 + below(10, random),
    phraseSeed: COMMON_PHRASES,
  }
}

/** Learners learn the same phrases first. */
const COMMON_PHRASES = 0

/**
 * How a language model writes at an operator's prompt: usual words and hardly the same twice, even sentences, whole
 * punctuation. What it knows is its family's; title, hashtags, links and paragraphs are up to the prompt.
 */
function drawMachine(native: WritingStyle, promptSeed: number, random: Random): WritingStyle {
  return {
    ...native,
    sentencesSigma: 0.35,
    sentenceLengthMean: 10 * logNormal(1, 0.1, random),
    sentenceLengthCv: within(0.1, 0.6, 0.245 + 0.04 * normal(random)),
    exclamationRate: 0.001,
    questionRate: 0.01,
    endingRate: 0.03,
    titleRate: 0.25 * promptShare(promptSeed, 1),
    breakRate: promptShare(promptSeed, 2),
    bareRate: 0.05,
    emojiRate: 0.4 * promptShare(promptSeed, 3),
    hashtagMean: 5 * promptShare(promptSeed, 4),
    vocabularySkew: 0.9,
    plain: 0.3,
    reach: 0.12,
    commonReach: 0.8,
    echo: 0,
    phraseInventory: 22,
    phraseSeed: modelFamily(promptSeed) + 1,
  }
}

/** A habit in [0, 1] that all notes of one prompt share. */
const promptShare = (promptSeed: number, habit: number) => mix32(promptSeed + habit * 0x9e3779b1) / 2 ** 32

const within = (least: number, most: number, value: number) => Math.min(most, Math.max(least, value))

/** Habits of the first style with `share` of the way gone to the second's; phrases by the seed given. */
function blend(from: WritingStyle, to: WritingStyle, share: number, phraseSeed: number): WritingStyle {
  const mixed = { ...from, phraseSeed }
  for (const habit of HABITS) mixed[habit] = from[habit] + share * (to[habit] - from[habit])
  return alikeInShape(mixed)
}

type Habit = Exclude<keyof WritingStyle, "language" | "topic" | "phraseSeed">

const HABITS: readonly Habit[] = [
  "sentencesMedian",
  "sentencesSigma",
  "sentenceLengthMean",
  "sentenceLengthCv",
  "exclamationRate",
  "questionRate",
  "endingRate",
  "emojiRate",
  "hashtagMean",
  "titleRate",
  "breakRate",
  "bareRate",
  "linkRate",
  "vocabularySkew",
  "plain",
  "reach",
  "commonReach",
  "echo",
  "phraseInventory",
]

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
      sentenceLengthCv: 0.6,
      exclamationRate: 0.1,
      questionRate: 0.4,
      endingRate: 0.1,
      emojiRate: 0.15,
      hashtagMean: 2,
      titleRate: 0.5,
      breakRate: 0.4,
      bareRate: 0.3,
      linkRate: 0.15,
      vocabularySkew: 0.8,
      plain: 0.2,
      reach: 1,
      commonReach: 1,
      echo: 0.2,
      phraseInventory: 80,
      phraseSeed: random.int32() >>> 0,
    }
    const buffer = new Uint16Array(MAX_NOTE_TOKENS)
    return buffer.slice(0, writeNote(alikeInShape(style), random, buffer, 0))
  }
}

/** Texts that go round the platform and that anybody may post, a topic and language. */
const MEMES = 150

/** Index into AUTHORSHIPS; nobody repeats a note before there is one. */
export function drawAuthorship(
  { traits, polished, repeated }: Author,
  canRepeat: boolean,
  random: Random,
): number {
  if (canRepeat && random() < repeated) return REPEATED
  if (random() < traits.pasted) return PASTED
  if (random() < traits.byModel) return MODEL
  return random() < polished ? POLISHED : OWN
}

const [OWN, POLISHED, MODEL, PASTED, REPEATED] = AUTHORSHIPS.keys()

/** Writes one note that is not repeated into out from `at`; returns the position after its last token. */
export function writeAs(
  authorship: number,
  author: Author,
  group: number,
  templates: Templates,
  random: Random,
  out: Uint16Array,
  at: number,
): number {
  if (authorship === PASTED) {
    const template = templates.draw(group, author, random)
    return editNote(template, 0, template.length, author.traits.edited, author.own, random, out, at)
  }
  const style =
    authorship === OWN ? author.own : authorship === POLISHED ? author.polishedStyle : author.model
  return writeNote(style, random, out, at)
}
