/** A cohort of the run, to be chosen among those that are not there yet. */
import { NativeSelect } from "@mantine/core"
import { useMemo } from "react"
import { COHORT_KINDS, type CohortKind, cohortsOf } from "../../../core/evaluation/index.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"

interface CohortChoiceProps {
  readonly label: string
  /** Said while none is chosen. */
  readonly placeholder: string
  readonly testId: string
  readonly isThere: (kind: CohortKind, name: string) => boolean
  readonly choose: (kind: CohortKind, name: string) => void
}

export function CohortChoice({ label, placeholder, testId, isThere, choose }: CohortChoiceProps) {
  const t = useT()
  const { manifest, columns } = useDial().run
  const named = useCohortNames()
  const cohorts = useMemo(
    () => COHORT_KINDS.map((kind) => ({ kind, names: cohortsOf(kind, columns, manifest.archetypes).names })),
    [columns, manifest],
  )
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data-testid={testId}
      value=""
      data={[
        { value: "", label: placeholder },
        ...cohorts.map(({ kind, names }) => ({
          group: t(`cohorts.kind.${kind}`),
          items: names
            .filter((name) => !isThere(kind, name))
            .map((name) => ({ value: JSON.stringify([kind, name]), label: named(kind, name) })),
        })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        if (value !== "") choose(...(JSON.parse(value) as [CohortKind, string]))
      }}
    />
  )
}

/** What the run's cohorts are called. */
export function useCohortNames(): (kind: CohortKind, name: string) => string {
  const t = useT()
  const format = useFormat()
  const { archetypes } = useDial().run.manifest.scenario
  return (kind, name) => cohortName(t, format, archetypes, kind, name)
}
