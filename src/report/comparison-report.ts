/** A comparison as one self-contained HTML page, as run-report.ts is of a run. */
import type { Comparison } from "../core/evaluation/index.ts"
import type { RunManifest } from "../core/run.ts"
import { pageOf } from "./page.ts"
import {
  comparedSection,
  differencesSection,
  flipsSection,
  listedSection,
  sidesSection,
  withinSection,
} from "./sections/comparison.ts"
import { termsSection } from "./sections/subject.ts"
import { type ReportLanguage, wordsOf } from "./words/index.ts"

export interface ComparisonReportInput {
  readonly comparison: Comparison
  /** Of side A, whose names and archetypes are told. */
  readonly manifest: RunManifest
  readonly language: ReportLanguage
}

export function comparisonReport({ comparison, manifest, language }: ComparisonReportInput): string {
  const words = wordsOf(language)
  const { a, b } = comparison.report
  return pageOf(words, {
    title: words.comparisonTitle(a.run, b.run),
    lead: words.comparisonLead,
    sections: [
      comparedSection(words, comparison),
      sidesSection(words, comparison),
      differencesSection(words, comparison),
      ...(comparison.kind === "unpaired"
        ? []
        : [
            flipsSection(words, manifest, comparison.report),
            withinSection(words, manifest, comparison.report),
            ...listedSection(words, manifest, comparison.report),
          ]),
      termsSection(words),
    ],
  })
}
