/** The figures of the operating point with their intervals, and the areas under the curves. */
import { useEffect, useMemo, useState } from "react"
import {
  averagePrecision,
  bootstrapAuc,
  bootstrapAveragePrecision,
  type Interval,
  operatorsOf,
  rocAuc,
  scoresByOperator,
} from "../../../core/evaluation/index.ts"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useSavableTable } from "../../export/savables.ts"
import type { Table } from "../../export/table.ts"
import { FEW_FLAGGED, fewFlagged } from "../../few.ts"
import { NOTHING, useFormat } from "../../format.ts"
import { type Key, type Translate, useT } from "../../i18n/index.ts"
import { type Picture, useDial, useLabelled, useRested } from "../../state/dial.ts"

interface Figure {
  readonly id: "precision" | "recall" | "falsePositiveRate" | "f1" | "matthews"
  readonly unit: "share" | "decimal"
}

const FIGURES: readonly Figure[] = [
  { id: "precision", unit: "share" },
  { id: "recall", unit: "share" },
  { id: "falsePositiveRate", unit: "share" },
  { id: "f1", unit: "decimal" },
  { id: "matthews", unit: "decimal" },
]

/** The figures at the threshold as numbers, and the accounts behind them as they were counted. */
function tableOf(t: Translate, { point }: Picture): Table {
  const { truePositives, falseNegatives, falsePositives, trueNegatives } = point.observed
  const count = (name: string, accounts: number) => [name, accounts, null, null]
  return {
    columns: [t("save.figure"), t("save.value"), t("save.intervalFrom"), t("save.intervalTo")],
    rows: [
      [t("axis.threshold"), point.threshold, null, null],
      [t("prevalence.title"), point.prevalence, null, null],
      ...FIGURES.map(({ id }) => [t(`figure.${id}`), point[id].value, ...point[id].interval]),
      count(t("outcome.tp"), truePositives),
      count(t("outcome.fn"), falseNegatives),
      count(t("outcome.fp"), falsePositives),
      count(t("outcome.tn"), trueNegatives),
    ],
  }
}

export function Figures() {
  const dial = useDial()
  const format = useFormat()
  const t = useT()
  useSavableTable(t("figures.title"), "figures", () => tableOf(t, dial.picture()))
  return (
    <dl className="figures" data-testid="figures">
      {FIGURES.map(({ id, unit }) => (
        <div className="figure" key={id}>
          <dt>
            <Meaning of={t(`figure.${id}.meaning`, { few: FEW_FLAGGED })}>{t(`figure.${id}`)}</Meaning>
          </dt>
          <dd>
            <span>
              <Live
                className="figure-value"
                testId={`figure-${id}`}
                read={({ point }) =>
                  unit === "share" ? format.share(point[id].value) : format.decimal(point[id].value)
                }
              />
              {id === "precision" ? <FewMark /> : null}
            </span>
            <Live
              className="figure-interval"
              read={({ point: { [id]: estimate } }) => {
                if (Number.isNaN(estimate.value)) return NOTHING
                return unit === "share"
                  ? format.shareInterval(estimate.interval)
                  : format.decimalInterval(estimate.interval)
              }}
            />
          </dd>
        </div>
      ))}
      <Areas />
      <Workload />
    </dl>
  )
}

/** Says that precision rests on few flagged accounts. */
function FewMark() {
  const t = useT()
  return (
    <Live
      className="few-mark"
      testId="few-mark"
      read={({ point }) => (fewFlagged(point.observed) ? t("figure.few") : "")}
    />
  )
}

/** Says so when the figures are not those of the run's own prevalence. */
export function Reweighted() {
  const format = useFormat()
  const t = useT()
  return (
    <Live
      className="reweighted"
      read={({ point, setting }) =>
        setting.prevalence === undefined
          ? ""
          : t("figures.reweighted", { prevalence: format.share(point.prevalence) })
      }
    />
  )
}

/** How many accounts are flagged, and how many of them wrongly. */
function Workload() {
  const format = useFormat()
  const t = useT()
  return (
    <div className="figure figure-wide">
      <dt>
        <Meaning of={t("figure.flagged.meaning")}>{t("figure.flagged")}</Meaning>
      </dt>
      <dd>
        <Live
          className="figure-value"
          testId="figure-flagged"
          read={({ point }) => format.count(point.confusion.truePositives + point.confusion.falsePositives)}
        />
        <Live
          className="figure-interval"
          read={({ point }) =>
            t("figure.flagged.note", {
              share: format.share(point.flaggedShare.value),
              wrong: format.count(point.confusion.falsePositives),
            })
          }
        />
      </dd>
    </div>
  )
}

interface Area {
  readonly value: number
  /** null while it is being computed. */
  readonly interval: Interval | null
}

/** An area at once, its interval as soon as the page has been drawn. */
function useArea(value: () => number, interval: () => Interval, parts: readonly unknown[]): Area {
  const [area, setArea] = useState<Area>({ value: Number.NaN, interval: null })
  useEffect(() => {
    setArea({ value: value(), interval: null })
    const later = window.setTimeout(() => setArea({ value: value(), interval: interval() }), 60)
    return () => window.clearTimeout(later)
  }, parts)
  return area
}

function Areas() {
  const { run } = useDial()
  const { prevalence } = useRested()
  const { index, label } = useLabelled()
  // The report's draws, so that page and terminal tell the same intervals.
  const drawing = useMemo(() => {
    const operators = operatorsOf(label, run.columns.group)
    return {
      seed: `${run.manifest.scenario.seed}/report`,
      operators: scoresByOperator(operators, run.columns.risk),
    }
  }, [run, label])
  const auc = useArea(
    () => rocAuc(index),
    () => bootstrapAuc(index, drawing),
    [index],
  )
  const ap = useArea(
    () => averagePrecision(index, prevalence),
    () => bootstrapAveragePrecision(index, drawing, prevalence),
    [index, prevalence],
  )
  return (
    <>
      <AreaFigure id="auc" area={auc} />
      <AreaFigure id="ap" area={ap} />
    </>
  )
}

function AreaFigure({ id, area }: { readonly id: "auc" | "ap"; readonly area: Area }) {
  const format = useFormat()
  const t = useT()
  const meaning: Key = `figure.${id}.meaning`
  return (
    <div className="figure">
      <dt>
        <Meaning of={t(meaning)}>{t(`figure.${id}`)}</Meaning>
      </dt>
      <dd>
        <span className="figure-value" data-testid={`figure-${id}`}>
          {format.decimal(area.value)}
        </span>
        <span className="figure-interval">{area.interval ? format.decimalInterval(area.interval) : "…"}</span>
      </dd>
    </div>
  )
}
