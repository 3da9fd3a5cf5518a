/**
 * Copies a note with edits, as a farm does that pastes one text into many accounts.
 */
import type { Random } from "../../random/streams.ts"
import { grammars } from "./grammar.ts"
import { EMOJI_TOKEN, HASHTAG, WORD } from "./lexicon.ts"
import { MAX_NOTE_TOKENS, type WritingStyle } from "./style.ts"

/** Emoji and hashtags change this many times as easily as words: nobody minds them. */
const DECORATION_FACTOR = 2

/**
 * Copies source[from] to source[to - 1] into `out` from `at`, each word replaced, dropped or doubled with
 * probability `editRate`; emoji and hashtags change twice as easily, punctuation stays.
 * Returns the position after the last token; between 1 and MAX_NOTE_TOKENS tokens are written.
 */
export function editNote(
  source: Uint16Array,
  from: number,
  to: number,
  editRate: number,
  style: WritingStyle,
  random: Random,
  out: Uint16Array,
  at: number,
): number {
  const { kinds } = grammars().lexicon
  const end = at + MAX_NOTE_TOKENS
  let position = at
  for (let i = from; i < to && position < end; i++) {
    const token = source[i]
    const kind = kinds[token]
    const isDecoration = kind === EMOJI_TOKEN || kind === HASHTAG
    const rate = kind === WORD ? editRate : isDecoration ? editRate * DECORATION_FACTOR : 0
    if (random() >= rate) {
      out[position++] = token
      continue
    }
    const choice = random()
    if (choice < 1 / 3) continue
    const isDoubled = choice >= 2 / 3
    const written = isDoubled ? token : replacement(token, kind, style, random)
    if (written === undefined) continue
    out[position++] = written
    if (isDoubled && position < end) out[position++] = written
  }
  if (position === at && to > from) out[position++] = source[from]
  return position
}

/** A word of the same list, another emoji, another hashtag of the topic; undefined for a word without kin. */
function replacement(token: number, kind: number, style: WritingStyle, random: Random): number | undefined {
  const { siblings, emoji, languages } = grammars()
  if (kind === EMOJI_TOKEN) return emoji[Math.floor(random() * emoji.length)]
  if (kind === HASHTAG) {
    const tags = languages[style.language].tags[style.topic]
    return tags[Math.floor(random() * tags.length)]
  }
  const count = siblings.count[token]
  return count === 0 ? undefined : siblings.words[siblings.first[token] + Math.floor(random() * count)]
}
