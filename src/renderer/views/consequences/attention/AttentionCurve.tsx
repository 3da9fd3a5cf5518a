/** What is returned and what is lost if everybody at or above a threshold were suspended. */
import { useMemo } from "react"
import type { AttentionReport } from "../../../../api/contract.ts"
import { useColours } from "../../../charts/ChartBox.tsx"
import { highestOf, type Line, LinesChart } from "../../../charts/LinesChart.tsx"
import { LineSample } from "../../../components/LineSample.tsx"
import { useFormat } from "../../../format.ts"
import { type Translate, useT } from "../../../i18n/index.ts"

const LINES = [
  { figure: "managedShare", colour: "managed", dash: [] },
  { figure: "returned", colour: "authentic", dash: [9, 4] },
  { figure: "lostWrongly", colour: "falsePositiveRate", dash: [2, 3] },
] as const

const linesOf = (t: Translate, { curve }: AttentionReport): Line[] =>
  LINES.map(({ figure, colour, dash }) => ({
    label: t(`attention.line.${figure}`),
    colour,
    dash,
    points: curve.points.map(({ threshold, figures }) => ({ x: threshold, y: figures[figure].value })),
    band: curve.points.map(({ figures }) => figures[figure].interval),
  }))

export function AttentionCurve({ report }: { readonly report: AttentionReport }) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const lines = useMemo(() => linesOf(t, report), [t, report])
  const { points } = report.curve
  const middle = points[Math.floor(points.length / 2)]!
  return (
    <>
      <h3>{t("attention.curve")}</h3>
      <p className="controls-note">{t("attention.curve.lead")}</p>
      <ul className="legend">
        {LINES.map(({ figure, colour, dash }) => (
          <li key={figure}>
            <LineSample colour={colours[colour]} dash={dash} /> {t(`attention.line.${figure}`)}
          </li>
        ))}
      </ul>
      <LinesChart
        title={t("attention.curve")}
        aria={t("attention.curve.aria", {
          threshold: format.threshold(middle.threshold),
          managed: format.share(middle.figures.managedShare.value),
          returned: format.share(middle.figures.returned.value),
          lost: format.share(middle.figures.lostWrongly.value),
        })}
        testId="attention-chart"
        lines={lines}
        x={{ title: t("axis.threshold"), min: 0, max: 1, tick: (value) => format.plain(value) }}
        y={{ title: t("attention.curve.y"), min: 0, atLeastTo: highestOf(lines), tick: format.tick }}
        table={() => ({
          columns: [
            t("axis.threshold"),
            ...LINES.flatMap(({ figure }) => {
              const name = t(`attention.line.${figure}`)
              return [name, t("save.low", { figure: name }), t("save.high", { figure: name })]
            }),
          ],
          rows: points.map(({ threshold, figures }) => [
            threshold,
            ...LINES.flatMap(({ figure }) => [figures[figure].value, ...figures[figure].interval]),
          ]),
        })}
      />
    </>
  )
}
