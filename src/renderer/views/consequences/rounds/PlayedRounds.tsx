/** What rounds came to, strategy beside strategy: how long the threshold holds, and every figure round by round. */
import { useMemo } from "react"
import type { Band, RoundRow } from "../../../../api/contract.ts"
import { useColours } from "../../../charts/ChartBox.tsx"
import { highestOf, LinesChart } from "../../../charts/LinesChart.tsx"
import { LineSample } from "../../../components/LineSample.tsx"
import { SavableTable } from "../../../export/SavableTable.tsx"
import { useFormat } from "../../../format.ts"
import { type Translate, useT } from "../../../i18n/index.ts"
import { HalfLives } from "./HalfLives.tsx"
import {
  type Drawn,
  known,
  LAYERS,
  linesByCost,
  linesByRound,
  MOST_ASIDE,
  roundsTable,
  tableByRound,
} from "./lines.ts"
import { namesOf } from "./names.ts"
import type { Played } from "./shown.ts"

export function PlayedRounds({ series }: { readonly series: readonly Played[] }) {
  const t = useT()
  const format = useFormat()
  const drawn = useMemo(() => {
    const names = namesOf(
      t,
      format,
      series.map(({ question }) => question),
    )
    return series.map(({ look, report }, at): Drawn => ({ name: names[at]!, look, report }))
  }, [t, format, series])
  return (
    <div className="rounds" data-testid="rounds-report">
      <HalfLives drawn={drawn} questions={series.map(({ question }) => question)} />
      <div className="rounds-charts">
        <ByRound
          drawn={drawn}
          stem="recall"
          title={t("rounds.recall")}
          figure={{ name: t("figure.recall"), of: recallOf, show: format.share, tick: format.tick, max: 1 }}
        />
        <ByRound
          drawn={drawn}
          stem="fpr"
          title={t("rounds.fpr")}
          figure={{ name: t("figure.falsePositiveRate"), of: fprOf, show: format.share, tick: format.tick }}
        />
      </div>
      <Legend drawn={drawn} />
      <div className="rounds-charts">
        <ByRound
          drawn={drawn}
          stem="price"
          title={t("rounds.price")}
          figure={{
            name: t("rounds.column.costPerAccount"),
            of: priceOf,
            show: format.number,
            tick: format.number,
          }}
        />
        <AgainstCost drawn={drawn} />
      </div>
      <Legend drawn={drawn} />
      <div className="rounds-charts rounds-efforts">
        {LAYERS.map((layer) => (
          <ByRound
            key={layer}
            drawn={drawn}
            stem={`effort-${layer}`}
            title={`${t("rounds.effort")}: ${t(`rounds.effort.${layer}`)}`}
            figure={{
              name: t("rounds.effort.y"),
              of: EFFORT_OF[layer],
              show: (value) => format.decimal(value, 2),
              tick: (value) => format.decimal(value, 1),
              max: 1,
            }}
          />
        ))}
      </div>
      <Recipes drawn={drawn} />
      <SavableTable name={t("rounds.table")} stem="rounds" table={() => roundsTable(t, drawn)} />
    </div>
  )
}

const recallOf = ({ recall }: RoundRow) => recall
const fprOf = ({ fpr }: RoundRow) => fpr
const priceOf = ({ costPerAccount }: RoundRow) => costPerAccount
/** The same functions each time, so that lines are made anew only for other rounds. */
const EFFORT_OF = {
  behaviour: ({ effort }: RoundRow) => effort.behaviour,
  content: ({ effort }: RoundRow) => effort.content,
  network: ({ effort }: RoundRow) => effort.network,
}

interface ByRoundProps {
  readonly drawn: readonly Drawn[]
  /** Begins the name of what is saved. */
  readonly stem: string
  readonly title: string
  readonly figure: {
    readonly name: string
    readonly of: (row: RoundRow) => Band
    readonly show: (value: number) => string
    readonly tick: (value: number) => string
    readonly max?: number
  }
}

