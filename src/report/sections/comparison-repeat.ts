/** How to make a comparison again: the command, or why no command makes it. */
import {
  type Comparison,
  type ComparisonReport,
  DEFAULT_MATTERS,
  type Judgement,
  RISK,
} from "../../core/evaluation/index.ts"
import { ANYWHERE, definitionOptions, quoted } from "../command.ts"
import { html } from "../markup.ts"
import type { Section } from "../page.ts"
import type { ReportLanguage, Words } from "../words/index.ts"

export interface ComparedSides {
  readonly a: Judgement
  readonly b: Judgement
  /** In (0, 1); undefined for the accounts' own. */
  readonly prevalence?: number | undefined
}

export function comparisonRepeatSection(
  words: Words,
  comparison: Comparison,
  sides: ComparedSides,
  language: ReportLanguage,
): Section {
  const hindered = hindrances(words, comparison, sides)
  const body =
    comparison.kind === "paired" && hindered.length === 0
      ? html`<p>${words.command}</p>
<pre class="command">${commandOf(comparison.report, sides, language)}</pre>
`
      : html`<p>${words.noCommand}</p>
<ul>${hindered.map((why) => html`<li>${why}</li>`)}</ul>
`
  return { id: "repeat", title: words.sectionRepeat, body }
}

function hindrances(words: Words, { kind }: Comparison, { a, b, prevalence }: ComparedSides): string[] {
  const isOff = [a, b].some(({ off = [] }) => off.length > 0)
  return [
    ...(kind === "unpaired" ? [words.noCommandOthers] : []),
    ...(isOff ? [words.noCommandOff] : []),
    ...(prevalence === undefined ? [] : [words.noCommandPrevalence]),
  ]
}

function commandOf(report: ComparisonReport, { a, b }: ComparedSides, language: ReportLanguage): string {
  const [idA, idB] = [a.run.manifest.id, b.run.manifest.id]
  const said = [
    `${ANYWHERE} compare ${quoted(idA)}`,
    ...(idA === idB ? [] : [quoted(idB)]),
    ...(a.score === RISK ? [] : [`--score ${a.score}`]),
    ...(b.score === a.score ? [] : [`--score-b ${b.score}`]),
    ...(report.maxFpr === null
      ? [
          `--threshold ${a.threshold}`,
          ...(b.threshold === a.threshold ? [] : [`--threshold-b ${b.threshold}`]),
        ]
      : [`--at-fpr ${report.maxFpr}`]),
    ...definitionOptions(a.definition, a.run.manifest.scenario.definition),
    // What is not said of B is as A has it.
    ...definitionOptions(b.definition, a.definition, "-b"),
    ...mattersOption(report),
    ...(report.cohortKind === "archetype" ? [] : [`--cohort ${report.cohortKind}`]),
    ...(language === "en" ? [] : [`--lang ${language}`]),
    `--html ${quoted(`${idA === idB ? idA : `${idA}-${idB}`}-comparison.html`)}`,
  ]
  return said.join(" ")
}

function mattersOption({ figures }: ComparisonReport): string[] {
  const moved = figures.filter(({ figure, matters }) => matters !== DEFAULT_MATTERS[figure])
  return moved.length === 0
    ? []
    : [`--matters ${moved.map(({ figure, matters }) => `${figure}=${matters}`).join(",")}`]
}
