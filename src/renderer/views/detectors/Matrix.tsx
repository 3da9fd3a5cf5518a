/** Which detectors see the same: every pair as a shaded number, read one by one with its interval. */
import { SegmentedControl } from "@mantine/core"
import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react"
import type { WhyReport } from "../../../api/contract.ts"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import {
  type Cell,
  greatest,
  MATRICES,
  type MatrixKind,
  moved,
  pairsOf,
  type Spot,
  squareOf,
} from "./matrix.ts"
import { pairsTable } from "./saved-tables.ts"

interface MatrixProps {
  readonly report: WhyReport
  readonly nameOf: (id: string) => string
}

export function Matrix({ report, nameOf }: MatrixProps) {
  const t = useT()
  const format = useFormat()
  const [kind, setKind] = useState<MatrixKind>("jaccard")
  // The keyboard goes on from where it was, wherever the pointer rests.
  const [focused, setFocused] = useState<Spot | null>(null)
  const [pointed, setPointed] = useState<Spot | null>(null)
  const spot = pointed ?? focused
  const ids = report.overlap.detectors.map(({ id }) => id)
  const pairs = pairsOf(kind, report)
  const square = squareOf(ids, pairs)

  function tell({ row, column }: Spot): string {
    const cell = square[row]?.[column]
    const names = { a: nameOf(ids[row] ?? ""), b: nameOf(ids[column] ?? "") }
    if (!cell) return names.a
    const { estimate, basis } = cell
    const told =
      "accounts" in basis
        ? t("why.matrix.judged", { accounts: format.count(basis.accounts) })
        : t("why.matrix.both", { both: format.count(basis.both), either: format.count(basis.either) })
    if (!Number.isFinite(estimate.value)) return t("why.matrix.cellNone", { ...names, basis: told })
    return t("why.matrix.cell", {
      ...names,
      value: format.decimal(estimate.value, 2),
      interval: format.decimalInterval(estimate.interval, 2),
      basis: told,
    })
  }

  return (
    <Panel
      title={t("why.matrix.title")}
      meaning={t("why.matrix.meaning")}
      className="panel-matrix"
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t("why.matrix.which")}
          value={kind}
          onChange={setKind}
          data={MATRICES.map((value) => ({ value, label: t(`why.matrix.${value}`) }))}
        />
      }
    >
      <SavableTable
        name={t("why.matrix.title")}
        stem="detector-pairs"
        table={() => pairsTable(t, report, nameOf)}
      />
      <p className="controls-note">
        {t(`why.matrix.${kind}.lead`, { rate: format.tick(report.overlap.maxFpr) })}
      </p>
      {ids.length < 2 ? (
        <p className="empty-note">{t("why.matrix.single")}</p>
      ) : (
        <>
          <Square
            names={ids.map(nameOf)}
            square={square}
            most={greatest(pairs)}
            spot={spot}
            focused={focused}
            focus={(next) => {
              setFocused(next)
              setPointed(null)
            }}
            point={setPointed}
            tell={tell}
          />
          <p className="matrix-told" data-testid="matrix-told">
            {spot && square[spot.row]?.[spot.column] ? tell(spot) : t("why.matrix.hint")}
          </p>
        </>
      )}
    </Panel>
  )
}

interface SquareProps {
  readonly names: readonly string[]
  readonly square: readonly (readonly (Cell | null)[])[]
  readonly most: number
  /** The cell that is told below. */
  readonly spot: Spot | null
  readonly focused: Spot | null
  readonly focus: (spot: Spot) => void
  readonly point: (spot: Spot | null) => void
  readonly tell: (spot: Spot) => string
}

function Square({ names, square, most, spot, focused, focus, point, tell }: SquareProps) {
  const t = useT()
  const body = useRef<HTMLTableSectionElement>(null)
  // One stop for Tab; from there the arrow keys lead on.
  const stop = focused ?? { row: 0, column: Math.min(1, names.length - 1) }
  function move(event: KeyboardEvent): void {
    const next = moved(stop, event.key, names.length)
    if (!next) return
    event.preventDefault()
    body.current?.rows[next.row]?.cells[next.column + 1]?.focus()
  }
  return (
    <div className="matrix-scroll">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's grid pattern, whose cells arrow keys go through */}
      <table role="grid" aria-label={t("why.matrix.table")} className="matrix" data-testid="matrix">
        <thead>
          <tr>
            <th scope="col">{t("leakage.detector")}</th>
            {names.map((name, column) => (
              <th key={name} scope="col" className={spot?.column === column ? "matrix-here" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={move} onPointerLeave={() => point(null)}>
          {square.map((cells, row) => (
            <tr key={names[row]}>
              <th scope="row" className={spot?.row === row ? "matrix-here" : undefined}>
                {names[row]}
              </th>
              {cells.map((cell, column) => (
                <SquareCell
                  key={names[column]}
                  cell={cell}
                  most={most}
                  isStop={stop.row === row && stop.column === column}
                  label={tell({ row, column })}
                  focus={() => focus({ row, column })}
                  point={() => point({ row, column })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SquareCellProps {
  readonly cell: Cell | null
  readonly most: number
  readonly isStop: boolean
  readonly label: string
  readonly focus: () => void
  readonly point: () => void
}

function SquareCell({ cell, most, isStop, label, focus, point }: SquareCellProps) {
  const format = useFormat()
  const value = cell?.estimate.value ?? Number.NaN
  const shade = most > 0 && Number.isFinite(value) ? Math.abs(value) / most : 0
  const text = cell === null ? "" : Number.isFinite(value) ? format.decimal(value, 2) : NOTHING
  return (
    <td
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      className={cell === null ? "matrix-same" : value < 0 ? "matrix-below" : "matrix-above"}
      style={{ "--shade": shade } as CSSProperties}
      onFocus={focus}
      onPointerMove={({ movementX, movementY }) => {
        // A page that scrolls under a pointer at rest is no pointing.
        if (movementX !== 0 || movementY !== 0) point()
      }}
    >
      {text}
    </td>
  )
}
