/**
 * docs/gate.md belongs to the present versions and settings, and its words agree with its tables. They take long to make,
 * so they are not made here: npm run gate-power.
 */
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { CHANGES } from "../../scripts/gate-power/catalogue.ts"
import { belongsTo, DOCUMENT, FIGURE } from "../../scripts/gate-power/document.ts"
import { effectFound } from "../../scripts/gate-power/power.ts"
import { madeText } from "../../scripts/results/document.ts"
import { FALSE_ALARMS } from "../../src/core/gate/index.ts"

const root = resolve(import.meta.dirname, "../..")
const document = readFileSync(resolve(root, DOCUMENT), "utf8")
const made = (name: string) => madeText(document, name, DOCUMENT)

/** Cells of a made table, without its heading. */
const rowsOf = (name: string) =>
  made(name)
    .trimEnd()
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

/** Value and interval of "12 % [4, 20]". */
const numbers = (cell: string) => [...cell.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text))

describe(`${DOCUMENT}, how far to trust it`, () => {
  it("belongs to the present versions, settings and smallest effects", () => {
    expect(made("gate belongs to"), "figures are stale: renew them with  npm run gate-power").toBe(
      belongsTo(root),
    )
  })

  it("has every change in one of its tables", () => {
    const told = ["gate false alarms", "gate harmless", "gate regressions"].flatMap(rowsOf)
    const titles = told.flatMap(([title]) => (title === "" ? [] : [title]))
    expect([...titles].sort()).toEqual(CHANGES.map(({ title }) => title).sort())
  })

  it("says rightly that false alarms are no oftener than the stated rate", () => {
    const rows = rowsOf("gate false alarms")
    const found = rows.map(([, , , checks, regress]) => [Number(checks), numbers(regress!)[0]!] as const)
    const checks = found.reduce((all, [own]) => all + own, 0)
    const alarms = found.reduce((all, [own, percent]) => all + (own * percent) / 100, 0)
    expect(checks).toBeGreaterThan(200)
    expect(alarms / checks).toBeLessThanOrEqual(FALSE_ALARMS)
    for (const [, , , , regress] of rows) expect(numbers(regress!)[1]).toBeLessThanOrEqual(100 * FALSE_ALARMS)
  })

  it("says rightly that more accounts find smaller effects", () => {
    for (const [figure, few, many] of rowsOf("gate smallest"))
      if (!many!.startsWith("above")) expect(numbers(many!)[0], figure).toBeLessThanOrEqual(numbers(few!)[0]!)
  })

  it("has its figure beside it", () => {
    expect(document).toContain("](gate-power.svg)")
    expect(readFileSync(resolve(root, FIGURE), "utf8")).toMatch(/^<svg xmlns/)
  })
})

describe("the smallest effect found", () => {
  it("lies between the sizes around the wanted power", () => {
    const points = [
      { effect: 0.1, power: 1 },
      { effect: 0.05, power: 0.6 },
    ]
    expect(effectFound(points, 0.8)).toBeCloseTo(0.075)
    expect(effectFound(points, 0.3)).toBeCloseTo(0.025)
  })

  it("is unknown when no size that was tried reaches it", () => {
    expect(effectFound([{ effect: 0.1, power: 0.5 }], 0.8)).toBeNull()
    expect(effectFound([], 0.8)).toBeNull()
  })
})
