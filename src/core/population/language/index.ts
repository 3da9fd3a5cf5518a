/** Notes on a Xiaohongshu-like platform: token ids when written, strings only when somebody reads them. */
export { editNote } from "./edit.ts"
export { LEXICON_VERSION, TOKEN_KINDS, type TokenKind } from "./lexicon.ts"
export { renderNote } from "./render.ts"
export { alikeInShape, MAX_NOTE_TOKENS, TOPICS, type Topic, type WritingStyle } from "./style.ts"
export { tokenKinds } from "./tokens.ts"
export { writeNote } from "./write.ts"
