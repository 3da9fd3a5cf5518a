/** What is lost on archetypes that fusion has not learned from: both sides beside each other. */
import type { Estimate, TransferReport, TransferSide } from "../../../core/evaluation/index.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { Difference } from "./Difference.tsx"
import { reachOf } from "./difference.ts"
import { transferTable } from "./saved-tables.ts"

export function Transfer({ report }: { readonly report: TransferReport }) {
  const t = useT()
  const format = useFormat()
  const { seen, heldOut, aucDifference, recalls } = report
  return (
    <Panel
      title={t("why.transfer.title")}
      meaning={t("why.transfer.meaning")}
      className="panel-realism panel-transfer"
    >
      <SavableTable
        name={t("why.transfer.title")}
        stem="held-out"
        table={() => transferTable(t, report, (point) => pointName(t, format, point))}
      />
      {heldOut.aiManaged === 0 ? <p className="empty-note">{t("why.transfer.none")}</p> : null}
      <table className="data realism-table transfer-table" data-testid="transfer">
        <thead>
          <tr>
            <th scope="col">{t("why.transfer.figure")}</th>
            <SideHead name={t("why.transfer.seen")} side={seen} />
            <SideHead name={t("why.transfer.heldOut")} side={heldOut} />
            <th scope="col" className="number">
              <Meaning of={t("why.transfer.lost.meaning")}>{t("why.transfer.lost")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("why.difference.meaning")}>{t("why.difference")}</Meaning>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr data-testid="transfer-auc">
            <th scope="row">
              <Meaning of={t("figure.auc.meaning")}>{t("figure.auc")}</Meaning>
            </th>
            <Figure of={seen.auc} tell={format.decimal} />
            <Figure of={heldOut.auc} tell={format.decimal} />
            <Difference of={aucDifference} reach={reachOf([aucDifference])} isLoss />
          </tr>
          {recalls.map((point) => (
            <tr key={point.name}>
              <th scope="row">{pointName(t, format, point)}</th>
              <Figure of={point.seen} tell={format.share} />
              <Figure of={point.heldOut} tell={format.share} />
              <Difference
                of={point.difference}
                reach={reachOf(recalls.map(({ difference }) => difference))}
                inPoints
                withUnit
                isLoss
              />
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** The report names its points "FPR <= 1 %" or "threshold 0.2". */
function pointName(
  t: Translate,
  format: ReturnType<typeof useFormat>,
  { name, threshold }: TransferReport["recalls"][number],
): string {
  const rate = name.match(/^FPR <= ([\d.e-]+) %$/)?.[1]
  return rate === undefined
    ? t("why.transfer.atThreshold", { threshold: format.plain(threshold) })
    : t("why.recallAt", { rate: format.tick(Number(rate) / 100) })
}

function SideHead({ name, side }: { readonly name: string; readonly side: TransferSide }) {
  const t = useT()
  const format = useFormat()
  return (
    <th scope="col" className="number">
      <Meaning of={t("why.transfer.side.meaning")}>{name}</Meaning>
      <span className="figure-interval">
        {t("why.transfer.side", {
          accounts: format.count(side.aiManaged),
          operators: format.count(side.operators),
        })}
      </span>
    </th>
  )
}

function Figure({ of, tell }: { readonly of: Estimate; readonly tell: (value: number) => string }) {
  if (!Number.isFinite(of.value)) return <td className="number">{NOTHING}</td>
  return (
    <td className="number">
      {tell(of.value)}
      <span className="figure-interval">{of.interval.map((end) => tell(end)).join(" – ")}</span>
    </td>
  )
}
