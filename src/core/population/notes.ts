/**
 * The notes of a tile: who wrote each, and its words. The posts' times must be known, because an account that
 * switched writes as somebody else from then on.
 */

import type { Posts } from "../evidence/evidence.ts"
import { NONE } from "../evidence/evidence.ts"
import { below } from "../random/distributions.ts"
import { type Random, stage } from "../random/streams.ts"
import { eventStream } from "./adaptation.ts"
import { editNote, MAX_NOTE_TOKENS } from "./language/index.ts"
import type { Phase } from "./traits.ts"
import { localOffsets, type World } from "./world.ts"
import { AUTHORSHIPS, type Author, drawAuthor, drawAuthorship, Templates, writeAs } from "./writing.ts"

export interface Notes {
  readonly posts: Posts & Words
  /** Index into AUTHORSHIPS, one a post. */
  readonly authorship: Uint8Array
}

/** The words of a tile's notes; with when they were published, all that is known of their text. */
export type Words = Required<Pick<Posts, "tokenOffset" | "tokens">>

const REPEATED = AUTHORSHIPS.indexOf("repeated")

/** When accounts from `first` up to, not including, `end` publish, without a word of what. */
export function publish(world: World, first: number, end: number): Posts {
  const { postOffset } = world.columns
  const firstPost = postOffset[first]
  const time = world.postTime.subarray(firstPost, postOffset[end])
  return { offset: localOffsets(postOffset, first, end), firstPost, time }
}

/** Writes the posts of accounts from `first` up to, not including, `end`; `lives` are their phases. */
export function writePosts(
  world: World,
  first: number,
  end: number,
  lives: readonly (readonly Phase[])[],
): Notes {
  const published = publish(world, first, end)
  const { offset, time } = published
  const book = new Book(time.length)
  const writing = stage(world.scenario.seed, "writing")
  const templates = new Templates(world)
  for (let account = first; account < end; account++) {
    const random = writing.at(account)
    const events = eventStream(world, "writing", account, random)
    let post = offset[account - first]
    for (const { traits, until } of lives[account - first]) {
      const author = drawAuthor(world, account, traits, random)
      const group = traits.group === null ? NONE : world.columns.group[account]
      // Whoever takes an account over does not repeat what was written before.
      const firstOwn = post
      for (; post < offset[account - first + 1] && time[post] < until; post++)
        book.add(author, group, firstOwn, templates, events)
    }
  }
  return { posts: { ...published, ...book.words() }, authorship: book.authorship }
}

/** Notes as they are written, one after the other. */
class Book {
  readonly authorship: Uint8Array
  readonly #tokenOffset: Uint32Array
  #tokens: Uint16Array
  #post = 0
  #at = 0

  constructor(postCount: number) {
    this.authorship = new Uint8Array(postCount)
    this.#tokenOffset = new Uint32Array(postCount + 1)
    this.#tokens = new Uint16Array(Math.max(MAX_NOTE_TOKENS, postCount * 64))
  }

  /** Writes the next note; those from `firstOwn` on are the author's, who may repeat them. */
  add(author: Author, group: number, firstOwn: number, templates: Templates, random: Random): void {
    if (this.#at + MAX_NOTE_TOKENS > this.#tokens.length) this.#tokens = grow(this.#tokens)
    const authorship = drawAuthorship(author, this.#post > firstOwn, random)
    this.#at =
      authorship === REPEATED
        ? this.#repeat(author, firstOwn, random)
        : writeAs(authorship, author, group, templates, random, this.#tokens, this.#at)
    this.authorship[this.#post] = authorship
    this.#post++
    this.#tokenOffset[this.#post] = this.#at
  }

  /** Copies one of the author's earlier notes, most often as it is. */
  #repeat(author: Author, firstOwn: number, random: Random): number {
    const source = firstOwn + below(this.#post - firstOwn, random)
    const edited = random() < EXACT_REPEATS ? 0 : RETOUCHED
    const [from, to] = [this.#tokenOffset[source], this.#tokenOffset[source + 1]]
    return editNote(this.#tokens, from, to, edited, author.own, random, this.#tokens, this.#at)
  }

  words(): Words {
    return { tokenOffset: this.#tokenOffset, tokens: this.#tokens.subarray(0, this.#at) }
  }
}

/** Of the notes that repeat one, the share that does so to the letter; the others change some words. */
const EXACT_REPEATS = 0.8
const RETOUCHED = 0.06

function grow(tokens: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(tokens.length * 2 + MAX_NOTE_TOKENS)
  larger.set(tokens)
  return larger
}
