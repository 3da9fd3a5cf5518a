/** What follows from each tier's threshold, side by side. */
import { useRef } from "react"
import { type Estimate, flaggedTotal } from "../../../../core/evaluation/index.ts"
import { TIERS, type Tier } from "../../../../core/policy/tiers.ts"
import { Live } from "../../../components/Live.tsx"
import { Meaning } from "../../../components/Meaning.tsx"
import { Panel } from "../../../components/Panel.tsx"
import { estimateCells, intervalColumns } from "../../../export/interval.ts"
import { SavableTable } from "../../../export/SavableTable.tsx"
import type { Table } from "../../../export/table.ts"
import { FEW_FLAGGED } from "../../../few.ts"
import { useFormat } from "../../../format.ts"
import { type Translate, useT } from "../../../i18n/index.ts"
import { type Picture, useDial, useRested } from "../../../state/dial.ts"
import { type TierPoint, tierPoint } from "./tier-point.ts"
import { WorkloadFields } from "./WorkloadFields.tsx"

export function TierTable() {
  const t = useT()
  const dial = useDial()
  const { scenario } = dial.run.manifest
  // All cells of one frame ask for the same points.
  const last = useRef<{ picture: Picture; points: Map<Tier, TierPoint> } | null>(null)
  function pointOf(picture: Picture, tier: Tier): TierPoint {
    if (last.current?.picture !== picture) last.current = { picture, points: new Map() }
    const { points } = last.current
    let found = points.get(tier)
    if (!found) {
      found = tierPoint(picture, tier, scenario.days)
      points.set(tier, found)
    }
    return found
  }
  return (
    <Panel
      title={t("tierTable.title")}
      meaning={t("tierTable.meaning")}
      className="panel-tiers"
      controls={<WorkloadFields />}
    >
      <SavableTable
        name={t("tierTable.title")}
        stem="tiers"
        table={() => tableOf(t, dial.picture(), pointOf)}
      />
      <table className="tier-table" data-testid="tier-table">
        <Head />
        <tbody>
          {TIERS.map((tier) => (
            <Row key={tier} tier={tier} pointOf={pointOf} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

const FIGURES = ["precision", "recall", "falsePositiveRate"] as const

function tableOf(
  t: Translate,
  picture: Picture,
  pointOf: (picture: Picture, tier: Tier) => TierPoint,
): Table {
  return {
    columns: [
      t("tierTable.tier"),
      t("tierTable.threshold"),
      t("tierTable.band"),
      t("tierTable.flagged"),
      ...FIGURES.flatMap((figure) => intervalColumns(t, t(`figure.${figure}`))),
      ...intervalColumns(t, t("tierTable.wrong")),
    ],
    rows: TIERS.map((tier) => {
      const { point, perDay, inBand } = pointOf(picture, tier)
      const rates = [...FIGURES.map((figure) => point[figure]), perDay.falsePositives]
      return [
        t(`tier.${tier}`),
        picture.setting.tiersOff.includes(tier) ? null : picture.setting.tiers[tier],
        inBand,
        flaggedTotal(point.confusion),
        ...rates.flatMap(estimateCells),
      ]
    }),
  }
}

function Head() {
  const t = useT()
  return (
    <thead>
      <tr>
        <th scope="col">{t("tierTable.tier")}</th>
        {(["threshold", "band", "flagged"] as const).map((column) => (
          <th scope="col" key={column}>
            <Meaning of={t(`tierTable.${column}.meaning`)}>{t(`tierTable.${column}`)}</Meaning>
          </th>
        ))}
        {FIGURES.map((figure) => (
          <th scope="col" key={figure}>
            <Meaning of={t(`figure.${figure}.meaning`, { few: FEW_FLAGGED })}>
              {t(`figure.${figure}`)}
            </Meaning>
          </th>
        ))}
        <th scope="col">
          <Meaning of={t("tierTable.wrong.meaning")}>{t("tierTable.wrong")}</Meaning>
        </th>
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly tier: Tier
  readonly pointOf: (picture: Picture, tier: Tier) => TierPoint
}

function Row({ tier, pointOf }: RowProps) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const selected = useRested().tier === tier
  const rate = (read: (found: TierPoint) => Estimate, tell: (value: number) => string, id: string) => (
    <td>
      <Live testId={`tier-${id}-${tier}`} read={(picture) => tell(read(pointOf(picture, tier)).value)} />
      <Live
        className="interval"
        read={(picture) => read(pointOf(picture, tier)).interval.map(tell).join(" – ")}
      />
    </td>
  )
  return (
    <tr aria-selected={selected}>
      <th scope="row">
        <button type="button" className="meaning" aria-pressed={selected} onClick={() => dial.set({ tier })}>
          {t(`tier.${tier}`)}
        </button>
      </th>
      <td>
        <Live
          testId={`tier-from-${tier}`}
          read={({ setting: { tiers, tiersOff } }) =>
            tiersOff.includes(tier) ? t("tier.off") : format.threshold(tiers[tier])
          }
        />
      </td>
      <td>
        <Live testId={`tier-band-${tier}`} read={(picture) => format.count(pointOf(picture, tier).inBand)} />
      </td>
      <td>
        <Live
          testId={`tier-flagged-${tier}`}
          read={(picture) => format.count(flaggedTotal(pointOf(picture, tier).point.confusion))}
        />
      </td>
      {rate(({ point }) => point.precision, format.share, "precision")}
      {rate(({ point }) => point.recall, format.share, "recall")}
      {rate(({ point }) => point.falsePositiveRate, format.share, "fpr")}
      {rate(({ perDay }) => perDay.falsePositives, format.rate, "wrong")}
    </tr>
  )
}
