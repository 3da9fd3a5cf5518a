/** The realism report: each published statistic beside the generated one, by part of the generator. */
import { useState } from "react"
import type { RealismGroup, RealismReport, RealismRow } from "../../../api/contract.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { type Format, NOTHING, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { rowTitle, rowWhy, unitName } from "../../names.ts"
import { RangePlot } from "./RangePlot.tsx"
import { Verdict } from "./Verdict.tsx"

const GROUPS = ["behaviour", "text", "media", "network", "reports"] as const satisfies readonly RealismGroup[]

/** Of the rows that apply, the share that a population worth testing against meets. */
const TARGET = 0.9

export function Statistics({ report }: { readonly report: RealismReport }) {
  const t = useT()
  const format = useFormat()
  const [onlyMissed, setOnlyMissed] = useState(false)
  const share = report.met / report.applicable
  const shown = report.rows.filter(({ met }) => !onlyMissed || met === false)
  return (
    <>
      <div className="realism-sum" data-testid="realism-sum">
        <p>
          <strong className="figure-value">{format.share(share)}</strong>{" "}
          {t("realism.sum", {
            met: format.count(report.met),
            within: format.count(report.within),
            applicable: format.count(report.applicable),
            accounts: format.count(report.accounts),
          })}
        </p>
        <p className="facts">
          {t(share >= TARGET ? "realism.target.met" : "realism.target.missed", {
            target: format.tick(TARGET),
          })}
        </p>
        <ExplainedSwitch
          label={t("realism.onlyMissed")}
          meaning={t("realism.onlyMissed.meaning")}
          on={onlyMissed}
          turn={setOnlyMissed}
        />
      </div>
      {GROUPS.map((group) => (
        <Group
          key={group}
          group={group}
          rows={shown.filter((row) => row.group === group)}
          all={report.rows.filter((row) => row.group === group)}
        />
      ))}
    </>
  )
}

interface GroupProps {
  readonly group: RealismGroup
  readonly rows: readonly RealismRow[]
  /** Those that are not shown as well. */
  readonly all: readonly RealismRow[]
}

function Group({ group, rows, all }: GroupProps) {
  const t = useT()
  const format = useFormat()
  if (rows.length === 0) return null
  const met = all.filter((row) => row.met === true).length
  const applicable = all.filter((row) => row.met !== null).length
  return (
    <Panel
      title={t(`realism.group.${group}`)}
      meaning={t(`realism.group.${group}.meaning`)}
      className="panel-realism"
      controls={
        <span className="controls-note" data-testid={`realism-${group}`}>
          {t("realism.groupSum", { met: format.count(met), applicable: format.count(applicable) })}
        </span>
      }
    >
      <table className="data realism-table statistics-table">
        <thead>
          <tr>
            <th scope="col">{t("realism.statistic")}</th>
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

function inUnit(t: Translate, format: Format, unit: string, value: number): string {
  if (unit === "share") return format.share(value)
  return unit === "" || unit === "count"
    ? format.number(value)
    : `${format.number(value)} ${unitName(t, unit)}`
}

function rangeInUnit(
  t: Translate,
  format: Format,
  unit: string,
  [low, high]: readonly [number, number],
): string {
  if (low === high) return inUnit(t, format, unit, low)
  const first = unit === "share" ? format.share(low) : format.number(low)
  return `${first} – ${inUnit(t, format, unit, high)}`
}

function Row({ row }: { readonly row: RealismRow }) {
  const t = useT()
  const format = useFormat()
  const { generated, interval, met } = row
  const title = rowTitle(t, row.id, row.title)
  const published = rangeInUnit(t, format, row.unit, row.published)
  const source = `${t(`realism.certainty.${row.certainty}`)} ${row.source}`
  return (
    <tr data-testid={`realism-row-${row.id}`}>
      <th scope="row">
        <Meaning of={source}>{title}</Meaning>
      </th>
      <td>{t(`realism.side.${row.side}`)}</td>
      <td className="number">{published}</td>
      {generated === null || interval === null || met === null ? (
        <>
          <td className="number">{NOTHING}</td>
          <td>{row.why === null ? "" : rowWhy(t, row.why)}</td>
        </>
      ) : (
        <>
          <td className="number">
            {inUnit(t, format, row.unit, generated)}
            <span className="figure-interval">{rangeInUnit(t, format, row.unit, interval)}</span>
          </td>
          <td>
            <RangePlot
              published={row.published}
              generated={generated}
              interval={interval}
              met={met}
              label={t("realism.plot.aria", {
                generated: inUnit(t, format, row.unit, generated),
                interval: rangeInUnit(t, format, row.unit, interval),
                published,
              })}
            />
          </td>
        </>
      )}
      <td>
        <Verdict met={met} />
      </td>
    </tr>
  )
}
