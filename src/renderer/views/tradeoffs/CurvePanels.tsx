/** What the scores can do at all: ROC, precision and recall, DET, and how scores are spread. */
import { useColours } from "../../charts/ChartBox.tsx"
import { DetChart } from "../../charts/DetChart.tsx"
import { DistributionChart } from "../../charts/DistributionChart.tsx"
import { PrecisionRecallChart } from "../../charts/PrecisionRecallChart.tsx"
import { RocChart } from "../../charts/RocChart.tsx"
import type { ThresholdAxis } from "../../charts/threshold-axis.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { LineSample } from "../../components/LineSample.tsx"
import { Panel } from "../../components/Panel.tsx"
import { FEW_FLAGGED } from "../../few.ts"
import { useT } from "../../i18n/index.ts"
import { useRemembered } from "../../state/remembered.ts"
import { ArchetypePanel } from "./ArchetypePanel.tsx"
import { ReliabilityPanel } from "./ReliabilityPanel.tsx"

export function CurvePanels({ along }: { readonly along: ThresholdAxis }) {
  const t = useT()
  return (
    <>
      <DistributionPanel along={along} />
      <RocPanel />
      <Panel title={t("chart.pr.title")} meaning={t("chart.pr.meaning", { few: FEW_FLAGGED })}>
        <PrecisionRecallChart />
      </Panel>
      <Panel title={t("chart.det.title")} meaning={t("chart.det.meaning")} className="panel-half">
        <DetChart />
      </Panel>
      <ReliabilityPanel />
      <ArchetypePanel along={along} />
    </>
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
