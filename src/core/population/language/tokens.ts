/** What is visible of a token without reading it: a word, a mark, an emoji, a hashtag. */
import { grammars } from "./grammar.ts"

let kinds: Uint8Array | undefined

/** Index into TOKEN_KINDS, by token id. Length: the lexicon's size. */
export function tokenKinds(): Uint8Array {
  kinds ??= Uint8Array.from(grammars().lexicon.kinds)
  return kinds
}
