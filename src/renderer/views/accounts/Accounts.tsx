/** Accounts: who is behind each figure, one row an account. */
import { SegmentedControl } from "@mantine/core"
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react"
import { api } from "../../api/client.ts"
import { Live } from "../../components/Live.tsx"
import { type Format, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { archetypeName } from "../../names.ts"
import { OUTCOMES, type Outcome } from "../../state/account-filter.ts"
import { type Picture, useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { AccountDrawer } from "./AccountDrawer.tsx"
import { AccountTable } from "./AccountTable.tsx"
import "./accounts.css"
import { Chips } from "./Chips.tsx"
import { ColumnMenu, SortSelect } from "./Columns.tsx"
import { FilterMenu } from "./FilterMenu.tsx"
import { type NameSearch, useNameSearch, useNames } from "./names.ts"
import { sortRows } from "./rows.ts"
import { SearchBox } from "./SearchBox.tsx"
import { selectAccounts } from "./select.ts"
import { sortableColumns } from "./sortable.ts"

export function Accounts() {
  const { run } = useDial()
  const { account, search } = usePlace()
  const grid = useRef<HTMLDivElement>(null)
  const names = useNames(run.manifest.id, run.manifest.accounts)
  // Typing goes on while a million rows are searched.
  const searched = useDeferredValue(search)
  const nameSearch = useNameSearch(names, searched)
  const rows = useRows(searched, nameSearch)
  const [active, setActive] = useState(0)

  // Whoever looks at accounts will open one: by then its evidence can be generated.
  useEffect(() => {
    // If it cannot be prepared, opening an account says why.
    api.prepareInspector(run.manifest.id).catch(() => undefined)
  }, [run])
  // Another list begins at its top; in the list of an account that is open, the keyboard is on that account.
  useEffect(() => {
    const place = account === null ? 0 : rows.indexOf(account)
    setActive(Math.max(0, place))
  }, [rows])
  useEffect(() => {
    const place = account === null ? -1 : rows.indexOf(account)
    if (place >= 0) setActive(place)
  }, [account])

  return (
    <div className="accounts">
      <Controls />
      <Chips found={rows.length} nameShare={nameSearch.share} />
      <AccountTable grid={grid} rows={rows} names={names} active={active} onActive={setActive} />
      <AccountDrawer
        account={account}
        rows={rows}
        onClosed={() => grid.current?.focus({ preventScroll: true })}
      />
    </div>
  )
}

/** The rows that the address asks for, in its order. */
function useRows(search: string, { named }: NameSearch): Uint32Array {
  const { run } = useDial()
  const { threshold } = useRested()
  const labelled = useLabelled()
  const place = usePlace()
  const t = useT()
  const { outcome, grade, cohort, scores, memberOf, flips, flipsFrom, sort, descending } = place
  const found = useMemo(() => {
    const { columns, manifest } = run
    const { definition, threshold: own } = manifest.scenario
    const wanted = search.trim().toLowerCase()
    const isNamed = (id: string) =>
      wanted !== "" &&
      (id.includes(wanted) ||
        archetypeName(t, manifest.scenario.archetypes, id).toLowerCase().includes(wanted))
    const filter = { search, outcome, grade, cohort, scores, memberOf, flips, flipsFrom }
    return selectAccounts(filter, {
      threshold,
      label: labelled.label,
      grade: labelled.grade,
      risk: columns.risk,
      group: columns.group,
      archetype: columns.archetype,
      scores: columns.scores,
      cohorts: (kind) => labelled.cohortIndex(kind).cohorts,
      other: { threshold: flipsFrom ?? own, label: run.labelledBy(definition).label },
      namedArchetypes: manifest.archetypes.map(({ id }) => isNamed(id)),
      named,
    })
  }, [run, labelled, threshold, search, named, outcome, grade, cohort, scores, memberOf, flips, flipsFrom, t])
  return useMemo(() => {
    const values = sortableColumns(run, labelled)[sort]
    return values ? sortRows(found, values, descending) : descending ? found.toReversed() : found
  }, [run, labelled, found, sort, descending])
}

function Controls() {
  const { outcome } = usePlace()
  const t = useT()
  return (
    <div className="controls">
      <SearchBox />
      <SegmentedControl
        size="xs"
        aria-label={t("accounts.filter")}
        value={outcome}
        onChange={(next) => goTo({ outcome: next })}
        data={OUTCOMES.map((value) => ({ value, label: <OutcomeLabel outcome={value} /> }))}
      />
      <FilterMenu />
      <span className="controls-together">
        <SortSelect />
        <ColumnMenu />
      </span>
    </div>
  )
}

function countOf(outcome: Outcome, { point }: Picture): number {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = point.observed
  const counts: Record<Outcome, number> = {
    tp: truePositives,
    fp: falsePositives,
    tn: trueNegatives,
    fn: falseNegatives,
    flagged: truePositives + falsePositives,
    passed: trueNegatives + falseNegatives,
    all: point.judged + point.missing,
  }
  return counts[outcome]
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
