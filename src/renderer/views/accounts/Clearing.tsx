/** Why the account was flagged or not, and what would have put it on the other side: a short paragraph and a table. */
import type { AccountDetector } from "../../../core/account-detail.ts"
import type { AccountClearing } from "../../../core/judgement.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { detectorMeaning, detectorName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"
import { inUnit, signed } from "./Detectors.tsx"

type Way = AccountClearing["detectors"][number]

interface ClearingProps {
  readonly clearing: AccountClearing
  readonly risk: number
  readonly detectors: readonly AccountDetector[]
}

export function Clearing({ clearing, risk, detectors }: ClearingProps) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  const { isFlagged } = clearing
  const name = (id: string) => detectorName(t, id, detectors.find((one) => one.id === id)?.title ?? id)
  const told: Telling = { t, format, name, detectors }
  const smallest = clearing.detectors.find(({ detector }) => detector === clearing.smallest)
  return (
    <section className="clearing" data-testid="account-clearing">
      <h3>
        <Meaning of={t("clearing.meaning")}>
          {t(isFlagged ? "clearing.title" : "clearing.titlePassed")}
        </Meaning>
      </h3>
      {run.off.length > 0 ? (
        <p className="clearing-off">{t("clearing.off", { risk: format.decimal(risk, 4) })}</p>
      ) : null}
      <ul>
        <li>{carriersText(told, isFlagged)}</li>
        <li>
          {t(isFlagged ? "clearing.threshold" : "clearing.thresholdPassed", {
            risk: format.decimal(risk, 4),
          })}
        </li>
        <li data-testid="clearing-smallest">
          {smallest
            ? t(isFlagged ? "clearing.smallest" : "clearing.smallestPassed", {
                detector: name(smallest.detector),
                needed: neededText(told, smallest),
                score: format.decimal(smallest.score ?? Number.NaN, 3),
              })
            : t(isFlagged ? "clearing.noSingle" : "clearing.noSinglePassed")}{" "}
          {smallest ? featureSentence(told, smallest) : ""}
        </li>
        <li data-testid="clearing-without">
          {clearing.without === null
            ? t(isFlagged ? "clearing.withoutNone" : "clearing.withoutNonePassed")
            : t(isFlagged ? "clearing.without" : "clearing.withoutPassed", {
                detectors: format.list(clearing.without.map(name)),
              })}
        </li>
      </ul>
      <Ways clearing={clearing} told={told} />
    </section>
  )
}

interface Telling {
  readonly t: Translate
  readonly format: Format
  readonly name: (detector: string) => string
  readonly detectors: readonly AccountDetector[]
}

/** Log-odds from which a detector is worth naming. */
const WORTH_NAMING = 0.1
const MOST_NAMED = 3

/** The detectors that speak loudest for the side that the account is on. */
function carriersText({ t, format, name, detectors }: Telling, isFlagged: boolean): string {
  const direction = isFlagged ? 1 : -1
  const speaking = detectors
    .map(({ id, contribution }) => ({ id, value: contribution ?? 0 }))
    .filter(({ value }) => direction * value > WORTH_NAMING)
    .sort((a, b) => direction * (b.value - a.value))
    .slice(0, MOST_NAMED)
    .map(({ id, value }) => t("clearing.carrier", { detector: name(id), value: signed(format, value) }))
  if (speaking.length === 0) return t(isFlagged ? "clearing.carriedByNone" : "clearing.heldByNone")
  return t(isFlagged ? "clearing.carried" : "clearing.held", { detectors: format.list(speaking) })
}

/** Rounded to the side that suffices. */
function neededText({ t, format }: Telling, { needed }: Way): string {
  if (needed === null) return t("clearing.none")
  const { side, score } = needed
  return side === "at-most"
    ? t("clearing.atMost", { score: format.decimal(Math.floor(score * 1000) / 1000, 3) })
    : t("clearing.atLeast", { score: format.decimal(Math.ceil(score * 1000) / 1000, 3) })
}

/** In the detector's own words: one measured feature, had it been otherwise. */
function featureText({ t, format, detectors }: Telling, { detector, feature }: Way): string {
  if (feature === null) return ""
  const known = detectors.find(({ id }) => id === detector)?.features.find(({ id }) => id === feature.feature)
  const unit = known?.unit ?? ""
  return t("clearing.feature", {
    feature: t.known(`feature.${detector}.${feature.feature}`, known?.title ?? feature.feature),
    needed: inUnit(t, format, feature.needed, unit),
    value: inUnit(t, format, feature.value, unit),
  })
}

function featureSentence(told: Telling, way: Way): string {
  const feature = featureText(told, way)
  return feature === "" ? "" : told.t("clearing.forInstance", { feature })
}

function Ways({ clearing, told }: { readonly clearing: AccountClearing; readonly told: Telling }) {
  const { t, format, name, detectors } = told
  const ways = clearing.detectors
    .filter(({ needed }) => needed !== null)
    .toSorted((a, b) => (a.way ?? 2) - (b.way ?? 2))
  const others = clearing.detectors.length - ways.length
  if (ways.length === 0) return null
  return (
    <>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("clearing.detector")}</th>
            <th scope="col" className="number">
              {t("clearing.score")}
            </th>
            <th scope="col" className="number">
              <Meaning of={t("clearing.needed.meaning")}>
                {t(clearing.isFlagged ? "clearing.needed" : "clearing.neededPassed")}
              </Meaning>
            </th>
            <th scope="col" className="number">
              <Meaning of={t("clearing.share.meaning")}>{t("clearing.share")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("clearing.words.meaning")}>{t("clearing.words")}</Meaning>
            </th>
            <th scope="col" className="number">
              <Meaning of={t("clearing.riskWithout.meaning")}>{t("clearing.riskWithout")}</Meaning>
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <tr key={way.detector}>
              <th scope="row">
                <Meaning of={detectorMeaning(t, way.detector, titleOf(detectors, way.detector))}>
                  {name(way.detector)}
                </Meaning>
              </th>
              <td className="number">
                {way.score === null ? t("score.missing") : format.decimal(way.score, 3)}
              </td>
              <td className="number">{neededText(told, way)}</td>
              <td className="number">{format.share(way.share ?? Number.NaN)}</td>
              <td>{featureText(told, way)}</td>
              <td className="number">{format.decimal(way.riskWithout, 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 ? <p className="empty-note">{t("clearing.others", { count: others })}</p> : null}
    </>
  )
}

const titleOf = (detectors: readonly AccountDetector[], detector: string) =>
  detectors.find(({ id }) => id === detector)?.title ?? detector
