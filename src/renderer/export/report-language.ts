/** The page's language as the api's reports name it. */
import type { LanguageTag } from "../format.ts"

export const reportLanguage = (language: LanguageTag) => (language === "zh-CN" ? "zh" : "en")
