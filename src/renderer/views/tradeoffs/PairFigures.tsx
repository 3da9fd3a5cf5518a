/** The figures of the chosen pair of thresholds, of each score alone there, and of the fused risk at as many false positives. */
import {
  type Confusion,
  falsePositiveRate,
  falsePositiveRateInterval,
  type Interval,
  type PairHow,
  precision,
  precisionInterval,
  recall,
  recallInterval,
  reweigh,
  type ThresholdGrid,
  thresholdForFalsePositiveRate,
} from "../../../core/evaluation/index.ts"
import type { Cell } from "../../charts/PairChart.tsx"
import type { PairAxes } from "../../charts/pair-grid.ts"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { FEW_FLAGGED } from "../../few.ts"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import type { Picture } from "../../state/dial.ts"

interface PairFiguresProps {
  readonly axes: PairAxes
  readonly names: readonly [string, string]
  readonly how: PairHow
  readonly chosen: Cell
  readonly hovered: Cell | null
  readonly gridAt: (picture: Picture) => ThresholdGrid
}

export function PairFigures({ axes, names, how, chosen, hovered, gridAt }: PairFiguresProps) {
  const t = useT()
  const format = useFormat()
  const ruleAt = ({ x, y }: Cell) =>
    t(`pair.rule.${how}`, {
      x: names[0],
      atX: format.rate(axes.x[x]!),
      y: names[1],
      atY: format.rate(axes.y[y]!),
    })
  return (
    <>
      <table className="data pair-figures" data-testid="pair-figures">
        <thead>
          <tr>
            <th scope="col">{t("pair.rule")}</th>
            {(["recall", "falsePositiveRate", "precision"] as const).map((figure) => (
              <th key={figure} scope="col" className="number">
                <Meaning of={t(`figure.${figure}.meaning`, { few: FEW_FLAGGED })}>
                  {t(`pair.figure.${figure}`)}
                </Meaning>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line
            name={ruleAt(chosen)}
            at={(picture) => gridAt(picture).confusionAt(chosen.x, chosen.y, how)}
            testId="pair-chosen"
          />
          {([0, 1] as const).map((side) => (
            <Line
              key={side}
              name={t("pair.alone", {
                name: names[side],
                at: format.rate(side === 0 ? axes.x[chosen.x]! : axes.y[chosen.y]!),
              })}
              at={(picture) => gridAt(picture).aloneAt(side, side === 0 ? chosen.x : chosen.y)}
            />
          ))}
          <Line name={t("pair.fused")} at={(picture) => fusedLike(picture, gridAt, chosen, how)} />
        </tbody>
      </table>
      <p className="facts pair-pointed" data-testid="pair-pointed">
        {hovered === null ? (
          t("pair.hint")
        ) : (
          <Live
            read={(picture) => {
              const at = gridAt(picture).confusionAt(hovered.x, hovered.y, how)
              return `${ruleAt(hovered)}: ${t("pair.told", told(format.share, at, picture.setting.prevalence))}`
            }}
          />
        )}
      </p>
    </>
  )
}

/** Figures as the words of `pair.told` want them. */
export function told(share: (value: number) => string, at: Confusion, prevalence: number | undefined) {
  return {
    recall: share(recall(at)),
    rate: share(falsePositiveRate(at)),
    precision: share(precision(prevalence === undefined ? at : reweigh(at, prevalence))),
  }
}

/** The fused risk at the lowest threshold with no higher a false-positive rate than the rule's. */
function fusedLike(
  picture: Picture,
  gridAt: (picture: Picture) => ThresholdGrid,
  { x, y }: Cell,
  how: PairHow,
): Confusion {
  const { index } = picture.labelled
  const limit = falsePositiveRate(gridAt(picture).confusionAt(x, y, how))
  const threshold = thresholdForFalsePositiveRate(index, Number.isNaN(limit) ? 0 : limit)
  return index.confusionAt(threshold)
}

interface LineProps {
  readonly name: string
  readonly at: (picture: Picture) => Confusion
  readonly testId?: string
}

function Line({ name, at, testId }: LineProps) {
  const format = useFormat()
  const cell = (figure: (picture: Picture) => { value: number; interval: Interval }) => (
    <td className="number">
      <Live
        read={(picture) => {
          const { value } = figure(picture)
          return format.share(value)
        }}
      />
      <Live
        className="figure-interval"
        read={(picture) => {
          const { value, interval } = figure(picture)
          return Number.isNaN(value) ? NOTHING : format.shareInterval(interval)
        }}
      />
    </td>
  )
  return (
    <tr data-testid={testId}>
      <th scope="row">{name}</th>
      {cell((picture) => ({ value: recall(at(picture)), interval: recallInterval(at(picture)) }))}
      {cell((picture) => ({
        value: falsePositiveRate(at(picture)),
        interval: falsePositiveRateInterval(at(picture)),
      }))}
      {cell((picture) => {
        const { prevalence } = picture.setting
        const observed = at(picture)
        return {
          value: precision(prevalence === undefined ? observed : reweigh(observed, prevalence)),
          interval: precisionInterval(observed, prevalence),
        }
      })}
    </tr>
  )
}
