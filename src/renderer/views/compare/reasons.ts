/** Why accounts flipped, in words: the largest causes first, each with its push in log-odds. */
import type { Cause } from "../../../core/evaluation/index.ts"
import type { Format } from "../../format.ts"
import type { Translate } from "../../i18n/index.ts"
import { signed } from "../detectors/difference.ts"

/** A cause this much smaller than the largest is not worth a word. */
const WORTH_TELLING = 0.1
const MOST = 3

/** `nameOf`: a detector's name. Empty when nothing is known. */
export function reasonsText(
  t: Translate,
  format: Format,
  causes: readonly Cause[],
  nameOf: (detector: string) => string,
): string {
  const largest = Math.abs(causes[0]?.change ?? 0)
  return causes
    .slice(0, MOST)
    .filter(({ change }) => Math.abs(change) >= WORTH_TELLING * largest)
    .map((cause) => `${causeText(t, cause, nameOf)} (${signed(format, cause.change, 2)})`)
    .join(" · ")
}

function causeText(t: Translate, { cause, change }: Cause, nameOf: (detector: string) => string): string {
  const isUp = change > 0
  if (cause === "threshold") return t(isUp ? "compare.reason.threshold.up" : "compare.reason.threshold.down")
  if (cause === "intercept") return t(isUp ? "compare.reason.intercept.up" : "compare.reason.intercept.down")
  return t(isUp ? "compare.reason.detector.up" : "compare.reason.detector.down", { detector: nameOf(cause) })
}
