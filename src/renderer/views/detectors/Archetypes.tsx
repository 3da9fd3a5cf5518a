/** Recall of each archetype at one false-positive rate, those seen in learning beside those held out. */
import type { WhyReport } from "../../../api/contract.ts"
import { type CohortRow, cohortTable, ENOUGH_TRIALS } from "../../../core/evaluation/index.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { goTo } from "../../state/location.ts"
import { RateBar } from "./RateBar.tsx"

/** As the report names it; the least of its points that many accounts are caught at. */
const POINT = "FPR <= 1 %"
const RATE = 0.01

export function Archetypes({ report }: { readonly report: WhyReport }) {
  const t = useT()
  const format = useFormat()
  const { run } = useDial()
  const { seen, heldOut, recalls } = report.transfer
  const threshold = recalls.find(({ name }) => name === POINT)?.threshold ?? Number.NaN
  const { cohorts, index } = run.labelledBy(report.definition).cohortIndex("archetype")
  const rows = cohortTable(index, cohorts.names, threshold)
  const rate = format.tick(RATE)
  const of = (names: readonly string[]) => rows.filter(({ name }) => names.includes(name))
  return (
    <Panel
      title={t("why.archetypes.title", { rate })}
      meaning={t("why.archetypes.meaning", {
        rate,
        threshold: format.threshold(threshold),
        enough: ENOUGH_TRIALS,
      })}
      className="panel-realism panel-archetypes"
      controls={
        <button
          type="button"
          className="meaning"
          onClick={() => goTo({ view: "trade-offs", cohorts: "archetype" })}
        >
          {t("why.archetypes.cohorts")}
        </button>
      }
    >
      <table className="data realism-table archetypes-table" data-testid="archetypes">
        <thead>
          <tr>
            <th scope="col">{t("why.archetypes.archetype")}</th>
            <th scope="col" className="number">
              {t("why.archetypes.accounts")}
            </th>
            <th scope="col" className="number">
              <Meaning of={t("figure.recall.meaning")}>{t("why.archetypes.recall")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("cohorts.interval.meaning")}>{t("cohorts.interval")}</Meaning>
            </th>
          </tr>
        </thead>
        <Side title={t("why.archetypes.seen")} rows={of(seen.archetypes)} />
        <Side title={t("why.archetypes.heldOut")} rows={of(heldOut.archetypes)} />
      </table>
    </Panel>
  )
}

function Side({ title, rows }: { readonly title: string; readonly rows: readonly CohortRow[] }) {
  const t = useT()
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className="cohort-group">
          {title}
        </th>
      </tr>
      {rows.map(({ name, managed, recall, recallInterval, managedTooSmall }) => (
        <tr key={name} data-testid={`archetype-${name}`}>
          <th scope="row">
            <ArchetypeName id={name} />
          </th>
          <td className="number">
            {format.count(managed)}
            <span className="figure-interval">{managedTooSmall ? t("figure.few") : ""}</span>
          </td>
          <td className="number">
            {format.share(recall)}
            <span className="figure-interval">{format.shareInterval(recallInterval)}</span>
          </td>
          <td>
            <RateBar
              rate={recall}
              interval={recallInterval}
              label={t("why.archetypes.aria", {
                share: format.share(recall),
                interval: format.shareInterval(recallInterval),
              })}
            />
          </td>
        </tr>
      ))}
    </tbody>
  )
}
