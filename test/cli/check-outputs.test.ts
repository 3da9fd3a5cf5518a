import { describe, expect, it } from "vitest"
import { annotations } from "../../src/cli/check/annotations.ts"
import { checkText } from "../../src/cli/check/text.ts"
import type { CheckReport, GateFlip, GateRow, ScenarioCheck } from "../../src/core/gate/report.ts"
import { failureReason, rowReason } from "../../src/core/gate/why.ts"
import { adviceText } from "../../src/report/check/advice.ts"
import { orderedFlips, shownFlips } from "../../src/report/check/flips.ts"
import { junitXml } from "../../src/report/check/junit.ts"
import { checkMarkdown } from "../../src/report/check/markdown.ts"
import { checkPage } from "../../src/report/check-report.ts"
import {
  checkReport,
  expectationRow,
  GOOD,
  gateRow,
  IMPROVED,
  INCONCLUSIVE,
  NEW,
  REGRESSED,
  scenarioCheck,
} from "../setup/check-report.ts"

const all = checkReport()
const NASTY = scenarioCheck({
  scenario: "nasty",
  outcome: "regress",
  why: ['<script>alert("x")</script> | `rm` @everyone\n::error::no %0A ]]> \u0007\uffff'],
})

describe("a check as text", () => {
  const text = checkText(all)

  it("gives the verdict on the first line, and a line for each scenario", () => {
    const lines = text.split("\n")
    expect(lines[0]).toBe(
      "! incomplete, ✗ regress: of 7 scenarios 1 passed, 1 improved, 1 regressed, 1 inconclusive, 1 new, 1 gone, " +
        "1 could not be checked; late failed (chance of any false alarm at most 5.0 %, promises apart; 48.3 s)",
    )
    expect(lines.slice(2, 8).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ["✓ pass", "tiny"],
      ["✗ regress", "quickstart"],
      ["? inconclusive", "en"],
      ["+ new", "fresh"],
      ["- gone", "old"],
      ["↑ improve", "zh"],
    ])
    expect(checkText(GOOD).split("\n")).toHaveLength(3)
  })

  it("tells of a scenario that did not pass which rows decided, the worst first, and not the rest", () => {
    const rows = text.split("\n").filter((line) => /^ {2}(recall|FPR|AUC|precision)/.test(line))
    expect(rows.slice(0, 3).map((row) => row.trim().split(/ {2,}/))).toEqual([
      [
        "FPR of merchant-with-scheduler",
        "2.0 %",
        "5.5 %",
        "+3.50 pp",
        "[+1.80, +5.20]",
        "0.0021",
        "✗ regress",
      ],
      ["recall", "50.1 %", "49.2 %", "-0.90 pp", "[-3.10, +1.30]", "1.0000", "? inconclusive", "61,000"],
      ["AUC", "0.9132", "0.9314", "+0.0182", "[+0.0121, +0.0243]", "<0.0001", "↑ improve"],
    ])
    expect(text).not.toContain("recall of language:zh")
  })

  it("groups who changed side, and says what to type to look closer", () => {
    expect(text).toContain(
      "  newly hit: 14 merchant-with-scheduler, loudest: clock-alignment: 102, 377, 652, 927, 1202, 1477, ...\n",
    )
    expect(text).toContain(
      "  look closer: assay inspect quickstart-111111111111 102 --against quickstart-000000000000\n",
    )
    expect(text).toContain("  A promise is broken: FPR of language:en at most 0.01.\n")
    expect(text).toContain(
      "  detector late failed and was left out: detector late: answered 499 scores <for> 500 accounts\n",
    )
    expect(text).toContain("! broken.yaml could not be checked: prevalence must be in [0, 1], got 1.5\n")
  })
})

