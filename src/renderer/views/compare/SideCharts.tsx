/** Both sides in one picture each: ROC, recall and false-positive rate by threshold, and how risks are spread. */
import { type ReactNode, useMemo } from "react"
import type { Comparison } from "../../../api/contract.ts"
import { falsePositiveRate, recall, type ScoreIndex } from "../../../core/evaluation/index.ts"
import { useColours } from "../../charts/ChartBox.tsx"
import { EMPTY, spreadOf, steps } from "../../charts/DistributionChart.tsx"
import { HANDLE_ROOM, paintDot, paintLine, paintNote, withinPlot } from "../../charts/marks.ts"
import type { Paint } from "../../charts/overlay.ts"
import { chance, guessingLine, LOWEST_RATE, rocPoints, rocScales } from "../../charts/roc.ts"
import { axis, baseOptions, POINTS, pair, thresholdScale } from "../../charts/setup.ts"
import { LOG_ODDS, spread } from "../../charts/threshold-axis.ts"
import { zoomByDrag } from "../../charts/zoom.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { LineSample } from "../../components/LineSample.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { type Key, useT } from "../../i18n/index.ts"
import { useRemembered } from "../../state/remembered.ts"
import type { Colours } from "../../theme.ts"
import { SideMark } from "./SideMark.tsx"
import { TwoSideChart } from "./TwoSideChart.tsx"
import type { LoadedSide, TwoSides } from "./two-sides.ts"

/** Side A's lines are dashed, side B's whole. */
const DASH_A = [6, 4]

export interface DrawnSide {
  readonly letter: "A" | "B"
  /** The run's id. */
  readonly run: string
  readonly index: ScoreIndex
  /** As the comparison chose it, or as it is set; NaN where nobody is flagged. */
  readonly threshold: number
}

interface SideChartsProps {
  readonly sides: TwoSides
  readonly report: Comparison["report"]
}

export function SideCharts({ sides, report }: SideChartsProps) {
  const { a, b } = sides
  const drawn = useMemo(
    () =>
      [
        drawnSide("A", a, sides.atFpr, report.a.threshold),
        drawnSide("B", b, sides.atFpr, report.b.threshold),
      ] as const,
    [a, b, sides.atFpr, report],
  )
  return (
    <>
      <Roc drawn={drawn} />
      <Sweep drawn={drawn} />
      <Distribution drawn={drawn} />
    </>
  )
}

function drawnSide(
  letter: "A" | "B",
  { run, setting }: LoadedSide,
  atFpr: number | null,
  chosen: number,
): DrawnSide {
  const { index } = run.labelledBy(setting.definition)
  return { letter, run: run.manifest.id, index, threshold: atFpr === null ? setting.threshold : chosen }
}

interface DrawnProps {
  readonly drawn: readonly [DrawnSide, DrawnSide]
}

const dashOf = ({ letter }: DrawnSide) => (letter === "A" ? DASH_A : [])

function line(side: DrawnSide, colour: string, label: string) {
  return {
    label: `${label} ${side.letter}`,
    borderColor: colour,
    borderDash: [...dashOf(side)],
    borderWidth: 2,
    pointRadius: 0,
    pointHitRadius: 0,
    showLine: true,
  }
}

interface LegendProps {
  readonly entries: readonly { readonly name: Key; readonly colour: string }[]
}

/** Colours by figure, lines by side. */
function Legend({ entries }: LegendProps) {
  const t = useT()
  return (
    <ul className="legend">
      {entries.flatMap(({ name, colour }) =>
        (["A", "B"] as const).map((letter) => (
          <li key={`${name} ${letter}`}>
            <LineSample colour={colour} dash={letter === "A" ? DASH_A : []} /> {t(name)}{" "}
            <SideMark letter={letter} />
          </li>
        )),
      )}
    </ul>
  )
}

interface ChartPanelProps {
  readonly title: string
  readonly meaning: string
  readonly controls?: ReactNode
  readonly children: ReactNode
}

function ChartPanel({ title, meaning, controls, children }: ChartPanelProps) {
  return (
    <Panel
      title={title}
      meaning={meaning}
      className="panel-compare-chart"
      {...(controls ? { controls } : {})}
    >
      {children}
    </Panel>
  )
}

