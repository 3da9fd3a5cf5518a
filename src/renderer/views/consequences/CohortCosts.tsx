/** What wrongly acting on an account of one cohort costs, in place of the cost of all. */
import { CloseButton } from "@mantine/core"
import { COHORT_KINDS, type CohortKind } from "../../../core/evaluation/index.ts"
import { useT } from "../../i18n/index.ts"
import { withCohortCost } from "../../state/after-flag.ts"
import { COST } from "../../state/after-flag-fields.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { Labelled, NumberInput } from "./AfterFlagFields.tsx"
import { CohortChoice, useCohortNames } from "./CohortChoice.tsx"

export function CohortCosts() {
  const t = useT()
  const dial = useDial()
  const { afterFlag, costs } = useRested()
  const named = useCohortNames()
  const set = (kind: CohortKind, name: string, cost: number | null) =>
    dial.set({ afterFlag: withCohortCost(afterFlag, kind, name, cost) })
  const { falsePositiveOf } = afterFlag.costs
  const given = COHORT_KINDS.flatMap((kind) =>
    Object.entries(falsePositiveOf[kind]).map(([name, cost]) => ({ kind, name, cost })),
  )
  return (
    <>
      {given.map(({ kind, name, cost }) => (
        <div className="after-cohort-cost" key={`${kind}:${name}`}>
          <NumberInput
            label={t("after.cohortCost", { cohort: named(kind, name) })}
            meaning={t("after.cohortCost.meaning")}
            unit={t("after.unit.money")}
            field={COST}
            none={null}
            testId={`after-cost-${kind}-${name}`}
            value={cost}
            choose={(next) => set(kind, name, next)}
          />
          <CloseButton
            size="sm"
            aria-label={t("after.cohortCost.remove", { cohort: named(kind, name) })}
            onClick={() => set(kind, name, null)}
          />
        </div>
      ))}
      <Labelled label={t("after.cohortCost.add")} meaning={t("after.cohortCost.meaning")}>
        <CohortChoice
          label={t("after.cohortCost.add")}
          placeholder={t("after.cohortCost.choose")}
          testId="after-cost-add"
          isOffered={(kind, name) => falsePositiveOf[kind][name] === undefined}
          choose={(kind, name) => set(kind, name, costs.falsePositive)}
        />
      </Labelled>
    </>
  )
}