describe("the cause of a regression", () => {
  const fpr = (difference: number, cohort: string | null) =>
    gateRow({
      figure: "fpr",
      cohort: cohort === null ? null : { kind: "language", name: cohort },
      before: 0.01,
      after: 0.01 + difference,
      difference,
      interval: [difference - 0.02, difference + 0.02],
      matters: cohort === null ? 0.002 : 0.01,
      adjusted: 0.001,
      outcome: "regress",
    })
  const small = gateRow({
    before: 0.5,
    after: 0.4,
    difference: -0.1,
    interval: [-0.15, -0.05],
    outcome: "regress",
  })
  const many = Array.from({ length: 25 }, (_, k) => fpr(0.02 + k / 1000, `x${k}`))
  const open = gateRow({ cohort: { kind: "age", name: "<30" }, difference: -0.9, outcome: "inconclusive" })
  const rows = [...many, fpr(0.43, "en"), open]
  const check = scenarioCheck({
    scenario: "big",
    outcome: "regress",
    figures: [small, fpr(0.2, null)],
    cohorts: rows,
    why: [small, fpr(0.2, null), ...rows].map(rowReason),
    flipCohorts: [
      {
        flip: "newlyHit",
        cohort: { kind: "language", name: "en" },
        accounts: 3210,
        flipped: 3210,
        share: 0.482,
      },
    ],
  })
  const lead =
    "Worst: FPR +20.00 pp, 95 % [+18.00, +22.00]; FPR of language:en +43.00 pp, 95 % [+41.00, +45.00]."
  const hit =
    "newly hit: 3,210 of 3,210 are of language:en, which holds 48.2 % of the authentic accounts that were not flagged"
  const report = checkReport({ scenarios: [check], problems: [] })

  it("is the first sentence, and the first rows, by multiples of what matters", () => {
    const lines = checkText(report).split("\n")
    const from = lines.indexOf("big (plain.yaml): regress")
    expect(lines[from + 1]).toBe(`  ${lead}`)
    expect(lines[from + 2]).toMatch(/^ {2}figure +before +after +change +95 % interval +adjusted p/)
    const names = lines.slice(from + 3, from + 7).map((line) => line.trim().split(/ {2,}/)[0])
    expect(names).toEqual(["FPR", "FPR of language:en", "recall", "FPR of language:x24"])
    expect(lines).toContain("  and 9 more rows; --json has all")
    expect(checkText(report)).not.toContain("is open")
  })

  it("says whom it is about, beside the archetypes", () => {
    expect(checkText(report)).toContain(`\n  ${hit}\n`)
    expect(checkMarkdown(report)).toContain("of language:en, which holds 48.2 %")
    const [annotation] = annotations(report, (file) => file)
    expect(annotation).toContain(`::${lead.replaceAll("%", "%25")}%0A`)
    expect(annotation).toContain(`%0A${hit.replaceAll("%", "%25")}%0A`)
  })

  it("says that no number of accounts would tell where none would", () => {
    const text = checkText(
      checkReport({
        scenarios: [scenarioCheck({ outcome: "inconclusive", figures: [{ ...open, cohort: null }] })],
      }),
    )
    expect(text).toMatch(
      /\? inconclusive {2,}none\n {2}needs: about how many accounts would tell; none: no number/,
    )
  })
})

