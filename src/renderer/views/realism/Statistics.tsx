/** The realism report: each published statistic beside the generated one, by part of the generator. */
import { Button } from "@mantine/core"
import { useState } from "react"
import type { RealismGroup, RealismReport, RealismRow } from "../../../api/contract.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { rowTitle, rowWhy } from "../../names.ts"
import { RangePlot } from "./RangePlot.tsx"
import { rowWords } from "./row-words.ts"
import { statisticsTable } from "./saved-tables.ts"
import { Verdict } from "./Verdict.tsx"

const GROUPS = ["behaviour", "text", "media", "network", "reports"] as const satisfies readonly RealismGroup[]

/** Of the rows that apply, the share that a population worth testing against meets. */
const TARGET = 0.9

export function Statistics({ report }: { readonly report: RealismReport }) {
  const t = useT()
  const format = useFormat()
  const [onlyMissed, setOnlyMissed] = useState(false)
  const met = report.met + report.checksMet
  const applicable = report.applicable + report.checks
  const share = met / applicable
  const shown = report.rows.filter(({ met }) => !onlyMissed || met === false)
  return (
    <>
      <div className="realism-sum" data-testid="realism-sum">
        <p>
          <strong className="figure-value">{format.share(share)}</strong>{" "}
          {t("realism.sum", {
            met: format.count(met),
            applicable: format.count(applicable),
            figuresMet: format.count(report.met),
            figures: format.count(report.applicable),
            within: format.count(report.within),
            checksMet: format.count(report.checksMet),
            checks: format.count(report.checks),
            accounts: format.count(report.accounts),
          })}
        </p>
        <Verdict
          met={applicable === 0 ? null : share >= TARGET}
          words={[
            t("realism.target.met", { target: format.tick(TARGET) }),
            t("realism.target.missed", { target: format.tick(TARGET) }),
          ]}
        />
      </div>
      <div className="controls">
        <GroupLinks rows={report.rows} shown={shown} />
        <ExplainedSwitch
          label={t("realism.onlyMissed")}
          meaning={t("realism.onlyMissed.meaning")}
          on={onlyMissed}
          turn={setOnlyMissed}
        />
        {met < applicable ? <p className="facts">{t("realism.explained")}</p> : null}
      </div>
      {shown.length === 0 ? <p className="empty-note">{t("realism.noneMissed")}</p> : null}
      {GROUPS.map((group) => (
        <Group
          key={group}
          group={group}
          rows={shown.filter((row) => row.group === group)}
          all={report.rows}
        />
      ))}
    </>
  )
}

const sectionOf = (group: RealismGroup) => `realism-section-${group}`

interface GroupLinksProps {
  readonly rows: readonly RealismRow[]
  readonly shown: readonly RealismRow[]
}

/** How each group stands, and the way to it on a long page. */
function GroupLinks({ rows, shown }: GroupLinksProps) {
  const t = useT()
  const format = useFormat()
  return (
    <nav className="group-links" aria-label={t("realism.groups")}>
      {GROUPS.map((group) => {
        const { met, applicable } = counted(rows, group)
        return (
          <Button
            key={group}
            size="compact-xs"
            variant="default"
            disabled={!shown.some((row) => row.group === group)}
            onClick={() => {
              const section = document.getElementById(sectionOf(group))
              section?.scrollIntoView()
              section?.focus({ preventScroll: true })
            }}
          >
            {t("realism.groupLink", {
              group: t(`realism.group.${group}`),
              met: format.count(met),
              applicable: format.count(applicable),
            })}
          </Button>
        )
      })}
    </nav>
  )
}

/** Sanity checks are no published statistics, so they are not counted with them. */
function counted(rows: readonly RealismRow[], wanted: RealismGroup) {
  const statistics = rows.filter(({ group, check }) => group === wanted && !check)
  const verdicts = statistics.flatMap(({ met }) => (met === null ? [] : [met]))
  return { met: verdicts.filter((met) => met).length, applicable: verdicts.length }
}

interface GroupProps {
  readonly group: RealismGroup
  readonly rows: readonly RealismRow[]
  /** Those of other groups and those that are not shown as well. */
  readonly all: readonly RealismRow[]
}

function Group({ group, rows, all }: GroupProps) {
  const t = useT()
  const format = useFormat()
  if (rows.length === 0) return null
  const { met, applicable } = counted(all, group)
  return (
    <Panel
      id={sectionOf(group)}
      title={t(`realism.group.${group}`)}
      meaning={t(`realism.group.${group}.meaning`)}
      className="panel-realism"
      controls={
        <span className="controls-note" data-testid={`realism-${group}`}>
          {t("realism.groupSum", { met: format.count(met), applicable: format.count(applicable) })}
        </span>
      }
    >
      <SavableTable
        name={t(`realism.group.${group}`)}
        stem={`realism-${group}`}
        table={() =>
          statisticsTable(
            t,
            all.filter((row) => row.group === group),
          )
        }
      />
      <table className="data realism-table statistics-table">
        <thead>
          <tr>
            <th scope="col">
              <Meaning of={t("realism.statistic.meaning")}>{t("realism.statistic")}</Meaning>
            </th>
            <th scope="col">{t("realism.side")}</th>
            <th scope="col" className="number">
              {t("realism.published")}
            </th>
            <th scope="col" className="number">
              <Meaning of={t("realism.generated.meaning")}>{t("realism.generated")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("realism.plot.meaning")}>{t("realism.plot")}</Meaning>
            </th>
            <th scope="col">{t("realism.verdict")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Row({ row }: { readonly row: RealismRow }) {
  const t = useT()
  const format = useFormat()
  const { generated, interval, met } = row
  const title = rowTitle(t, row.id, row.title)
  const words = rowWords(t, format, row)
  const source = `${t(`realism.certainty.${row.certainty}`)} ${row.source}`
  return (
    <tr data-testid={`realism-row-${row.id}`}>
      <th scope="row">
        <Meaning of={source}>{title}</Meaning>
      </th>
      <td>{t(`realism.side.${row.side}`)}</td>
      <td className="number">{words.published}</td>
      {generated === null || interval === null || met === null ? (
        <>
          <td className="number">{NOTHING}</td>
          <td>{row.why === null ? "" : rowWhy(t, row.why)}</td>
        </>
      ) : (
        <>
          <td className="number">
            {words.generated}
            <span className="figure-interval">{words.interval}</span>
          </td>
          <td>
            <RangePlot
              published={row.published}
              generated={generated}
              interval={interval}
              met={met}
              label={t("realism.plot.aria", { ...words })}
            />
          </td>
        </>
      )}
      <td>
        <Verdict
          met={met}
          {...(row.check ? { words: [t("realism.check.passed"), t("realism.check.failed")] } : {})}
        />
      </td>
    </tr>
  )
}
