/** Who is decided otherwise: newly hit and newly missed, newly cleared and newly caught; which archetypes, why, and one by one. */
import { Button } from "@mantine/core"
import { useMemo, useState } from "react"
import type { Comparison } from "../../../api/contract.ts"
import type { Flip, FlippedAccount } from "../../../core/evaluation/index.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { FlipTile } from "../../components/FlipTile.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { Score } from "../../components/Score.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { archetypeName, detectorName } from "../../names.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { formatPlace } from "../../state/place.ts"
import { pText } from "./CohortDifferences.tsx"
import { reasonsText } from "./reasons.ts"
import { SideMark } from "./SideMark.tsx"
import { flippedTable, flipsTable } from "./saved-tables.ts"
import type { TwoSides } from "./two-sides.ts"

type Report = Extract<Comparison, { kind: "paired" }>["report"]

interface FlipsProps {
  readonly report: Report
  readonly sides: TwoSides
}

/** Harm first: who is newly hit, who is newly missed. */
export const ORDER = [
  "newlyHit",
  "newlyMissed",
  "newlyCleared",
  "newlyCaught",
] as const satisfies readonly Flip[]

export function Flips({ report, sides }: FlipsProps) {
  const t = useT()
  const format = useFormat()
  const { flip: chosen } = usePlace()
  const flip = chosen ?? ORDER.find((one) => report.flips[one] > 0) ?? ORDER[0]
  const nameOf = (id: string) => {
    const all = [...sides.a.run.manifest.detectors, ...sides.b.run.manifest.detectors]
    return detectorName(t, id, all.find((one) => one.id === id)?.title ?? id)
  }
  const archetypeOf = (id: string) => archetypeName(t, sides.b.run.manifest.scenario.archetypes, id)
  return (
    <Panel
      title={t("compare.flips.title")}
      meaning={t("compare.flips.meaning")}
      className="panel-compare-flips"
    >
      <SavableTable
        name={t("compare.flips.title")}
        stem="flips"
        table={() => flipsTable(t, report, ORDER, archetypeOf)}
      />
      <SavableTable
        name={t("save.flippedAccounts")}
        stem="flipped-accounts"
        table={() => flippedTable(t, report, archetypeOf, (causes) => reasonsText(t, format, causes, nameOf))}
      />
      <div className="flip-tiles">
        {ORDER.map((one) => (
          <FlipTile
            key={one}
            flip={one}
            count={report.flips[one]}
            name={t(`compare.flip.${one}`)}
            words={t(`compare.flip.${one}.words`)}
            isPressed={one === flip}
            testId={`flip-${one}`}
            onPress={() => goTo({ flip: one })}
          />
        ))}
      </div>
      <Tests report={report} />
      <Group key={flip} flip={flip} report={report} nameOf={nameOf} />
    </Panel>
  )
}

/** McNemar's test of each class, in a sentence. */
function Tests({ report }: { readonly report: Report }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className="facts flip-tests">
      {report.tests.map((test) => (
        <li key={test.class}>
          <Meaning of={t("compare.mcnemar.meaning")}>{t("compare.mcnemar")}</Meaning>{" "}
          {t(test.class === "AI-managed" ? "compare.mcnemar.managed" : "compare.mcnemar.authentic", {
            gained: format.count(test.gained),
            lost: format.count(test.lost),
            p: pText(format.decimal, test.exact),
          })}
        </li>
      ))}
    </ul>
  )
}

interface GroupProps {
  readonly flip: Flip
  readonly report: Report
  readonly nameOf: (detector: string) => string
}