describe("who changed side", () => {
  const group = (flip: GateFlip, archetype: string, reason: string, first: number, size: number) => ({
    flip,
    archetype,
    reason,
    accounts: Array.from({ length: size }, (_, k) => first + k),
  })
  const flips = [
    ...Array.from({ length: 30 }, (_, k) =>
      group("newlyHit", `fan-${k}`, "co-action", 1000 + 50 * k, 40 - k),
    ),
    group("newlyMissed", "stealth", "typing", 4000, 20),
    group("newlyMissed", "reply-bot", "co-action", 5000, 9),
    group("newlyMissed", "reply-bot", "typing", 5100, 4),
    group("newlyCaught", "stealth", "co-action", 6000, 3),
    group("newlyCleared", "casual", "co-action", 7000, 2),
  ]
  const fell = gateRow({
    cohort: { kind: "archetype", name: "reply-bot" },
    difference: -0.26,
    matters: 0.05,
    outcome: "regress",
  })
  const check = scenarioCheck({ outcome: "regress", cohorts: [fell], flips })
  const report = checkReport({ scenarios: [check], problems: [] })
  const groupsIn = (text: string) =>
    [...text.matchAll(/newly (\w+): (\d+) (\S+), loudest: (\S+):/g)].map(([, ...told]) => told.join(" "))
  const first = ["missed 9 reply-bot co-action", "missed 4 reply-bot typing", "missed 20 stealth typing"]

  it.each([
    ["the terminal", (of: CheckReport) => checkText(of), 12],
    ["Markdown", (of: CheckReport) => checkMarkdown(of).replaceAll("\\", ""), 10],
    ["an annotation", (of: CheckReport) => annotations(of, (file) => file).join(""), 6],
  ])("stands in %s as what explains the worst row first, with the largest of each kind", (_, write, most) => {
    const told = write(report)
    const groups = groupsIn(told)
    expect(groups).toHaveLength(most)
    expect(groups.slice(0, 3)).toEqual(first)
    for (const one of ["hit 40 fan-0 co-action", "caught 3 stealth co-action", "cleared 2 casual co-action"])
      expect(groups).toContain(one)
    expect(told.match(/loudest: the detector that adds most to the flag/g)).toHaveLength(1)
  })

  it("has an account that explains the worst row to look closer at", () => {
    expect(checkText(report)).toContain(" inspect plain-111111111111 5000 --against plain-000000000000\n")
    expect(checkPage(report, "en")).toContain(" inspect plain-111111111111 5000 --against ")
    expect(checkText(report)).toContain("\ncompare may say otherwise of a cohort: it counts by account")
  })

  it("follows what is better where nothing is worse, and the archetype of an open row", () => {
    const improved = {
      ...check,
      outcome: "improve" as const,
      cohorts: [{ ...fell, outcome: "improve" as const }],
    }
    expect(orderedFlips(improved)[0]).toMatchObject({ flip: "newlyCaught" })
    const open = [7, 8].map((fan) =>
      gateRow({
        figure: "fpr",
        cohort: { kind: "archetype", name: `fan-${fan}` },
        difference: 0.1,
        outcome: "inconclusive",
      }),
    )
    const both = { ...check, cohorts: [...open, fell] }
    const [regressed, ...others] = orderedFlips(both)
    expect(regressed).toMatchObject({ archetype: "reply-bot" })
    expect(others.slice(2, 4).map(({ archetype }) => archetype)).toEqual(["fan-7", "fan-8"])
    expect(shownFlips(both, 7).map(({ archetype }) => archetype)).toContain("fan-0")
  })

  it("shares the room among kinds that explain rows as bad as the worst", () => {
    const rose = gateRow({ figure: "fpr", difference: 0.2, matters: 0.002, outcome: "regress" })
    const shown = shownFlips({ ...check, figures: [rose] }, 9).map(({ flip }) => flip)
    expect(shown.filter((flip) => flip === "newlyMissed")).toHaveLength(3)
    expect(shown[0]).toBe("newlyHit")
  })

  it("is told of a pass, too, and of nobody where nobody did", () => {
    const passed = checkReport({ scenarios: [{ ...check, outcome: "pass", cohorts: [] }], problems: [] })
    expect(groupsIn(checkText(passed))).toHaveLength(4)
    expect(checkText(passed)).toContain(
      "\nplain (plain.yaml): pass\n  newly hit: 40 fan-0, loudest: co-action",
    )
    expect(groupsIn(checkMarkdown(passed))).toHaveLength(10)
    expect(checkPage(passed, "en")).toContain(">Loudest detector</th>")
    expect(checkText(GOOD)).not.toContain("loudest")
    expect(checkMarkdown(GOOD)).not.toContain("loudest")
  })
})

