/** The sweep with its legend: every figure at every threshold. */
import { useColours } from "../../charts/ChartBox.tsx"
import { SWEEP_FIGURES, SweepChart } from "../../charts/SweepChart.tsx"
import { EVEN, LOG_ODDS } from "../../charts/threshold-axis.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { LineSample } from "../../components/LineSample.tsx"
import { Live } from "../../components/Live.tsx"
import { Panel } from "../../components/Panel.tsx"
import { FEW_FLAGGED } from "../../few.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useRemembered } from "../../state/remembered.ts"
import { DASHES } from "../../theme.ts"

interface SweepPanelProps {
  readonly logOdds: boolean
  readonly setLogOdds: (logOdds: boolean) => void
}

export function SweepPanel({ logOdds, setLogOdds }: SweepPanelProps) {
  const t = useT()
  const [logRate, setLogRate] = useRemembered("assay.axis.sweepLogRate", false)
  return (
    <Panel
      title={t("chart.sweep.title")}
      meaning={t("chart.sweep.meaning", { few: FEW_FLAGGED })}
      className="panel-sweep"
      controls={
        <>
          <ExplainedSwitch
            label={t("chart.logOdds")}
            meaning={t("chart.logOdds.meaning")}
            on={logOdds}
            turn={setLogOdds}
          />
          <ExplainedSwitch
            label={t("chart.logRate")}
            meaning={t("chart.logRate.meaning")}
            on={logRate}
            turn={setLogRate}
          />
        </>
      }
    >
      <SweepLegend />
      <SweepChart logRate={logRate} along={logOdds ? LOG_ODDS : EVEN} />
    </Panel>
  )
}

function SweepLegend() {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  return (
    <ul className="legend">
      {SWEEP_FIGURES.map((figure) => (
        <li key={figure}>
          <LineSample colour={colours[figure]} dash={DASHES[figure]} />
          {t(`figure.${figure}`)}{" "}
          <Live
            className="legend-value"
            read={({ point }) =>
              figure === "f1" ? format.decimal(point.f1.value) : format.share(point[figure].value)
            }
          />
        </li>
      ))}
    </ul>
  )
}
