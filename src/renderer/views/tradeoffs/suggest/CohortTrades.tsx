/** Whom a suggestion spares or hits more than the present setting: the cohorts with the most accounts a day. */
import { useMemo } from "react"
import { cohortTrades, type Trade, type Workload } from "../../../../core/evaluation/index.ts"
import { ArchetypeName } from "../../../components/ArchetypeName.tsx"
import { Meaning } from "../../../components/Meaning.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { cohortName } from "../../../names.ts"
import { useDial, useLabelled } from "../../../state/dial.ts"
import { usePlace } from "../../../state/location.ts"
import { more } from "./trade-text.ts"

const MOST_SHOWN = 6

interface CohortTradesProps {
  readonly trade: Trade
  readonly workload: Workload
}

export function CohortTrades({ trade: { from, to }, workload }: CohortTradesProps) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  const labelled = useLabelled()
  const { cohorts: kind } = usePlace()
  const rows = useMemo(() => {
    const { index, cohorts } = labelled.cohortIndex(kind)
    return cohortTrades({ index, names: cohorts.names }, from, to, workload)
  }, [labelled, kind, from, to, workload])
  if (rows.length === 0) return null
  return (
    <table className="data suggest-figures" data-testid="suggest-cohorts">
      <thead>
        <tr>
          <th scope="col">
            <Meaning of={t("suggest.cohorts.meaning")}>{t(`cohorts.kind.${kind}`)}</Meaning>
          </th>
          <th scope="col" className="number">
            <Meaning of={t("suggest.cohorts.more.meaning")}>{t("suggest.cohorts.more")}</Meaning>
          </th>
          <th scope="col" className="number">
            <Meaning of={t("suggest.cohorts.rates.meaning")}>{t("suggest.cohorts.rates")}</Meaning>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <tr key={row.name}>
            <th scope="row">
              {kind === "archetype" ? (
                <ArchetypeName id={row.name} />
              ) : (
                cohortName(t, format, run.manifest.scenario.archetypes, kind, row.name)
              )}
            </th>
            <td className="number">{more(format, row.falsePositivesPerDay)}</td>
            <td className="number">
              {row.tooSmall
                ? t("cohorts.tooFew")
                : `${format.share(row.rateFrom)} → ${format.share(row.rateTo)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
