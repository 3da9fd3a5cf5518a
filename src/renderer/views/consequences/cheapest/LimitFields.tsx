/** The limits: on who is wrongly acted on, at all and by cohort, on waiting, and the reviewers that may be had. */
import { CloseButton, Input, NativeSelect } from "@mantine/core"
import type { Cap } from "../../../../core/evaluation/index.ts"
import { Meaning } from "../../../components/Meaning.tsx"
import { NumberField } from "../../../components/NumberField.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useDial, useRested } from "../../../state/dial.ts"
import { withCap } from "../../tradeoffs/caps.ts"
import { shareOf } from "../../tradeoffs/suggest/wish.ts"
import { CohortChoice, useCohortNames } from "../CohortChoice.tsx"
import { isAllowed, type LimitName, type Limits, REPLICATES } from "./limits.ts"

const NAMES: readonly LimitName[] = ["mostActedOn", "hours", "mostWaiting", "upToReviewers"]
/** What a cap begins with. */
const FIRST_CAP = 0.02

interface LimitFieldsProps {
  readonly limits: Limits
  readonly change: (change: Partial<Limits>) => void
}

export function LimitFields({ limits, change }: LimitFieldsProps) {
  const t = useT()
  const format = useFormat()
  const { afterFlag } = useRested()
  return (
    <>
      <div className="after-flag">
        {NAMES.map((name) => (
          <div className="after-field" key={name}>
            <Meaning of={t(`cheapest.${name}.meaning`)}>{t(`cheapest.${name}`)}</Meaning>
            <Input
              size="xs"
              w={150}
              type="number"
              min={0}
              step="any"
              placeholder={
                name === "upToReviewers"
                  ? t("cheapest.asSet", { reviewers: format.count(afterFlag.review.reviewers) })
                  : t("cheapest.noLimit")
              }
              error={!isAllowed(name, limits[name])}
              aria-invalid={!isAllowed(name, limits[name])}
              aria-label={t(`cheapest.${name}`)}
              title={isAllowed(name, limits[name]) ? undefined : t("after.range")}
              data-testid={`cheapest-${name}`}
              value={limits[name]}
              onChange={({ currentTarget: { value } }) => change({ [name]: value })}
            />
          </div>
        ))}
        <div className="after-field">
          <Meaning of={t("cheapest.replicates.meaning")}>{t("cheapest.replicates")}</Meaning>
          <NativeSelect
            size="xs"
            aria-label={t("cheapest.replicates")}
            data-testid="cheapest-replicates"
            value={limits.replicates}
            data={[...REPLICATES]}
            onChange={({ currentTarget: { value } }) => change({ replicates: value })}
          />
        </div>
      </div>
      <CapFields />
    </>
  )
}

/** The setting's caps, as Trade-offs has them: undone with it, kept in the address, saved with the policy. */
function CapFields() {
  const t = useT()
  const dial = useDial()
  const { caps } = useRested()
  const named = useCohortNames()
  const set = ({ kind, name }: Pick<Cap, "kind" | "name">, maxFpr: number | null) =>
    dial.set({ caps: withCap(caps, kind, name, maxFpr) })
  return (
    <div className="after-flag cheapest-caps">
      {caps.map((cap) => (
        <div className="after-field" key={`${cap.kind}:${cap.name}`}>
          <span>{t("cheapest.cap", { cohort: named(cap.kind, cap.name) })}</span>
          <span className="cheapest-cap">
            <CapField
              name={named(cap.kind, cap.name)}
              maxFpr={cap.maxFpr}
              choose={(maxFpr) => set(cap, maxFpr)}
            />
            <CloseButton
              size="sm"
              aria-label={t("cheapest.cap.remove", { cohort: named(cap.kind, cap.name) })}
              onClick={() => set(cap, null)}
            />
          </span>
        </div>
      ))}
      <div className="after-field">
        <Meaning of={t("cheapest.cap.add.meaning")}>{t("cheapest.cap.add")}</Meaning>
        <CohortChoice
          label={t("cheapest.cap.add")}
          placeholder={t("cheapest.cap.choose")}
          testId="cheapest-cap-add"
          isOffered={(kind, name) => !caps.some((cap) => cap.kind === kind && cap.name === name)}
          choose={(kind, name) => set({ kind, name }, FIRST_CAP)}
        />
      </div>
    </div>
  )
}

interface CapFieldProps {
  readonly name: string
  readonly maxFpr: number
  readonly choose: (maxFpr: number) => void
}

function CapField({ name, maxFpr, choose }: CapFieldProps) {
  const t = useT()
  return (
    <NumberField
      name={t("cheapest.cap", { cohort: name })}
      value={shareOf(maxFpr * 1e4)}
      isAllowed={(percent) => percent > 0 && percent < 100}
      onChange={(percent) => choose(shareOf(percent))}
      width={92}
      unit="%"
    />
  )
}
