// biome-ignore-all lint/a11y/useSemanticElements: a table of a million rows has to be virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows
/** The table: as many rows as there are accounts, as many elements as fit the window. */
import { Tooltip } from "@mantine/core"
import {
  columnSizingFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table"
import { useVirtualizer } from "@tanstack/react-virtual"
import {
  type CSSProperties,
  createContext,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
} from "react"
import { LANGUAGES } from "../../../core/evidence/evidence.ts"
import { GRADES } from "../../../core/policy/definition.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { ClassMark } from "../../components/ClassMark.tsx"
import { Score } from "../../components/Score.tsx"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { detectorMeaning, detectorName, languageName } from "../../names.ts"
import { useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import type { LabelledRun, LoadedRun } from "../../state/run.ts"
import { type Names, useNamesInSight } from "./names.ts"

const ROW_HEIGHT = 32

/** Pixels of the first column, beside which the second one stays when the others are scrolled. */
const ACCOUNT_WIDTH = 92

/** Browsers place boxes in single precision: beyond 2^24 pixels of height rows would not lie where they belong. */
const MOST_ROWS = 500_000

/** The account whose row the keyboard is on. */
const ActiveAccount = createContext<number | null>(null)

/** Tells an account's name once it is known. */
const NameOf = createContext<(account: number) => string | undefined>(() => undefined)

const features = tableFeatures({ rowSortingFeature, columnSizingFeature })
const helper = createColumnHelper<typeof features, { account: number }>()

function columnsOf(
  run: LoadedRun,
  { grade, label }: LabelledRun,
  t: Translate,
  format: Format,
  threshold: number,
) {
  const { columns, manifest } = run
  return helper.columns([
    helper.accessor("account", {
      header: t("column.account"),
      size: ACCOUNT_WIDTH,
      cell: ({ row }) => row.original.account,
    }),
    helper.display({
      id: "name",
      header: t("column.name"),
      size: 150,
      cell: ({ row }) => <NameOf.Consumer>{(nameOf) => nameOf(row.original.account) ?? ""}</NameOf.Consumer>,
    }),
    helper.accessor(({ account }) => columns.archetype[account]!, {
      id: "archetype",
      header: t("column.archetype"),
      size: 212,
      cell: ({ row }) => (
        <ClassMark managed={label[row.original.account] === 1}>
          <ActiveAccount.Consumer>
            {(active) => (
              <ArchetypeName
                id={manifest.archetypes[columns.archetype[row.original.account]!]!.id}
                // The active row's name is reached by Tab; the others would be a stop a row.
                tabIndex={active === row.original.account ? 0 : -1}
              />
            )}
          </ActiveAccount.Consumer>
        </ClassMark>
      ),
    }),
    helper.accessor(({ account }) => grade[account]!, {
      id: "grade",
      header: t("column.grade"),
      size: 92,
      cell: ({ getValue }) => t(`grade.${GRADES[getValue()]!}`),
    }),
    helper.accessor(({ account }) => columns.risk[account]!, {
      id: "risk",
      header: t("column.risk"),
      size: 104,
      cell: ({ getValue }) => <Score value={getValue()} digits={4} flagged={getValue() >= threshold} />,
    }),
    ...manifest.detectors.map(({ id, title }) =>
      helper.accessor(({ account }) => columns.scores[id]?.[account] ?? Number.NaN, {
        id,
        header: detectorName(t, id, title),
        size: 118,
        cell: ({ getValue }) => <Score value={getValue()} digits={3} />,
      }),
    ),
    helper.accessor(({ account }) => columns.postCount[account]!, {
      id: "posts",
      header: t("column.posts"),
      size: 76,
      cell: ({ getValue }) => format.count(getValue()),
    }),
    helper.accessor(({ account }) => columns.followers[account]!, {
      id: "followers",
      header: t("column.followers"),
      size: 96,
      cell: ({ getValue }) => format.count(getValue()),
    }),
    helper.accessor(({ account }) => columns.language[account]!, {
      id: "language",
      header: t("column.language"),
      size: 104,
      cell: ({ getValue }) => languageName(t, LANGUAGES[getValue()] ?? "?"),
    }),
  ])
}

function columnMeaning({ manifest }: LoadedRun, t: Translate, id: string): string {
  const detector = manifest.detectors.find((one) => one.id === id)
  return detector ? detectorMeaning(t, id, detector.title) : t.known(`column.${id}.meaning`, id)
}

const NOBODY: readonly number[] = []
const NUMERIC = new Set(["account", "posts", "followers"])

interface AccountTableProps {
  readonly grid: RefObject<HTMLDivElement | null>
  readonly rows: Uint32Array
  readonly names: Names
  /** The row that the keyboard is on. */
  readonly active: number
  readonly onActive: (row: number) => void
}

export function AccountTable({ grid: scroller, rows, names, active, onActive }: AccountTableProps) {
  const { run } = useDial()
  const { threshold } = useRested()
  const labelled = useLabelled()
  const { sort, descending, hidden, account: opened } = usePlace()
  const t = useT()
  const format = useFormat()

  const shown = Math.min(rows.length, MOST_ROWS)
  const virtualizer = useVirtualizer({
    count: shown,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT + 12,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()

  // Enter opens an account as soon as the list is there.
  useEffect(() => {
    if (opened === null) scroller.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (active < rows.length) virtualizer.scrollToIndex(active)
  }, [rows, active])

  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  const data = useMemo(
    () => Array.from(rows.subarray(first, last + 1), (account) => ({ account })),
    [rows, first, last],
  )
  const inSight = useMemo(() => data.map(({ account }) => account), [data])
  const nameOf = useNamesInSight(names, hidden.includes("name") ? NOBODY : inSight)
  const columns = useMemo(
    () => columnsOf(run, labelled, t, format, threshold).filter(({ id }) => !hidden.includes(id ?? "")),
    [run, labelled, t, format, threshold, hidden],
  )
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => String(row.account),
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting: [{ id: sort, desc: descending }] },
    onSortingChange: (updater) => {
      const [next] = typeof updater === "function" ? updater([{ id: sort, desc: descending }]) : updater
      if (next) goTo({ sort: next.id, descending: next.desc })
    },
  })
  const template = columns.map((column) => `minmax(${column.size}px, ${column.size}fr)`).join(" ")
  // Rows are as wide as their columns, also beyond the window.
  const minWidth = columns.reduce((sum, column) => sum + column.size!, 0)

  function activate(index: number): void {
    onActive(Math.max(0, Math.min(shown - 1, index)))
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: shown - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) activate(target)
    // A clicked row keeps the focus; a button has its own Enter.
    else if (event.key === "Enter" && !(event.target as Element).closest("button") && rows.length > 0)
      goTo({ account: rows[active]! })
    else return
    event.preventDefault()
  }

  const activeIsDrawn = active >= first && active <= last
  return (
    <>
      <div
        ref={scroller}
        className="grid"
        style={{ "--account-width": `${ACCOUNT_WIDTH}px` } as CSSProperties}
        role="grid"
        tabIndex={0}
        aria-label={t("accounts.table")}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={activeIsDrawn ? `account-row-${active}` : undefined}
        onKeyDown={onKeyDown}
        data-testid="account-grid"
      >
        <div role="rowgroup" className="grid-head" style={{ minWidth }}>
          {table.getHeaderGroups().map((group) => (
            <div
              role="row"
              key={group.id}
              aria-rowindex={1}
              className="grid-row"
              style={{ gridTemplateColumns: template }}
            >
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted()
                return (
                  <div
                    key={header.id}
                    role="columnheader"
                    aria-sort={sorted ? (sorted === "desc" ? "descending" : "ascending") : "none"}
                    className={NUMERIC.has(header.id) ? "grid-cell number" : "grid-cell"}
                  >
                    <Tooltip
                      label={columnMeaning(run, t, header.id)}
                      multiline
                      w={280}
                      withArrow
                      openDelay={150}
                      events={{ hover: true, focus: true, touch: false }}
                    >
                      <button
                        type="button"
                        className={header.column.getCanSort() ? "" : "not-sortable"}
                        onClick={header.column.getToggleSortingHandler()}
                      >
                        <table.FlexRender header={header} />
                        <span aria-hidden="true">{sorted ? (sorted === "desc" ? " ↓" : " ↑") : ""}</span>
                      </button>
                    </Tooltip>
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        <ActiveAccount value={rows[active] ?? null}>
          <NameOf value={nameOf}>
            <div
              role="rowgroup"
              className="grid-body"
              style={{ height: virtualizer.getTotalSize(), minWidth }}
            >
              {table.getRowModel().rows.map((row, i) => {
                const index = first + i
                return (
                  <div
                    role="row"
                    key={row.id}
                    id={`account-row-${index}`}
                    aria-rowindex={index + 2}
                    aria-selected={index === active}
                    tabIndex={-1}
                    className="grid-row grid-body-row"
                    style={{
                      gridTemplateColumns: template,
                      transform: `translateY(${index * ROW_HEIGHT}px)`,
                    }}
                    onClick={() => {
                      onActive(index)
                      goTo({ account: row.original.account })
                    }}
                  >
                    {row.getAllCells().map((cell) => (
                      <div
                        role="gridcell"
                        key={cell.id}
                        className={NUMERIC.has(cell.column.id) ? "grid-cell number" : "grid-cell"}
                      >
                        <table.FlexRender cell={cell} />
                      </div>
                    ))}
                  </div>
                )
              })}
            </div>
          </NameOf>
        </ActiveAccount>
      </div>
      {rows.length === 0 ? <p className="empty-note">{t("accounts.none")}</p> : null}
      {rows.length > shown ? (
        <p className="empty-note">{t("accounts.cut", { shown: format.count(shown) })}</p>
      ) : null}
    </>
  )
}
