/** Who changed sides: how many each way, whom it is about, and groups of one archetype and one reason, account by account. */
import { Button } from "@mantine/core"
import { useState } from "react"
import type { CheckedScenario, FlipCohort, FlipGroup, GateFlip } from "../../../api/contract.ts"
import { FlipTile } from "../../components/FlipTile.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { archetypeMeaning, archetypeName } from "../../names.ts"
import { usePlace } from "../../state/location.ts"
import { formatPlace } from "../../state/place.ts"
import { ownPlaceOf } from "../../state/setting-place.ts"
import { FLIP_ORDER, flipCount } from "./flips.ts"
import { flipsTable } from "./saved-tables.ts"
import { flipCohortText, namedDetector, type Titles } from "./words.ts"

interface FlipGroupsProps {
  readonly scenario: CheckedScenario
  /** null when its run is not in the store, so that no account of it can be opened. */
  readonly run: string | null
  readonly titles: Titles
}

export function FlipGroups({ scenario, run, titles }: FlipGroupsProps) {
  const t = useT()
  const [only, setOnly] = useState<GateFlip | null>(null)
  const { flips, flipCohorts } = scenario
  const countOf = (flip: GateFlip) => flipCount(flips, flip)
  const shown = flips
    .filter(({ flip }) => only === null || flip === only)
    .toSorted(
      (a, b) =>
        FLIP_ORDER.indexOf(a.flip) - FLIP_ORDER.indexOf(b.flip) || b.accounts.length - a.accounts.length,
    )
  return (
    <Panel title={t("gate.flips.title")} meaning={t("gate.flips.meaning")}>
      {flips.length === 0 ? (
        <p className="empty-note">{t("gate.flips.none")}</p>
      ) : (
        <>
          <SavableTable
            name={t("gate.flips.title")}
            stem={`${scenario.scenario}-gate-flips`}
            table={() => flipsTable(t, flips, (id) => namedDetector(t, titles, id))}
          />
          <div className="flip-tiles">
            {FLIP_ORDER.map((flip) => (
              <FlipTile
                key={flip}
                flip={flip}
                count={countOf(flip)}
                name={t(`gate.flip.${flip}`)}
                words={t(`gate.flip.${flip}.words`)}
                isPressed={only === flip}
                testId={`gate-flip-${flip}`}
                onPress={() => setOnly(only === flip ? null : flip)}
              />
            ))}
          </div>
          <StandOut cohorts={flipCohorts.filter(({ flip }) => only === null || flip === only)} />
          {run === null ? <p className="facts">{t("gate.runMissing")}</p> : null}
          {shown.length === 0 ? (
            <p className="empty-note">{t("gate.flips.none")}</p>
          ) : (
            <Groups groups={shown} run={run} titles={titles} />
          )}
        </>
      )}
    </Panel>
  )
}

/** Nothing where no cohort stands out. */
function StandOut({ cohorts }: { readonly cohorts: readonly FlipCohort[] }) {
  const t = useT()
  const format = useFormat()
  if (cohorts.length === 0) return null
  return (
    <ul className="gate-stand-out" data-testid="gate-flip-cohorts">
      {cohorts.map((one) => (
        <li key={one.flip}>{flipCohortText(t, format, one)}</li>
      ))}
    </ul>
  )
}

interface GroupsProps {
  readonly groups: readonly FlipGroup[]
  readonly run: string | null
  readonly titles: Titles
}

function Groups({ groups, run, titles }: GroupsProps) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="gate-scroll">
      <table className="data gate-flips" data-testid="gate-flips">
        <thead>
          <tr>
            <th scope="col">{t("gate.column.flip")}</th>
            <th scope="col">{t("gate.column.archetype")}</th>
            <th scope="col">
              <Meaning of={t("gate.column.reason.meaning")}>{t("gate.column.reason")}</Meaning>
            </th>
            <th scope="col" className="number">
              {t("gate.column.count")}
            </th>
            <th scope="col">{t("gate.column.numbers")}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.flip} ${group.archetype} ${group.reason}`}>
              <td className="gate-unbroken">{t(`gate.flip.${group.flip}`)}</td>
              <th scope="row">
                <Archetype id={group.archetype} />
              </th>
              <td>{namedDetector(t, titles, group.reason)}</td>
              <td className="number">{format.count(group.accounts.length)}</td>
              <td>
                <Numbers accounts={group.accounts} run={run} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Archetype({ id }: { readonly id: string }) {
  const t = useT()
  const name = archetypeName(t, {}, id)
  const meaning = archetypeMeaning(t, {}, id)
  return meaning === "" ? name : <Meaning of={meaning}>{name}</Meaning>
}

const FIRST_SHOWN = 12

interface NumbersProps {
  readonly accounts: readonly number[]
  readonly run: string | null
}

/** Account numbers; links where the run is there to be opened. */
function Numbers({ accounts, run }: NumbersProps) {
  const t = useT()
  const format = useFormat()
  const place = usePlace()
  const [all, setAll] = useState(false)
  const shown = all ? accounts : accounts.slice(0, FIRST_SHOWN)
  return (
    <span className="gate-numbers">
      {shown.map((account) =>
        run === null ? (
          <span key={account}>{account}</span>
        ) : (
          <a
            key={account}
            href={formatPlace({ ...place, ...ownPlaceOf(run), view: "accounts", account })}
            aria-label={t("gate.openAccount", { account: format.count(account) })}
          >
            {account}
          </a>
        ),
      )}
      {accounts.length > FIRST_SHOWN ? (
        <Button size="compact-xs" variant="default" onClick={() => setAll(!all)}>
          {all
            ? t("gate.numbers.first", { count: format.count(FIRST_SHOWN) })
            : t("gate.numbers.all", { count: format.count(accounts.length) })}
        </Button>
      ) : null}
    </span>
  )
}
