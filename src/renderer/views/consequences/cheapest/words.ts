/** A search's answer in words. */
import type { Estimate } from "../../../../core/evaluation/index.ts"
import type { Limit, Setting } from "../../../../core/policy/follow/index.ts"
import type { Scenario } from "../../../../core/scenario/schema.ts"
import type { Format } from "../../../format.ts"
import type { Translate } from "../../../i18n/index.ts"
import { cohortName } from "../../../names.ts"
import { amount, amountInterval } from "../amounts.ts"

export const thresholdWord = (t: Translate, format: Format, threshold: number | null): string =>
  threshold === null ? t("cheapest.off") : format.plain(threshold)

export function settingWords(t: Translate, format: Format, setting: Setting): string {
  const milder = (tier: "label" | "limit") => {
    const threshold = setting[tier]
    return threshold === null
      ? t("cheapest.tier.off", { tier: t(`tier.${tier}`) })
      : t("cheapest.tier.from", { tier: t(`tier.${tier}`), threshold: format.plain(threshold) })
  }
  const { review, suspend, reviewers } = setting
  return t("cheapest.setting.words", {
    review:
      review === null
        ? t("cheapest.review.off")
        : t("cheapest.review.from", { threshold: format.plain(review) }),
    suspend:
      suspend === null
        ? t("cheapest.suspend.off")
        : t("cheapest.suspend.from", { threshold: format.plain(suspend) }),
    label: milder("label"),
    limit: milder("limit"),
    reviewers: t("cheapest.reviewers.on", { reviewers: format.count(reviewers) }),
  })
}

/** Money over the days followed, a day. */
export function perDay({ value, interval: [low, high] }: Estimate, days: number): Estimate {
  return { value: value / days, interval: [low / days, high / days] }
}

export const withInterval = (format: Format, of: Estimate): string =>
  `${amount(format, of.value)} [${amountInterval(format, of.interval)}]`

const shareWithInterval = (format: Format, { value, interval }: Estimate) =>
  `${format.share(value)} [${format.shareInterval(interval)}]`

function limitWords(t: Translate, format: Format, archetypes: Scenario["archetypes"], limit: Limit): string {
  switch (limit.kind) {
    case "cap":
      return t("cheapest.limit.cap", {
        cohort: cohortName(t, format, archetypes, limit.cap.kind, limit.cap.name),
        most: format.share(limit.cap.maxFpr),
        found: shareWithInterval(format, limit.rate),
      })
    case "acted-on":
      return t("cheapest.limit.acted-on", {
        most: format.share(limit.most),
        found: shareWithInterval(format, limit.rate),
      })
    case "hours":
      return t("cheapest.limit.hours", {
        hours: format.number(limit.hours),
        found: shareWithInterval(format, limit.shareInTime),
      })
    case "waiting":
      return t("cheapest.limit.waiting", {
        most: format.count(limit.most),
        found: withInterval(format, limit.backlog),
      })
  }
}

export const limitsWords = (
  t: Translate,
  format: Format,
  archetypes: Scenario["archetypes"],
  limits: readonly Limit[],
): string => format.list(limits.map((limit) => limitWords(t, format, archetypes, limit)))
