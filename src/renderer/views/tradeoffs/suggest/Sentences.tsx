/** What a suggestion rests on, and what five points more recall would take, in sentences. */
import type { Suggestion, Workload } from "../../../../core/evaluation/index.ts"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { reviewing } from "./trade-text.ts"

interface SentencesProps {
  readonly suggestion: Suggestion
  readonly workload: Workload
}

export function Sentences({ suggestion, workload }: SentencesProps) {
  const t = useT()
  const format = useFormat()
  const { guarantee, cost, next, perDay } = suggestion
  return (
    <ul className="suggest-sentences">
      {guarantee && guarantee.allowed !== null && guarantee.risk !== null ? (
        <li data-testid="suggest-guarantee">
          {t("suggest.guarantee", {
            count: guarantee.allowed,
            allowed: format.count(guarantee.allowed),
            authentic: format.count(guarantee.authentic),
            needed: format.count(guarantee.needed),
            rate: format.tick(guarantee.maxFpr),
            risk: format.share(guarantee.risk),
          })}
        </li>
      ) : null}
      {cost ? (
        <li>
          {t("suggest.costs", {
            total: format.number(cost.perDay.value),
            low: format.number(cost.perDay.interval[0]),
            high: format.number(cost.perDay.interval[1]),
            falsePositives: format.number(cost.parts.falsePositives),
            missed: format.number(cost.parts.missed),
            reviews: format.number(cost.parts.reviews),
            nobody: format.number(cost.flaggingNobody),
            everyone: format.number(cost.flaggingEveryone),
          })}
        </li>
      ) : null}
      {next ? (
        <li data-testid="suggest-next">
          {t("suggest.next", {
            points: format.decimal(100 * next.recallGained, 1),
            threshold: format.threshold(next.threshold),
            wrong: format.number(next.falsePositivesPerDay),
            time: reviewing(t, format, next.reviewerHoursPerDay),
          })}
        </li>
      ) : null}
      {perDay ? (
        <li>
          {t("suggest.workload", {
            accounts: format.number(workload.accountsPerDay),
            seconds: format.number(workload.secondsPerReview),
          })}
        </li>
      ) : null}
    </ul>
  )
}
