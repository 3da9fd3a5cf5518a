/** The part of a check's report that is about one scenario that did not pass, or in which somebody changed side, and the promises of all. */

import type {
  CheckReport,
  ExpectationRow,
  GateDetectorRow,
  GateRow,
  ScenarioCheck,
} from "../../core/gate/report.ts"
import { GATE_BETTER_WHEN } from "../../core/gate/settings.ts"
import { type ForestRow, forestPlot } from "../charts/forest.ts"
import { orderedFlips } from "../check/flips.ts"
import { isOpenByAllTests } from "../check/open-alone.ts"
import { ANYWHERE, quoted } from "../command.ts"
import { count, decimal, NOTHING, setShare, threshold } from "../format.ts"
import { html, type Markup, type Piece } from "../markup.ts"
import { builtInArchetype, cohortTold } from "../names.ts"
import type { Section } from "../page.ts"
import { numbers, table, words as texts, withInterval } from "../table.ts"
import { nameOf, type Words } from "../words/index.ts"
import {
  differenceTold,
  figureTold,
  intervalTold,
  mattersTold,
  outcomeTag,
  promiseTag,
  rowTold,
  valueTold,
} from "./check-rows.ts"

/** `rate`: the check's chance of any false alarm. */
export function scenarioSection(words: Words, check: ScenarioCheck, place: number, rate: number): Section {
  const { scenario, outcome, file, run, baselineRun } = check
  const body = html`<p>${words.checkSays[outcome]}</p>
${betterThough(words, check)}<p class="note">${words.scenarioFile({ file, run: run ?? NOTHING, baseline: baselineRun ?? NOTHING })}</p>
${differences(words, check, rate)}${flips(words, check)}${detectors(words, check)}${closer(words, check)}`
  return {
    id: `scenario-${place + 1}`,
    title: words.scenarioSection({ scenario, outcome: words.outcomes[outcome] }),
    body,
  }
}

/** Of one that is open, what is better all the same. */
function betterThough(words: Words, check: ScenarioCheck): Markup | null {
  const better = [...check.figures, ...check.cohorts].filter((row) => row.outcome === "improve")
  if (check.outcome !== "inconclusive" || better.length === 0) return null
  const named = better.map((row) => rowTold(words, row)).join(words.listSeparator)
  return html`<p>${words.betterThough(named)}</p>
`
}

/** Figures of all accounts, and cohorts in which anything of weight was found. */
const isShown = ({ cohort, outcome, counts }: GateRow) => cohort === null || (counts && outcome !== "pass")

function differences(words: Words, check: ScenarioCheck, rate: number): Markup | null {
  const all = [...check.figures, ...check.cohorts]
  const shown = all.filter(isShown)
  if (shown.length === 0) return null
  const drawn = shown.flatMap((row) => forestRow(words, row))
  return html`${
    drawn.length === 0
      ? null
      : html`<figure><h3>${words.forestTitle}</h3>${forestPlot(drawn, {
          told: words.forestTold(
            drawn.map(({ label, value }) => `${label}: ${decimal(value, 2)}`).join("; "),
          ),
          worse: words.forestWorse,
          better: words.forestBetter,
        })}<figcaption>${words.forestNote}</figcaption></figure>
`
  }${rowTable(words, shown)}<p class="note">${words.rowsNote}${
    shown.some((row) => isOpenByAllTests(row, rate)) ? ` ${words.openAlone}` : null
  }${
    all.length === shown.length ? null : ` ${words.quietRows({ rows: count(all.length - shown.length) })}`
  }</p>
`
}

/** Nothing where there is no difference to draw. */
function forestRow(words: Words, row: GateRow): ForestRow[] {
  const { figure, difference, interval, matters, outcome } = row
  if (difference === null || interval === null) return []
  const scale = GATE_BETTER_WHEN[figure] / matters
  const [low = 0, high = 0] = interval.map((end) => end * scale).sort((a, b) => a - b)
  return [
    {
      label: `${rowTold(words, row)}: ${words.outcomes[outcome]}`,
      value: difference * scale,
      interval: [low, high],
      kind: outcome === "regress" ? "worse" : outcome === "improve" ? "better" : "quiet",
    },
  ]
}

function rowTable(words: Words, rows: readonly GateRow[]): Markup {
  return table(
    words.rowsCaption,
    [
      texts(words.figure),
      numbers(words.accounts),
      numbers(words.before),
      numbers(words.after),
      numbers(words.afterLessBefore),
      numbers(words.adjusted),
      numbers(words.mattersFrom),
      texts(words.outcome),
    ],
    rows.map((row) => [
      rowTold(words, row),
      count(row.accounts),
      valueTold(row.figure, row.before),
      valueTold(row.figure, row.after),
      withInterval(differenceTold(words, row), intervalTold(row)),
      adjustedTold(row),
      mattersTold(words, row),
      withSettling(words, outcomeTag(words, row.outcome), row.accountsToSettle),
    ]),
  )
}

