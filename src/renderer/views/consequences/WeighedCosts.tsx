/** The costs that Trade-offs weighs as well: of an account wrongly acted on, of one missed, of a review. */
import type { Costs } from "../../../core/evaluation/index.ts"
import { useT } from "../../i18n/index.ts"
import { COST, fits } from "../../state/after-flag-fields.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { NumberInput } from "./AfterFlagFields.tsx"

export const WEIGHED = [
  "falsePositive",
  "falseNegative",
  "review",
] as const satisfies readonly (keyof Costs)[]

export function WeighedCosts() {
  const t = useT()
  const dial = useDial()
  const { costs } = useRested()
  return WEIGHED.map((part) => (
    <NumberInput
      key={part}
      label={t(`after.weighed.${part}`)}
      meaning={t(`after.weighed.${part}.meaning`)}
      unit={t("after.unit.money")}
      field={COST}
      isAllowed={(cost) => fits(COST, cost) && WEIGHED.some((one) => (one === part ? cost : costs[one]) > 0)}
      none={null}
      testId={`after-weighed-${part}`}
      value={costs[part]}
      choose={(cost) => cost !== null && dial.set({ costs: { ...costs, [part]: cost } })}
    />
  ))
}
