/** Cost, harm and waiting along the review threshold. */
import { useMemo } from "react"
import type { Estimate } from "../../../core/evaluation/index.ts"
import type { ThresholdCurve, ThresholdPoint } from "../../../core/policy/follow/index.ts"
import { BandChart, type BandLine } from "../../charts/BandChart.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useRested } from "../../state/dial.ts"
import { amount } from "./amounts.ts"

const FIGURES = {
  cost: { colour: "precision", of: ({ cost }: ThresholdPoint): Estimate | undefined => cost?.total },
  wrongfulDays: { colour: "falsePositiveRate", of: ({ wrongfulDays }: ThresholdPoint) => wrongfulDays },
  backlog: { colour: "f1", of: ({ backlog }: ThresholdPoint) => backlog },
} as const
const NAMES = Object.keys(FIGURES) as (keyof typeof FIGURES)[]

export function CurvePanel({ curve }: { readonly curve: ThresholdCurve }) {
  const t = useT()
  const format = useFormat()
  const { tiers, tiersOff } = useRested()
  const mark = tiersOff.includes("review") ? null : tiers.review
  const { points, replicates } = curve
  const places = useMemo(() => points.map(({ threshold }) => threshold), [points])
  return (
    <Panel
      title={t("curve.title")}
      meaning={t("curve.meaning", { replicates: format.count(replicates) })}
      className="panel-curve"
    >
      <div className="chart-triple">
        {NAMES.map((name) => (
          <Curve key={name} name={name} points={points} places={places} mark={mark} />
        ))}
      </div>
      <p className="facts">
        {mark === null ? t("curve.off") : t("curve.mark", { threshold: format.threshold(mark) })}
      </p>
    </Panel>
  )
}

interface CurveProps {
  readonly name: keyof typeof FIGURES
  readonly points: readonly ThresholdPoint[]
  readonly places: readonly number[]
  /** null where human review is off. */
  readonly mark: number | null
}

function Curve({ name, points, places, mark }: CurveProps) {
  const t = useT()
  const format = useFormat()
  const { colour, of } = FIGURES[name]
  const title = t(`consequences.${name}`)
  const lines = useMemo((): readonly BandLine[] => {
    const figures = points.map(of)
    return [
      {
        label: title,
        colour,
        value: figures.map((figure) => figure?.value ?? Number.NaN),
        low: figures.map((figure) => figure?.interval[0] ?? Number.NaN),
        high: figures.map((figure) => figure?.interval[1] ?? Number.NaN),
      },
    ]
  }, [points, title, colour, of])
  const values = lines[0]!.value
  const lowest = values.reduce((best, value, at) => (value < values[best]! ? at : best), 0)
  return (
    <BandChart
      title={title}
      aria={t("curve.aria", {
        figure: title,
        from: amount(format, values[0] ?? Number.NaN),
        to: amount(format, values.at(-1) ?? Number.NaN),
        least: amount(format, values[lowest] ?? Number.NaN),
        threshold: format.threshold(places[lowest] ?? Number.NaN),
      })}
      testId={`curve-${name}-chart`}
      places={places}
      lines={lines}
      x={{ title: t("curve.threshold"), min: 0, max: 1, tick: (value) => format.plain(value) }}
      y={{ title, min: 0, tick: format.number }}
      {...(mark === null ? {} : { mark })}
    />
  )
}
