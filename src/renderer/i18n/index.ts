/** English and Chinese. Keys are flat, so that both languages can be compared key by key. */
import i18next from "i18next"
import { useMemo } from "react"
import { initReactI18next, useTranslation } from "react-i18next"
import type { LanguageTag } from "../format.ts"
import { en } from "./en.ts"
import { zh } from "./zh.ts"
import { zhFeatures } from "./zh-features.ts"
import { zhReports } from "./zh-reports.ts"
import { zhRows } from "./zh-rows.ts"
import { zhShipped } from "./zh-shipped.ts"

export type Key = keyof typeof en

type Values = Readonly<Record<string, string | number>>

export interface Translate {
  (key: Key, values?: Values): string
  /** For names that come from data, such as a detector's: `otherwise` where no translation is known. */
  known(key: string, otherwise: string, values?: Values): string
}

const REMEMBERED = "assay.language"

function preferred(): LanguageTag {
  const stored = window.localStorage.getItem(REMEMBERED)
  if (stored === "en" || stored === "zh-CN") return stored
  return window.navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en"
}

void i18next.use(initReactI18next).init({
  lng: preferred(),
  fallbackLng: "en",
  resources: {
    en: { translation: en },
    "zh-CN": { translation: { ...zh, ...zhReports, ...zhRows, ...zhFeatures, ...zhShipped } },
  },
  keySeparator: false,
  nsSeparator: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  initAsync: false,
})

export function speak(language: LanguageTag): void {
  window.localStorage.setItem(REMEMBERED, language)
  void i18next.changeLanguage(language)
}

export function useLanguage(): LanguageTag {
  const { i18n } = useTranslation()
  return i18n.language === "zh-CN" ? "zh-CN" : "en"
}

export function useT(): Translate {
  const { t } = useTranslation()
  return useMemo(() => {
    const translate = ((key: Key, values?: Values) => t(key, values ?? {})) as Translate
    translate.known = (key, otherwise, values) => t(key, { ...values, defaultValue: otherwise })
    return translate
  }, [t])
}