/** Both thresholds as upright lines named by side, A's dashed. */
function paintThresholds(drawn: DrawnProps["drawn"], colours: Colours): Paint {
  return (context, chart) => {
    for (const side of drawn) {
      if (!Number.isFinite(side.threshold)) continue
      const x = chart.scales.x!.getPixelForValue(LOG_ODDS.place(side.threshold))
      const { top, bottom } = chart.chartArea
      paintLine(context, [x, top - 4], [x, bottom], colours.threshold, 1.5, dashOf(side))
      // B's letter stands lower, where both thresholds are one.
      paintNote(
        context,
        side.letter,
        x + 3,
        side.letter === "A" ? top - 12 : top + 8,
        colours.text,
        colours.surface,
      )
    }
  }
}

function Roc({ drawn }: DrawnProps) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const [logRate, setLogRate] = useRemembered("assay.axis.compareLogRate", true)
  const at = drawn.map(({ index, threshold }) => index.confusionAt(threshold))
  const title = t("compare.roc.title")
  return (
    <ChartPanel
      title={title}
      meaning={t("compare.roc.meaning")}
      controls={
        <ExplainedSwitch
          label={t("chart.logRate")}
          meaning={t("chart.logRate.meaning")}
          on={logRate}
          turn={setLogRate}
        />
      }
    >
      <Legend entries={[{ name: "axis.recall", colour: colours.recall }]} />
      <TwoSideChart
        drawn={drawn}
        title={title}
        told={t("compare.roc.aria", {
          a: format.share(recall(at[0]!)),
          rateA: format.share(falsePositiveRate(at[0]!)),
          b: format.share(recall(at[1]!)),
          rateB: format.share(falsePositiveRate(at[1]!)),
        })}
        testId="compare-roc-chart"
        parts={[drawn, logRate, colours, t, format]}
        paint={(context, chart) =>
          withinPlot(context, chart, () => {
            drawn.forEach((side, i) => {
              const rate = falsePositiveRate(at[i]!)
              const x = chart.scales.x!.getPixelForValue(logRate ? Math.max(rate, LOWEST_RATE) : rate)
              const y = chart.scales.y!.getPixelForValue(recall(at[i]!))
              // A's point is a ring, as its line is not whole.
              const fill = side.letter === "A" ? colours.surface : colours.threshold
              paintDot(context, x, y, 5.5, fill, side.letter === "A" ? colours.threshold : colours.surface)
              paintNote(
                context,
                side.letter,
                x + 9,
                y + (side.letter === "A" ? 9 : -3),
                colours.text,
                colours.surface,
              )
            })
          })
        }
        configure={(overlay) => {
          const options = baseOptions(colours)
          return {
            type: "scatter",
            plugins: [overlay.plugin],
            data: {
              datasets: [
                ...drawn.map((side) => ({
                  ...line(side, colours.recall, t("axis.recall")),
                  data: rocPoints(side.index, logRate),
                })),
                guessingLine(colours, t, chance(logRate)),
              ],
            },
            options: {
              ...options,
              scales: rocScales(colours, t, format, logRate),
              plugins: {
                ...options.plugins,
                tooltip: {
                  ...options.plugins?.tooltip,
                  filter: (item) => item.datasetIndex < drawn.length,
                  callbacks: {
                    label: ({ parsed, datasetIndex }) =>
                      `${drawn[datasetIndex]!.letter}: ${t("chart.roc.point", {
                        rate: format.share(parsed.x ?? Number.NaN),
                        recall: format.share(parsed.y ?? Number.NaN),
                      })}`,
                  },
                },
                zoom: zoomByDrag(colours),
              },
            },
          }
        }}
      />
    </ChartPanel>
  )
}

const SWEPT = ["recall", "falsePositiveRate"] as const

