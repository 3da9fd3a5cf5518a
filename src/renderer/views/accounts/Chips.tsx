/** What the list is narrowed to: its number, each filter as a chip that can be taken away, and what the outcome means. */
import { Button, Pill } from "@mantine/core"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { cohortName, detectorName } from "../../names.ts"
import { ANY_ACCOUNT } from "../../state/account-filter.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import type { Place } from "../../state/place.ts"
import { type LoadedRun, sameDefinition } from "../../state/run.ts"

interface ChipsProps {
  readonly found: number
  /** Share of the names that a search has seen. */
  readonly nameShare: number
}

export function Chips({ found, nameShare }: ChipsProps) {
  const { run } = useDial()
  const { threshold, definition } = useRested()
  const place = usePlace()
  const t = useT()
  const format = useFormat()
  const chips = chipsOf(run, place, t, format)
  const { scenario } = run.manifest
  const nobodyFlips =
    place.flips !== null &&
    threshold === (place.flipsFrom ?? scenario.threshold) &&
    sameDefinition(definition, scenario.definition)
  return (
    <div className="chips">
      <p role="status" className="found" data-testid="accounts-found">
        {t("accounts.found", { count: found, all: format.count(run.manifest.accounts) })}
        {nameShare < 1 ? ` ${t("search.progress", { share: format.share(nameShare) })}` : ""}
      </p>
      <p className="outcome-words">
        {nobodyFlips ? t("filters.nobodyFlips") : t(`outcome.${place.outcome}.long`)}{" "}
        <span className="controls-note">
          {t("accounts.atThreshold", { threshold: format.threshold(threshold) })}
        </span>
      </p>
      {chips.map(({ name, without }) => (
        <Pill
          key={name}
          size="md"
          withRemoveButton
          onRemove={() => goTo(without)}
          removeButtonProps={{
            "aria-label": t("filters.remove", { name }),
            tabIndex: 0,
            "aria-hidden": false,
          }}
        >
          {name}
        </Pill>
      ))}
      {chips.length > 0 ? (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => goTo({ ...ANY_ACCOUNT, outcome: place.outcome })}
        >
          {t("filters.clearAll")}
        </Button>
      ) : null}
    </div>
  )
}

interface Chip {
  readonly name: string
  /** The place without the filter. */
  readonly without: Partial<Place>
}

function chipsOf({ manifest }: LoadedRun, place: Place, t: Translate, format: Format): Chip[] {
  const { search, grade, cohort, scores, memberOf, flips, flipsFrom } = place
  const { scenario, detectors } = manifest
  const chips: Chip[] = []
  if (search !== "") chips.push({ name: t("chip.search", { search }), without: { search: "" } })
  if (grade !== null)
    chips.push({ name: t("chip.grade", { grade: t(`grade.${grade}`) }), without: { grade: null } })
  if (cohort !== null)
    chips.push({
      name: t("chip.cohort", {
        kind: t(`cohorts.kind.${cohort.kind}`),
        name: cohortName(t, format, scenario.archetypes, cohort.kind, cohort.name),
      }),
      without: { cohort: null },
    })
  for (const range of scores) {
    const detector = detectors.find(({ id }) => id === range.of)
    const score =
      range.of === "risk" ? t("column.risk") : detectorName(t, range.of, detector?.title ?? range.of)
    chips.push({
      name: t("chip.score", { score, from: format.plain(range.from), to: format.plain(range.to) }),
      without: { scores: scores.filter((other) => other !== range) },
    })
  }
  if (memberOf !== null)
    chips.push({ name: t("truth.groupNumber", { group: memberOf }), without: { memberOf: null } })
  if (flips !== null)
    chips.push({
      name: t("chip.flips", {
        flips: t(`flips.${flips}`),
        threshold: format.threshold(flipsFrom ?? scenario.threshold),
      }),
      without: { flips: null, flipsFrom: null },
    })
  return chips
}
