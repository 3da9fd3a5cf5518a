import { describe, expect, it } from "vitest"
import type { CheckedScenario } from "../../src/api/contract.ts"
import { GATE_FLIPS } from "../../src/core/gate/report.ts"
import { createFormat } from "../../src/renderer/format.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import { zh } from "../../src/renderer/i18n/zh.ts"
import { countOutcomes, decisionsOf, overallOf, worstFirst } from "../../src/renderer/views/gate/decided.ts"
import { flipCohortText, promiseText, titlesOf } from "../../src/renderer/views/gate/words.ts"
import { gateRow, scenarioCheck } from "../setup/check-report.ts"
import { checkReports } from "../setup/kept-checks.ts"
import { translating } from "./translating.ts"

const [regressing] = checkReports()
const named = (name: string) => regressing!.scenarios.find(({ scenario }) => scenario === name)!
const told = (scenario: CheckedScenario) =>
  decisionsOf(scenario).map((decision) =>
    decision.kind === "row"
      ? `${decision.row.outcome} ${decision.row.cohort?.name ?? "all"} ${decision.row.figure}`
      : decision.kind === "promise"
        ? `promise ${decision.row.outcome}`
        : decision.kind === "detector"
          ? `detector ${decision.row.detector}`
          : decision.kind,
  )

describe("what decided a scenario", () => {
  it("begins with broken promises and regressions, then what failed, then what is open", () => {
    expect(told(named("tiny"))).toEqual([
      "promise broken",
      "regress all recall",
      "regress content-farm recall",
      "detector writing-style",
      "inconclusive all fpr",
      "inconclusive all precision",
      "inconclusive all auc",
      "inconclusive all recallAtFpr1",
      "inconclusive merchant-with-scheduler fpr",
      "promise inconclusive",
    ])
  })

  it("leaves out cohorts that do not count", () => {
    const idle = gateRow({ cohort: { kind: "language", name: "en" }, outcome: "inconclusive", counts: false })
    expect(told(scenarioCheck({ cohorts: [idle] }))).toEqual(["none"])
    expect(told(scenarioCheck({ cohorts: [{ ...idle, counts: true }] }))).toEqual(["inconclusive en recall"])
  })

  it("tells no baseline, other accounts, a scenario that is gone and an equal run apart", () => {
    expect(told(named("ring-of-merchants"))).toEqual(["noBaseline"])
    expect(told({ ...named("ring-of-merchants"), baselineRun: "ring-0123abcd" })).toEqual(["otherAccounts"])
    // As a check tells it: figures of now, with nothing to hold them against.
    const figures = [gateRow({ outcome: "new", before: null, difference: null, interval: null, p: null })]
    expect(told({ ...named("ring-of-merchants"), figures })).toEqual(["noBaseline"])
    expect(told(named("old-farm"))).toEqual(["gone"])
    expect(told(named("brigade"))).toEqual(["identical"])
  })
})

describe("the headline", () => {
  const [failing] = named("tiny").detectors.filter(({ state }) => state === "failed")
  const scenarios = [scenarioCheck({ outcome: "inconclusive", detectors: [failing!] })]

  it("asks to mend a plug-in that failed, and for no more accounts", () => {
    expect(overallOf({ outcome: "incomplete", scenarios })).toBe("failed")
    expect(overallOf({ outcome: "inconclusive", scenarios })).toBe("failed")
    expect(overallOf({ outcome: "inconclusive", scenarios: [scenarioCheck()] })).toBe("inconclusive")
    expect(overallOf({ outcome: "incomplete", scenarios: [] })).toBe("nothing")
    expect(translating(en)("gate.overall.failed", { detectors: "late" })).toContain("late failed")
  })
})

describe("the scenarios of a check", () => {
  it("stand in the order in which they ask for a look", () => {
    const names = worstFirst(regressing!.scenarios).map(({ scenario }) => scenario)
    expect(names).toEqual(["tiny", "quickstart", "ring-of-merchants", "old-farm", "fleets", "brigade"])
  })

  it("are counted by outcome, without those that nothing has", () => {
    const [, inconclusive] = checkReports()
    expect(countOutcomes(inconclusive!.scenarios, ["regress", "inconclusive", "pass"])).toEqual([
      ["inconclusive", 1],
      ["pass", 1],
    ])
  })
})

describe("the cohort that stands out among those who changed sides", () => {
  const inWords = (language: "en" | "zh-CN") =>
    GATE_FLIPS.map((flip) =>
      flipCohortText(translating(language === "en" ? en : zh), createFormat(language), {
        flip,
        cohort: { kind: "followers", name: "100-999" },
        accounts: 1300,
        flipped: 1400,
        share: 0.25,
      }),
    )

  it("is told beside its share of those who could have, by class and by the side before", () => {
    expect(inWords("en")).toEqual([
      "Newly hit: 1,300 of 1,400 are of the cohort “100 to 999 followers”, which holds 25.0% of the authentic accounts that were not flagged.",
      "Newly missed: 1,300 of 1,400 are of the cohort “100 to 999 followers”, which holds 25.0% of the AI-managed accounts that were flagged.",
      "Newly caught: 1,300 of 1,400 are of the cohort “100 to 999 followers”, which holds 25.0% of the AI-managed accounts that were not flagged.",
      "Newly cleared: 1,300 of 1,400 are of the cohort “100 to 999 followers”, which holds 25.0% of the authentic accounts that were flagged.",
    ])
  })

  it("is told in Chinese", () => {
    expect(inWords("zh-CN")[0]).toBe(
      "新被误伤：1,400 个账号中有 1,300 个属于“粉丝 100 至 999”分组，而该分组只占原本未被标记的真实运营账号的 25.0%。",
    )
  })
})

describe("a promise in words", () => {
  const { expectations, detectors } = named("tiny")
  const inWords = (language: "en" | "zh-CN") =>
    expectations.map((row) =>
      promiseText(translating(language === "en" ? en : zh), createFormat(language), titlesOf(detectors), row),
    )

  it("tells figure, cohort, score, threshold and bound in English", () => {
    expect(inWords("en")).toEqual([
      "Recall at FPR 1% at least 40.0%",
      "Recall of content farm by Co-action alone at threshold 0.500 at least 90.0%",
      "False-positive rate of second-language writer at most 2.00%",
    ])
  })

  it("does so in Chinese", () => {
    expect(inWords("zh-CN")).toEqual([
      "误报率 1% 时，召回率不低于 40.0%",
      "仅凭“协同行为”，阈值 0.500 时，“内容农场”的召回率不低于 90.0%",
      "“第二语言写作者”的误报率不高于 2.00%",
    ])
  })
})
