/** What each detector made of the account: score, what it added to the risk, reasons in words, features. */
import type { AccountDetector } from "../../../core/account-detail.ts"
import type { Reason } from "../../../core/detection/detector.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Score } from "../../components/Score.tsx"
import { type Format, NOTHING, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { detectorMeaning, detectorName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"

interface DetectorsProps {
  readonly detectors: readonly AccountDetector[]
  /** In (0, 1). */
  readonly risk: number
}

export function Detectors({ detectors, risk }: DetectorsProps) {
  const { intercept } = useDial().run.manifest.fusion
  return (
    <>
      <SumLine part="start" logOdds={intercept} />
      {detectors.map((detector) => (
        <DetectorCard key={detector.id} detector={detector} />
      ))}
      <SumLine part="sum" logOdds={logOddsOfRisk(intercept, detectors)} risk={risk} />
    </>
  )
}

/** Where fusion starts from and what each detector adds: together the risk's log-odds. */
export function logOddsOfRisk(
  intercept: number,
  detectors: readonly Pick<AccountDetector, "contribution">[],
): number {
  return detectors.reduce((sum, { contribution }) => sum + (contribution ?? 0), intercept)
}

interface SumLineProps {
  readonly part: "start" | "sum"
  readonly logOdds: number
  readonly risk?: number
}

function SumLine({ part, logOdds, risk }: SumLineProps) {
  const t = useT()
  const format = useFormat()
  return (
    <p className={`sum-line sum-line-${part}`} data-testid={`log-odds-${part}`}>
      <Meaning of={t(`sum.${part}.meaning`)}>{t(`sum.${part}`)}</Meaning>
      {risk === undefined ? <span /> : <Score value={risk} digits={4} />}
      <span className="contribution">{t("contribution.value", { value: signed(format, logOdds) })}</span>
    </p>
  )
}

/** With its sign, unless it rounds to zero. */
export function signed(format: Format, value: number): string {
  const sign = Math.abs(value) < 0.005 ? "" : value < 0 ? "−" : "+"
  return sign + format.decimal(Math.abs(value), 2)
}

function DetectorCard({ detector }: { readonly detector: AccountDetector }) {
  const t = useT()
  return (
    <article className="detector" data-testid={`detector-${detector.id}`}>
      <header>
        <h4>
          <Meaning of={detectorMeaning(t, detector.id, detector.title)}>
            {detectorName(t, detector.id, detector.title)}
          </Meaning>
        </h4>
        <span className="layer">{t(`layer.${detector.layer}`)}</span>
        <Score value={detector.score} />
        <Contribution value={detector.contribution} />
      </header>
      <Reasons detector={detector} />
      <Features detector={detector} />
    </article>
  )
}

/** Log-odds that the detector adds to the risk, or takes from it. */
function Contribution({ value }: { readonly value: number | null }) {
  const t = useT()
  const format = useFormat()
  const told = value === null ? NOTHING : signed(format, value)
  return (
    <span className={`contribution ${value !== null && value > 0 ? "contribution-up" : ""}`}>
      <Meaning of={t("contribution.meaning")}>{t("contribution.value", { value: told })}</Meaning>
    </span>
  )
}

/** The sentence in the reader's language if it is known, otherwise as the detector said it. */
function sentence(t: Translate, format: Format, reason: Reason): string {
  const values = Object.entries(reason.values).map(([name, value]) => [
    name,
    typeof value === "number" ? format.number(value) : value,
  ])
  return t.known(`reason.${reason.id}`, reason.text, Object.fromEntries(values))
}

function Reasons({ detector }: { readonly detector: AccountDetector }) {
  const t = useT()
  const format = useFormat()
  if (detector.score === null) return <p className="empty-note">{t("detector.noEvidence")}</p>
  if (detector.reasons.length === 0) return <p className="empty-note">{t("detector.noReasons")}</p>
  return (
    <ul className="reasons">
      {detector.reasons.map((reason) => (
        <li key={reason.id}>{sentence(t, format, reason)}</li>
      ))}
    </ul>
  )
}

export function inUnit(t: Translate, format: Format, value: number | null, unit: string): string {
  if (value === null) return t("score.missing")
  if (unit === "share") return format.share(value)
  if (unit === "seconds") return format.duration(value)
  const number = format.number(value)
  return unit === "" || unit === "count" ? number : `${number} ${t.known(`unit.${unit}`, unit)}`
}

function Features({ detector }: { readonly detector: AccountDetector }) {
  const t = useT()
  const format = useFormat()
  if (detector.features.length === 0) return null
  return (
    <details className="features">
      <summary>{t("detector.features", { count: detector.features.length })}</summary>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("features.feature")}</th>
            <th scope="col" className="number">
              <Meaning of={t("features.value.meaning")}>{t("features.value")}</Meaning>
            </th>
          </tr>
        </thead>
        <tbody>
          {detector.features.map((feature) => (
            <tr key={feature.id}>
              <th scope="row">{t.known(`feature.${detector.id}.${feature.id}`, feature.title)}</th>
              <td className="number">{inUnit(t, format, feature.value, feature.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