describe("a row that looks decided by its interval", () => {
  const row = gateRow({
    cohort: { kind: "archetype", name: "clockwork-poster" },
    difference: -0.1923,
    interval: [-0.286, -0.0952],
    adjusted: 0.8125,
    matters: 0.05,
    outcome: "inconclusive",
  })
  const reportOf = (cohort: GateRow) =>
    checkReport({ scenarios: [scenarioCheck({ outcome: "inconclusive", cohorts: [cohort] })], problems: [] })

  it.each([
    ["the terminal", (of: CheckReport) => checkText(of), "is of this row alone, while p is adjusted"],
    ["Markdown", (of: CheckReport) => checkMarkdown(of), "is of this row alone, while p is adjusted"],
    ["HTML", (of: CheckReport) => checkPage(of, "en"), "is of this row alone, while p is adjusted"],
    ["Chinese HTML", (of: CheckReport) => checkPage(of, "zh"), "区间只就该行而言"],
  ])("is explained in %s where it is open, and there only", (_, write, told) => {
    expect(write(reportOf(row))).toContain(told)
    const others: Partial<GateRow>[] = [
      { outcome: "regress" },
      { interval: [-0.286, 0.001] },
      { adjusted: 0.05 },
      { difference: -0.04 },
    ]
    for (const other of others) expect(write(reportOf({ ...row, ...other }))).not.toContain(told)
  })
})

describe("what a check wants from its reader", () => {
  const failed = REGRESSED.detectors.filter(({ state }) => state === "failed")
  const promise = (outcome: "broken" | "inconclusive") => [expectationRow({ outcome })]
  const advice = (...scenarios: ScenarioCheck[]) =>
    adviceText(checkReport({ scenarios, problems: [] }), "npx assay")

  it("is to accept only what another baseline would settle", () => {
    const open = scenarioCheck({
      outcome: "inconclusive",
      identical: true,
      expectations: promise("inconclusive"),
    })
    expect(advice(open)).toMatch(/^Whether a promise is kept is open, and no baseline settles it/)
    const broken = scenarioCheck({ outcome: "regress", identical: true, expectations: promise("broken") })
    expect(advice(broken)).toMatch(/^A broken promise stays broken whatever the baseline is/)
    const both = { ...IMPROVED, outcome: "inconclusive" as const, expectations: promise("inconclusive") }
    expect(advice(both)).toMatch(
      /better figures with: npx assay check simulations --update\nWhether a promise/,
    )
    expect(advice(NEW)).toBe("Write the baselines with: npx assay check simulations --update")
    expect(advice(NEW, open)).toMatch(/^Write the baselines with: .*\nWhether a promise is kept is open/)
  })

  it("stands in Markdown a paragraph for each sentence, what to type as code", () => {
    const open = { ...IMPROVED, outcome: "inconclusive" as const, expectations: promise("inconclusive") }
    expect(checkMarkdown(checkReport({ scenarios: [open], problems: [] }), "npx assay")).toMatch(
      /\n\nHold later .* figures with: `npx assay check simulations --update`\n\nWhether a promise is kept/,
    )
  })

  it("names the folder where a baseline cannot be read, and nothing to write where a scenario cannot", () => {
    const problem = (file: string) => ({ file, message: "line 4 is a conflict marker" })
    const of = (...files: string[]) =>
      adviceText(
        checkReport({ folder: "my scenarios", scenarios: [], problems: files.map(problem) }),
        "npx assay",
      )
    expect(of("baselines/a.yaml")).toMatch(/\nWrite .* anew with: npx assay check 'my scenarios' --update$/)
    expect(of("baselines/a.yaml", "b.yaml")).not.toContain("--update")
  })

  it("names no --update while a plug-in fails, since that writes nothing", () => {
    for (const outcome of ["new", "inconclusive", "regress"] as const) {
      const text = advice(scenarioCheck({ outcome, detectors: failed }), IMPROVED)
      expect(text).toBe(
        "Mend late, or take it out of the scenario, and check again: until then no baseline is written.",
      )
    }
  })
})

