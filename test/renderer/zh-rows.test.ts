import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { behaviour } from "../../src/core/realism/behaviour.ts"
import { mediaDomain } from "../../src/core/realism/media.ts"
import { network } from "../../src/core/realism/network.ts"
import { reports } from "../../src/core/realism/reports.ts"
import { textDomain } from "../../src/core/realism/text.ts"
import { zhRows } from "../../src/renderer/i18n/zh-rows.ts"

const rows = [behaviour, textDomain, mediaDomain, network, reports].flatMap((domain) =>
  domain.rows.map(({ id, title }) => ({ id, title })),
)

/** What the sources say between quotes after `why:`, or call it; a number put in or written out becomes `#`. */
function reasons(): string[] {
  const folder = join(import.meta.dirname, "../../src/core/realism")
  const said = readdirSync(folder).flatMap((file) => {
    const source = readFileSync(join(folder, file), "utf8")
    const found = [...source.matchAll(/\bwhy(?::\s*|\s*=[^`"\n]*)(?:"([^"]+)"|`([^`]+)`)/g)]
    const otherwise = [...source.matchAll(/\bwhy\b[^\n]*:\s*"([^"]+)"$/gm)]
    return [...found.map(([, plain, filled]) => plain ?? filled!), ...otherwise.map(([, plain]) => plain!)]
  })
  return [...new Set(said.map((text) => text.replaceAll(/\$\{[^}]*\}|\d+/g, "#")))].filter(
    (text) => text !== "why",
  )
}

describe("the realism report in Chinese", () => {
  it("has a title for every row, and none for rows that there are not", () => {
    const wanted = rows.map(({ id }) => `realism.row.${id}`)
    expect(wanted.length).toBeGreaterThan(60)
    expect(wanted.filter((key) => !(key in zhRows))).toEqual([])
    expect(
      Object.keys(zhRows).filter((key) => key.startsWith("realism.row.") && !wanted.includes(key)),
    ).toEqual([])
  })

  it("keeps the numbers of the English title", () => {
    const numbers = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).toSorted()
    // Chinese writes some numbers as figures that English writes as words.
    for (const { id, title } of rows)
      for (const number of numbers(title)) expect(zhRows[`realism.row.${id}`], id).toContain(number)
  })

  it("says why a row does not apply", () => {
    const known = reasons()
    expect(known.length).toBeGreaterThan(8)
    expect(known.filter((text) => !(`realism.why.${text}` in zhRows))).toEqual([])
  })
})
