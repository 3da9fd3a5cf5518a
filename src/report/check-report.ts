/** A check as one self-contained HTML page, as run-report.ts is of a run. From its report alone, so the same bytes anywhere. */
import type { CheckReport } from "../core/gate/report.ts"
import { moment, setShare } from "./format.ts"
import { html } from "./markup.ts"
import { pageOf, type Section } from "./page.ts"
import { promisesSection, scenarioSection } from "./sections/check-scenario.ts"
import { checkShortSection, scenariosSection, updateSection } from "./sections/check-summary.ts"
import { type ReportLanguage, type Words, wordsOf } from "./words/index.ts"

export function checkPage(report: CheckReport, language: ReportLanguage): string {
  const words = wordsOf(language)
  const { createdAt, assay, rate, scenarios } = report
  return pageOf(words, {
    title: words.checkTitle(report.folder),
    lead: words.checkLead({ moment: moment(createdAt), assay, rate: setShare(rate) }),
    sections: [
      checkShortSection(words, report),
      ...scenariosSection(words, report),
      ...scenarios
        .filter(({ outcome, flips }) => outcome !== "pass" || flips.length > 0)
        .map((check, place) => scenarioSection(words, check, place, rate)),
      ...promisesSection(words, report),
      updateSection(words, report),
      termsSection(words),
    ],
  })
}

function termsSection(words: Words): Section {
  const body = html`<dl>${words.checkTerms.map(
    ([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>
`,
  )}</dl>
`
  return { id: "terms", title: words.sectionTerms, body }
}
