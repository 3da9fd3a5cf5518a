/** A promise in words: "recall at FPR 0.1 % at least 40 %". */
import type { Expectation, ExpectedFigure } from "./settings.ts"

const NAMES: Readonly<Record<ExpectedFigure, string>> = {
  recall: "recall",
  fpr: "FPR",
  precision: "precision",
  auc: "AUC",
  averagePrecision: "average precision",
}

export function expectationText({
  figure,
  of,
  score,
  threshold,
  atFpr,
  atLeast,
  atMost,
}: Expectation): string {
  // An area is no share of accounts.
  const isArea = figure === "auc" || figure === "averagePrecision"
  const bound = (value: number) => (isArea ? String(value) : percent(value))
  return [
    NAMES[figure],
    ...(of === undefined ? [] : [`of ${of}`]),
    ...(score === "risk" ? [] : [`by ${score}`]),
    ...(threshold === undefined ? [] : [`at threshold ${threshold}`]),
    ...(atFpr === undefined ? [] : [`at FPR ${percent(atFpr)}`]),
    ...(atLeast === undefined ? [] : [`at least ${bound(atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${bound(atMost)}`]),
  ].join(" ")
}

/** As many digits as it has: 0.1 %. */
const percent = (share: number) => `${Number((100 * share).toPrecision(12))} %`
