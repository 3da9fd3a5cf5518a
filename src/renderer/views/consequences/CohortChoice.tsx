/** A cohort of the run, to be chosen among some of them. */
import { NativeSelect } from "@mantine/core"
import { useMemo } from "react"
import { COHORT_KINDS, type CohortKind, cohortsOf } from "../../../core/evaluation/index.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"

export interface Cohort {
  readonly kind: CohortKind
  readonly name: string
}

interface CohortChoiceProps {
  readonly label: string
  /** Said of none. */
  readonly placeholder: string
  readonly testId: string
  readonly isOffered: (kind: CohortKind, name: string) => boolean
  readonly choose: (kind: CohortKind, name: string) => void
  /** What was chosen, where it stays so until none is. */
  readonly chosen?: Cohort | null
  readonly onNone?: () => void
}

export function CohortChoice({
  label,
  placeholder,
  testId,
  isOffered,
  choose,
  chosen = null,
  onNone,
}: CohortChoiceProps) {
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
      value={chosen === null ? "" : optionOf(chosen.kind, chosen.name)}
      data={[
        { value: "", label: placeholder },
        ...cohorts.map(({ kind, names }) => ({
          group: t(`cohorts.kind.${kind}`),
          items: names
            .filter((name) => isOffered(kind, name))
            .map((name) => ({ value: optionOf(kind, name), label: named(kind, name) })),
        })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        if (value === "") onNone?.()
        else choose(...(JSON.parse(value) as [CohortKind, string]))
      }}
    />
  )
}

const optionOf = (kind: CohortKind, name: string) => JSON.stringify([kind, name])

/** What the run's cohorts are called. */
export function useCohortNames(): (kind: CohortKind, name: string) => string {
  const t = useT()
  const format = useFormat()
  const { archetypes } = useDial().run.manifest.scenario
  return (kind, name) => cohortName(t, format, archetypes, kind, name)
}
