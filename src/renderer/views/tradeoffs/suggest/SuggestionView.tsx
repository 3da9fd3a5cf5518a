/** The answer: the threshold, what remains, what is traded against the present setting, and what more would take. */
import { Alert, Button } from "@mantine/core"
import { useMemo } from "react"
import {
  operatingPoint as operatingPointAt,
  type Suggestion,
  type Trade,
  tradeOf,
} from "../../../../core/evaluation/index.ts"
import { Meaning } from "../../../components/Meaning.tsx"
import { FEW_FLAGGED } from "../../../few.ts"
import { NOTHING, useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useDial, useLabelled, useRested } from "../../../state/dial.ts"
import { changed, workloadOf } from "../../../state/setting.ts"
import { PinButton } from "../pins/PinButton.tsx"
import { CapsTold } from "./CapsTold.tsx"
import { CohortTrades } from "./CohortTrades.tsx"
import { Sentences } from "./Sentences.tsx"
import { more, moreInterval, moreReviewing, points, pointsInterval, reviewing } from "./trade-text.ts"

export function SuggestionView({ suggestion }: { readonly suggestion: Suggestion }) {
  const { run } = useDial()
  const labelled = useLabelled()
  const setting = useRested()
  const { threshold, why } = suggestion
  const { accountsPerDay, secondsPerReview, prevalence } = setting
  const workload = useMemo(
    () => workloadOf({ accountsPerDay, secondsPerReview, prevalence }, labelled, run.manifest.scenario),
    [accountsPerDay, secondsPerReview, prevalence, labelled, run],
  )
  const trade = useMemo(
    () => (Number.isNaN(threshold) ? null : tradeOf(labelled.index, setting.threshold, threshold, workload)),
    [labelled, setting.threshold, threshold, workload],
  )
  return (
    <>
      {why === null ? null : <WhyNot suggestion={suggestion} />}
      {Number.isFinite(threshold) ? <Headline suggestion={suggestion} /> : null}
      {trade && suggestion.operatingPoint ? <Figures suggestion={suggestion} trade={trade} /> : null}
      <Sentences suggestion={suggestion} workload={workload} />
      {suggestion.caps ? <CapsTold caps={suggestion.caps} /> : null}
      {trade ? <CohortTrades trade={trade} workload={workload} /> : null}
    </>
  )
}

function WhyNot({ suggestion: { why, guarantee } }: { readonly suggestion: Suggestion }) {
  const t = useT()
  const format = useFormat()
  if (why === null) return null
  const values = guarantee
    ? {
        count: guarantee.needed,
        needed: format.count(guarantee.needed),
        authentic: format.count(guarantee.authentic),
        least: format.share(guarantee.leastFpr),
        confidence: format.tick(guarantee.confidence),
      }
    : {}
  return (
    <Alert
      color="yellow"
      className="suggest-why"
      data-testid="suggest-why"
      title={t(why === "nobody-flagged" ? "suggest.nobody" : "suggest.none")}
    >
      {t(`suggest.why.${why}`, values)}
    </Alert>
  )
}

/** The threshold, and buttons that take it. */
function Headline({ suggestion: { threshold, operatingPoint } }: { readonly suggestion: Suggestion }) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const setting = useRested()
  const tier = t(`tier.${setting.tier}`)
  const isSet = setting.threshold === threshold
  const interval = operatingPoint?.thresholdInterval
  return (
    <div className="suggest-headline">
      <p>
        <Meaning of={t("suggest.threshold.meaning")}>{t("threshold.title")}</Meaning>{" "}
        <strong data-testid="suggest-threshold">{format.threshold(threshold)}</strong>{" "}
        {interval ? (
          <span className="facts">
            {t("suggest.thresholdInterval", {
              low: format.threshold(interval[0]),
              high: Number.isFinite(interval[1]) ? format.threshold(interval[1]) : t("suggest.aboveAll"),
            })}
          </span>
        ) : null}
      </p>
      <span className="suggest-buttons">
        <Button
          size="xs"
          data-testid="suggest-set"
          {...(isSet ? { "data-disabled": true, "aria-disabled": true } : {})}
          onClick={() => isSet || dial.set({ threshold })}
        >
          {t(isSet ? "suggest.isSet" : "suggest.set", { tier })}
        </Button>
        <PinButton setting={changed(setting, { threshold })} size="xs" />
      </span>
    </div>
  )
}

