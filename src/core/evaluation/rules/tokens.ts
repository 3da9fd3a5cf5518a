/** The words of a rule's text, with where they stand. */

export interface Token {
  readonly kind: "name" | "number" | "sign" | "end"
  readonly text: string
  /** Characters before it. */
  readonly at: number
}

/**
 * Names are words joined by hyphens (`co-action`), numbers are decimal (`0.5`, `-.5`, `1e-3`), signs are `>=` (also
 * written `≥`), `*`, `+`, `,` and brackets. Anything else is a sign of its own, for the parser to refuse.
 */
const TOKEN =
  /\s*(?:(?<name>[a-z][\w-]*)|(?<number>-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(?<sign>>=|≥|[^\s]))/iuy

/** All tokens, the last of kind `end`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const { name, number, sign } = found.groups!
    const word = name ?? number ?? sign
    const kind = name !== undefined ? "name" : number !== undefined ? "number" : "sign"
    tokens.push({ kind, text: word === "≥" ? ">=" : word, at: TOKEN.lastIndex - word.length })
  }
  return [...tokens, { kind: "end", text: "", at: text.trimEnd().length }]
}