describe("a plug-in that failed", () => {
  const detectors = REGRESSED.detectors.filter(({ state }) => state === "failed")
  const [late] = detectors
  const open = { ...INCONCLUSIVE, expectations: [] }
  const why = [failureReason(late!), ...open.why, ...open.figures.map(rowReason)]
  const check = { ...open, detectors, why }
  const report = checkReport({ scenarios: [check], problems: [] })
  const failure = "detector late failed and was left out: "

  it.each([
    ["text", checkText(report)],
    ["Markdown", checkMarkdown(report).split("<details>")[1]!],
    ["JUnit XML", junitXml(report).split("<system-out>")[1]!],
    ["annotations", annotations(report, (name) => name)[0]!],
  ])("stands before what is open in %s, and once", (_, told) => {
    expect(told.split(failure)).toHaveLength(2)
    expect(told.indexOf(failure)).toBeLessThan(told.indexOf("Open: "))
    expect(told).not.toContain("judged without it")
  })

  it("is named in the verdict of text and Markdown, and an error on GitHub and in JUnit XML", () => {
    const verdict = "incomplete, ? inconclusive: of 1 scenario 1 inconclusive; late failed (chance of"
    expect(checkText(report)).toMatch(`! ${verdict}`)
    expect(checkMarkdown(report)).toMatch(`## Assay: ! ${verdict}`)
    expect(annotations(report, (name) => name)[0]).toMatch(
      /^::error file=en\.yaml,title=\? inconclusive%3A en; late failed::/,
    )
    expect(junitXml(report)).toMatch(/^<testsuites name="assay check" tests="\d+" failures="0" errors="1"/m)
  })

  it("is named in short on the page", () => {
    const page = checkPage(report, "en")
    expect(page).toContain("Failed, so the scenarios were judged without: late. Mend what failed")
    expect(page).not.toContain("--update")
  })
})

describe("what a check tells in the terminal", () => {
  const long = "second-language-writer-with-a-scheduler"
  const cohort = { kind: "archetype", name: long }
  const better = gateRow({
    figure: "auc",
    before: 0.9132,
    after: 0.9314,
    difference: 0.0182,
    interval: [0.0121, 0.0243],
    matters: 0.01,
    outcome: "improve",
  })
  const open = gateRow({
    figure: "fpr",
    cohort,
    before: 0.1021,
    after: 0.2034,
    difference: 0.1013,
    interval: [-0.1031, 0.3013],
    matters: 0.01,
    outcome: "inconclusive",
    accountsToSettle: 1_561_234,
  })
  const both = scenarioCheck({
    scenario: "both",
    outcome: "inconclusive",
    why: [rowReason(open), rowReason(better), "Something else."],
    figures: [better],
    cohorts: [open],
    detectors: [
      {
        detector: "clock-alignment",
        title: "Clock alignment",
        before: { version: 1, auc: 0.6123 },
        after: { version: 1, auc: 0.6001 },
        state: "changed",
        message: null,
      },
    ],
  })
  const text = checkText(checkReport({ scenarios: [both], problems: [] }))

  it("says what is better beside what is open, and nothing twice", () => {
    expect(text).toContain(`better: AUC; open: FPR of ${long}`)
    expect(text).not.toContain("went from")
    expect(text).toContain("  Something else.\n")
  })

  it.each([
    ["Markdown", checkMarkdown, "<br>\n"],
    ["JUnit XML", junitXml, "\n"],
  ])("says both in short in %s as well, before the reasons one by one", (_, write, between) => {
    const told = write(checkReport({ scenarios: [both], problems: [] })).replaceAll("\\", "")
    expect(told).toContain(`Better: AUC; open: FPR of ${long}.${between}Open: FPR of ${long} +10.13 pp, `)
    const open = write(checkReport({ scenarios: [{ ...both, figures: [] }], problems: [] }))
    expect(open).not.toContain("Better:")
  })

  it("keeps its tables within 120 columns", () => {
    const rows = text.split("\n").filter((line) => /^ {2}(figure|FPR|AUC)/.test(line))
    expect(rows).toHaveLength(3)
    for (const line of rows) expect(line.length, line).toBeLessThanOrEqual(120)
  })

  it("tells an area as a number, and hints at a version that was not raised", () => {
    expect(rowReason(better)).toMatch(
      /^AUC rose from 0\.913 to 0\.931, \+0\.018 \(95 % \+0\.012 to \+0\.024\);/,
    )
    expect(text).toContain("-> version 1, AUC 0.6001; raise its version if its code changed\n")
    const other = { ...both, figures: [{ ...better, outcome: "new" as const }] }
    expect(checkText(checkReport({ scenarios: [other] }))).not.toContain("raise its version")
  })
})

