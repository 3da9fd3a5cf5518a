/** The head of a cohort's row, and the choice of which cohorts the rows are of. */
import { SegmentedControl } from "@mantine/core"
import { COHORT_KINDS, type CohortKind } from "../../../core/evaluation/index.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { useT } from "../../i18n/index.ts"
import { goTo } from "../../state/location.ts"
import { useCohortNames } from "./CohortChoice.tsx"

interface CohortHeadProps {
  readonly kind: CohortKind
  readonly row: { readonly name: string; readonly isTooSmall: boolean }
}

export function CohortHead({ kind, row: { name, isTooSmall } }: CohortHeadProps) {
  const t = useT()
  const named = useCohortNames()
  return (
    <th scope="row">
      {kind === "archetype" ? <ArchetypeName id={name} /> : named(kind, name)}
      {isTooSmall ? <span className="few-mark">{t("cohorts.tooFew")}</span> : null}
    </th>
  )
}

export function KindChoice({ kind }: { readonly kind: CohortKind }) {
  const t = useT()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("funnel.cohorts.kind")}
      value={kind}
      onChange={(next) => goTo({ cohorts: next })}
      data={COHORT_KINDS.map((value) => ({ value, label: t(`cohorts.kind.${value}`) }))}
    />
  )
}
