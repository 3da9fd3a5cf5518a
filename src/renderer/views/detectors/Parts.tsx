/** The table of detectors and layers: good alone, added to the rest, and whom only they catch. */
import { Alert, Button } from "@mantine/core"
import { useMemo } from "react"
import type { WhyReport } from "../../../api/contract.ts"
import type { Interval } from "../../../core/evaluation/index.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { AucBar } from "../../components/AucBar.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { detectorMeaning, detectorName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { Difference } from "./Difference.tsx"
import { reachOf } from "./difference.ts"
import { leastLoss, type PartRow, partRows } from "./rows.ts"
import { showSwitches } from "./SwitchOff.tsx"
import { partsTable } from "./saved-tables.ts"

/** Pixels. */
const BAR_WIDTH = 130

export function Parts({ report }: { readonly report: WhyReport }) {
  const t = useT()
  const format = useFormat()
  const { run } = useDial()
  const rows = useMemo(() => {
    const { label } = run.labelledBy(report.definition)
    return partRows(report, run.manifest, run.columns, label)
  }, [report, run])
  const reachOfAuc = reachOf(rows.flatMap(({ addedAuc }) => addedAuc ?? []))
  const reachOfRecall = reachOf(rows.flatMap(({ addedRecall }) => addedRecall ?? []))
  const partName = ({ detector, layer, title }: PartRow) =>
    detector === null ? t("why.layer", { layer: t(`layer.${layer}`) }) : detectorName(t, detector, title)
  const { maxFpr, caughtByAny, aiManaged, falsePositivesOfAny } = report.overlap
  return (
    <Panel
      title={t("why.parts.title")}
      meaning={t("why.parts.meaning")}
      className="panel-realism panel-parts"
    >
      {report.ablation ? <LeastLoss rows={rows} rate={format.tick(maxFpr)} /> : <NoLearning />}
      <SavableTable
        name={t("why.parts.title")}
        stem="detectors"
        table={() => partsTable(t, rows, partName)}
      />
      <table className="data realism-table parts-table" data-testid="parts">
        <Head rate={format.tick(maxFpr)} reachOfAuc={reachOfAuc} reachOfRecall={reachOfRecall} />
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.detector ?? `layer ${row.layer}`}
              row={row}
              reachOfAuc={reachOfAuc}
              reachOfRecall={reachOfRecall}
            />
          ))}
        </tbody>
      </table>
      <p className="facts parts-sum" data-testid="caught-by-any">
        {t("why.caughtByAny", {
          rate: format.tick(maxFpr),
          caught: format.count(caughtByAny),
          managed: format.count(aiManaged),
          wrong: format.count(falsePositivesOfAny),
        })}
      </p>
    </Panel>
  )
}

interface LeastLossProps {
  readonly rows: readonly PartRow[]
  readonly rate: string
}

/** Which detector one could do without, and the way to try it. */
function LeastLoss({ rows, rate }: LeastLossProps) {
  const t = useT()
  const format = useFormat()
  const { off } = usePlace()
  const least = leastLoss(rows)
  if (!least?.detector || !least.addedAuc || !least.addedRecall) return null
  const { detector, title, addedAuc, addedRecall, only } = least
  return (
    <p className="least-loss" data-testid="least-loss">
      {t("off.least", {
        detector: detectorName(t, detector, title),
        rate,
        auc: format.decimal(-addedAuc.value),
        aucInterval: format.decimalInterval(turned(addedAuc.interval)),
        recall: format.decimal(-100 * addedRecall.value, 1),
        only: format.count(only.accounts),
      })}{" "}
      {off.includes(detector) ? null : (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            goTo({ off: [...off, detector] })
            showSwitches()
          }}
        >
          {t("off.try")}
        </Button>
      )}
    </p>
  )
}

/** What is added, as what is lost. */
const turned = ([low, high]: Interval): Interval => [-high, -low]

function NoLearning() {
  const t = useT()
  const { model } = useDial().run.manifest
  return (
    <Alert color="yellow" className="notice" title={t("why.noLearning")} mb="xs" data-testid="no-learning">
      <p>
        {model
          ? t("why.noLearning.model", { model: model.name, file: model.file })
          : t("why.noLearning.earlier")}
      </p>
      {model ? null : (
        <Button size="xs" variant="default" mt="xs" onClick={() => goTo({ view: "runs" })}>
          {t("why.runAgain")}
        </Button>
      )}
    </Alert>
  )
}

interface Reaches {
  readonly reachOfAuc: number
  readonly reachOfRecall: number
}

function Head({ rate, reachOfAuc, reachOfRecall }: Reaches & { readonly rate: string }) {
  const t = useT()
  const format = useFormat()
  const around = (reach: number, digits: number) =>
    reach > 0 ? t("why.around", { reach: format.decimal(reach, digits) }) : t("why.difference")
  const told = [
    ["judged", t("why.judged"), t("why.judged.meaning"), true],
    ["alone", t("why.alone"), t("why.alone.meaning"), true],
    ["bar", t("why.bar"), t("why.bar.meaning"), false],
    ["auc", t("why.addedAuc"), t("why.addedAuc.meaning"), true],
    ["auc-plot", around(reachOfAuc, 3), t("why.difference.meaning"), false],
    ["recall", t("why.addedRecall"), t("why.addedRecall.meaning", { rate }), true],
    ["recall-plot", around(100 * reachOfRecall, 1), t("why.difference.meaning"), false],
    ["only", t("why.onlyIt"), t("why.onlyIt.meaning", { rate }), false],
  ] as const
  return (
    <thead>
      <tr>
        <th scope="col">{t("why.part")}</th>
        {told.map(([key, name, meaning, isNumber]) => (
          <th key={key} scope="col" className={isNumber ? "number" : undefined}>
            <Meaning of={meaning}>{name}</Meaning>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Row({ row, reachOfAuc, reachOfRecall }: Reaches & { readonly row: PartRow }) {
  const t = useT()
  const format = useFormat()
  const { detector, layer, title, judged, auc, only } = row
  const [most] = only.byArchetype
  return (
    <tr
      className={detector === null ? "parts-layer" : undefined}
      data-testid={detector === null ? `part-layer-${layer}` : `part-${detector}`}
    >
      <th scope="row">
        {detector === null ? (
          t("why.layer", { layer: t(`layer.${layer}`) })
        ) : (
          <Meaning of={detectorMeaning(t, detector, title)}>{detectorName(t, detector, title)}</Meaning>
        )}
      </th>
      <td className="number">{judged === null ? "" : format.count(judged)}</td>
      <td className="number">
        {auc === null ? NOTHING : format.decimal(auc.value)}
        <span className="figure-interval">{auc ? format.decimalInterval(auc.interval) : ""}</span>
      </td>
      <td>
        {auc === null || !Number.isFinite(auc.value) ? null : (
          <AucBar
            auc={auc.value}
            interval={auc.interval}
            width={BAR_WIDTH}
            label={t("leakage.auc.aria", {
              auc: format.decimal(auc.value),
              interval: format.decimalInterval(auc.interval),
            })}
          />
        )}
      </td>
      <Difference of={row.addedAuc} reach={reachOfAuc} />
      <Difference of={row.addedRecall} reach={reachOfRecall} inPoints />
      <td className="parts-only">
        <strong>{format.count(only.accounts)}</strong>
        {most ? (
          <span className="figure-interval">
            {t("why.mostly", { count: format.count(most.accounts) })} <ArchetypeName id={most.archetype} />
          </span>
        ) : null}
      </td>
    </tr>
  )
}