it.each([
  ["JUnit XML", junitXml],
  ["Markdown", checkMarkdown],
  ["annotations", (report: CheckReport) => annotations(report, (file) => file).join("")],
])("no control character of a message reaches %s", (_, write) => {
  const problems = [{ file: "a\u001b[2J.yaml", message: "said \u0000 and \u202eback\u009b" }]
  const text = write(checkReport({ scenarios: [NASTY], problems }))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
  expect(text).toMatch(/a\\?\\u001b/)
})

describe("a check as JUnit XML", () => {
  it("is well formed, whatever the texts are", () => {
    for (const report of [all, GOOD, checkReport({ scenarios: [NASTY] })]) {
      const xml = junitXml(report)
      const open: string[] = []
      const tags = /<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>/g
      for (const [, close, name, , selfClosed] of xml.matchAll(tags)) {
        if (close) expect(open.pop()).toBe(name)
        else if (!selfClosed) open.push(name!)
      }
      expect(open).toEqual([])
      // Without its tags nothing of the syntax is left over.
      const texts = xml.replace(/^<\?xml.*\?>/, "").replaceAll(tags, "")
      expect(texts).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/)
      for (const forbidden of ["\u0007", "\uffff"]) expect(xml).not.toContain(forbidden)
    }
  })

  it("counts what it holds, in every suite and in all", () => {
    const xml = junitXml(all)
    const counted = (text: string) => ({
      tests: text.match(/<testcase /g)?.length ?? 0,
      failures: text.match(/<failure /g)?.length ?? 0,
      errors: text.match(/<error /g)?.length ?? 0,
    })
    const told = (head: string) =>
      Object.fromEntries(
        ["tests", "failures", "errors"].map((n) => [n, Number(head.match(` ${n}="(\\d+)"`)![1])]),
      )
    expect(told(xml.match(/<testsuites .*?>/)![0])).toEqual(counted(xml))
    const suites = [...xml.matchAll(/(<testsuite .*?>)(.*?)<\/testsuite>/gs)]
    expect(suites).toHaveLength(7)
    for (const [, head, body] of suites) expect(told(head!)).toEqual(counted(body!))
  })

  it("fails what regressed or is broken, skips what is open, and passes the rest", () => {
    const xml = junitXml(checkReport({ scenarios: [REGRESSED, INCONCLUSIVE, NEW, IMPROVED], problems: [] }))
    const results = [...xml.matchAll(/classname="([^"]*)" name="([^"]*)"(?:\/>|>\s*<(\w+))/g)].map(
      ([, suite, name, result = "passed"]) => `${suite}/${name}: ${result}`,
    )
    expect(results).toEqual([
      "quickstart.baseline/baseline: passed",
      "quickstart.figure/recall: skipped",
      "quickstart.figure/FPR: passed",
      "quickstart.figure/precision: passed",
      "quickstart.figure/AUC: passed",
      "quickstart.promise/recall at FPR 0.1 % at least 0.4: passed",
      "quickstart.promise/FPR of language:en at most 0.01: failure",
      "quickstart.cohort/FPR of merchant-with-scheduler: failure",
      "quickstart.cohort/recall of language:zh: skipped",
      "quickstart.detector/late: error",
      "en.baseline/baseline: passed",
      "en.figure/recall: skipped",
      "en.promise/recall at FPR 0.1 % at least 0.4: skipped",
      "fresh.baseline/baseline: skipped",
      "zh.baseline/baseline: passed",
      "zh.figure/AUC: passed",
    ])
  })
})

