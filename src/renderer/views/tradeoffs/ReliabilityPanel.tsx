/** Whether risks can be taken at their word, by the definition on the dial. */
import { useMemo } from "react"
import { riskBins } from "../../../core/evaluation/index.ts"
import { MovingReliabilityChart } from "../../charts/ReliabilityChart.tsx"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { useRemembered } from "../../state/remembered.ts"

export function ReliabilityPanel() {
  const { order } = useDial().run
  const t = useT()
  const [log, setLog] = useRemembered("assay.axis.reliabilityLog", true)
  const risks = useMemo(() => riskBins(order.score), [order])
  return (
    <Panel
      title={t("why.calibration.title")}
      meaning={t("reliability.meaning")}
      className="panel-half"
      controls={
        <ExplainedSwitch
          label={t("why.calibration.log")}
          meaning={t("why.calibration.log.meaning")}
          on={log}
          turn={setLog}
        />
      }
    >
      <MovingReliabilityChart risks={risks} log={log} />
    </Panel>
  )
}
