/** The languages of a report. */
import { enNames } from "../../words/en-names.ts"
import { zhNames } from "../../words/zh-names.ts"
import { en } from "./en.ts"
import { zh } from "./zh.ts"

export const REPORT_LANGUAGES = ["en", "zh"] as const
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number]

export type Words = typeof en

const WORDS: Readonly<Record<ReportLanguage, Words>> = { en, zh }

export const wordsOf = (language: ReportLanguage): Words => WORDS[language]

/** What an archetype, a language, a layer or a detector is called; `otherwise` when nobody has named it. */
export function nameOf(words: Words, key: string, otherwise: string): string {
  const names: Readonly<Record<string, string>> = words === zh ? zhNames : enNames
  return names[key] ?? otherwise
}
