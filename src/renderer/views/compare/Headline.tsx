/** The comparison in words: what changed, and what that means. */
import { Alert } from "@mantine/core"
import type { ReactNode } from "react"
import type { Comparison } from "../../../api/contract.ts"
import type { FigureComparison, Verdict } from "../../../core/evaluation/index.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { detectorName, fusionName } from "../../names.ts"
import type { Change } from "./changes.ts"
import { differenceText, intervalText } from "./difference-text.ts"
import { verdictName } from "./saved-tables.ts"
import type { TwoSides } from "./two-sides.ts"
import { byVerdict, overallOf } from "./verdicts.ts"

interface HeadlineProps {
  readonly comparison: Comparison
  readonly changes: readonly Change[]
  readonly sides: TwoSides
}

export function Headline({ comparison, changes, sides }: HeadlineProps) {
  const t = useT()
  const { figures } = comparison.report
  const overall = overallOf(figures)
  return (
    <section className="compare-headline" aria-label={t("compare.headline")} data-testid="headline">
      <p className={`compare-overall compare-overall-${overall}`} data-testid="overall">
        <Meaning of={t("compare.overall.meaning")}>{t(`compare.overall.${overall}`)}</Meaning>
      </p>
      <div className="compare-told">
        <Told label={t("compare.changed")}>
          <ul data-testid="changes">
            {changes.map((change) => (
              <li key={change.kind}>
                <ChangeText change={change} sides={sides} />
              </li>
            ))}
          </ul>
        </Told>
        <Told label={t("compare.found")}>
          <ul>
            {byVerdict(figures).map(({ verdict, figures: own }) => (
              <li key={verdict}>
                <VerdictWord verdict={verdict} />{" "}
                {own.map((row) => (
                  <FigureWords key={row.figure} row={row} />
                ))}
              </li>
            ))}
          </ul>
        </Told>
      </div>
      {comparison.kind === "unpaired" ? <OtherAccounts /> : <Relabelled report={comparison.report} />}
    </section>
  )
}

function Told({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3>{label}</h3>
      {children}
    </div>
  )
}

/** A verdict by word and sign. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  const t = useT()
  const name = verdict === "no change" ? "same" : verdict
  const sign = { better: "▲", worse: "▼", same: "=", inconclusive: "?" }[name]
  return (
    <span className={`compare-verdict compare-verdict-${name}`}>
      <span aria-hidden="true">{sign}</span> {verdictName(t, verdict)}
    </span>
  )
}

function FigureWords({ row }: { readonly row: FigureComparison }) {
  const t = useT()
  const format = useFormat()
  return (
    <span className="compare-figure-words" title={intervalText(format, row)}>
      {t(`compare.figure.${row.figure}`)} <strong>{differenceText(t, format, row)}</strong>
    </span>
  )
}

function ChangeText({ change, sides }: { readonly change: Change; readonly sides: TwoSides }) {
  const t = useT()
  const format = useFormat()
  return changeText(t, format, change, sides)
}

function changeText(t: Translate, format: Format, change: Change, { a, b }: TwoSides): string {
  switch (change.kind) {
    case "threshold":
      return t(change.b > change.a ? "compare.change.threshold.up" : "compare.change.threshold.down", {
        a: format.threshold(change.a),
        b: format.threshold(change.b),
      })
    case "oversight":
    case "automation":
    case "prevalence":
      return t(`compare.change.${change.kind}`, { a: format.share(change.a), b: format.share(change.b) })
    case "days":
    case "accounts":
    case "period":
      return t(`compare.change.${change.kind}`, { a: format.count(change.a), b: format.count(change.b) })
    case "detectorsAdded":
    case "detectorsGone":
    case "detectorsRenewed":
    case "failedInA":
    case "failedInB": {
      const all = [...a.run.manifest.detectors, ...b.run.manifest.detectors]
      const named = (id: string) => detectorName(t, id, all.find((one) => one.id === id)?.title ?? id)
      return t(`compare.change.${change.kind}`, {
        detectors: format.list(change.detectors.map(named)),
      })
    }
    case "fusion":
      return t("compare.change.fusion", { a: fusionName(t, change.a), b: fusionName(t, change.b) })
    case "scenario":
    case "seed":
    case "generator":
      return t(`compare.change.${change.kind}`, { a: change.a, b: change.b })
    default:
      return t(`compare.change.${change.kind}`)
  }
}

function OtherAccounts() {
  const t = useT()
  return (
    <Alert color="yellow" className="notice" title={t("compare.unpaired.title")} data-testid="unpaired">
      {t("compare.unpaired.text")}
    </Alert>
  )
}

type PairedReport = Extract<Comparison, { kind: "paired" }>["report"]

/** Whose label is another by B's definition: whether they were decided rightly changes without their flags. */
function Relabelled({ report }: { readonly report: PairedReport }) {
  const t = useT()
  const format = useFormat()
  const { toManaged, toAuthentic } = report.relabelled
  if (toManaged + toAuthentic === 0) return null
  return (
    <p className="facts" data-testid="relabelled-by-b">
      {t("compare.relabelled", {
        toManaged: format.count(toManaged),
        toAuthentic: format.count(toAuthentic),
      })}
    </p>
  )
}