it("skips a cohort that does not count in JUnit XML with the reason, so that the same cases stand in every run", () => {
  const cohort = (row: object) =>
    gateRow({ figure: "fpr", cohort: { kind: "language", name: "zh" }, outcome: "inconclusive", ...row })
  const casesOf = (row: object) => {
    const xml = junitXml(checkReport({ scenarios: [scenarioCheck({ cohorts: [cohort(row)] })] }))
    return xml.match(/<testcase classname="plain.cohort".*?<\/testcase>/gs)!
  }
  const [uncounted] = casesOf({ counts: false })
  const [counted] = casesOf({ counts: true })
  expect(uncounted).toMatch(/name="FPR of language:zh">\s*<skipped message="[^"]*it does not count, since/)
  expect(counted).not.toContain("does not count")
})

describe("a check as Markdown", () => {
  it("has a row for each scenario, and folds away what is behind those that did not pass", () => {
    const markdown = checkMarkdown(all)
    expect(markdown).toMatch(/^## Assay: ! incomplete, ✗ regress: of 7 scenarios/)
    expect(markdown).toContain(
      "| quickstart | **✗ regress** | 49.2 % (-0.90 pp) | 1.1 % (+0.07 pp) | 1 of 2 kept | 14 newly hit, 2 newly missed, 1 newly caught |",
    )
    const open = markdown.match(/<details><summary>(.*?)<\/summary>/g)!
    expect(open).toHaveLength(5)
    expect(markdown.match(/<\/details>/g)).toHaveLength(5)
    expect(checkMarkdown(GOOD)).not.toContain("<details>")
  })

  it("lets no text of a scenario become markup, a mention or another cell", () => {
    const markdown = checkMarkdown(checkReport({ scenarios: [NASTY], problems: [] }))
    const line = markdown.split("\n").find((one) => one.includes("everyone"))!
    expect(line).not.toMatch(/<script|(?<!\\)[|`]|@everyone/)
    expect(line).toContain("::error::no")
  })

  it("stays within what a comment may hold", () => {
    const many = Array.from({ length: 200 }, () => REGRESSED)
    const markdown = checkMarkdown(checkReport({ scenarios: many }))
    expect(markdown.length).toBeLessThan(65_536)
    expect(markdown).toMatch(/\d+ more scenarios: see the JSON or HTML\./)
    expect(markdown.match(/<details>/g)!.length).toBe(markdown.match(/<\/details>/g)!.length)
  })
})

describe("a check as annotations on GitHub", () => {
  const lines = annotations(all, (file) => `simulations/${file}`)

  it("stands at the scenario's file, and errs where something is worse or unknown only", () => {
    expect(lines.map((line) => line.slice(0, line.indexOf("::", 2)))).toEqual([
      "::error file=simulations/broken.yaml,title=broken.yaml could not be checked",
      "::error file=simulations/quickstart.yaml,title=✗ regress%3A quickstart; late failed",
      "::warning file=simulations/en.yaml,title=? inconclusive%3A en",
      "::warning file=simulations/fresh.yaml,title=+ new%3A fresh",
      "::warning file=simulations/baselines/old.yaml,title=- gone%3A old",
      "::notice file=simulations/zh.yaml,title=↑ improve%3A zh",
    ])
    expect(annotations(GOOD, (file) => file)).toEqual([])
  })

  it("is one line each, and lets no text begin another command", () => {
    const [line, ...others] = annotations(
      checkReport({ scenarios: [NASTY], problems: [] }),
      () => "a,b:c\n::x",
    )
    expect(others).toEqual([])
    expect(line).not.toMatch(/\n/)
    expect(line).toMatch(/^::error file=a%2Cb%3Ac%0A%3A%3Ax,title=✗ regress%3A nasty::/)
    expect(line).toContain("%0A::error::no %250A")
  })
})
