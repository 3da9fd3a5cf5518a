/** What the table is ordered by, and which columns it shows. */
import { Button, Checkbox, Popover, SegmentedControl, Select } from "@mantine/core"
import type { Translate } from "../../i18n/index.ts"
import { useT } from "../../i18n/index.ts"
import { detectorName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import type { LoadedRun } from "../../state/run.ts"

interface Column {
  readonly value: string
  readonly label: string
}

/** What the truth tells; whoever wants to judge first leaves these out. */
export const TRUTH_COLUMNS: readonly string[] = ["archetype", "grade"]

/** By id, in the table's order; the account's number is always there. */
function columnNames({ manifest }: LoadedRun, t: Translate): Column[] {
  return [
    { value: "name", label: t("column.name") },
    { value: "archetype", label: t("column.archetype") },
    { value: "grade", label: t("column.grade") },
    { value: "risk", label: t("column.risk") },
    ...manifest.detectors.map(({ id, title }) => ({ value: id, label: detectorName(t, id, title) })),
    { value: "posts", label: t("column.posts") },
    { value: "followers", label: t("column.followers") },
    { value: "language", label: t("column.language") },
  ]
}

export function SortSelect() {
  const { run } = useDial()
  const { sort, descending } = usePlace()
  const t = useT()
  // Names are known only of accounts that somebody looked at.
  const sortable = columnNames(run, t).filter(({ value }) => value !== "name")
  return (
    <>
      <Select
        size="xs"
        w={150}
        aria-label={t("accounts.sortBy")}
        data={[{ value: "account", label: t("column.account") }, ...sortable]}
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

export function ColumnMenu() {
  const { run } = useDial()
  const { hidden } = usePlace()
  const t = useT()
  const columns = columnNames(run, t)
  const isBlind = TRUTH_COLUMNS.every((column) => hidden.includes(column))
  const show = (shown: readonly string[]) =>
    goTo({ hidden: columns.map(({ value }) => value).filter((value) => !shown.includes(value)) })
  const others = hidden.filter((column) => !TRUTH_COLUMNS.includes(column))
  return (
    <Popover width={420} position="bottom-end" withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button size="xs" variant="default">
          {t("columns.title")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="filter-panel">
        <Checkbox
          size="xs"
          label={t("columns.blind")}
          description={t("columns.blind.help")}
          checked={isBlind}
          onChange={() => goTo({ hidden: isBlind ? others : [...others, ...TRUTH_COLUMNS] })}
        />
        <Checkbox.Group
          size="xs"
          label={t("columns.shown")}
          value={columns.map(({ value }) => value).filter((value) => !hidden.includes(value))}
          onChange={show}
        >
          <div className="column-list">
            {columns.map(({ value, label }) => (
              <Checkbox key={value} size="xs" value={value} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
