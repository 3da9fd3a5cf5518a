/** Trade-offs: one threshold, and all that follows from it. */
import { Alert } from "@mantine/core"
import { useColours } from "../../charts/ChartBox.tsx"
import { DistributionChart } from "../../charts/DistributionChart.tsx"
import { PrecisionRecallChart } from "../../charts/PrecisionRecallChart.tsx"
import { RocChart } from "../../charts/RocChart.tsx"
import { SWEEP_FIGURES, SweepChart } from "../../charts/SweepChart.tsx"
import { EVEN, LOG_ODDS, type ThresholdAxis } from "../../charts/threshold-axis.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { LineSample } from "../../components/LineSample.tsx"
import { Live } from "../../components/Live.tsx"
import { Panel } from "../../components/Panel.tsx"
import { FEW_FLAGGED } from "../../few.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useLabelled } from "../../state/dial.ts"
import { useRemembered } from "../../state/remembered.ts"
import { DASHES } from "../../theme.ts"
import { CohortPanel } from "./CohortPanel.tsx"
import { ConfusionMatrix } from "./ConfusionMatrix.tsx"
import { DefinitionControl, Relabelled } from "./DefinitionControl.tsx"
import { Figures, Reweighted } from "./Figures.tsx"
import { PrevalenceControl } from "./PrevalenceControl.tsx"
import { ThresholdControl } from "./ThresholdControl.tsx"
import { TierAxis } from "./tiers/TierAxis.tsx"
import { TierTable } from "./tiers/TierTable.tsx"
import { UndoRedo } from "./tiers/UndoRedo.tsx"

export function TradeOffs() {
  const t = useT()
  const [logOdds, setLogOdds] = useRemembered("assay.axis.logOdds", false)
  const along = logOdds ? LOG_ODDS : EVEN
  return (
    <div className="tradeoffs">
      <div className="controls">
        <TierAxis along={along} />
        <UndoRedo />
        <ThresholdControl />
        <PrevalenceControl />
        <DefinitionControl />
      </div>
      <OneClassNotice />
      <SweepPanel logOdds={logOdds} setLogOdds={setLogOdds} />
      <Panel
        title={t("figures.title")}
        meaning={t("figures.meaning")}
        className="panel-figures"
        controls={
          <>
            <Relabelled />
            <Reweighted />
          </>
        }
      >
        <Figures />
        <ConfusionMatrix />
      </Panel>
      <TierTable />
      <DistributionPanel along={along} />
      <RocPanel />
      <Panel title={t("chart.pr.title")} meaning={t("chart.pr.meaning", { few: FEW_FLAGGED })}>
        <PrecisionRecallChart />
      </Panel>
      <CohortPanel />
    </div>
  )
}

/** With one class only, most figures have nothing to compare. */
function OneClassNotice() {
  const { index } = useLabelled()
  const t = useT()
  if (index.managed > 0 && index.authentic > 0) return null
  return (
    <Alert color="yellow" className="notice" title={t("oneClass.title")}>
      {t(index.managed === 0 ? "oneClass.noManaged" : "oneClass.noAuthentic")}
    </Alert>
  )
}

interface SweepPanelProps {
  readonly logOdds: boolean
  readonly setLogOdds: (logOdds: boolean) => void
}

function SweepPanel({ logOdds, setLogOdds }: SweepPanelProps) {
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

function DistributionPanel({ along }: { readonly along: ThresholdAxis }) {
  const t = useT()
  const colours = useColours()
  const [logCount, setLogCount] = useRemembered("assay.axis.logCount", true)
  return (
    <Panel
      title={t("chart.distribution.title")}
      meaning={t("chart.distribution.meaning")}
      controls={
        <ExplainedSwitch
          label={t("chart.logCount")}
          meaning={t("chart.logCount.meaning")}
          on={logCount}
          turn={setLogCount}
        />
      }
    >
      <ul className="legend">
        <li>
          <LineSample colour={colours.managed} dash={[5, 2]} /> {t("class.managed")}
        </li>
        <li>
          <LineSample colour={colours.authentic} /> {t("class.authentic")}
        </li>
      </ul>
      <DistributionChart logCount={logCount} along={along} />
    </Panel>
  )
}

function RocPanel() {
  const t = useT()
  const [logRate, setLogRate] = useRemembered("assay.axis.rocLogRate", false)
  return (
    <Panel
      title={t("chart.roc.title")}
      meaning={t("chart.roc.meaning")}
      controls={
        <ExplainedSwitch
          label={t("chart.logRate")}
          meaning={t("chart.logRate.meaning")}
          on={logRate}
          turn={setLogRate}
        />
      }
    >
      <RocChart logRate={logRate} />
    </Panel>
  )
}