function ByRound({ drawn, stem, title, figure }: ByRoundProps) {
  const t = useT()
  const { name, of, show, tick, max } = figure
  const lines = useMemo(() => linesByRound(drawn, of), [drawn, of])
  return (
    <figure className="rounds-chart">
      <figcaption>{title}</figcaption>
      <LinesChart
        title={title}
        aria={t("rounds.aria", {
          title,
          lines: told(t, drawn, ({ rounds }) => {
            const [first, last] = [rounds[0]!, rounds.at(-1)!]
            return t("rounds.aria.line", {
              first: show(known(of(first).mean)),
              last: show(known(of(last).mean)),
              round: last.round,
            })
          }),
        })}
        testId={`rounds-${stem}-chart`}
        lines={lines}
        x={{
          title: t("rounds.round"),
          min: -MOST_ASIDE,
          max: MOST_ASIDE + Math.max(1, ...drawn.map(({ report }) => report.rounds.length - 1)),
          isWhole: true,
          tick: String,
        }}
        y={{ title: name, min: 0, ...(max === undefined ? { atLeastTo: highestOf(lines) } : { max }), tick }}
        table={() => tableByRound(t, drawn, [[name, of]])}
      />
    </figure>
  )
}

function AgainstCost({ drawn }: { readonly drawn: readonly Drawn[] }) {
  const t = useT()
  const format = useFormat()
  const lines = useMemo(() => linesByCost(drawn), [drawn])
  return (
    <figure className="rounds-chart">
      <figcaption>
        {t("rounds.cost")} <span className="facts">({t("rounds.cost.line")})</span>
      </figcaption>
      <LinesChart
        title={t("rounds.cost")}
        aria={t("rounds.aria", {
          title: t("rounds.cost"),
          lines: told(t, drawn, ({ recallAgainstCost }) =>
            format.list(
              recallAgainstCost.map(({ round, costPerAccount, recall }) =>
                t("rounds.cost.point", {
                  round,
                  cost: format.number(known(costPerAccount)),
                  recall: format.share(known(recall)),
                }),
              ),
            ),
          ),
        })}
        testId="rounds-cost-chart"
        lines={lines}
        // Not from 0: what all spend at least tells nothing apart.
        x={{ title: t("rounds.cost.x"), tick: format.number }}
        y={{ title: t("figure.recall"), min: 0, max: 1, tick: format.tick }}
        table={() =>
          tableByRound(t, drawn, [
            [t("rounds.cost.x"), priceOf],
            [t("figure.recall"), recallOf],
          ])
        }
      />
    </figure>
  )
}

/** A clause for each that is drawn. */
const told = (t: Translate, drawn: readonly Drawn[], of: (report: Drawn["report"]) => string) =>
  drawn
    .map(({ name, report }) => t("rounds.aria.clause", { name, text: of(report) }))
    .join(t("rounds.aria.between"))

/** Which line is whose, again where the table is out of sight. */
function Legend({ drawn }: { readonly drawn: readonly Drawn[] }) {
  const colours = useColours()
  return (
    <ul className="legend rounds-legend">
      {drawn.map(({ name, look: { colour, dash, marker } }) => (
        <li key={name}>
          <LineSample colour={colours[colour]} dash={dash} marker={marker} /> {name}
        </li>
      ))}
    </ul>
  )
}

/** What was played: once where it is the same of all. */
function Recipes({ drawn }: { readonly drawn: readonly Drawn[] }) {
  const t = useT()
  const format = useFormat()
  const recipes = drawn.map(({ report: { scenario, accounts, days, threshold, settings } }) =>
    t("rounds.recipe", {
      scenario,
      accounts: format.count(accounts),
      days: format.count(days),
      threshold: format.threshold(threshold),
      seeds: format.count(settings.seeds),
      budget: format.plain(settings.budget),
    }),
  )
  return (
    <ul className="facts rounds-recipes">
      {[...new Set(recipes)].map((recipe) => (
        <li key={recipe}>{recipe}</li>
      ))}
    </ul>
  )
}
