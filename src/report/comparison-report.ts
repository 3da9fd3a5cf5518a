/** A comparison as one self-contained HTML page, as run-report.ts is of a run. */
import type { Comparison } from "../core/evaluation/index.ts"
import { pageOf } from "./page.ts"
import {
  comparedSection,
  differencesSection,
  flipsSection,
  listedSection,
  sidesSection,
  withinSection,
} from "./sections/comparison.ts"
import { type ComparedSides, comparisonRepeatSection } from "./sections/comparison-repeat.ts"
import { rocSection } from "./sections/comparison-roc.ts"
import { termsSection } from "./sections/subject.ts"
import { type ReportLanguage, wordsOf } from "./words/index.ts"

/** Archetypes and detectors are named as side A's run names them. */
export interface ComparisonReportInput extends ComparedSides {
  readonly comparison: Comparison
  readonly language: ReportLanguage
}

export function comparisonReport({ comparison, language, ...sides }: ComparisonReportInput): string {
  const words = wordsOf(language)
  const { a, b } = comparison.report
  const { manifest } = sides.a.run
  return pageOf(words, {
    title: words.comparisonTitle(a.run, b.run),
    lead: words.comparisonLead,
    sections: [
      comparedSection(words, comparison, sides),
      sidesSection(words, comparison),
      differencesSection(words, comparison),
      rocSection(words, comparison, sides.a, sides.b),
      ...(comparison.kind === "unpaired"
        ? []
        : [
            flipsSection(words, manifest, comparison.report),
            withinSection(words, manifest, comparison.report),
            ...listedSection(words, manifest, comparison.report),
          ]),
      comparisonRepeatSection(words, comparison, sides, language),
      termsSection(words),
    ],
  })
}
