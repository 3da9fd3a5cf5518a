/** What a scenario says for `assay check`: its promises, and which changes matter. The schema of both. */
import { z } from "zod"

const share = (meaning: string) => z.number().min(0).max(1).describe(meaning)
const effect = (meaning: string, least: number) => z.number().gt(0).max(1).default(least).describe(meaning)

/** Figures that the gate compares with a baseline. `recallAtFpr1`: recall where 1 % of authentic accounts are flagged. */
export const GATE_FIGURES = ["recall", "fpr", "precision", "auc", "recallAtFpr1"] as const
export type GateFigure = (typeof GATE_FIGURES)[number]

/** 1 where more is better, -1 where less is. */
export const GATE_BETTER_WHEN: Readonly<Record<GateFigure, 1 | -1>> = {
  recall: 1,
  fpr: -1,
  precision: 1,
  auc: 1,
  recallAtFpr1: 1,
}

export const gateSchema = z.strictObject({
  matters: z
    .strictObject({
      recall: effect("Smallest change of recall at the threshold that matters.", 0.02),
      fpr: effect("Of the false-positive rate at the threshold.", 0.002),
      precision: effect("Of precision at the threshold.", 0.02),
      auc: effect("Of the area under the ROC curve.", 0.01),
      recallAtFpr1: effect("Of recall at a false-positive rate of 1 %.", 0.03),
      cohortRecall: effect("Of a cohort's recall.", 0.05),
      cohortFpr: effect("Of a cohort's false-positive rate.", 0.01),
    })
    .prefault({})
    .describe("Smallest differences that matter."),
})
export type GateSettings = z.output<typeof gateSchema>
export type GateMatters = GateSettings["matters"]

/** Figures that a scenario may promise. */
export const EXPECTED_FIGURES = ["recall", "fpr", "precision", "auc", "averagePrecision"] as const
export type ExpectedFigure = (typeof EXPECTED_FIGURES)[number]

export const expectationSchema = z
  .strictObject({
    figure: z.enum(EXPECTED_FIGURES).describe("What is promised."),
    of: z
      .string()
      .max(100)
      .optional()
      .describe(
        "A cohort: an archetype's name, or kind and name as in language:en, followers:<100, age:730+; all accounts without it.",
      ),
    score: z.string().max(100).default("risk").describe("`risk`, or a detector's id."),
    threshold: share(
      "Judged at this threshold; without it at the scenario's, or where atFpr says.",
    ).optional(),
    atFpr: share(
      "Judged at the lowest threshold that keeps the observed false-positive rate of all accounts within this.",
    ).optional(),
    atLeast: share("The figure must be this or more.").optional(),
    atMost: share("The figure must be this or less.").optional(),
  })
  .meta({ id: "expectation" })
/** Exactly one of atLeast and atMost, at most one of threshold and atFpr, which consistency.ts checks. */
export type Expectation = z.output<typeof expectationSchema>
