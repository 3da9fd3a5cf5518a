/** What matters of the consequences, in figures with their bands. */
import type { Estimate } from "../../../core/evaluation/index.ts"
import type { Consequences } from "../../../core/policy/follow/index.ts"
import { TIERS } from "../../../core/policy/tiers.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { estimateCells, intervalColumns } from "../../export/interval.ts"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useRested } from "../../state/dial.ts"
import { amount, amountInterval } from "./amounts.ts"
import { areFew } from "./replicates.ts"

export const HEADLINE = [
  "wrongfulDays",
  "authenticActedOn",
  "managedCaught",
  "backlog",
  "hoursP95",
  "within24Hours",
  "hoursToAction",
  "cost",
] as const
export type HeadlineFigure = (typeof HEADLINE)[number]

/** null for what a policy does not have. */
export function headlineOf({
  wrongfulDays,
  funnel: { authentic, managed },
  queue,
  hoursToAction,
  cost,
}: Consequences): Readonly<Record<HeadlineFigure, Estimate | null>> {
  const { value, low, high } = queue.perDay.backlog
  const last = value.length - 1
  return {
    wrongfulDays,
    authenticActedOn: authentic.accounts["acted-on"],
    managedCaught: managed.accounts.caught,
    backlog: { value: value[last]!, interval: [low[last]!, high[last]!] },
    hoursP95: queue.hours.p95,
    within24Hours: queue.within24Hours,
    hoursToAction,
    cost: cost?.total ?? null,
  }
}

export function Headline({ consequences }: { readonly consequences: Consequences }) {
  const t = useT()
  const format = useFormat()
  const figures = headlineOf(consequences)
  const allOff = useRested().tiersOff.length === TIERS.length
  const { days, accountsPerDay, prevalence, replicates, funnel } = consequences
  const shareOf: Partial<Record<HeadlineFigure, number>> = {
    authenticActedOn: funnel.authentic.accounts["acted-on"].value / funnel.authentic.judged.value,
    managedCaught: funnel.managed.accounts.caught.value / funnel.managed.judged.value,
  }
  return (
    <Panel
      title={t("consequences.headline")}
      meaning={t("consequences.headline.meaning")}
      className="panel-consequences"
    >
      <SavableTable
        name={t("consequences.headline")}
        stem="consequences"
        table={() => ({
          columns: intervalColumns(t, t("consequences.figure")).toSpliced(0, 0, t("consequences.name")),
          rows: HEADLINE.map((name) => [t(`consequences.${name}`), ...estimateCells(figures[name])]),
        })}
      />
      <p className="facts" data-testid="consequences-basis">
        {t(areFew(replicates) ? "consequences.basis.few" : "consequences.basis", {
          days: format.count(days),
          accounts: format.count(accountsPerDay),
          prevalence: format.share(prevalence),
          replicates: format.count(replicates),
        })}
        {allOff ? ` ${t("consequences.allOff")}` : null}
      </p>
      <dl className="figures" data-testid="consequences-headline">
        {HEADLINE.map((name) => {
          const figure = figures[name]
          const share = shareOf[name]
          const isShare = name === "within24Hours"
          return (
            <div className="figure" key={name}>
              <dt>
                <Meaning of={t(`consequences.${name}.meaning`)}>{t(`consequences.${name}`)}</Meaning>
              </dt>
              <dd>
                <span className="figure-value" data-testid={`consequences-${name}`}>
                  {figure === null
                    ? NOTHING
                    : isShare
                      ? format.share(figure.value)
                      : amount(format, figure.value)}
                  {share === undefined ? null : (
                    <span className="consequences-share"> {format.share(share)}</span>
                  )}
                </span>
                <span className="figure-interval">
                  {figure === null
                    ? ""
                    : isShare
                      ? format.shareInterval(figure.interval)
                      : amountInterval(format, figure.interval)}
                </span>
              </dd>
            </div>
          )
        })}
      </dl>
    </Panel>
  )
}
