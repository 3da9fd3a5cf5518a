/** What goes straight to action, what to people, what is left alone: both cuts at once, and a click that sets them. */
import { SegmentedControl } from "@mantine/core"
import { type KeyboardEvent, useState } from "react"
import type { Estimate } from "../../../core/evaluation/index.ts"
import {
  type CellPlace,
  nearestCell,
  type ShortConsequences,
  type TwoCuts,
  withCuts,
} from "../../../core/policy/follow/index.ts"
import { Panel } from "../../components/Panel.tsx"
import { estimateCells, intervalColumns } from "../../export/interval.ts"
import { SavableTable } from "../../export/SavableTable.tsx"
import { type Format, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { tiersBy } from "../../state/policy.ts"
import { amount, amountInterval } from "./amounts.ts"
import { useFollowed } from "./followed.ts"
import { nextCell, shadesOf } from "./surface.ts"

const FIGURES = ["backlog", "wrongfulDays", "cost"] as const
type Figure = (typeof FIGURES)[number]

/** null of a cost that the policy does not have. */
const estimateOf = (cell: ShortConsequences, figure: Figure): Estimate | null =>
  figure === "cost" ? (cell.cost?.total ?? null) : cell[figure]

export function SurfacePanel({ surface }: { readonly surface: TwoCuts }) {
  const t = useT()
  const format = useFormat()
  const dial = useDial()
  const { policy } = useFollowed()
  const [figure, setFigure] = useState<Figure>("backlog")
  const { review, suspend, cells, replicates } = surface
  const estimates = cells.map((row) => row.map((cell) => (cell === null ? null : estimateOf(cell, figure))))
  const values = estimates.map((row) => row.map((one) => one?.value ?? null))
  const shades = shadesOf(values)
  const present = nearestCell(surface, policy.tiers)
  // Where the keys are: at the present setting, until they lead elsewhere.
  const [walked, setWalked] = useState<CellPlace | null>(null)
  const focused = walked ?? present
  const [pointed, setPointed] = useState<CellPlace | null>(null)
  const told = pointed ?? focused

  function choose(row: number, column: number): void {
    setWalked(null)
    dial.set(tiersBy(withCuts(policy, review[row]!, suspend[column]!).tiers))
  }
  function move(event: KeyboardEvent<HTMLTableElement>): void {
    const next = nextCell(values, focused, event.key)
    if (next === null) return
    event.preventDefault()
    setWalked(next)
    event.currentTarget.querySelector<HTMLButtonElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }

  return (
    <Panel
      title={t("surface.title")}
      meaning={t("surface.meaning", { replicates: format.count(replicates) })}
      className="panel-surface"
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t("surface.figure")}
          value={figure}
          onChange={setFigure}
          data={FIGURES.map((value) => ({ value, label: t(`surface.${value}`) }))}
        />
      }
    >
      <SavableTable
        name={t("surface.title")}
        stem="two-cuts"
        table={() => ({
          columns: [
            t("tier.review"),
            t("tier.suspend"),
            ...FIGURES.flatMap((name) => intervalColumns(t, t(`surface.${name}`))),
          ],
          rows: review.flatMap((low, row) =>
            suspend.flatMap((high, column) => {
              const cell = cells[row]![column] ?? null
              if (cell === null) return []
              return [[low, high, ...FIGURES.flatMap((name) => estimateCells(estimateOf(cell, name)))]]
            }),
          ),
        })}
      />
      <table
        className="surface"
        data-testid="two-cuts"
        onKeyDown={move}
        onPointerLeave={() => setPointed(null)}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setWalked(null)
        }}
      >
        <caption>{t("surface.caption")}</caption>
        <thead>
          <tr>
            <td />
            {suspend.map((high) => (
              <th scope="col" key={high}>
                {format.plain(high)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {review.map((low, row) => (
            <tr key={low}>
              <th scope="row">{format.plain(low)}</th>
              {suspend.map((high, column) => {
                const estimate = estimates[row]![column] ?? null
                if (estimate === null) return <td key={high} className="surface-none" />
                const isPresent = present.row === row && present.column === column
                return (
                  <td key={high} onPointerEnter={() => setPointed({ row, column })}>
                    <button
                      type="button"
                      style={{ "--shade": shades[row]![column] } as React.CSSProperties}
                      data-cell={`${row}-${column}`}
                      tabIndex={focused.row === row && focused.column === column ? 0 : -1}
                      aria-current={isPresent ? "true" : undefined}
                      aria-label={t("surface.cell", {
                        review: format.plain(low),
                        suspend: format.plain(high),
                        figure: t(`surface.${figure}`),
                        value: amount(format, estimate.value),
                        interval: amountInterval(format, estimate.interval),
                      })}
                      onFocus={() => setWalked({ row, column })}
                      onClick={() => choose(row, column)}
                    >
                      {compact(format, estimate.value)}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Told
        cell={cells[told.row]![told.column] ?? null}
        review={review[told.row]!}
        suspend={suspend[told.column]!}
      />
    </Panel>
  )
}

interface ToldProps {
  readonly cell: ShortConsequences | null
  readonly review: number
  readonly suspend: number
}

/** All figures of one cell with their bands: of the one that is pointed at or focused, else of the present setting's. */
function Told({ cell, review, suspend }: ToldProps) {
  const t = useT()
  const format = useFormat()
  return (
    <p className="surface-told" data-testid="two-cuts-told">
      {t("surface.told", { review: format.plain(review), suspend: format.plain(suspend) })}{" "}
      {FIGURES.map((name) => {
        const estimate = cell === null ? null : estimateOf(cell, name)
        return estimate === null ? null : (
          <span key={name}>
            {t(`surface.${name}`)} <strong>{amount(format, estimate.value)}</strong>{" "}
            <span className="figure-interval">{amountInterval(format, estimate.interval)}</span>
          </span>
        )
      })}
    </p>
  )
}

/** Three digits and a thousand's sign, so that a cell has room for it. */
const compact = (format: Format, value: number) =>
  value < 1000
    ? amount(format, value)
    : new Intl.NumberFormat(format.language, { notation: "compact", maximumSignificantDigits: 3 }).format(
        value,
      )
