/** Tables of consequences as they are saved. */
import { type Consequences, ENDS, STEPS } from "../../../core/policy/follow/index.ts"
import { estimateCells, intervalColumns } from "../../export/interval.ts"
import type { Table } from "../../export/table.ts"
import type { Translate } from "../../i18n/index.ts"

/** Steps and ends share names: reinstatement is the last of the steps, and one of the ends. */
export function flagEndsTable(
  t: Translate,
  { authentic, managed }: Pick<Consequences["funnel"], "authentic" | "managed">,
): Table {
  return {
    columns: [
      t("funnel.kind"),
      t("funnel.name"),
      ...intervalColumns(t, t("class.authentic")),
      ...intervalColumns(t, t("class.managed")),
    ],
    rows: [
      ...STEPS.map((step) => [
        t("funnel.kind.step"),
        t(`funnel.step.${step}`),
        ...estimateCells(authentic.steps[step]),
        ...estimateCells(managed.steps[step]),
      ]),
      ...ENDS.map((end) => [
        t("funnel.kind.end"),
        t(`funnel.end.${end}`),
        ...estimateCells(authentic.ends[end]),
        ...estimateCells(managed.ends[end]),
      ]),
    ],
  }
}
