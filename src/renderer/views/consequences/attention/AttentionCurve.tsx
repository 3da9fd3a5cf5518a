/** What is returned, what is lost and what advertisers' money meets if everybody at or above a threshold were suspended. */
import { useMemo } from "react"
import type { AttentionFigures, AttentionReport } from "../../../../api/contract.ts"
import { useColours } from "../../../charts/ChartBox.tsx"
import { highestOf, type Line, LinesChart } from "../../../charts/LinesChart.tsx"
import { LineSample } from "../../../components/LineSample.tsx"
import { useFormat } from "../../../format.ts"
import { type Translate, useT } from "../../../i18n/index.ts"

interface CurveLine extends Pick<Line, "colour" | "dash"> {
  readonly figure: Extract<
    keyof AttentionFigures,
    "managedShare" | "returned" | "lostWrongly" | "paidUndisclosed"
  >
}

const ATTENTION: readonly CurveLine[] = [
  { figure: "managedShare", colour: "managed", dash: [] },
  { figure: "returned", colour: "authentic", dash: [9, 4] },
  { figure: "lostWrongly", colour: "falsePositiveRate", dash: [2, 3] },
]
const MONEY: readonly CurveLine[] = [{ figure: "paidUndisclosed", colour: "managed", dash: [] }]

export function AttentionCurves({ report }: { readonly report: AttentionReport }) {
  const t = useT()
  return (
    <>
      <p className="controls-note">{t("attention.curve.lead")}</p>
      <div className="attention-curves">
        <Curve
          report={report}
          lines={ATTENTION}
          stem="attention"
          title={t("attention.curve")}
          y={t("attention.curve.y")}
        />
        <Curve
          report={report}
          lines={MONEY}
          stem="attention-money"
          title={t("attention.moneyCurve")}
          y={t("attention.moneyCurve.y")}
        />
      </div>
    </>
  )
}

const linesOf = (t: Translate, { curve }: AttentionReport, lines: readonly CurveLine[]): Line[] =>
  lines.map(({ figure, ...look }) => ({
    label: t(`attention.line.${figure}`),
    ...look,
    points: curve.points.map(({ threshold, figures }) => ({ x: threshold, y: figures[figure].value })),
    band: curve.points.map(({ figures }) => figures[figure].interval),
  }))

interface CurveProps {
  readonly report: AttentionReport
  readonly lines: readonly CurveLine[]
  /** Begins the name of what is saved. */
  readonly stem: string
  readonly title: string
  readonly y: string
}

function Curve({ report, lines, stem, title, y }: CurveProps) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const drawn = useMemo(() => linesOf(t, report, lines), [t, report, lines])
  const { points } = report.curve
  const middle = points[Math.floor(points.length / 2)]!
  return (
    <figure className="attention-curve">
      <figcaption>{title}</figcaption>
      <ul className="legend">
        {lines.map(({ figure, colour, dash }) => (
          <li key={figure}>
            <LineSample colour={colours[colour]} dash={dash ?? []} /> {t(`attention.line.${figure}`)}
          </li>
        ))}
      </ul>
      <LinesChart
        title={title}
        aria={t("attention.curve.aria", {
          title,
          threshold: format.threshold(middle.threshold),
          lines: format.list(
            lines.map(({ figure }) =>
              t("attention.curve.aria.line", {
                line: t(`attention.line.${figure}`),
                value: format.share(middle.figures[figure].value),
              }),
            ),
          ),
        })}
        testId={`${stem}-chart`}
        lines={drawn}
        x={{ title: t("axis.threshold"), min: 0, max: 1, tick: (value) => format.plain(value) }}
        y={{ title: y, min: 0, atLeastTo: highestOf(drawn), tick: format.tick }}
        table={() => ({
          columns: [
            t("axis.threshold"),
            ...lines.flatMap(({ figure }) => {
              const name = t(`attention.line.${figure}`)
              return [name, t("save.low", { figure: name }), t("save.high", { figure: name })]
            }),
          ],
          rows: points.map(({ threshold, figures }) => [
            threshold,
            ...lines.flatMap(({ figure }) => [figures[figure].value, ...figures[figure].interval]),
          ]),
        })}
      />
    </figure>
  )
}