function Group({ flip, report, nameOf }: GroupProps) {
  const t = useT()
  const format = useFormat()
  const count = report.flips[flip]
  const causes = report.causes.find((one) => one.flip === flip)?.causes ?? []
  const reasons = reasonsText(t, format, causes, nameOf)
  return (
    <section className="flip-group" aria-label={t(`compare.flip.${flip}`)} data-testid="flip-group">
      <h3>{t(`compare.flip.${flip}.who`, { count: format.count(count) })}</h3>
      {count === 0 ? <p className="empty-note">{t("compare.flip.nobody")}</p> : null}
      {reasons === "" ? null : (
        <p data-testid="flip-reasons">
          <Meaning of={t("compare.reasons.meaning")}>{t("compare.reasons")}</Meaning> {reasons}
        </p>
      )}
      {count === 0 ? null : (
        <div className="flip-columns">
          <Archetypes flip={flip} report={report} />
          <Accounts flip={flip} report={report} nameOf={nameOf} />
        </div>
      )}
    </section>
  )
}

function Archetypes({ flip, report }: Pick<GroupProps, "flip" | "report">) {
  const t = useT()
  const format = useFormat()
  const rows = report.archetypes.filter((row) => row[flip] > 0).toSorted((x, y) => y[flip] - x[flip])
  const most = rows[0]?.[flip] ?? 1
  return (
    <table className="data flip-archetypes" data-testid="flip-archetypes">
      <thead>
        <tr>
          <th scope="col">{t("column.archetype")}</th>
          <th scope="col" className="number">
            {t("runs.accounts")}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.archetype}>
            <th scope="row">
              <ArchetypeName id={row.archetype} />
            </th>
            <td className="number">{format.count(row[flip])}</td>
            <td className="flip-bar-cell">
              <span className="flip-bar" style={{ width: `${(100 * row[flip]) / most}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const FIRST_SHOWN = 10

function Accounts({ flip, report, nameOf }: GroupProps) {
  const t = useT()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const listed = useMemo(() => report.listed.filter((one) => one.flip === flip), [report, flip])
  const shown = all ? listed : listed.slice(0, FIRST_SHOWN)
  const count = report.flips[flip]
  return (
    <div className="flip-accounts">
      <div className={all ? "compare-scroll flip-accounts-scroll" : "compare-scroll"}>
        <table className="data" data-testid="flipped-accounts">
          <thead>
            <tr>
              <th scope="col">{t("column.account")}</th>
              <th scope="col">{t("column.archetype")}</th>
              <th scope="col">
                {t("column.risk")} <SideMark letter="A" />
              </th>
              <th scope="col">
                {t("column.risk")} <SideMark letter="B" />
              </th>
              <th scope="col">
                <Meaning of={t("compare.reasons.meaning")}>{t("compare.why")}</Meaning>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <AccountRow key={one.account} one={one} report={report} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
      </div>
      {listed.length > FIRST_SHOWN ? (
        <Button size="compact-xs" variant="default" mt={6} onClick={() => setAll(!all)}>
          {all
            ? t("compare.showFirst", { count: format.count(FIRST_SHOWN) })
            : t("compare.showAll", { count: format.count(listed.length) })}
        </Button>
      ) : null}
      {listed.length < count ? (
        <p className="facts">
          {t("compare.listed", { listed: format.count(listed.length), count: format.count(count) })}
        </p>
      ) : null}
    </div>
  )
}

interface AccountRowProps {
  readonly one: FlippedAccount
  readonly report: Report
  readonly nameOf: (detector: string) => string
}

function AccountRow({ one, report, nameOf }: AccountRowProps) {
  const t = useT()
  const format = useFormat()
  const place = usePlace()
  const { account, archetype, scoreA, scoreB, causes } = one
  return (
    <tr>
      <td>
        <a
          href={formatPlace({ ...place, view: "accounts", account })}
          className="flip-link"
          aria-label={t("compare.openAccount", { account: format.count(account) })}
        >
          {account}
        </a>
      </td>
      <td>
        <ArchetypeName id={archetype} tabIndex={-1} />
      </td>
      <td>
        <Score value={scoreA} digits={4} flagged={scoreA >= report.a.threshold} />
      </td>
      <td>
        <Score value={scoreB} digits={4} flagged={scoreB >= report.b.threshold} />
      </td>
      <td>{reasonsText(t, format, causes, nameOf)}</td>
    </tr>
  )
}
