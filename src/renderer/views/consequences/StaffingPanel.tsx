/** How many reviewers it takes for an answer within a day. */
import { Button } from "@mantine/core"
import { useContext } from "react"
import type { StaffingAnswer } from "../../../core/policy/follow/index.ts"
import { OutdatedContext, Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useRested } from "../../state/dial.ts"

export function StaffingPanel({ staffing }: { readonly staffing: StaffingAnswer }) {
  const t = useT()
  const format = useFormat()
  const dial = useDial()
  const { afterFlag } = useRested()
  const isOutdated = useContext(OutdatedContext) !== null
  const { reviewers, interval, share, hours, why, most, shareInReach, replicates } = staffing
  const { days, arrivals, mostlyEnough } = staffing
  const told = (count: number | null) => (count === null ? NOTHING : format.count(count))
  return (
    <Panel title={t("staffing.title")} meaning={t("staffing.meaning")} className="panel-staffing">
      <SavableTable
        name={t("staffing.title")}
        stem="staffing"
        table={() => ({
          columns: [
            t("staffing.reviewers"),
            t("save.low", { figure: t("staffing.reviewers") }),
            t("save.high", { figure: t("staffing.reviewers") }),
          ],
          rows: [[reviewers, ...interval]],
        })}
      />
      <p data-testid="staffing-answer">
        <span className="figure-value">{told(reviewers)}</span>{" "}
        {reviewers === null
          ? t(why === "shift" ? "staffing.shift" : "staffing.most", {
              most: format.count(most),
              reach: format.share(shareInReach),
            })
          : t("staffing.answer", {
              low: told(interval[0]),
              high: told(interval[1]),
              share: format.tick(share),
              hours: format.count(hours),
              replicates: format.count(replicates),
            })}
      </p>
      <p data-testid="staffing-days">
        {reviewers === null
          ? null
          : `${t(mostlyEnough === null ? "staffing.enoughInHalf" : "staffing.enough", { mostly: told(mostlyEnough) })} `}
        {t(arrivals.stillGrow ? "staffing.grows" : "staffing.days", {
          days: format.count(days),
          first: format.count(arrivals.first),
          last: format.count(arrivals.last),
        })}
      </p>
      {reviewers === null ? null : (
        <Button
          size="compact-sm"
          variant="default"
          className="staffing-set"
          disabled={isOutdated || afterFlag.review.reviewers === reviewers}
          data-testid="staffing-set"
          onClick={() =>
            dial.set({ afterFlag: { ...afterFlag, review: { ...afterFlag.review, reviewers } } })
          }
        >
          {t("staffing.set", { reviewers: format.count(reviewers) })}
        </Button>
      )}
    </Panel>
  )
}
