/** Attention with nothing done, under the policy and at best: in a sentence, and figure by figure. */
import type { AttentionFigures, AttentionReport } from "../../../../api/contract.ts"
import { Meaning } from "../../../components/Meaning.tsx"
import { SavableTable } from "../../../export/SavableTable.tsx"
import { type Format, useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useRested } from "../../../state/dial.ts"
import { policyOf } from "../../../state/policy.ts"
import { directionOf } from "./direction.ts"

type Figure = keyof AttentionFigures

const SHARES = ["managedShare", "paidUndisclosed", "returned", "lostWrongly", "lostPerCreator"] as const
const CHANGES = ["ndcgChange", "ndcgAuthenticChange"] as const
const FIGURES = [
  ...SHARES,
  "wrongPer1000",
  "ndcg",
  "ndcgChange",
  "ndcgAuthentic",
  "ndcgAuthenticChange",
] as const satisfies readonly Figure[]
const SETTINGS = ["baseline", "policy", "perfect", "withoutSignals"] as const

export function AttentionTable({ report }: { readonly report: AttentionReport }) {
  const t = useT()
  const format = useFormat()
  const { readers } = policyOf(useRested(), "setting")
  const followers = format.count(readers.leastFollowers)
  const { baseline, policy } = report
  const lost = policy.lostWrongly.value
  const takesMore = policy.lostWrongly.interval[0] > policy.returned.interval[1]
  return (
    <>
      <p className="attention-headline" data-testid="attention-headline">
        {report.unknown === "no-managed"
          ? t("attention.noManaged")
          : t("attention.headline", {
              before: format.share(baseline.managedShare.value),
              after: format.share(policy.managedShare.value),
              returned: format.share(policy.returned.value),
            })}{" "}
        {t(takesMore ? "attention.takesMore" : "attention.takesLess", {
          lost: format.share(lost),
        })}
      </p>
      {/* What is null travels as NaN does, and comes as that. */}
      {report.unknown === "no-managed" ? null : <Answers report={report} />}
      <div className="table-scroll">
        <table className="data attention-table" data-testid="attention-table">
          <thead>
            <tr>
              <th scope="col">{t("attention.figure")}</th>
              {SETTINGS.map((setting) => (
                <th scope="col" className="number" key={setting}>
                  {setting === "baseline" ? (
                    t("attention.baseline")
                  ) : (
                    <Meaning of={t(`attention.${setting}.meaning`)}>{t(`attention.${setting}`)}</Meaning>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FIGURES.map((figure) => (
              <tr key={figure}>
                <th scope="row">
                  <Meaning of={t(`attention.${figure}.meaning`, { followers })}>
                    {t(`attention.${figure}`)}
                  </Meaning>
                </th>
                {SETTINGS.map((setting) => (
                  <td className="number" key={setting}>
                    <Told format={format} figure={figure} figures={report[setting]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="facts">{t("attention.ndcgHonest")}</p>
      <p className="facts">
        {t("attention.recipe", {
          draws: format.count(report.draws),
          feedDays: format.count(report.feedDays),
          prevalence: format.share(report.prevalence),
        })}
      </p>
      <SavableTable
        name={t("attention.title")}
        stem="attention"
        table={() => ({
          columns: [
            t("attention.figure"),
            ...SETTINGS.flatMap((setting) => {
              const figure = t(`attention.${setting}`)
              return [figure, t("save.low", { figure }), t("save.high", { figure })]
            }),
          ],
          rows: FIGURES.map((figure) => [
            t(`attention.${figure}`),
            ...SETTINGS.flatMap((setting) => {
              const { value, interval } = report[setting][figure]
              return [value, ...interval]
            }),
          ]),
        })}
      />
    </>
  )
}

/** What an advertiser's money meets, and whether ranking finds good posts better without artificial signals. */
function Answers({ report: { baseline, policy, withoutSignals } }: { readonly report: AttentionReport }) {
  const t = useT()
  const format = useFormat()
  const { ndcgChange, ndcgAuthenticChange } = withoutSignals
  const told = (figure: "ndcgChange" | "ndcgAuthenticChange") => {
    const { value, interval } = withoutSignals[figure]
    return t("attention.change", {
      change: format.decimal(value, 4),
      interval: format.decimalInterval(interval, 4),
    })
  }
  return (
    <dl className="attention-answers">
      <dt>{t("attention.money")}</dt>
      <dd data-testid="attention-money">
        {t("attention.money.answer", {
          before: format.share(baseline.paidUndisclosed.value),
          beforeInterval: format.shareInterval(baseline.paidUndisclosed.interval),
          after: format.share(policy.paidUndisclosed.value),
          afterInterval: format.shareInterval(policy.paidUndisclosed.interval),
        })}
      </dd>
      <dt>{t("attention.better")}</dt>
      <dd data-testid="attention-better">
        {t(`attention.better.${directionOf(ndcgChange)}`, { change: told("ndcgChange") })}{" "}
        {t(`attention.betterAuthentic.${directionOf(ndcgAuthenticChange)}`, {
          change: told("ndcgAuthenticChange"),
        })}
      </dd>
    </dl>
  )
}

function writing(format: Format, figure: Figure): (value: number) => string {
  if ((SHARES as readonly Figure[]).includes(figure)) return format.share
  if ((CHANGES as readonly Figure[]).includes(figure)) return (value) => format.decimal(value, 4)
  return figure === "wrongPer1000" ? format.number : format.decimal
}

interface ToldProps {
  readonly format: Format
  readonly figure: Figure
  readonly figures: AttentionFigures
}

/** A figure with its interval below; one that is 0 by its meaning has none. */
function Told({ format, figure, figures }: ToldProps) {
  const { value, interval } = figures[figure]
  const one = writing(format, figure)
  const [low, high] = interval
  return (
    <>
      {one(value)}
      {Number.isFinite(low) && low !== high ? (
        <span className="figure-interval">{`${one(low)} – ${one(high)}`}</span>
      ) : null}
    </>
  )
}
