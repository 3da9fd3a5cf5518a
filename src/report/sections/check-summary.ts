/** The parts of a check's report that are about all scenarios: what it comes to, and what to do about it. */
import { worstOf } from "../../core/gate/judge.ts"
import { type CheckReport, GATE_FLIPS, GATE_OUTCOMES, type ScenarioCheck } from "../../core/gate/report.ts"
import type { GateFigure } from "../../core/gate/settings.ts"
import { failedPlugins } from "../../core/gate/update.ts"
import { leadingRows, MARKS } from "../check/telling.ts"
import { ANYWHERE, quoted } from "../command.ts"
import { count, NOTHING, share } from "../format.ts"
import { html, type Piece } from "../markup.ts"
import { cohortTold } from "../names.ts"
import type { Section } from "../page.ts"
import { numbers, table, words as texts, withInterval } from "../table.ts"
import type { Words } from "../words/index.ts"
import { differenceTold, intervalTold, outcomeTag, rowTold, valueTold } from "./check-rows.ts"

export function checkShortSection(words: Words, report: CheckReport): Section {
  const { scenarios, problems } = report
  const counts = GATE_OUTCOMES.flatMap((outcome) => {
    const found = scenarios.filter((check) => check.outcome === outcome).length
    return found === 0
      ? []
      : [words.checkSummary({ outcome: words.outcomes[outcome], scenarios: count(found) })]
  })
  const failed = failedPlugins(scenarios)
  const said = [
    html`<strong>${MARKS[report.outcome]}</strong> ${words.checkSays[report.outcome]}`,
    ...(failed.length === 0 ? [] : [words.pluginsFailedSay(failed.join(words.listSeparator))]),
    ...(report.outcome === "incomplete" ? [restSays(words, scenarios)] : []),
    ...(scenarios.length === 0 ? [] : [words.checkCounts(counts.join(words.listSeparator))]),
    ...scenarios.flatMap((check) => standingOut(words, check)),
    ...problems.map(({ file, message }) => words.problemSays({ file, message })),
  ]
  const body = html`<ul class="short">${said.map(
    (line) => html`<li>${line}</li>
`,
  )}</ul>
`
  return { id: "short", title: words.sectionShort, body }
}

/** The figure and the cohort that moved by most, of a scenario in which any decided. */
function standingOut(words: Words, check: ScenarioCheck): string[] {
  const rows = leadingRows(check).map((row) =>
    words.leadRow({
      row: rowTold(words, row),
      difference: differenceTold(words, row),
      interval: intervalTold(row),
    }),
  )
  const { scenario, outcome } = check
  if (rows.length === 0) return []
  return [
    words.leadSays({ scenario, lead: words.leads[outcome], rows: rows.join(words.listSeparator) }),
    ...check.flipCohorts.slice(0, 1).map(({ flip, cohort, accounts, flipped, share: held }) =>
      words.flipCohortSays({
        scenario,
        flip: words.flip[flip],
        accounts: count(accounts),
        flipped: count(flipped),
        cohort: cohortTold(words, cohort.kind, cohort.name),
        share: share(held),
      }),
    ),
  ]
}

const restSays = (words: Words, scenarios: readonly ScenarioCheck[]) =>
  scenarios.length === 0
    ? words.checkNothing
    : words.checkRest(words.checkSays[worstOf(scenarios.map(({ outcome }) => outcome))])

/** Nothing where no scenario could be looked at. */
export function scenariosSection(words: Words, { scenarios }: CheckReport): Section[] {
  if (scenarios.length === 0) return []
  const body = table(
    words.scenariosCaption,
    [
      texts(words.scenario),
      texts(words.outcome),
      numbers(words.accounts),
      numbers(words.recall),
      numbers(words.falsePositiveRate),
      texts(words.sectionPromises),
      texts(words.changedSide),
    ],
    scenarios.map((check) => [
      check.scenario,
      outcomeTag(words, check.outcome),
      check.accounts === null ? NOTHING : count(check.accounts),
      changeCell(words, check, "recall"),
      changeCell(words, check, "fpr"),
      promisesCell(words, check),
      flipsCell(words, check),
    ]),
  )
  return [{ id: "scenarios", title: words.sectionScenarios, body }]
}

function changeCell(words: Words, { figures }: ScenarioCheck, figure: GateFigure): Piece {
  const row = figures.find((one) => one.figure === figure)
  if (row === undefined) return NOTHING
  return withInterval(valueTold(figure, row.after), differenceTold(words, row))
}

function promisesCell(words: Words, { expectations }: ScenarioCheck): string {
  if (expectations.length === 0) return NOTHING
  const kept = expectations.filter(({ outcome }) => outcome === "kept").length
  return words.promisesKept({ kept: count(kept), all: count(expectations.length) })
}

function flipsCell(words: Words, { outcome, identical, flips }: ScenarioCheck): string {
  if (outcome === "new" || outcome === "gone") return NOTHING
  if (identical) return words.identical
  const told = GATE_FLIPS.flatMap((flip) => {
    const accounts = flips
      .filter((group) => group.flip === flip)
      .reduce((sum, g) => sum + g.accounts.length, 0)
    return accounts === 0 ? [] : [`${words.flip[flip]} ${count(accounts)}`]
  })
  return told.length === 0 ? words.nobody : told.join(words.listSeparator)
}

export function updateSection(words: Words, { folder, outcome }: CheckReport): Section {
  const body =
    outcome === "pass"
      ? html`<p>${words.updateNone}</p>
`
      : html`<p>${outcome === "incomplete" ? words.updateIncomplete : words.updateText}</p>
<pre class="command">${ANYWHERE} check ${quoted(folder)}${outcome === "incomplete" ? "" : " --update"}</pre>
`
  return { id: "update", title: words.sectionUpdate, body }
}
