import type { Translate } from "../../src/renderer/i18n/index.ts"

/** As i18next does, for texts with nothing but places in them. */
export function translating(texts: Readonly<Record<string, string>>): Translate {
  const fill = (text: string, values: Readonly<Record<string, string | number>> = {}) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
  return Object.assign(
    (key: string, values?: Readonly<Record<string, string | number>>) => fill(texts[key]!, values),
    {
      known: (key: string, otherwise: string) => texts[key] ?? otherwise,
    },
  )
}
