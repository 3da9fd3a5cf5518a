/** What goes straight to action, what to people, what is left alone: both cuts at once, and a click that sets them. */
import { SegmentedControl } from "@mantine/core"
import { type KeyboardEvent, useState } from "react"
import { type TwoCuts, type TwoCutsCell, withCuts } from "../../../core/policy/follow/index.ts"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { tiersBy } from "../../state/policy.ts"
import { useFollowed } from "./followed.ts"
import { amount } from "./Headline.tsx"
import { nearestCell, nextCell, shadesOf } from "./surface.ts"

const FIGURES = ["backlog", "wrongfulDays", "cost"] as const
type Figure = (typeof FIGURES)[number]

export function SurfacePanel({ surface }: { readonly surface: TwoCuts }) {
  const t = useT()
  const format = useFormat()
  const dial = useDial()
  const { tiers } = useRested()
  const { policy } = useFollowed()
  const [figure, setFigure] = useState<Figure>("backlog")
  const { review, suspend, cells, replicates } = surface
  const figureOf = (cell: TwoCutsCell | null) => (cell === null ? null : cell[figure])
  const values = cells.map((row) => row.map(figureOf))
  const shades = shadesOf(values)
  const present = nearestCell(review, suspend, tiers)
  const [focused, setFocused] = useState(present)

  function choose(row: number, column: number): void {
    setFocused({ row, column })
    dial.set(tiersBy(withCuts(policy, review[row]!, suspend[column]!).tiers))
  }
  function move(event: KeyboardEvent<HTMLTableElement>): void {
    const next = nextCell(values, focused, event.key)
    if (next === null) return
    event.preventDefault()
    setFocused(next)
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
          columns: [t("tier.review"), t("tier.suspend"), ...FIGURES.map((name) => t(`surface.${name}`))],
          rows: review.flatMap((low, row) =>
            suspend.flatMap((high, column) => {
              const cell = cells[row]![column] ?? null
              return cell === null ? [] : [[low, high, ...FIGURES.map((name) => cell[name])]]
            }),
          ),
        })}
      />
      <table className="surface" data-testid="two-cuts" onKeyDown={move}>
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
                const value = values[row]![column] ?? null
                if (value === null) return <td key={high} className="surface-none" />
                const isPresent = present.row === row && present.column === column
                return (
                  <td key={high}>
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
                        value: amount(format, value),
                      })}
                      onClick={() => choose(row, column)}
                    >
                      {compact(format.language, value)}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** Three digits and a thousand's sign, so that a cell has room for it. */
const compact = (language: string, value: number) =>
  new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 3 }).format(value)
