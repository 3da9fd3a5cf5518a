/**
 * Text of any origin (a plug-in's message, a file's name) for a place that acts on control characters: a terminal, a page,
 * XML, which may not hold them at all. Line ends and tabs stay. Escaped as JSON escapes them, so JSON keeps its meaning.
 */
export const printable = (text: string) =>
  text.replaceAll(ACTED_ON, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`)

/** C0 and C1 controls but tab and line end, a carriage return without its line end, and what turns the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ACTED_ON = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