interface FiguresProps {
  readonly suggestion: Suggestion
  readonly trade: Trade
}

function Figures({ suggestion: { operatingPoint, perDay }, trade }: FiguresProps) {
  const t = useT()
  const format = useFormat()
  const setting = useRested()
  const labelled = useLabelled()
  if (!operatingPoint || !perDay) return null
  const isMoved = trade.from !== trade.to
  const share = (value: number) => format.share(value)
  const amount = (value: number) => format.number(value)
  const time = (hours: number) => reviewing(t, format, hours)
  const inPoints = (id: "recall" | "falsePositiveRate") => ({
    change: points(t, format, trade[id]),
    changeInterval: pointsInterval(format, trade[id]),
  })
  const aDay = (id: keyof Trade["perDay"]) => ({
    change: more(format, trade.perDay[id].value),
    changeInterval: moreInterval(format, trade.perDay[id]),
  })
  // Of two thresholds that share most of what they flag no interval of the difference is at hand.
  const { precision } = operatingPointAt(labelled.index, trade.from, setting.prevalence)
  const ofPrecision = {
    change: points(t, format, { value: operatingPoint.precision.value - precision.value }),
    changeInterval: "",
  }
  const rows = [
    { id: "recall", estimate: operatingPoint.recall, tell: share, ...inPoints("recall") },
    { id: "precision", estimate: operatingPoint.precision, tell: share, ...ofPrecision },
    {
      id: "falsePositiveRate",
      estimate: operatingPoint.falsePositiveRate,
      tell: share,
      ...inPoints("falsePositiveRate"),
    },
    { id: "flagged", estimate: perDay.flagged, tell: amount, ...aDay("flagged") },
    { id: "falsePositives", estimate: perDay.falsePositives, tell: amount, ...aDay("falsePositives") },
    { id: "missed", estimate: perDay.missed, tell: amount, ...aDay("missed") },
    {
      id: "reviewerHours",
      estimate: perDay.reviewerHours,
      tell: time,
      change: moreReviewing(t, format, trade.perDay.reviewerHours.value),
      changeInterval: trade.perDay.reviewerHours.interval
        .map((end) => moreReviewing(t, format, end))
        .join(" … "),
    },
  ] as const
  return (
    <table className="data suggest-figures" data-testid="suggest-figures">
      <thead>
        <tr>
          <td />
          <th scope="col" className="number">
            <Meaning of={t("suggest.here.meaning")}>{t("suggest.here")}</Meaning>
          </th>
          <th scope="col" className="number">
            <Meaning of={t("suggest.against.meaning")}>
              {t("suggest.against", {
                tier: t(`tier.${setting.tier}`),
                threshold: format.threshold(trade.from),
              })}
            </Meaning>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, estimate, tell, change, changeInterval }) => (
          <tr key={id} data-testid={`suggest-row-${id}`}>
            <th scope="row">
              {id === "recall" || id === "precision" || id === "falsePositiveRate" ? (
                <Meaning of={t(`figure.${id}.meaning`, { few: FEW_FLAGGED })}>{t(`figure.${id}`)}</Meaning>
              ) : (
                <Meaning of={t(`suggest.${id}.meaning`)}>{t(`suggest.${id}`)}</Meaning>
              )}
            </th>
            <td className="number">
              {tell(estimate.value)}
              <span className="figure-interval">{estimate.interval.map(tell).join(" – ")}</span>
            </td>
            <td className="number">
              {isMoved ? change : NOTHING}
              <span className="figure-interval">{isMoved ? changeInterval : ""}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
