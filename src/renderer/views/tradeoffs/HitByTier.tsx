/** Who is hit a day, by tier: how many authentic accounts of each cohort get which tier, and how sure that is. */
import { useMemo, useState } from "react"
import {
  authenticPerDay,
  type Estimate,
  falsePositiveRate,
  falsePositiveRateInterval,
  wronglyFlaggedPerDay,
} from "../../../core/evaluation/index.ts"
import { TIERS, type Tier } from "../../../core/policy/tiers.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName } from "../../names.ts"
import { type Picture, useDial, useLabelled, useRested } from "../../state/dial.ts"
import { usePlace } from "../../state/location.ts"
import { takesFrom, workloadOf } from "../../state/setting.ts"

interface Row {
  readonly place: number
  readonly id: string
  readonly name: string
}

/** What is pointed at: a row, and a tier if a cell is. */
interface Pointed {
  readonly row: Row
  readonly tier: Tier
}

const HARSHEST = TIERS[TIERS.length - 1]

export function HitByTier() {
  const { run } = useDial()
  const { cohorts: kind } = usePlace()
  const t = useT()
  const format = useFormat()
  const labelled = useLabelled()
  const { tiers, tiersOff } = useRested()
  const { scenario } = run.manifest
  const rows = useMemo(() => {
    const { cohorts, index } = labelled.cohortIndex(kind)
    const hit = (place: number, tier: Tier) =>
      index.cohortConfusionAt(place, takesFrom({ tiers, tiersOff }, tier)).falsePositives
    return (
      cohorts.names
        .map((id, place): Row => ({ place, id, name: cohortName(t, format, scenario.archetypes, kind, id) }))
        .filter(({ place }) => index.cohortCounts(place).authentic > 0)
        // The hardest hit first, by the thresholds at rest.
        .sort(
          (a, b) =>
            hit(b.place, "suspend") - hit(a.place, "suspend") ||
            hit(b.place, "watch") - hit(a.place, "watch"),
        )
    )
  }, [labelled, kind, tiers, tiersOff, scenario, t, format])
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const first = rows[0]
  const told = pointed ?? (first ? { row: first, tier: "suspend" as const } : null)

  function perDay({ labelled, setting }: Picture, place: number, tier: Tier): Estimate {
    const workload = workloadOf(setting, labelled, scenario)
    return wronglyFlaggedPerDay(labelled.cohortIndex(kind).index, place, takesFrom(setting, tier), workload)
  }

  return (
    <Panel title={t("hit.title")} meaning={t("hit.meaning")} className="panel-wide">
      <p className="hit-told" data-testid="hit-told">
        {told === null ? null : (
          <Live
            read={(picture) => {
              const { labelled, setting } = picture
              const { index } = labelled.cohortIndex(kind)
              const { value, interval } = perDay(picture, told.row.place, told.tier)
              const observed = index.cohortConfusionAt(told.row.place, takesFrom(setting, told.tier))
              const workload = workloadOf(setting, labelled, scenario)
              if (setting.tiersOff.includes(told.tier))
                return t("hit.toldOff", { cohort: told.row.name, tier: t(`tier.${told.tier}`) })
              return t(told.tier === HARSHEST ? "hit.toldHarshest" : "hit.told", {
                cohort: told.row.name,
                tier: t(`tier.${told.tier}`),
                threshold: format.threshold(setting.tiers[told.tier]),
                wrong: format.rate(value),
                low: format.rate(interval[0]),
                high: format.rate(interval[1]),
                judged: format.rate(authenticPerDay(index, told.row.place, workload)),
                rate: format.share(falsePositiveRate(observed)),
                rateInterval: format.shareInterval(falsePositiveRateInterval(observed)),
                hit: format.count(observed.falsePositives),
                of: format.count(observed.falsePositives + observed.trueNegatives),
              })
            }}
          />
        )}
      </p>
      <div className="hit-scroll">
        <table className="data hit-table" data-testid="hit-table">
          <thead>
            <tr>
              <th scope="col">{t("hit.cohort")}</th>
              {TIERS.map((tier) => (
                <th key={tier} scope="col" className="number">
                  <Meaning of={`${t(`tier.${tier}.meaning`)} ${t("hit.orHarsher")}`}>
                    {t(`tier.${tier}`)}
                  </Meaning>
                </th>
              ))}
            </tr>
          </thead>
          <tbody onPointerLeave={() => setPointed(null)}>
            {rows.map((row) => (
              <tr
                key={row.place}
                onPointerEnter={() => setPointed({ row, tier: "suspend" })}
                onFocus={() => setPointed({ row, tier: "suspend" })}
              >
                <th scope="row">{kind === "archetype" ? <ArchetypeName id={row.id} /> : row.name}</th>
                {TIERS.map((tier) => (
                  <td key={tier} className="number" onPointerEnter={() => setPointed({ row, tier })}>
                    <Live
                      testId={`hit-${row.id}-${tier}`}
                      read={(picture) => format.rate(perDay(picture, row.place, tier).value)}
                    />
                    <Live
                      className="figure-interval"
                      read={(picture) =>
                        perDay(picture, row.place, tier).interval.map(format.rate).join(" – ")
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