function Sweep({ drawn }: DrawnProps) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const title = t("compare.sweep.title")
  const at = drawn.map(({ index, threshold }) => index.confusionAt(threshold))
  return (
    <ChartPanel title={title} meaning={t("compare.sweep.meaning")}>
      <Legend entries={SWEPT.map((figure) => ({ name: `figure.${figure}`, colour: colours[figure] }))} />
      <TwoSideChart
        drawn={drawn}
        title={title}
        told={t("compare.sweep.aria", {
          thresholdA: format.threshold(drawn[0].threshold),
          a: format.share(recall(at[0]!)),
          thresholdB: format.threshold(drawn[1].threshold),
          b: format.share(recall(at[1]!)),
        })}
        testId="compare-sweep-chart"
        parts={[drawn, colours, t, format]}
        paint={paintThresholds(drawn, colours)}
        configure={(overlay) => {
          const options = baseOptions(colours)
          return {
            type: "scatter",
            plugins: [overlay.plugin],
            data: {
              datasets: drawn.flatMap((side) => {
                const swept = alongOdds(side.index)
                return SWEPT.map((figure) => ({
                  ...line(side, colours[figure], t(`figure.${figure}`)),
                  data: pair(swept.place, swept[figure]),
                }))
              }),
            },
            options: {
              ...options,
              events: [],
              layout: { padding: { top: HANDLE_ROOM, right: 8 } },
              scales: {
                x: thresholdScale(colours, format, t("axis.thresholdLogOdds"), LOG_ODDS),
                y: axis(colours, { title: t("compare.axis.share"), min: 0, max: 1, tick: format.tick }),
              },
              plugins: { ...options.plugins, tooltip: { enabled: false } },
            },
          }
        }}
      />
    </ChartPanel>
  )
}

function alongOdds(index: ScoreIndex) {
  const at = Array.from(spread(LOG_ODDS, POINTS), (threshold) => ({
    place: LOG_ODDS.place(threshold),
    counted: index.confusionAt(threshold),
  }))
  return {
    place: at.map(({ place }) => place),
    recall: at.map(({ counted }) => recall(counted)),
    falsePositiveRate: at.map(({ counted }) => falsePositiveRate(counted)),
  }
}

function Distribution({ drawn }: DrawnProps) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const title = t("compare.distribution.title")
  const counts = drawn.map(({ index, threshold }) => index.confusionAt(threshold))
  return (
    <ChartPanel title={title} meaning={t("compare.distribution.meaning")}>
      <Legend
        entries={[
          { name: "class.managed", colour: colours.managed },
          { name: "class.authentic", colour: colours.authentic },
        ]}
      />
      <TwoSideChart
        drawn={drawn}
        title={title}
        told={t("compare.distribution.aria", {
          managedA: format.count(counts[0]!.truePositives),
          authenticA: format.count(counts[0]!.falsePositives),
          managedB: format.count(counts[1]!.truePositives),
          authenticB: format.count(counts[1]!.falsePositives),
        })}
        testId="compare-distribution-chart"
        parts={[drawn, colours, t, format]}
        paint={paintThresholds(drawn, colours)}
        configure={(overlay) => {
          const options = baseOptions(colours)
          return {
            type: "scatter",
            plugins: [overlay.plugin],
            data: {
              datasets: drawn.flatMap((side) => {
                const { edge, managed, authentic } = spreadOf(side.index, LOG_ODDS)
                const stepped = { stepped: "before" as const, borderWidth: 1.5 }
                return [
                  {
                    ...line(side, colours.managed, t("class.managed")),
                    ...stepped,
                    data: steps(edge, managed, LOG_ODDS, true),
                  },
                  {
                    ...line(side, colours.authentic, t("class.authentic")),
                    ...stepped,
                    data: steps(edge, authentic, LOG_ODDS, true),
                  },
                ]
              }),
            },
            options: {
              ...options,
              events: [],
              layout: { padding: { top: HANDLE_ROOM, right: 8 } },
              scales: {
                x: thresholdScale(colours, format, t("axis.riskLogOdds"), LOG_ODDS),
                y: axis(colours, {
                  title: t("axis.accountsLog"),
                  min: EMPTY,
                  logarithmic: true,
                  tick: format.count,
                }),
              },
              plugins: { ...options.plugins, tooltip: { enabled: false } },
            },
          }
        }}
      />
    </ChartPanel>
  )
}
