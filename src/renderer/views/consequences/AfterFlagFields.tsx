/** Fields for what follows a flag, by the path of each setting: a number with its unit and range, a choice, a switch. */
import { NativeSelect, Switch } from "@mantine/core"
import type { ReactNode } from "react"
import { Meaning } from "../../components/Meaning.tsx"
import { NumberField } from "../../components/NumberField.tsx"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { leafAt, withLeaf } from "../../state/after-flag.ts"
import { FIELDS, type FieldPath, fits, type Leaf, type NumberRange } from "../../state/after-flag-fields.ts"
import { useDial, useRested } from "../../state/dial.ts"

/** Beside a number: what it counts. */
const UNITS = {
  "enforcement.horizonDays": "days",
  "enforcement.noticeDays": "days",
  "enforcement.complies": "share",
  "enforcement.limitDays": "days",
  "enforcement.suspendDays": "days",
  "enforcement.limitedReach": "share",
  "enforcement.labelledReach": "share",
  "enforcement.recheckDays": "days",
  "enforcement.strikes.lastDays": "days",
  "enforcement.strikes.limitAt": "strikes",
  "enforcement.strikes.suspendAt": "strikes",
  "review.reviewers": "people",
  "review.hoursPerDay": "hours",
  "review.startsAt": "clock",
  "review.truePositiveRate": "share",
  "review.falsePositiveRate": "share",
  "review.dontKnow": "share",
  "review.agreement": "kappa",
  "review.leniency": "probits",
  "review.reports": "reports",
  "review.overflow.hours": "hours",
  "review.overflow.actFrom": "risk",
  "appeals.authenticFile": "share",
  "appeals.managedFile": "share",
  "appeals.delayDays": "days",
  "appeals.truePositiveRate": "share",
  "appeals.falsePositiveRate": "share",
  "appeals.secondsPerAppeal": "seconds",
  "readers.positionBias": "exponent",
  "readers.halfLifeHours": "hours",
  "readers.depth": "posts",
  "readers.leastFollowers": "followers",
  "costs.reviewerHour": "money",
  "costs.wrongfulDay": "money",
  "costs.missedPer1000Followers": "money",
} as const
type NumberPath = keyof typeof UNITS

const isNumber = (path: FieldPath): path is NumberPath => FIELDS[path].kind === "number"

export function AfterFlagField({ path }: { readonly path: FieldPath }) {
  const dial = useDial()
  const t = useT()
  const { afterFlag } = useRested()
  const field = FIELDS[path]
  const value = leafAt(afterFlag, path) ?? null
  const label = t(`after.${path}`)
  const choose = (leaf: Leaf) => dial.set({ afterFlag: withLeaf(afterFlag, path, leaf) })
  const testId = `after-${path}`
  if (isNumber(path)) {
    const number: NumberRange = FIELDS[path]
    return (
      <NumberInput
        label={label}
        meaning={t(`after.${path}.meaning`)}
        unit={t(`after.unit.${UNITS[path]}`)}
        field={number}
        none={number.orNone ? t.known(`after.${path}.none`, "") : null}
        testId={testId}
        value={value as number | null}
        choose={choose}
      />
    )
  }
  return (
    <Labelled label={label} meaning={t(`after.${path}.meaning`)}>
      {field.kind === "choice" ? (
        <NativeSelect
          size="xs"
          aria-label={label}
          data-testid={testId}
          value={String(value)}
          data={field.of.map((one) => ({ value: one, label: t.known(`${choicesOf(path)}.${one}`, one) }))}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      ) : (
        <Switch
          size="sm"
          aria-label={label}
          data-testid={testId}
          checked={value === true}
          onChange={({ currentTarget: { checked } }) => choose(checked)}
        />
      )}
    </Labelled>
  )
}

/** What a grade brings is said in the same words for each grade. */
const choicesOf = (path: FieldPath) =>
  path.startsWith("enforcement.afterReview.") ? "after.action" : `after.${path}`

interface LabelledProps {
  readonly label: string
  readonly meaning: string
  readonly children: ReactNode
}

export function Labelled({ label, meaning, children }: LabelledProps) {
  return (
    <div className="after-field">
      <Meaning of={meaning}>{label}</Meaning>
      {children}
    </div>
  )
}

interface NumberInputProps {
  readonly label: string
  readonly meaning: string
  readonly unit: string
  readonly field: NumberRange
  /** Where the range alone does not say it. */
  readonly isAllowed?: (value: number) => boolean
  /** Said of an empty field, where it may be empty; null where it may not. */
  readonly none: string | null
  readonly testId: string
  readonly value: number | null
  readonly choose: (value: number | null) => void
}

/** A number with what it counts. */
export function NumberInput(props: NumberInputProps) {
  const { label, meaning, unit, field, none, testId, value, choose } = props
  const { isAllowed = (next) => fits(field, next) } = props
  const t = useT()
  const format = useFormat()
  const range = rangeText(t, format, field)
  return (
    <Labelled label={label} meaning={`${meaning} ${range}`}>
      <span className="after-number">
        <NumberField
          name={`${label} (${unit})`}
          value={value}
          isAllowed={isAllowed}
          onEmpty={field.orNone ? () => choose(null) : undefined}
          onChange={choose}
          range={`${t("after.range")} ${range}`}
          least={field.low}
          most={field.high}
          width={none ? 116 : 88}
          placeholder={none ?? undefined}
          testId={testId}
        />
        <span aria-hidden="true">{unit}</span>
      </span>
    </Labelled>
  )
}

function rangeText(t: Translate, format: Format, { low, high, open, whole }: NumberRange): string {
  const ends = { low: format.plain(low), high: format.plain(high) }
  const range = t(`after.range.${open ?? "closed"}`, ends)
  return whole ? `${range} ${t("after.range.whole")}` : range
}
