/** The runs in the store: what each is, what it takes, and what can be done with it. */
import { Button, Checkbox } from "@mantine/core"
import { useMemo, useState } from "react"
import type { RunEntry } from "../../../api/contract.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { runName } from "../../names.ts"
import { OWN_AGAINST, START_COMPARED } from "../../state/compared-place.ts"
import { openRun } from "../../state/job.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { ownPlaceOf } from "../../state/setting-place.ts"
import { RenameDialog } from "./RenameDialog.tsx"
import { RunMenu } from "./RunMenu.tsx"
import { NEWEST_FIRST, RUN_COLUMNS, type RunColumn, sortRuns, turned } from "./sort-runs.ts"

/** Of the digest: enough to tell runs apart. */
const SHOWN_DIGITS = 10

export function RunList({ runs }: { readonly runs: readonly RunEntry[] }) {
  const format = useFormat()
  const [order, setOrder] = useState(NEWEST_FIRST)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [renamed, setRenamed] = useState<RunEntry | null>(null)
  const sorted = useMemo(
    () => sortRuns(runs, order, new Intl.Collator(format.language, { numeric: true })),
    [runs, order, format],
  )
  // A run that was deleted meanwhile is not selected any more.
  const chosen = runs.filter(({ id }) => selected.includes(id))
  const select = (id: string, on: boolean) =>
    setSelected(on ? [...selected, id] : selected.filter((one) => one !== id))
  return (
    <>
      <CompareSelected chosen={chosen} />
      <div className="runs-scroll">
        <table className="data runs-table" data-testid="runs">
          <thead>
            <tr>
              <td />
              {RUN_COLUMNS.map((column) => (
                <SortableHead
                  key={column}
                  column={column}
                  sorted={order.by === column ? (order.descending ? "descending" : "ascending") : "none"}
                  sort={() => setOrder(turned(order, column))}
                />
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {sorted.map((run) => (
              <Row
                key={run.id}
                run={run}
                isSelected={selected.includes(run.id)}
                select={(on) => select(run.id, on)}
                rename={() => setRenamed(run)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {renamed ? <RenameDialog run={renamed} close={() => setRenamed(null)} /> : null}
    </>
  )
}

interface SortableHeadProps {
  readonly column: RunColumn
  readonly sorted: "none" | "ascending" | "descending"
  readonly sort: () => void
}

function SortableHead({ column, sorted, sort }: SortableHeadProps) {
  const t = useT()
  const label = t(`runs.${column}`)
  const explained = column === "name" || column === "bytes"
  const arrow = { none: "↕", ascending: "↑", descending: "↓" }[sorted]
  return (
    <th
      scope="col"
      aria-sort={sorted}
      className={column === "name" || column === "createdAt" ? "" : "number"}
    >
      {explained ? <Meaning of={t(`runs.${column}.meaning`)}>{label}</Meaning> : label}
      <button
        type="button"
        className="runs-sort"
        aria-label={t("runs.sort", { column: label })}
        onClick={sort}
      >
        {arrow}
      </button>
    </th>
  )
}

interface RowProps {
  readonly run: RunEntry
  readonly isSelected: boolean
  readonly select: (on: boolean) => void
  readonly rename: () => void
}

function Row({ run, isSelected, select, rename }: RowProps) {
  const t = useT()
  const format = useFormat()
  const { run: opened } = usePlace()
  const isOpen = run.id === opened
  const name = runName(run)
  return (
    <tr aria-current={isOpen ? "true" : undefined} data-testid={`run-${run.id}`}>
      <td>
        <Checkbox
          size="md"
          className="runs-select"
          aria-label={t("runs.select", { run: name })}
          checked={isSelected}
          onChange={(event) => select(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <span className="runs-name">{name}</span>
        {isOpen ? <span className="runs-open">{t("runs.isOpen")}</span> : null}
        <span className="facts runs-facts" title={run.digest}>
          {t("runs.facts", {
            scenario: run.name,
            seed: run.seed,
            digest: run.digest.slice(0, SHOWN_DIGITS),
          })}
        </span>
      </th>
      <td className="number">{format.count(run.accounts)}</td>
      <td>{format.moment(run.createdAt)}</td>
      <td className="number">{format.duration(run.seconds)}</td>
      <td className="number">{format.bytes(run.bytes)}</td>
      <td>
        <div className="runs-row-actions">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t("runs.openNamed", { run: run.id })}
            onClick={() => openRun(run.id)}
          >
            {t("runs.open")}
          </Button>
          <RunMenu run={run} rename={rename} />
        </div>
      </td>
    </tr>
  )
}

/** The older of two runs is what the newer one is held against. */
function CompareSelected({ chosen }: { readonly chosen: readonly RunEntry[] }) {
  const t = useT()
  function compare(): void {
    const [before, after] = chosen.toSorted((x, y) => (x.createdAt < y.createdAt ? -1 : 1))
    goTo({
      view: "compare",
      ...ownPlaceOf(after!.id),
      ...START_COMPARED,
      against: { ...OWN_AGAINST, run: before!.id },
    })
  }
  return (
    <div className="runs-compare">
      <Button size="compact-sm" variant="default" disabled={chosen.length !== 2} onClick={compare}>
        {t("runs.compare")}
      </Button>
      {chosen.length === 2 ? null : <span className="facts">{t("runs.compareHint")}</span>}
    </div>
  )
}