function adjustedTold({ adjusted }: GateRow): string {
  if (adjusted === null) return NOTHING
  return adjusted < 0.0001 ? "< 0.0001" : decimal(adjusted, 4)
}

function withSettling(words: Words, told: Markup, accountsToSettle: number | null): Markup {
  if (accountsToSettle === null) return told
  const accounts = count(Number(accountsToSettle.toPrecision(2)))
  return html`${told}<span class="interval">${words.settle({ accounts })}</span>`
}

/** A page is no place for thousands of numbers. */
const MOST_ACCOUNTS = 40

function flips(words: Words, check: ScenarioCheck): Markup | null {
  if (check.flips.length === 0) return null
  const heading = [
    texts(words.flipHead),
    texts(words.cohortKind.archetype),
    texts(words.loudest),
    numbers(words.accounts),
    texts(words.accountNumbers),
  ]
  const rows = orderedFlips(check).map(({ flip, archetype, reason, accounts }) => [
    words.flip[flip],
    builtInArchetype(words, archetype),
    nameOf(words, `detector.${reason}`, reason),
    count(accounts.length),
    accounts.slice(0, MOST_ACCOUNTS).join(", ") + (accounts.length > MOST_ACCOUNTS ? ", …" : ""),
  ])
  return html`${table(words.flippedCaption, heading, rows)}<p class="note">${words.flipNote} ${words.loudestNote}</p>
`
}

function detectors(words: Words, { detectors }: ScenarioCheck): Markup | null {
  const changed = detectors.filter(({ state }) => state !== "same")
  if (changed.length === 0) return null
  const side = (of: GateDetectorRow["before"]) =>
    of === null ? NOTHING : words.versionAuc({ version: String(of.version), auc: decimal(of.auc, 4) })
  return table(
    words.detectorsChangedCaption,
    [texts(words.detector), texts(words.state), texts(words.before), texts(words.after)],
    changed.map(({ detector, title, state, before, after, message }): Piece[] => [
      nameOf(words, `detector.${detector}`, title),
      message === null
        ? words.detectorState[state]
        : html`${words.detectorState[state]}<span class="interval">${message}</span>`,
      side(before),
      side(after),
    ]),
  )
}

function closer(words: Words, check: ScenarioCheck): Markup | null {
  const { run, baselineRun } = check
  const account = orderedFlips(check)[0]?.accounts[0]
  if (run === null || baselineRun === null || account === undefined) return null
  return html`<p>${words.lookCloser}</p>
<pre class="command">${ANYWHERE} inspect ${quoted(run)} ${account} --against ${quoted(baselineRun)}
${ANYWHERE} compare ${quoted(baselineRun)} ${quoted(run)} --flips 5</pre>
`
}

/** Nothing when no scenario promises anything. */
export function promisesSection(words: Words, { scenarios }: CheckReport): Section[] {
  const rows = scenarios.flatMap((check) => check.expectations.map((row) => ({ check, row })))
  if (rows.length === 0) return []
  const heading = [
    texts(words.promise),
    texts(words.scenario),
    numbers(words.value),
    numbers(words.accounts),
    texts(words.outcome),
  ]
  const body = html`${table(
    words.promisesCaption,
    heading,
    rows.map(({ check, row }) => [
      promiseTold(words, row),
      check.scenario,
      withInterval(
        valueTold(row.figure, row.value),
        row.interval === null ? NOTHING : row.interval.map((end) => valueTold(row.figure, end)).join(" – "),
      ),
      count(row.accounts),
      withSettling(words, promiseTag(words, row.outcome), row.accountsToSettle),
    ]),
  )}<p class="note">${words.promisesNote}</p>
`
  return [{ id: "promises", title: words.sectionPromises, body }]
}

function promiseTold(
  words: Words,
  { figure, of, score, threshold: at, atFpr, atLeast, atMost }: ExpectationRow,
): string {
  const [kind = "", name] = of?.split(":") ?? []
  const cohort = name === undefined ? cohortTold(words, "archetype", kind) : cohortTold(words, kind, name)
  const by = score === "risk" ? "" : words.promiseScore(nameOf(words, `detector.${score}`, score))
  const bound = (value: number) =>
    figure === "auc" || figure === "averagePrecision" ? String(value) : setShare(value)
  return words.promiseText({
    figure: figureTold(words, figure),
    of: of === null ? "" : words.promiseOf(cohort),
    by,
    at:
      atFpr !== null
        ? words.promiseAtFpr(setShare(atFpr))
        : at === null
          ? ""
          : words.promiseAtThreshold(threshold(at)),
    bound: atLeast !== null ? words.atLeast(bound(atLeast)) : words.atMost(bound(atMost ?? Number.NaN)),
  })
}
