/**
 * docs/results.md belongs to the present versions, settings and golden digests, and its words agree with its tables.
 * Its tables take minutes to make, so they are not made here: npm run results.
 */
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { belongsTo, DOCUMENT, madeText, SCENARIOS, withTables } from "../../scripts/results/document.ts"

const root = resolve(import.meta.dirname, "../..")
const document = readFileSync(resolve(root, DOCUMENT), "utf8")

/** Cells of a made table, without its heading. */
const rowsOf = (name: string) =>
  madeText(document, name)
    .trimEnd()
    .split("\n")
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

/** Of a table whose rows are scenarios, or detectors: a column's figures by the first cell. */
const column = (name: string, at: number) =>
  new Map(rowsOf(name).map((cells) => [cells[0]!.replaceAll("`", ""), estimate(cells[at]!)]))

const isIncreasing = (values: readonly number[]) =>
  values.every((value, k) => k === 0 || value >= values[k - 1]!)
/** Value, low end and high end of "0.913 [0.898, 0.928]" or "49.7 % [45.7 %, 53.8 %]". */
const estimate = (cell: string) => [...cell.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text))

describe(DOCUMENT, () => {
  it("belongs to the present versions, settings and digests", () => {
    expect(madeText(document, "belongs to"), "figures are stale: renew them with  npm run results").toBe(
      belongsTo(root),
    )
  })

  it("has a row, or several, of every scenario in every table", () => {
    for (const table of ["runs", "fused", "cohorts", "transfer"]) {
      const named = rowsOf(table).flatMap(([name]) => (name === "" ? [] : [name]))
      expect(named, table).toEqual(SCENARIOS.map((name) => `\`${name}\``))
    }
    expect(madeText(document, "detectors").split("\n")[0]).toBe(
      `| detector | ${SCENARIOS.map((name) => `\`${name}\``).join(" | ")} |`,
    )
  })

  it("has every fused figure within its interval", () => {
    for (const [name, ...cells] of rowsOf("fused"))
      for (const cell of cells) {
        const [value, low, high] = estimate(cell!)
        expect([low, value, high], `${name}: ${cell}`).toSatisfy(isIncreasing)
      }
  })

  const renewWords = `the words of ${DOCUMENT} no longer hold: write them anew`

  it("says rightly that about half at best is caught, and least in stealth", () => {
    for (const at of [1, 2, 3, 4]) {
      const values = [...column("fused", at)].map(([name, [value]]) => ({ name, value: value! }))
      values.sort((a, b) => a.value - b.value)
      expect(values[0]!.name, renewWords).toBe("stealth")
    }
    const [atOneInHundred, atOneInThousand] = [3, 4].map((at) => [...column("fused", at).values()])
    for (const [recall] of atOneInHundred!) expect(recall, renewWords).toBeLessThan(55)
    for (const [recall] of atOneInThousand!) expect(recall, renewWords).toBeLessThan(33)
    const recall = column("fused", 3)
    expect(recall.get("hard-humans")![0], renewWords).toBeLessThan(recall.get("coordinated")![0]!)
  })

  it("says rightly that the worst cohort is flagged several times as often as all", () => {
    for (const [, [, low]] of column("cohorts", 3)) expect(low, renewWords).toBeGreaterThan(3)
    for (const [, cohort] of rowsOf("cohorts"))
      expect(cohort, renewWords).toMatch(/declared-brand-bot|merchant-with-scheduler|followers `\d{5}/)
  })

  it("says rightly which detectors are the strongest and the weakest, and that fusion is better", () => {
    for (const [at, scenario] of SCENARIOS.entries()) {
      const alone = column("detectors", at + 1)
      const best = Math.max(...[...alone.values()].map(([value]) => value!))
      expect(alone.get("response-latency")![0], renewWords).toBe(best)
      expect(Math.abs(alone.get("trust-propagation")![0]! - 0.5), renewWords).toBeLessThan(0.05)
      expect(column("fused", 1).get(scenario)![0], renewWords).toBeGreaterThan(best)
    }
  })

  it("says rightly that most differences of seen and held out may be none, and that clear ones go either way", () => {
    const differences = rowsOf("transfer").flatMap((cells) => (cells[4] === "" ? [] : [estimate(cells[4]!)]))
    const [above, below] = [
      differences.filter(([, low]) => low! > 0),
      differences.filter(([, , high]) => high! < 0),
    ]
    expect(above.length + below.length, renewWords).toBeLessThan(differences.length / 2)
    expect(Math.min(above.length, below.length), renewWords).toBeGreaterThan(0)
  })

  it("says rightly that thresholds wear off, against whom the most, and what learning again does", () => {
    const rows = rowsOf("rounds").map(([name, learned, ...cells]) => ({
      name: name!.replaceAll("`", ""),
      learned,
      figures: cells.map((cell) => estimate(cell!)),
    }))
    const of = (name: string, learned: string) =>
      rows.find((row) => row.name === name && row.learned === learned)!.figures
    const answering = ["churn", "spread", "bandit", "imitate", "insider"]
    expect(rows.map(({ name }) => name)).toEqual(["steadfast", ...answering].flatMap((name) => [name, name]))
    for (const name of answering) {
      const [[, low], [once, , high], [fpr]] = of(name, "once") as number[][]
      const [, [again], [fprAgain]] = of(name, "each round") as number[][]
      expect(high, renewWords).toBeLessThan(low!)
      expect(again, renewWords).toBeGreaterThan(once!)
      expect(fprAgain, renewWords).toBeGreaterThan(fpr!)
    }
    const by = (at: number) => answering.toSorted((a, b) => of(a, "once")[at]![0]! - of(b, "once")[at]![0]!)
    expect(by(1).slice(0, 2).sort(), renewWords).toEqual(["insider", "spread"])
    expect(by(4).slice(-2).sort(), renewWords).toEqual(["insider", "spread"])
  })

  it("says in words nothing that a run could outdate: no figures outside of the tables", () => {
    const reading = document.slice(document.indexOf("## Reading them"))
    expect(reading.length).toBeGreaterThan(500)
    expect(reading.match(/\d+/g)).toBeNull()
  })
})

describe("its tables", () => {
  it("replace what is between their markers, and nothing else", () => {
    const text = "a\n<!-- x -->\nold\n<!-- end -->\nb\n<!-- y -->\n<!-- end -->\n"
    expect(withTables(text, { x: "new $&\n", y: "more\n" })).toBe(
      "a\n<!-- x -->\nnew $&\n<!-- end -->\nb\n<!-- y -->\nmore\n<!-- end -->\n",
    )
    expect(() => withTables(text, { z: "" })).toThrow("docs/results.md must have <!-- z -->")
  })
})
