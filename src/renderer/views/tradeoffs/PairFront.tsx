/** The Pareto front as a table: the rules that no other pair of thresholds beats, each of which can be chosen. */
import {
  falsePositiveRate,
  type GridPoint,
  type PairHow,
  paretoOfGrid,
  recall,
  type ThresholdGrid,
} from "../../../core/evaluation/index.ts"
import type { Cell } from "../../charts/PairChart.tsx"
import type { PairAxes } from "../../charts/pair-grid.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { type Picture, useLabelled } from "../../state/dial.ts"
import { frontTable } from "./pair-front-table.ts"

interface PairFrontProps {
  readonly axes: PairAxes
  readonly names: readonly [string, string]
  readonly how: PairHow
  readonly choose: (cell: Cell) => void
  readonly gridAt: (picture: Pick<Picture, "labelled">) => ThresholdGrid
}

export function PairFront({ axes, names, how, choose, gridAt }: PairFrontProps) {
  const t = useT()
  const format = useFormat()
  const grid = gridAt({ labelled: useLabelled() })
  const front = paretoOfGrid(grid, axes.x.length, axes.y.length, how)
  return (
    <Panel title={t("pair.front")} meaning={t("pair.front.meaning")}>
      <SavableTable
        name={t("pair.front")}
        stem="pareto-front"
        table={() => frontTable(t, { axes, names, how, front })}
      />
      <div className="pair-front" data-testid="pair-front">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{names[0]} ≥</th>
              <th scope="col">{names[1]} ≥</th>
              <th scope="col" className="number">
                <Meaning of={t("figure.recall.meaning")}>{t("figure.recall")}</Meaning>
              </th>
              <th scope="col" className="number">
                <Meaning of={t("figure.falsePositiveRate.meaning")}>
                  {t("pair.figure.falsePositiveRate")}
                </Meaning>
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {front.map((point: GridPoint) => (
              <tr key={`${point.x} ${point.y}`}>
                <td>{format.rate(axes.x[point.x]!)}</td>
                <td>{format.rate(axes.y[point.y]!)}</td>
                <td className="number">{format.share(recall(point.confusion))}</td>
                <td className="number">{format.share(falsePositiveRate(point.confusion))}</td>
                <td className="number">
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => choose({ x: point.x, y: point.y })}
                  >
                    {t("pair.take")}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
