/** The settings after a flag that matter most: who reviews, in which order, with what notice, and at what cost. */
import { Input, NativeSelect, Switch } from "@mantine/core"
import { useState } from "react"
import { ORDERS, SECOND_OPINIONS } from "../../../core/policy/after-flag.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useT } from "../../i18n/index.ts"
import type { AfterFlag } from "../../state/after-flag.ts"
import { ALLOWED } from "../../state/after-flag.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { WorkloadFields } from "../tradeoffs/tiers/WorkloadFields.tsx"

/** What the rule for an overflowing queue begins with when it is switched on. */
const FIRST_OVERFLOW = { hours: 24, actFrom: 0.9 }

export function AfterFlagPanel() {
  const dial = useDial()
  const t = useT()
  const { afterFlag } = useRested()
  const { review, enforcement, costs } = afterFlag
  const set = <Section extends keyof AfterFlag>(section: Section, change: Partial<AfterFlag[Section]>) =>
    dial.set({ afterFlag: { ...afterFlag, [section]: { ...afterFlag[section], ...change } } })
  return (
    <Panel title={t("after.title")} meaning={t("after.meaning")} className="panel-after-flag">
      <div className="after-flag" data-testid="after-flag">
        <Amount
          name="reviewers"
          path="review.reviewers"
          value={review.reviewers}
          choose={(reviewers) => set("review", { reviewers })}
        />
        <Amount
          name="hoursPerDay"
          path="review.hoursPerDay"
          value={review.hoursPerDay}
          choose={(hoursPerDay) => set("review", { hoursPerDay })}
        />
        <div className="after-field">
          <Meaning of={t("after.order.meaning")}>{t("after.order")}</Meaning>
          <NativeSelect
            size="xs"
            aria-label={t("after.order")}
            data-testid="after-order"
            value={review.order}
            data={ORDERS.map((value) => ({ value, label: t(`after.order.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              set("review", { order: ORDERS.find((order) => order === value) ?? review.order })
            }
          />
        </div>
        <div className="after-field">
          <Meaning of={t("after.secondOpinion.meaning")}>{t("after.secondOpinion")}</Meaning>
          <NativeSelect
            size="xs"
            aria-label={t("after.secondOpinion")}
            data-testid="after-second-opinion"
            value={review.secondOpinion}
            data={SECOND_OPINIONS.map((value) => ({ value, label: t(`after.secondOpinion.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              set("review", {
                secondOpinion: SECOND_OPINIONS.find((one) => one === value) ?? review.secondOpinion,
              })
            }
          />
        </div>
        <Amount
          name="noticeDays"
          path="enforcement.noticeDays"
          value={enforcement.noticeDays}
          choose={(noticeDays) => set("enforcement", { noticeDays })}
        />
        <div className="after-field">
          <Meaning of={t("after.overflow.meaning")}>{t("after.overflow")}</Meaning>
          <Switch
            size="sm"
            aria-label={t("after.overflow")}
            data-testid="after-overflow"
            checked={review.overflow !== null}
            onChange={({ currentTarget: { checked } }) =>
              set("review", { overflow: checked ? FIRST_OVERFLOW : null })
            }
          />
        </div>
        {review.overflow === null ? null : (
          <>
            <Amount
              name="overflowHours"
              path="review.overflow.hours"
              value={review.overflow.hours}
              choose={(hours) =>
                set("review", { overflow: { ...FIRST_OVERFLOW, ...review.overflow, hours } })
              }
            />
            <Amount
              name="overflowActFrom"
              path="review.overflow.actFrom"
              value={review.overflow.actFrom}
              choose={(actFrom) =>
                set("review", { overflow: { ...FIRST_OVERFLOW, ...review.overflow, actFrom } })
              }
            />
          </>
        )}
        <Amount
          name="reviewerHour"
          path="costs.reviewerHour"
          value={costs.reviewerHour}
          choose={(reviewerHour) => set("costs", { reviewerHour })}
        />
        <Amount
          name="wrongfulDay"
          path="costs.wrongfulDay"
          value={costs.wrongfulDay}
          choose={(wrongfulDay) => set("costs", { wrongfulDay })}
        />
      </div>
      <div className="after-workload">
        <WorkloadFields />
      </div>
    </Panel>
  )
}

interface AmountProps {
  readonly name:
    | "reviewers"
    | "hoursPerDay"
    | "noticeDays"
    | "overflowHours"
    | "overflowActFrom"
    | "reviewerHour"
    | "wrongfulDay"
  /** Of the setting whose range it has. */
  readonly path: string
  readonly value: number
  readonly choose: (value: number) => void
}

/** A number that counts as soon as it is allowed; what is typed otherwise is marked, and forgotten when left. */
function Amount({ name, path, value, choose }: AmountProps) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? String(value)
  const isAllowed = (text: string) => text.trim() !== "" && ALLOWED[path]!(Number(text))
  return (
    <div className="after-field">
      <Meaning of={t(`after.${name}.meaning`)}>{t(`after.${name}`)}</Meaning>
      <Input
        size="xs"
        w={92}
        type="number"
        min={0}
        step="any"
        error={!isAllowed(shown)}
        aria-invalid={!isAllowed(shown)}
        aria-label={t(`after.${name}`)}
        title={isAllowed(shown) ? undefined : t("after.range")}
        data-testid={`after-${name}`}
        value={shown}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          if (isAllowed(currentTarget.value)) choose(Number(currentTarget.value))
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  )
}
