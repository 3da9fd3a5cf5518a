/** The tables of Realism as they are saved: all rows, in the units that they are measured in. */
import type { FeatureLeakage, LeakageReport, RealismRow, Separation } from "../../../api/contract.ts"
import { intervalCells, intervalColumns } from "../../export/interval.ts"
import type { Cell, Table } from "../../export/table.ts"
import type { Translate } from "../../i18n/index.ts"
import { detectorName, featureName, reportTitle, rowTitle, rowWhy, unitName } from "../../names.ts"

type Naming = (id: string) => string

function verdict(t: Translate, met: boolean | null, [good, bad]: readonly [met: string, missed: string]) {
  return met === null ? t("realism.inapplicable") : met ? good : bad
}

export function statisticsTable(t: Translate, rows: readonly RealismRow[]): Table {
  return {
    columns: [
      t("realism.statistic"),
      t("realism.side"),
      t("save.unit"),
      t("save.publishedFrom"),
      t("save.publishedTo"),
      ...intervalColumns(t, t("realism.generated")),
      t("realism.verdict"),
      t("save.why"),
      t("save.source"),
    ],
    rows: rows.map((row) => [
      rowTitle(t, row.id, row.title),
      t(`realism.side.${row.side}`),
      unitName(t, row.unit),
      ...row.published,
      ...intervalCells(row.generated, row.interval),
      verdict(
        t,
        row.met,
        row.check
          ? [t("realism.check.passed"), t("realism.check.failed")]
          : [t("realism.met"), t("realism.missed")],
      ),
      row.why === null ? null : rowWhy(t, row.why),
      `${t(`realism.certainty.${row.certainty}`)} ${row.source}`,
    ]),
  }
}

/** Of a limit that is exceeded all that exceed it, else what comes nearest. `signalName`: of a name in the report. */
export function limitsTable(t: Translate, { limits }: LeakageReport, signalName: Naming): Table {
  return {
    columns: [
      t("leakage.figure"),
      t("leakage.limit"),
      t("save.signal"),
      t("figure.auc"),
      t("realism.verdict"),
    ],
    rows: limits.flatMap(({ id, title, limit, greatest, exceeding }) => {
      const shown = exceeding.length > 0 ? exceeding : greatest ? [greatest] : []
      const kept = verdict(t, greatest === null ? null : exceeding.length === 0, [
        t("leakage.kept"),
        t("leakage.beyond"),
      ])
      const told = (signal: string | null, auc: number | null): Cell[] => [
        reportTitle(t, "limit", id, title),
        limit,
        signal,
        auc,
        kept,
      ]
      return shown.length === 0
        ? [told(null, null)]
        : shown.map(({ name, auc }) => told(signalName(name), auc))
    }),
  }
}

export function zonesTable(t: Translate, { zones }: LeakageReport, signalName: Naming): Table {
  return {
    columns: [
      t("leakage.figure"),
      t("save.signal"),
      t("save.publishedFrom"),
      t("save.publishedTo"),
      ...intervalColumns(t, t("realism.generated")),
      t("realism.verdict"),
    ],
    rows: zones.map(({ id, title, name, published, value, interval, met }) => [
      reportTitle(t, "zone", id, title),
      name === null ? null : signalName(name),
      ...published,
      ...intervalCells(value, interval),
      verdict(t, met, [t("realism.met"), t("realism.missed")]),
    ]),
  }
}

const separationColumns = (t: Translate) => [t("leakage.judged"), ...intervalColumns(t, t("figure.auc"))]

const separationCells = ({ judged, auc, interval }: Separation): Cell[] => [
  judged,
  ...intervalCells(auc, interval),
]

export function fusionTable(t: Translate, { fusion }: LeakageReport, archetypeOf: Naming): Table {
  return {
    columns: [t("leakage.against"), t("leakage.whenSeen"), ...separationColumns(t)],
    rows: [
      ...(["all", "seen", "heldOut"] as const).map((part) => [
        t(`leakage.fusion.${part}`),
        null,
        ...separationCells(fusion[part]),
      ]),
      ...fusion.leaveOneOut.map((one) => [archetypeOf(one.archetype), one.whenSeen, ...separationCells(one)]),
    ],
  }
}

export function detectorsTable(t: Translate, { detectors }: LeakageReport): Table {
  return {
    columns: [t("leakage.detector"), t("leakage.layer"), ...separationColumns(t)],
    rows: detectors.map((one) => [
      detectorName(t, one.id, one.title),
      t(`layer.${one.layer}`),
      ...separationCells(one),
    ]),
  }
}

export function featuresTable(t: Translate, features: readonly FeatureLeakage[]): Table {
  return {
    columns: [t("features.feature"), t("leakage.direction"), ...separationColumns(t)],
    rows: features.map((feature) => [
      featureName(t, feature),
      feature.direction === null ? null : t(`leakage.direction.${feature.direction}`),
      ...separationCells(feature),
    ]),
  }
}
