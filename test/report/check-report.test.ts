import { describe, expect, it } from "vitest"
import type { GateOutcome, GateRow } from "../../src/core/gate/report.ts"
import { checkPage } from "../../src/report/check-report.ts"
import { checkReport, GOOD, gateRow, REGRESSED, scenarioCheck } from "../setup/check-report.ts"

describe("the report of a check", () => {
  const page = checkPage(checkReport(), "en")

  it("says what it comes to, what could not be checked, and a section for each scenario that did not pass", () => {
    expect(page).toContain("Incomplete: not everything could be looked at")
    expect(page).toContain("Of what could be looked at: Regress: something became worse by what matters")
    expect(page).toContain("Could not be checked, so nothing is known of it: broken.yaml. prevalence must be")
    const titles = [...page.matchAll(/<h2 [^>]*>(.*?)<\/h2>/g)].map(([, title]) => title)
    expect(titles).toEqual([
      "In short",
      "Scenarios",
      "quickstart: regress",
      "en: inconclusive",
      "fresh: new",
      "old: gone",
      "zh: improve",
      "Promises",
      "What to do about it",
      "Terms",
    ])
  })

  it("says of one that could look at nothing that it is incomplete, and passes nothing", () => {
    const nothing = checkPage(checkReport({ scenarios: [] }), "en")
    expect(nothing).toContain("<strong>!</strong> Incomplete: not everything could be looked at")
    expect(nothing).toContain("Nothing could be looked at.")
    expect(nothing).not.toMatch(/Nothing: all|[Pp]assed|--update/)
  })

  it("says in short which figure and which group moved by most, and whom it is about", () => {
    const short = page.match(/<ul class="short">.*?<\/ul>/s)![0]
    expect(short).toContain(
      "quickstart, worst: False-positive rate of merchant with scheduler +3.50 pp (95% +1.80 – +5.20).",
    )
    expect(short).toMatch(
      /quickstart, Newly hit: 13 of 14 are of [^,]*, which holds 41.2% of those who could be\./,
    )
    expect(short).toContain("en, open: Recall −1.20 pp (95% −3.10 – +0.70).")
  })

  it("draws what is better to the right, in multiples of what matters", () => {
    const chart = page.match(/<svg role="img".*?<\/svg>/s)![0]
    const rows = [
      ...chart.matchAll(
        /<g class="(quiet|worse|better)"><text[^>]*>(.*?)<\/text>.*?<(?:circle cx="|path class="mark" d="M)([\d.]+)/g,
      ),
    ]
    const zero = Number(/<g class="zero"><line x1="([\d.]+)"/.exec(chart)![1])
    const side = (name: string) => {
      const [, kind, , x] = rows.find(([, , label]) => label!.startsWith(name))!
      return [kind, Math.sign(Number(x) - zero)]
    }
    expect(rows).toHaveLength(4)
    expect(side("False-positive rate of merchant with scheduler: regress")).toEqual(["worse", -1])
    expect(side("ROC AUC: improve")).toEqual(["better", 1])
    expect(side("Recall: inconclusive")).toEqual(["quiet", -1])
  })

  it("cuts an interval that goes on beyond the chart, with an arrow", () => {
    const wide = gateRow({ difference: 0.1, interval: [-0.4, 0.6], outcome: "inconclusive" })
    const report = checkReport({ scenarios: [scenarioCheck({ outcome: "inconclusive", figures: [wide] })] })
    const chart = checkPage(report, "en").match(/<svg role="img".*?<\/svg>/s)![0]
    expect(chart.match(/<path /g)).toHaveLength(2)
    for (const [, x] of chart.matchAll(/<line x1="([\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(440)
      expect(Number(x)).toBeLessThanOrEqual(940)
    }
  })

  it("says of a scenario that is open what is better all the same, and of no other", () => {
    const better = gateRow({ figure: "auc", before: 0.9, after: 0.93, difference: 0.03, outcome: "improve" })
    const open = gateRow({ difference: 0.1, interval: [-0.4, 0.6], outcome: "inconclusive" })
    const pageOf = (outcome: GateOutcome, language: "en" | "zh", figures: readonly GateRow[]) =>
      checkPage(checkReport({ scenarios: [scenarioCheck({ outcome, figures })] }), language)
    expect(pageOf("inconclusive", "en", [better, open])).toContain(
      "<p>Better in ROC AUC, but something else is open, which makes it inconclusive.</p>",
    )
    expect(pageOf("inconclusive", "zh", [better, open])).toContain(
      "有所改进：ROC 曲线下面积；但仍有内容无法定论",
    )
    expect(pageOf("improve", "en", [better])).not.toContain("Better in")
    expect(pageOf("inconclusive", "en", [open])).not.toContain("Better in")
  })

  it("tells a difference beyond the chart by a number, and gives what is worse and better marks of their own", () => {
    const far = gateRow({ difference: -0.6, interval: [-0.7, -0.5], outcome: "regress" })
    const good = gateRow({ difference: 0.06, interval: [0.05, 0.07], outcome: "improve" })
    const report = checkReport({
      scenarios: [scenarioCheck({ outcome: "regress", figures: [far, good] })],
    })
    const chart = checkPage(report, "en").match(/<svg role="img".*?<\/svg>/s)![0]
    const [worse, better] = [...chart.matchAll(/<g class="(?:worse|better)">.*?<\/g>\n/gs)].map(
      ([row]) => row,
    )
    expect(worse).toContain(">−30.0</text>")
    expect(worse).not.toMatch(/circle|class="mark"/)
    expect(better).toContain('class="mark"')
    expect(better).not.toContain("beyond")
    expect(chart).not.toContain("<circle")
  })

  it("names who changed side by archetype and reason, and the command to look closer", () => {
    expect(page).toMatch(/Newly hit<\/th><td>merchant with scheduler<\/td><td>Clock alignment<\/td>.*?14/s)
    expect(page).toContain("npx assay inspect quickstart-111111111111 102 --against quickstart-000000000000")
  })

  it("asks for nothing, has no holes and lets no text become markup", () => {
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|<script|<link|<img|\bsrc=/)
    expect(page).toContain("answered 499 scores &lt;for&gt; 500 accounts")
    expect(checkPage(checkReport(), "en")).toBe(page)
  })

  it("has nothing to do where all passed", () => {
    const good = checkPage(GOOD, "en")
    expect(good).toContain("Nothing: all scenarios passed.")
    expect(good).not.toContain("--update")
  })

  it("is whole in Chinese", () => {
    const chinese = checkPage(checkReport(), "zh")
    for (const [, title] of chinese.matchAll(/<(?:h1|h3|caption)[^>]*>(.*?)<\//g))
      expect(title).toMatch(/\p{Script=Han}/u)
    const seen = chinese.replace(/<style>.*?<\/style>/s, "")
    expect(seen).not.toMatch(/regress\b|\bimprove|inconclusive|\bpass\b|Newly|\bkept\b/)
    expect(seen).toContain("“使用定时工具的商家”的误报率")
    expect(seen).toContain(REGRESSED.run)
  })
})
