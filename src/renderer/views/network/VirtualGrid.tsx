// biome-ignore-all lint/a11y/useSemanticElements: a table of thousands of rows has to be virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows
/** A table of any length: its rows are numbers, and as many are in the document as fit the window. */
import { Tooltip } from "@mantine/core"
import { useVirtualizer } from "@tanstack/react-virtual"
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react"

export interface GridColumn {
  readonly id: string
  readonly header: string
  readonly meaning: string
  /** Pixels at least. */
  readonly width: number
  readonly isNumber?: boolean
  /** What rows are ordered by. */
  value(row: number): number
  cell(row: number): ReactNode
}

interface VirtualGridProps {
  readonly label: string
  readonly rows: number
  readonly columns: readonly GridColumn[]
  /** The row that is chosen elsewhere, null for none. */
  readonly chosen: number | null
  readonly onChoose: (row: number) => void
  readonly testId: string
}

const ROW_HEIGHT = 32

export function VirtualGrid({ label, rows, columns, chosen, onChoose, testId }: VirtualGridProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [order, setOrder] = useState<{ column: string; falls: boolean } | null>(null)
  const [active, setActive] = useState(0)
  const by = columns.find((column) => column.id === order?.column)
  const sorted = useMemo(() => {
    const all = Array.from({ length: rows }, (_, row) => row)
    if (!by || !order) return all
    const direction = order.falls ? -1 : 1
    // What is missing comes last either way.
    const value = (row: number) => {
      const found = by.value(row)
      return Number.isNaN(found) ? Infinity : direction * found
    }
    return all.sort((p, q) => value(p) - value(q) || p - q)
  }, [rows, by, order])
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT + 12,
    overscan: 6,
  })

  // What is chosen in the picture is brought into sight here.
  useEffect(() => {
    if (chosen === null) return
    const index = sorted.indexOf(chosen)
    if (index < 0) return
    setActive(index)
    virtualizer.scrollToIndex(index, { align: "auto" })
  }, [chosen, sorted])

  const template = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(" ")
  const minWidth = columns.reduce((sum, { width }) => sum + width, 0)
  const items = virtualizer.getVirtualItems()
  const isDrawn = items.some(({ index }) => index === active)

  function activate(index: number): void {
    const next = Math.max(0, Math.min(rows - 1, index))
    setActive(next)
    virtualizer.scrollToIndex(next)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) activate(target)
    else if (event.key === "Enter" && !(event.target as Element).closest("button") && rows > 0)
      onChoose(sorted[active]!)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className="grid network-grid"
      style={{ "--account-width": `${columns[0]!.width}px` } as CSSProperties}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows + 1}
      aria-colcount={columns.length}
      aria-activedescendant={isDrawn ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      data-testid={testId}
    >
      <div role="rowgroup" className="grid-head" style={{ minWidth }}>
        <div role="row" aria-rowindex={1} className="grid-row" style={{ gridTemplateColumns: template }}>
          {columns.map((column) => {
            const isOrder = order?.column === column.id
            return (
              <div
                key={column.id}
                role="columnheader"
                className={column.isNumber ? "grid-cell number" : "grid-cell"}
                aria-sort={isOrder ? (order.falls ? "descending" : "ascending") : "none"}
              >
                <Tooltip
                  label={column.meaning}
                  multiline
                  w={280}
                  withArrow
                  openDelay={150}
                  events={{ hover: true, focus: true, touch: false }}
                >
                  <button
                    type="button"
                    onClick={() => setOrder({ column: column.id, falls: isOrder ? !order.falls : true })}
                  >
                    {column.header}
                    <span aria-hidden="true">{isOrder ? (order.falls ? " ↓" : " ↑") : ""}</span>
                  </button>
                </Tooltip>
              </div>
            )
          })}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: virtualizer.getTotalSize(), minWidth }}>
        {items.map(({ index }) => {
          const row = sorted[index]!
          return (
            <div
              role="row"
              key={row}
              id={`${id}-${index}`}
              aria-rowindex={index + 2}
              aria-selected={row === chosen || (chosen === null && index === active)}
              tabIndex={-1}
              className={`grid-row grid-body-row${row === chosen ? " network-chosen" : ""}${index === active ? " network-active" : ""}`}
              style={{ gridTemplateColumns: template, transform: `translateY(${index * ROW_HEIGHT}px)` }}
              onClick={() => {
                setActive(index)
                onChoose(row)
              }}
            >
              {columns.map((column) => (
                <div
                  role="gridcell"
                  key={column.id}
                  className={column.isNumber ? "grid-cell number" : "grid-cell"}
                >
                  {column.cell(row)}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
