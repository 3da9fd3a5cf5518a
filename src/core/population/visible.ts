/** What is visible of the vocabulary's tokens, scanned once for all posts. */
import { type Signs, signsOf } from "../evidence/style.ts"
import { grammars } from "./language/grammar.ts"

let signs: Signs | undefined

export function vocabularySigns(): Signs {
  signs ??= signsOf(grammars().lexicon.texts)
  return signs
}
