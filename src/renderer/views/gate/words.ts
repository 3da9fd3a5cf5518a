/** The gate's figures, cohorts and promises in words. */
import type { ExpectationRow, FlipCohort, GateDetectorRow, GateRow } from "../../../api/contract.ts"
import { COHORT_KINDS, type Interval } from "../../../core/evaluation/index.ts"
import { type Format, NOTHING } from "../../format.ts"
import type { Translate } from "../../i18n/index.ts"
import { cohortName, detectorName } from "../../names.ts"
import { signed, signedInterval } from "../detectors/difference.ts"

type Figure = GateRow["figure"] | ExpectationRow["figure"]

const POINT_DIGITS = 2
const AREA_DIGITS = 4

/** Told in percent and percentage points; areas are told as they are. */
const isShare = (figure: Figure) => figure !== "auc" && figure !== "averagePrecision"

export function valueText(format: Format, figure: Figure, value: number | null): string {
  if (value === null) return NOTHING
  return isShare(figure) ? format.share(value) : format.decimal(value, AREA_DIGITS)
}

/** Of a value, not of a difference. */
export function rangeText(format: Format, figure: Figure, interval: Interval | null): string {
  if (interval === null) return NOTHING
  return isShare(figure) ? format.shareInterval(interval) : format.decimalInterval(interval, AREA_DIGITS)
}

type Difference = Pick<GateRow, "figure" | "difference" | "interval">

export function differenceText(t: Translate, format: Format, { figure, difference }: Difference): string {
  if (difference === null) return NOTHING
  return isShare(figure)
    ? t("gate.points", { value: signed(format, difference * 100, POINT_DIGITS) })
    : signed(format, difference, AREA_DIGITS)
}

export function intervalText(format: Format, { figure, interval }: Difference): string {
  if (interval === null) return NOTHING
  const [low, high] = interval
  return isShare(figure)
    ? signedInterval(format, [low * 100, high * 100], POINT_DIGITS)
    : signedInterval(format, [low, high], AREA_DIGITS)
}

export function mattersText(t: Translate, format: Format, { figure, matters }: GateRow): string {
  return isShare(figure) ? t("gate.points", { value: format.plain(matters * 100) }) : format.plain(matters)
}

/** Two digits: it is an estimate. */
const roughly = (format: Format, accounts: number) => format.count(Number(accounts.toPrecision(2)))

export function settleText(t: Translate, format: Format, accounts: number | null): string {
  if (accounts === null) return t("gate.settle.none")
  return t("gate.settle", { accounts: roughly(format, accounts) })
}

export function settleSentence(t: Translate, format: Format, accounts: number | null): string {
  if (accounts === null) return t("gate.decided.settle.none")
  return t("gate.decided.settle", { accounts: roughly(format, accounts) })
}

export function cohortText(
  t: Translate,
  format: Format,
  { kind, name }: NonNullable<GateRow["cohort"]>,
): string {
  const known = COHORT_KINDS.find((one) => one === kind)
  return known ? cohortName(t, format, {}, known, name) : name
}

/** "Recall of virtual influencer". */
export function whatText(t: Translate, format: Format, { figure, cohort }: GateRow): string {
  const name = t(`gate.figure.${figure}`)
  if (cohort === null) return t("gate.what", { figure: name })
  return t("gate.whatCohort", { figure: name, cohort: cohortText(t, format, cohort) })
}

/** Whom a flip is about: "Newly hit: 13 of 14 are of English, ...". */
export function flipCohortText(t: Translate, format: Format, of: FlipCohort): string {
  const { flip, cohort, accounts, flipped, share } = of
  return t(`gate.flip.${flip}.cohort`, {
    accounts: format.count(accounts),
    flipped: format.count(flipped),
    cohort: cohortText(t, format, cohort),
    share: format.share(share),
  })
}

/** What a detector calls itself, where the page has no name of its own for it. */
export type Titles = ReadonlyMap<string, string>

export const titlesOf = (detectors: readonly GateDetectorRow[]): Titles =>
  new Map(detectors.map(({ detector, title }) => [detector, title]))

export const namedDetector = (t: Translate, titles: Titles, id: string): string =>
  detectorName(t, id, titles.get(id) ?? id)

/** `kind:name`, or an archetype's name alone. */
function promisedCohort(t: Translate, format: Format, of: string): string {
  const [, kind, name] = /^([a-z]+):(.+)$/.exec(of) ?? []
  return cohortText(t, format, kind && name ? { kind, name } : { kind: "archetype", name: of })
}

export function promiseText(t: Translate, format: Format, titles: Titles, row: ExpectationRow): string {
  const { figure, of, score, threshold, atFpr, atLeast, atMost } = row
  const bound = valueText(format, figure, atLeast ?? atMost)
  const parts = {
    figure: t(`gate.figure.${figure}`),
    cohort: of === null ? "" : t("gate.promise.cohort", { cohort: promisedCohort(t, format, of) }),
    score: score === "risk" ? "" : t("gate.promise.score", { detector: namedDetector(t, titles, score) }),
    at:
      atFpr !== null
        ? t("gate.promise.atFpr", { rate: format.tick(atFpr) })
        : threshold !== null
          ? t("gate.promise.atThreshold", { threshold: format.threshold(threshold) })
          : "",
    bound,
  }
  return t(atLeast === null ? "gate.promise.most" : "gate.promise.least", parts)
}
