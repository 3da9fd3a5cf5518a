import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunReport } from "../../src/core/report.ts"
import type { Run } from "../../src/core/run.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { type WhyReport, whyReport } from "../../src/core/why.ts"
import { count, share, shares } from "../../src/report/format.ts"
import { runReport } from "../../src/report/run-report.ts"
import { ownSetting, type ReportSetting } from "../../src/report/setting.ts"
import type { ReportLanguage } from "../../src/report/words/index.ts"
import { openStore } from "../../src/store/store.ts"
import { fakeRun } from "../api/fakes.ts"
import { temporaryFolder } from "../cli/terminal.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

let told: RunReport
let run: Run
let why: WhyReport
beforeAll(async () => {
  told = await putTinyRun(folder.path)
  const store = openStore(folder.path)
  run = await store.read((await store.list())[0]!.id)
  why = whyReport(run)
})

function reportOf(change: Partial<ReportSetting> = {}, language: ReportLanguage = "en", of = run): string {
  return runReport({ run: of, setting: { ...ownSetting(of.manifest), ...change }, why, language })
}

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")

/** What a reader sees of a row: its cells' texts. */
function rowOf(page: string, heading: string): string[] {
  const row = page.split("<tr>").find((text) => text.startsWith(`<th scope="row">${heading}</th>`))
  return [...(row ?? "").matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell!)
}

describe("the report of a run", () => {
  it("tells the very figures that the run reported", () => {
    const page = reportOf()
    const point = told.operatingPoints.find(({ name }) => name === "scenario")!
    expect(rowOf(page, "Precision").slice(1)).toEqual([
      share(point.precision.value),
      shares(point.precision.interval),
    ])
    expect(rowOf(page, "Recall").slice(1)).toEqual([share(point.recall.value), shares(point.recall.interval)])
    expect(rowOf(page, "ROC AUC")[1]).toBe(told.fusion.auc.value.toFixed(3))
    const { truePositives, falseNegatives } = point.observed
    expect(rowOf(page, "AI-managed")).toEqual(["AI-managed", count(truePositives), count(falseNegatives)])
    const casual = told.cohorts.find(({ kind, name }) => kind === "archetype" && name === "casual")!
    expect(rowOf(page, "casual").slice(1, 5)).toEqual([
      count(casual.authentic),
      count(casual.falsePositives),
      share(casual.falsePositiveRate),
      shares(casual.falsePositiveRateInterval),
    ])
  })

  it("is the same bytes each time, and others at another setting", () => {
    expect(reportOf()).toBe(reportOf())
    expect(reportOf({ threshold: 0.5 })).not.toBe(reportOf())
  })

  it("asks for nothing and runs nothing", () => {
    const page = reportOf()
    expect(page).toContain(`http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;`)
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bon\w+=|url\(|@import/i)
    expect([...page.matchAll(/href="([^"]*)"/g)].every(([, to]) => to!.startsWith("#"))).toBe(true)
  })

  it("has no holes where figures are missing", () => {
    for (const page of [reportOf(), reportOf({ threshold: 1 }), reportOf({ threshold: 0 })])
      expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|>null</)
  })

  it("tells of a run with hardly anybody in it what there is", () => {
    const few = fakeRun()
    const page = runReport({
      run: few,
      setting: ownSetting(few.manifest),
      why: whyReport(few),
      language: "en",
    })
    expect(page).toContain("too few to judge")
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
  })

  it("holds the scenario in full, from which the run can be made again", () => {
    const [, text] = reportOf().match(/<details>.*?<pre>(.*?)<\/pre>/s)!
    expect(parseScenario(unescaped(text!), "tiny.yaml")).toEqual(run.manifest.scenario)
  })

  it("says what is moved, and names the command that makes it again", () => {
    const { days } = run.manifest.scenario.definition
    const definition = { automation: 0.5, oversight: 0.75, days }
    const page = unescaped(reportOf({ definition, prevalence: 0.01, threshold: 0.3 }))
    expect(page).toContain("with less than 75% of it overseen by a human")
    expect(page).toContain("re-weighted to a prevalence of 1.00%")
    expect(page).toContain(
      `npx assay report ${run.manifest.id} --threshold 0.3 --prevalence 0.01 --oversight 0.75 --out`,
    )
  })

  it("tells the method of fusion in words", () => {
    expect(reportOf()).toContain("logistic regression, learned from")
    expect(reportOf({}, "zh")).toContain("逻辑回归，学习自")
  })

  it("tells every tier's operating point and whether caps are kept", () => {
    const page = reportOf({
      tier: "review",
      threshold: 0.2,
      tiers: [
        { tier: "watch", threshold: 0.05 },
        { tier: "review", threshold: 0.2 },
      ],
      caps: [
        { kind: "archetype", name: "casual", maxFpr: 0.001 },
        { kind: "language", name: "zh", maxFpr: 0.5 },
      ],
    })
    expect(rowOf(page, "Watch")[1]).toBe("0.050")
    expect(page).toMatch(/<th scope="row">Human review<span class="tag">\*<\/span>/)
    expect(rowOf(page, "casual")[6]).toMatch(/^0\.1% <span class="tag broken">exceeded/)
    expect(rowOf(page, "Chinese")[6]).toMatch(/^50% <span class="tag">kept/)
  })

  it("says what of it the command leaves out, and nothing where it leaves out nothing", () => {
    const caps = [{ kind: "language", name: "zh", maxFpr: 0.1 }] as const
    expect(reportOf()).not.toContain("The command")
    expect(reportOf({ caps })).toContain("The command leaves out the tiers and caps.")
    expect(reportOf({ caps, policy: { name: "Graded", file: "graded" } })).not.toContain("The command")
    expect(reportOf({ off: ["co-action"] })).toContain("The command reports the run with all detectors on")
  })

  it("calls no cap kept that the interval of the rate reaches beyond, as the page does not", () => {
    const caps = [{ kind: "language", name: "zh", maxFpr: 0.001 }] as const
    // Nobody is flagged at 1, of too few accounts to rule out a rate above the cap.
    const page = reportOf({ threshold: 1, caps })
    expect(rowOf(page, "Chinese")[2]).toBe("0")
    expect(rowOf(page, "Chinese")[6]).toMatch(/^0\.1% <span class="tag">undecided/)
  })

  it("is whole in Chinese", () => {
    const page = reportOf({}, "zh")
    expect(page).toContain('<html lang="zh-CN">')
    for (const [, title] of page.matchAll(/<(?:h2|h3|caption|dt)[^>]*>(.*?)<\//g))
      if (!["F1", "MCC"].includes(title!)) expect(title).toMatch(/\p{Script=Han}/u)
    for (const [, name] of page.matchAll(/<th scope="row">([^<]*)/g))
      if (!["F1", "MCC"].includes(name!) && !/^[\d.% –]+$/.test(name!))
        expect(name).toMatch(/\p{Script=Han}/u)
  })

  it("lets nothing out of the texts of a scenario", () => {
    const evil = `"'><script>alert(1)</script></style><b>&`
    const scenario = {
      ...run.manifest.scenario,
      name: evil,
      description: evil,
      seed: evil,
      archetypes: { casual: { ...run.manifest.scenario.archetypes.casual, title: evil } },
    }
    const hostile: Run = { ...run, manifest: { ...run.manifest, id: evil, scenario } }
    const page = reportOf({ policy: { name: evil, file: evil } }, "en", hostile)
    expect(page).not.toMatch(/<script|<b>|&(?!amp;|lt;|gt;|quot;|#39;)/)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
  })
})
