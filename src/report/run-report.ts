/**
 * A run as one self-contained HTML page, to be sent, printed and kept. Made of the run alone: the same run and setting
 * yield the same bytes, wherever and whenever.
 */
import type { Run } from "../core/run.ts"
import type { WhyReport } from "../core/why.ts"
import { figuresOf } from "./figures.ts"
import { pageOf } from "./page.ts"
import { cohortsSection, managedSection } from "./sections/cohorts.ts"
import { calibrationSection, detectorsSection } from "./sections/detectors.ts"
import { chartsSection, figuresSection } from "./sections/figures.ts"
import { repeatSection, subjectSection, termsSection } from "./sections/subject.ts"
import { settingSection, shortSection } from "./sections/summary.ts"
import type { ReportSetting } from "./setting.ts"
import { type ReportLanguage, wordsOf } from "./words/index.ts"

export interface RunReportInput {
  readonly run: Run
  readonly setting: ReportSetting
  /** By the scenario's own definition. */
  readonly why: WhyReport
  readonly language: ReportLanguage
}

export function runReport({ run, setting, why, language }: RunReportInput): string {
  const words = wordsOf(language)
  const figures = figuresOf(run, setting, why)
  return pageOf(words, {
    title: words.title(run.manifest.id),
    lead: run.manifest.scenario.description,
    sections: [
      shortSection(words, figures),
      settingSection(words, figures),
      figuresSection(words, figures),
      chartsSection(words, figures),
      cohortsSection(words, figures),
      managedSection(words, figures),
      detectorsSection(words, figures),
      calibrationSection(words, figures),
      subjectSection(words, figures),
      repeatSection(words, figures, language),
      termsSection(words),
    ],
  })
}
