/** The filters beyond outcome and search: grade, cohort, scores, group and flips. What is set shows as a chip. */
import { Button, Fieldset, NumberInput, Popover, Select } from "@mantine/core"
import { useState } from "react"
import { COHORT_KINDS, type CohortKind } from "../../../core/evaluation/index.ts"
import { GRADES } from "../../../core/policy/definition.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName, detectorName } from "../../names.ts"
import { FLIP_KINDS, withRange } from "../../state/account-filter.ts"
import { useDial, useLabelled } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"

export function FilterMenu() {
  const t = useT()
  return (
    <Popover width={470} position="bottom-start" withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button size="xs" variant="default" data-testid="filters">
          {t("filters.title")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="filter-panel" data-testid="filter-panel">
        <CohortFilter />
        <ScoreFilter />
        <FlipFilter />
        <TruthFilter />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Lists within the panel, so that choosing from one does not close it. */
const INSIDE = { withinPortal: false }

function CohortFilter() {
  const { run } = useDial()
  const labelled = useLabelled()
  const { cohort } = usePlace()
  const t = useT()
  const format = useFormat()
  const [kind, setKind] = useState<CohortKind>(cohort?.kind ?? "archetype")
  const { names } = labelled.cohortIndex(kind).cohorts
  const told = run.manifest.scenario.archetypes
  return (
    <Fieldset legend={t("filters.cohort")} variant="unstyled">
      <div className="filter-row">
        <Select
          size="xs"
          w={124}
          aria-label={t("cohorts.kind")}
          comboboxProps={INSIDE}
          data={COHORT_KINDS.map((value) => ({ value, label: t(`cohorts.kind.${value}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => {
            setKind(COHORT_KINDS.find((one) => one === value) ?? "archetype")
            goTo({ cohort: null })
          }}
        />
        <Select
          size="xs"
          flex={1}
          aria-label={t("filters.cohort")}
          comboboxProps={INSIDE}
          placeholder={t("filters.any")}
          searchable
          clearable
          clearButtonProps={{ "aria-label": t("filters.clear") }}
          data={names.map((value) => ({ value, label: cohortName(t, format, told, kind, value) }))}
          value={cohort?.kind === kind ? cohort.name : null}
          onChange={(name) => goTo({ cohort: name === null ? null : { kind, name } })}
          data-testid="cohort-select"
        />
      </div>
    </Fieldset>
  )
}

function ScoreFilter() {
  const { run } = useDial()
  const { scores } = usePlace()
  const t = useT()
  const [of, setOf] = useState("risk")
  const [from, setFrom] = useState<number | string>(0)
  const [to, setTo] = useState<number | string>(1)
  const isRange = typeof from === "number" && typeof to === "number" && from <= to
  const bound = {
    size: "xs",
    w: 84,
    min: 0,
    max: 1,
    step: 0.05,
    decimalScale: 5,
    clampBehavior: "strict",
  } as const
  return (
    <Fieldset legend={t("filters.score")} variant="unstyled">
      <div className="filter-row">
        <Select
          size="xs"
          flex={1}
          aria-label={t("filters.scoreOf")}
          comboboxProps={INSIDE}
          data={[
            { value: "risk", label: t("column.risk") },
            ...run.manifest.detectors.map(({ id, title }) => ({
              value: id,
              label: detectorName(t, id, title),
            })),
          ]}
          value={of}
          allowDeselect={false}
          onChange={(value) => value && setOf(value)}
        />
        <NumberInput {...bound} aria-label={t("filters.from")} value={from} onChange={setFrom} />
        <span aria-hidden="true">–</span>
        <NumberInput {...bound} aria-label={t("filters.to")} value={to} onChange={setTo} />
        <Button
          size="xs"
          variant="default"
          disabled={!isRange}
          onClick={() => {
            if (isRange) goTo({ scores: withRange(scores, { of, from, to }) })
          }}
        >
          {t("filters.add")}
        </Button>
      </div>
      <p className="filter-help">{t("filters.score.help")}</p>
    </Fieldset>
  )
}

function FlipFilter() {
  const { run } = useDial()
  const { flips, flipsFrom } = usePlace()
  const t = useT()
  const own = run.manifest.scenario.threshold
  return (
    <Fieldset legend={t("filters.flips")} variant="unstyled">
      <div className="filter-row">
        <Select
          size="xs"
          flex={1}
          aria-label={t("filters.flips")}
          comboboxProps={INSIDE}
          placeholder={t("filters.any")}
          clearable
          clearButtonProps={{ "aria-label": t("filters.clear") }}
          data={FLIP_KINDS.map((value) => ({ value, label: t(`flips.${value}`) }))}
          value={flips}
          onChange={(value) =>
            goTo({ flips: FLIP_KINDS.find((one) => one === value) ?? null, outcome: "all" })
          }
          data-testid="flips-select"
        />
        <NumberInput
          size="xs"
          w={132}
          aria-label={t("filters.against")}
          prefix={t("filters.againstPrefix")}
          min={0}
          max={1}
          step={0.05}
          decimalScale={5}
          value={flipsFrom ?? own}
          onChange={(value) =>
            goTo({
              flipsFrom:
                typeof value === "number" && value !== own && value >= 0 && value <= 1 ? value : null,
            })
          }
        />
      </div>
      <p className="filter-help">{t("filters.flips.help")}</p>
    </Fieldset>
  )
}

/** What no platform knows of its accounts. */
function TruthFilter() {
  const { grade, memberOf } = usePlace()
  const t = useT()
  return (
    <Fieldset legend={t("filters.truth")} variant="unstyled">
      <div className="filter-row">
        <Select
          size="xs"
          flex={1}
          aria-label={t("accounts.grade")}
          comboboxProps={INSIDE}
          data={[
            { value: "", label: t("accounts.grade.all") },
            ...GRADES.map((value) => ({ value, label: t(`grade.${value}`) })),
          ]}
          value={grade ?? ""}
          allowDeselect={false}
          data-testid="grade-select"
          onChange={(value) => goTo({ grade: GRADES.find((one) => one === value) ?? null })}
        />
        <NumberInput
          size="xs"
          w={132}
          aria-label={t("truth.group")}
          placeholder={t("filters.group")}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          value={memberOf ?? ""}
          onChange={(value) => goTo({ memberOf: typeof value === "number" ? value : null })}
        />
      </div>
      <p className="filter-help">{t("filters.truth.help")}</p>
    </Fieldset>
  )
}
