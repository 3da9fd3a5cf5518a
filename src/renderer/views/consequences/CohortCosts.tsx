/** What wrongly acting on an account of one cohort costs, in place of the cost of all. */
import { CloseButton, NativeSelect } from "@mantine/core"
import { useMemo } from "react"
import { COHORT_KINDS, type CohortKind, cohortsOf } from "../../../core/evaluation/index.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName } from "../../names.ts"
import { withCohortCost } from "../../state/after-flag.ts"
import { COST } from "../../state/after-flag-fields.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { Labelled, NumberInput } from "./AfterFlagFields.tsx"

export function CohortCosts() {
  const t = useT()
  const format = useFormat()
  const dial = useDial()
  const { manifest, columns } = dial.run
  const { afterFlag, costs } = useRested()
  const named = (kind: CohortKind, name: string) =>
    cohortName(t, format, manifest.scenario.archetypes, kind, name)
  const set = (kind: CohortKind, name: string, cost: number | null) =>
    dial.set({ afterFlag: withCohortCost(afterFlag, kind, name, cost) })
  const { falsePositiveOf } = afterFlag.costs
  const given = COHORT_KINDS.flatMap((kind) =>
    Object.entries(falsePositiveOf[kind]).map(([name, cost]) => ({ kind, name, cost })),
  )
  const cohorts = useMemo(
    () => COHORT_KINDS.map((kind) => ({ kind, names: cohortsOf(kind, columns, manifest.archetypes).names })),
    [columns, manifest],
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
        <NativeSelect
          size="xs"
          aria-label={t("after.cohortCost.add")}
          data-testid="after-cost-add"
          value=""
          data={[
            { value: "", label: t("after.cohortCost.choose") },
            ...cohorts.map(({ kind, names }) => ({
              group: t(`cohorts.kind.${kind}`),
              items: names
                .filter((name) => falsePositiveOf[kind][name] === undefined)
                .map((name) => ({ value: JSON.stringify([kind, name]), label: named(kind, name) })),
            })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            if (value === "") return
            const [kind, name] = JSON.parse(value) as [CohortKind, string]
            set(kind, name, costs.falsePositive)
          }}
        />
      </Labelled>
    </>
  )
}
