/** What rounds came to: how long the threshold holds, recall and false positives by round, and at what cost. */
import { useMemo } from "react"
import type { RoundsReport } from "../../../../api/contract.ts"
import { useColours } from "../../../charts/ChartBox.tsx"
import { highestOf, LinesChart } from "../../../charts/LinesChart.tsx"
import { LineSample } from "../../../components/LineSample.tsx"
import { SavableTable } from "../../../export/SavableTable.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { bandLine, costLine, EFFORT_LINES, known, roundsTable } from "./lines.ts"

export function PlayedRounds({ report }: { readonly report: RoundsReport }) {
  const t = useT()
  return (
    <div className="rounds" data-testid="rounds-report">
      <Headline report={report} />
      <div className="rounds-charts">
        <ByRound report={report} figure="recall" />
        <ByRound report={report} figure="fpr" />
        <AgainstCost report={report} />
        <Effort report={report} />
      </div>
      <SavableTable name={t("rounds.table")} stem="rounds" table={() => roundsTable(t, report)} />
    </div>
  )
}

function Headline({ report }: { readonly report: RoundsReport }) {
  const t = useT()
  const format = useFormat()
  const { halfLife, rounds, settings } = report
  const [first, last] = [rounds[0]!, rounds.at(-1)!]
  return (
    <>
      <p className="rounds-headline" data-testid="rounds-half-life">
        {halfLife.ofMean === null
          ? t("rounds.halfLife.longer", { within: format.count(halfLife.within) })
          : t("rounds.halfLife.reached", { rounds: format.decimal(halfLife.ofMean, 1) })}{" "}
        {t("rounds.halfLife.seeds", {
          reached: format.count(halfLife.reached),
          seeds: format.count(settings.seeds),
        })}
      </p>
      <p>
        {t("rounds.fromTo", {
          first: format.share(known(first.recall.mean)),
          last: format.share(known(last.recall.mean)),
          firstFpr: format.share(known(first.fpr.mean)),
          lastFpr: format.share(known(last.fpr.mean)),
          firstCost: format.number(known(first.costPerAccount.mean)),
          lastCost: format.number(known(last.costPerAccount.mean)),
        })}
      </p>
      <p className="facts">
        {t("rounds.recipe", {
          scenario: report.scenario,
          accounts: format.count(report.accounts),
          days: format.count(report.days),
          threshold: format.threshold(report.threshold),
          seeds: format.count(settings.seeds),
        })}
      </p>
    </>
  )
}

interface ByRoundProps {
  readonly report: RoundsReport
  readonly figure: "recall" | "fpr"
}

function ByRound({ report, figure }: ByRoundProps) {
  const t = useT()
  const format = useFormat()
  const { rounds } = report
  const name = t(figure === "recall" ? "figure.recall" : "figure.falsePositiveRate")
  const lines = useMemo(
    () => [
      bandLine(rounds, name, figure === "recall" ? "recall" : "falsePositiveRate", (row) => row[figure]),
    ],
    [rounds, name, figure],
  )
  const last = rounds.at(-1)!
  return (
    <figure className="rounds-chart">
      <figcaption>{t(`rounds.${figure}`)}</figcaption>
      <LinesChart
        title={t(`rounds.${figure}`)}
        aria={t(`rounds.${figure}.aria`, {
          first: format.share(known(rounds[0]![figure].mean)),
          last: format.share(known(last[figure].mean)),
          round: last.round,
        })}
        testId={`rounds-${figure}-chart`}
        lines={lines}
        x={useRoundAxis(report)}
        y={{
          title: name,
          min: 0,
          ...(figure === "recall" ? { max: 1 } : { atLeastTo: highestOf(lines) }),
          tick: format.tick,
        }}
        table={() => roundsTable(t, report)}
      />
    </figure>
  )
}

function useRoundAxis({ rounds }: RoundsReport) {
  const t = useT()
  return {
    title: t("rounds.round"),
    min: 0,
    max: rounds.length - 1,
    // Between two rounds there is nothing.
    tick: (value: number) => (Number.isInteger(value) ? String(value) : ""),
  }
}

function AgainstCost({ report }: { readonly report: RoundsReport }) {
  const t = useT()
  const format = useFormat()
  const { recallAgainstCost } = report
  const label = t("rounds.cost.line")
  const lines = useMemo(() => [costLine(recallAgainstCost, label)], [recallAgainstCost, label])
  const costs = lines[0]!.points.map(({ x }) => x)
  const most = Math.max(...costs)
  return (
    <figure className="rounds-chart">
      <figcaption>
        {t("rounds.cost")} <span className="facts">({label})</span>
      </figcaption>
      <LinesChart
        title={t("rounds.cost")}
        aria={t("rounds.cost.aria", {
          points: format.list(
            recallAgainstCost.map(({ round, costPerAccount, recall }) =>
              t("rounds.cost.point", {
                round,
                cost: format.number(known(costPerAccount)),
                recall: format.share(known(recall)),
              }),
            ),
          ),
        })}
        testId="rounds-cost-chart"
        lines={lines}
        x={{
          title: t("rounds.cost.x"),
          min: 0,
          ...(most > 0 ? { atLeastTo: most } : {}),
          tick: format.number,
        }}
        y={{ title: t("figure.recall"), min: 0, max: 1, tick: format.tick }}
        table={() => ({
          columns: [t("rounds.round"), t("rounds.cost.x"), t("figure.recall")],
          rows: recallAgainstCost.map(({ round, costPerAccount, recall }) => [round, costPerAccount, recall]),
        })}
      />
    </figure>
  )
}

function Effort({ report }: { readonly report: RoundsReport }) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const { rounds } = report
  const lines = useMemo(
    () =>
      EFFORT_LINES.map(({ layer, colour, dash }) => ({
        ...bandLine(rounds, t(`rounds.effort.${layer}`), colour, ({ effort }) => effort[layer]),
        dash,
      })),
    [rounds, t],
  )
  const last = rounds.at(-1)!
  const told = (layer: (typeof EFFORT_LINES)[number]["layer"]) =>
    format.decimal(known(last.effort[layer].mean), 2)
  return (
    <figure className="rounds-chart">
      <figcaption>{t("rounds.effort")}</figcaption>
      <ul className="legend">
        {EFFORT_LINES.map(({ layer, colour, dash }) => (
          <li key={layer}>
            <LineSample colour={colours[colour]} dash={dash} /> {t(`rounds.effort.${layer}`)}
          </li>
        ))}
      </ul>
      <LinesChart
        title={t("rounds.effort")}
        aria={t("rounds.effort.aria", {
          round: last.round,
          behaviour: told("behaviour"),
          content: told("content"),
          network: told("network"),
        })}
        testId="rounds-effort-chart"
        lines={lines}
        x={useRoundAxis(report)}
        y={{ title: t("rounds.effort.y"), min: 0, max: 1, tick: (value) => format.decimal(value, 1) }}
        table={() => roundsTable(t, report)}
      />
    </figure>
  )
}
