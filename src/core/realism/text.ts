/**
 * Whether notes read as published texts do: TARGETS.md, Text. What people wrote are the notes of authentic accounts
 * that neither a model nor a template had a part in; what machines wrote are the notes by models of AI-managed
 * accounts. The published Chinese corpora are film reviews, which are longer than notes.
 */
import { defineDomain } from "./row.ts"
import { classifierRows } from "./text-classifier-rows.ts"
import { corpusRows } from "./text-corpus-rows.ts"
import { perplexityRows } from "./text-perplexity-rows.ts"
import { collectTexts } from "./text-sample.ts"
import { styleRows } from "./text-style-rows.ts"

export const textDomain = defineDomain({
  group: "text",
  collect: collectTexts,
  rows: [...styleRows, ...corpusRows, ...classifierRows, ...perplexityRows],
})
