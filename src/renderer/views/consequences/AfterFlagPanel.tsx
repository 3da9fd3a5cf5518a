/** The settings after a flag: those that matter most at once, all others by section. */
import { Accordion, Switch } from "@mantine/core"
import { FIRST_COSTS } from "../../../core/evaluation/index.ts"
import { Panel } from "../../components/Panel.tsx"
import { useT } from "../../i18n/index.ts"
import { FIRST_AFTER_FLAG, leafAt } from "../../state/after-flag.ts"
import type { FieldPath } from "../../state/after-flag-fields.ts"
import { useDial, useRested } from "../../state/dial.ts"

import { WorkloadFields } from "../tradeoffs/tiers/WorkloadFields.tsx"
import { AfterFlagField, Labelled } from "./AfterFlagFields.tsx"
import { CohortCosts } from "./CohortCosts.tsx"
import { WEIGHED, WeighedCosts } from "./WeighedCosts.tsx"

/** What the rule for an overflowing queue begins with when it is switched on. */
const FIRST_OVERFLOW = { hours: 24, actFrom: 0.9 }

const FIRST: readonly FieldPath[] = [
  "review.reviewers",
  "review.hoursPerDay",
  "review.order",
  "review.secondOpinion",
  "enforcement.noticeDays",
  "costs.reviewerHour",
  "costs.wrongfulDay",
]
const OVERFLOW: readonly FieldPath[] = ["review.overflow.hours", "review.overflow.actFrom"]

const SECTIONS = {
  reviewers: [
    "review.truePositiveRate",
    "review.falsePositiveRate",
    "review.dontKnow",
    "review.agreement",
    "review.leniency",
    "review.serviceTimes",
    "review.startsAt",
    "review.reports",
  ],
  enforcement: [
    "enforcement.afterReview.occasional",
    "enforcement.afterReview.mostly",
    "enforcement.afterReview.full",
    "enforcement.complies",
    "enforcement.limitDays",
    "enforcement.suspendDays",
    "enforcement.recheckDays",
    "enforcement.horizonDays",
  ],
  strikes: ["enforcement.strikes.limitAt", "enforcement.strikes.suspendAt", "enforcement.strikes.lastDays"],
  appeals: [
    "appeals.authenticFile",
    "appeals.managedFile",
    "appeals.delayDays",
    "appeals.truePositiveRate",
    "appeals.falsePositiveRate",
    "appeals.secondsPerAppeal",
    "appeals.first",
  ],
  costs: ["costs.missedPer1000Followers"],
  readers: [
    "enforcement.limitedReach",
    "enforcement.labelledReach",
    "readers.positionBias",
    "readers.halfLifeHours",
    "readers.depth",
    "readers.leastFollowers",
  ],
} as const satisfies Readonly<Record<string, readonly FieldPath[]>>
type Section = keyof typeof SECTIONS
const SECTION_NAMES = Object.keys(SECTIONS) as Section[]

export function AfterFlagPanel() {
  const t = useT()
  const { review } = useRested().afterFlag
  return (
    <Panel title={t("after.title")} meaning={t("after.meaning")} className="panel-after-flag">
      <div className="after-flag" data-testid="after-flag">
        <Fields of={FIRST} />
        <OverflowSwitch />
        {review.overflow === null ? null : <Fields of={OVERFLOW} />}
      </div>
      <div className="after-workload">
        <WorkloadFields />
      </div>
      <Accordion multiple variant="contained" className="after-sections" order={3}>
        {SECTION_NAMES.map((section) => (
          <Accordion.Item value={section} key={section}>
            <Accordion.Control data-testid={`after-section-${section}`}>
              {t(`after.section.${section}`)} <Moved section={section} />
            </Accordion.Control>
            <Accordion.Panel>
              <p className="controls-note">{t(`after.section.${section}.note`)}</p>
              <div className="after-flag">
                {section === "costs" ? <WeighedCosts /> : null}
                <Fields of={SECTIONS[section]} />
                {section === "costs" ? <CohortCosts /> : null}
              </div>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Panel>
  )
}

const Fields = ({ of }: { readonly of: readonly FieldPath[] }) =>
  of.map((path) => <AfterFlagField key={path} path={path} />)

function OverflowSwitch() {
  const t = useT()
  const dial = useDial()
  const { afterFlag } = useRested()
  const { review } = afterFlag
  return (
    <Labelled label={t("after.overflow")} meaning={t("after.overflow.meaning")}>
      <Switch
        size="sm"
        aria-label={t("after.overflow")}
        data-testid="after-overflow"
        checked={review.overflow !== null}
        onChange={({ currentTarget: { checked } }) =>
          dial.set({
            afterFlag: { ...afterFlag, review: { ...review, overflow: checked ? FIRST_OVERFLOW : null } },
          })
        }
      />
    </Labelled>
  )
}

/** How many of a closed section's settings are not the usual ones: nothing that counts is hidden. */
function Moved({ section }: { readonly section: Section }) {
  const t = useT()
  const { afterFlag, costs } = useRested()
  const paths: readonly FieldPath[] = SECTIONS[section]
  const moreCosts =
    WEIGHED.filter((part) => costs[part] !== FIRST_COSTS[part]).length +
    Object.values(afterFlag.costs.falsePositiveOf).flatMap((of) => Object.keys(of)).length
  const moved =
    paths.filter((path) => leafAt(afterFlag, path) !== leafAt(FIRST_AFTER_FLAG, path)).length +
    (section === "costs" ? moreCosts : 0)
  return moved === 0 ? null : (
    <span className="after-moved">{t("after.moved", { moved: String(moved) })}</span>
  )
}
