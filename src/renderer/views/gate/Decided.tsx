/** Why a scenario has the outcome it has, in sentences. */
import type { CheckedScenario } from "../../../api/contract.ts"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { type Decision, decisionsOf } from "./decided.ts"
import {
  differenceText,
  intervalText,
  mattersText,
  namedDetector,
  promiseText,
  rangeText,
  settleSentence,
  type Titles,
  titlesOf,
  valueText,
  whatText,
} from "./words.ts"

/** More are in the tables below. */
const MOST = 6

interface Sentence {
  readonly sign: string
  readonly text: string
}

export function sentenceOf(t: Translate, format: Format, titles: Titles, decision: Decision): Sentence {
  switch (decision.kind) {
    case "row": {
      const { row } = decision
      const parts = {
        what: whatText(t, format, row),
        difference: differenceText(t, format, row),
        interval: intervalText(format, row),
        before: valueText(format, row.figure, row.before),
        after: valueText(format, row.figure, row.after),
        least: mattersText(t, format, row),
      }
      if (row.outcome === "inconclusive") {
        const settle = settleSentence(t, format, row.accountsToSettle)
        return { sign: "?", text: t("gate.decided.unsettled", { ...parts, settle }) }
      }
      const text = t((row.difference ?? 0) < 0 ? "gate.decided.fell" : "gate.decided.rose", parts)
      return { sign: row.outcome === "regress" ? "✗" : "▲", text }
    }
    case "promise": {
      const { row } = decision
      const parts = {
        promise: promiseText(t, format, titles, row),
        value: valueText(format, row.figure, row.value),
        interval: rangeText(format, row.figure, row.interval),
      }
      if (row.outcome === "broken") return { sign: "✗", text: t("gate.decided.broken", parts) }
      const settle = settleSentence(t, format, row.accountsToSettle)
      return { sign: "?", text: t("gate.decided.open", { ...parts, settle }) }
    }
    case "detector": {
      const { detector, message } = decision.row
      const parts = { detector: namedDetector(t, titles, detector), message: message ?? "" }
      return { sign: "✗", text: t("gate.decided.detector", parts) }
    }
    case "better": {
      const what = decision.rows.map((row) => whatText(t, format, row)).join(t("gate.decided.and"))
      return { sign: "?", text: t("gate.decided.better", { what }) }
    }
    case "identical":
    case "none":
      return { sign: "✓", text: t(`gate.decided.${decision.kind}`) }
    default:
      return { sign: "?", text: t(`gate.decided.${decision.kind}`) }
  }
}

/** The first sentence, for a list. */
export function FirstReason({ scenario }: { readonly scenario: CheckedScenario }) {
  const t = useT()
  const format = useFormat()
  const [first] = decisionsOf(scenario)
  return first ? sentenceOf(t, format, titlesOf(scenario.detectors), first).text : null
}

export function Decided({ scenario }: { readonly scenario: CheckedScenario }) {
  const t = useT()
  const format = useFormat()
  const titles = titlesOf(scenario.detectors)
  const decisions = decisionsOf(scenario)
  return (
    <section aria-label={t("gate.why")} data-testid="gate-why">
      <ul className="gate-why">
        {decisions.slice(0, MOST).map((decision) => {
          const { sign, text } = sentenceOf(t, format, titles, decision)
          return (
            <li key={text}>
              <span aria-hidden="true" className="gate-sign">
                {sign}
              </span>
              <span>{text}</span>
            </li>
          )
        })}
      </ul>
      {decisions.length > MOST ? (
        <p className="facts">{t("gate.decided.more", { count: format.count(decisions.length - MOST) })}</p>
      ) : null}
    </section>
  )
}
