import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { detectorsNamed } from "../../src/core/detection/registry.ts"
import { AUTHENTIC_ARCHETYPES, MANAGED_ARCHETYPES } from "../../src/core/population/archetypes/ids.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import { zh } from "../../src/renderer/i18n/zh.ts"
import { zhFeatures } from "../../src/renderer/i18n/zh-features.ts"
import { zhReports } from "../../src/renderer/i18n/zh-reports.ts"
import { zhRows } from "../../src/renderer/i18n/zh-rows.ts"
import { zhShipped } from "../../src/renderer/i18n/zh-shipped.ts"

const root = join(import.meta.dirname, "../..")

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/i18n[/\\](en|zh)(-\w+)?\.ts$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), "utf8"))
}

/** First arguments of t(...) and t.known(...), both branches of a condition included; `${...}` as *. */
function usedKeys(): string[] {
  const calls = /\bt(?:\.known)?\(\s*([^)]*?)(?:,\s*\{|,\s*\n|\)|$)/gm
  return sources("src/renderer").flatMap((source) =>
    [...source.matchAll(calls)].flatMap(([, argument]) =>
      [...argument!.matchAll(/["`]([a-z][\w-]*(?:\.[\w${}.-]+)+)["`]/gi)].map(([, key]) =>
        key!.replace(/\$\{[^}]*\}/g, "*"),
      ),
    ),
  )
}

const places = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort()

describe("languages", () => {
  it("have the same keys, in the same order", () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en))
  })

  it("fill the same places in each sentence", () => {
    for (const key of Object.keys(en) as (keyof typeof en)[])
      expect(places(zh[key]), key).toEqual(places(en[key]))
  })

  it("say something in Chinese wherever they say something in English", () => {
    const sameInBoth = [
      "attention.change",
      "attention.curve.aria.line",
      "chip.cohort",
      "figure.f1",
      "figure.matthews",
      "figure.auc",
      "leakage.named",
      "rounds.aria",
      "rounds.aria.between",
      "rounds.aria.clause",
      "rounds.name",
      "rounds.name.between",
      "why.around",
    ]
    for (const [key, text] of Object.entries(zh))
      if (!sameInBoth.includes(key)) expect(text, key).toMatch(/\p{Script=Han}/u)
  })

  it("know every key that the page asks for", () => {
    const keys = [
      ...Object.keys(en),
      ...Object.keys(zhReports),
      ...Object.keys(zhRows),
      ...Object.keys(zhFeatures),
      ...Object.keys(zhShipped),
    ]
    const used = usedKeys()
    expect(used.length).toBeGreaterThan(150)
    for (const key of new Set(used)) {
      const pattern = new RegExp(`^${key.replaceAll(".", "\\.").replaceAll("*", ".+")}$`)
      expect(
        keys.some((known) => pattern.test(known)),
        key,
      ).toBe(true)
    }
  })

  it("have no key that nothing asks for", () => {
    const patterns = usedKeys().map(
      (key) => new RegExp(`^${key.replaceAll(".", "\\.").replaceAll("*", ".+")}$`),
    )
    const text = sources("src/renderer").join("\n")
    const idle = Object.keys(en).filter(
      (key) => !patterns.some((pattern) => pattern.test(key)) && !text.includes(`"${key}"`),
    )
    expect(idle).toEqual([])
  })

  it("describe every scenario that comes with the workbench in Chinese too", () => {
    const described = readdirSync(join(root, "simulations"))
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => readFileSync(join(root, "simulations", file), "utf8"))
      .map((text) => text.match(/^description: (.+)$/m)?.[1] ?? "")
    expect(described.map((text) => `scenario.described.${text}`).toSorted()).toEqual(
      Object.keys(zhShipped).toSorted(),
    )
  })

  it("name every built-in detector, its features and its reasons, and every archetype", () => {
    const reasonIds = sources("src/core/detection").flatMap((source) =>
      [...source.matchAll(/\breason\(\s*"([^"]+)"/g)].map(([, id]) => `reason.${id}`),
    )
    const expected = [
      ...detectorsNamed(DETECTOR_IDS).flatMap(({ id, features }) => [
        `detector.${id}`,
        ...features.map((feature) => `feature.${id}.${feature.id}`),
      ]),
      ...[...AUTHENTIC_ARCHETYPES, ...MANAGED_ARCHETYPES].flatMap((id) => [
        `archetype.${id}`,
        `archetype.${id}.meaning`,
      ]),
      ...reasonIds,
    ]
    expect(reasonIds.length).toBeGreaterThan(0)
    expect(expected.filter((key) => !(key in en))).toEqual([])
  })
})
