/** Accounts: who is behind each figure, one row an account. */
import { SegmentedControl, Select } from "@mantine/core"
import { useMemo } from "react"
import { GRADES } from "../../../core/policy/definition.ts"
import { Live } from "../../components/Live.tsx"
import { type Format, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { detectorName } from "../../names.ts"
import { type Picture, useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { OUTCOMES, type Outcome } from "../../state/place.ts"
import { AccountDrawer } from "./AccountDrawer.tsx"
import { AccountTable } from "./AccountTable.tsx"
import { accountsWith, sortRows, withGrade } from "./rows.ts"
import { sortableColumns } from "./sortable.ts"

export function Accounts() {
  const { run } = useDial()
  const { threshold } = useRested()
  const labelled = useLabelled()
  const { outcome, grade, sort, descending, account } = usePlace()
  const t = useT()
  const format = useFormat()

  const found = useMemo(() => {
    const all = accountsWith(outcome, { risk: run.columns.risk, label: labelled.label }, threshold)
    return grade === null ? all : withGrade(all, labelled.grade, GRADES.indexOf(grade))
  }, [run, labelled, outcome, grade, threshold])
  const rows = useMemo(() => {
    const values = sortableColumns(run, labelled)[sort]
    return values ? sortRows(found, values, descending) : descending ? found.toReversed() : found
  }, [run, labelled, found, sort, descending])

  return (
    <div className="accounts">
      <div className="controls">
        <SegmentedControl
          size="xs"
          aria-label={t("accounts.filter")}
          value={outcome}
          onChange={(next) => goTo({ outcome: next })}
          data={OUTCOMES.map((value) => ({ value, label: <OutcomeLabel outcome={value} /> }))}
        />
        <GradeSelect />
        <SortSelect />
      </div>
      <p className="outcome-words">
        {t(`outcome.${outcome}.long`)}{" "}
        <Live
          className="controls-note"
          read={({ setting }) =>
            t("accounts.atThreshold", { threshold: format.threshold(setting.threshold) })
          }
        />
      </p>
      <AccountTable rows={rows} />
      <AccountDrawer account={account} />
    </div>
  )
}

function countOf(outcome: Outcome, { point }: Picture): number {
  const { observed } = point
  if (outcome === "tp") return observed.truePositives
  if (outcome === "fp") return observed.falsePositives
  if (outcome === "tn") return observed.trueNegatives
  if (outcome === "fn") return observed.falseNegatives
  return point.judged + point.missing
}

function OutcomeLabel({ outcome }: { readonly outcome: Outcome }) {
  const t = useT()
  const format: Format = useFormat()
  return (
    <span className="outcome-label">
      {t(`outcome.${outcome}.name`)}{" "}
      <Live testId={`count-${outcome}`} read={(picture) => format.count(countOf(outcome, picture))} />
    </span>
  )
}

function GradeSelect() {
  const { grade } = usePlace()
  const t = useT()
  return (
    <Select
      size="xs"
      w={124}
      aria-label={t("accounts.grade")}
      data={[
        { value: "", label: t("accounts.grade.all") },
        ...GRADES.map((value) => ({ value, label: t(`grade.${value}`) })),
      ]}
      value={grade ?? ""}
      allowDeselect={false}
      data-testid="grade-select"
      onChange={(value) => goTo({ grade: GRADES.find((one) => one === value) ?? null })}
    />
  )
}

function SortSelect() {
  const { run } = useDial()
  const { sort, descending } = usePlace()
  const t = useT()
  const columns = [
    { value: "account", label: t("column.account") },
    { value: "risk", label: t("column.risk") },
    ...run.manifest.detectors.map(({ id, title }) => ({ value: id, label: detectorName(t, id, title) })),
    { value: "posts", label: t("column.posts") },
    { value: "followers", label: t("column.followers") },
    { value: "grade", label: t("column.grade") },
    { value: "archetype", label: t("column.archetype") },
    { value: "language", label: t("column.language") },
  ]
  return (
    <>
      <Select
        size="xs"
        w={168}
        aria-label={t("accounts.sortBy")}
        data={columns}
        value={sort}
        allowDeselect={false}
        onChange={(value) => value && goTo({ sort: value })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t("accounts.order")}
        value={descending ? "down" : "up"}
        onChange={(value) => goTo({ descending: value === "down" })}
        data={[
          { value: "down", label: t("accounts.descending") },
          { value: "up", label: t("accounts.ascending") },
        ]}
      />
    </>
  )
}
