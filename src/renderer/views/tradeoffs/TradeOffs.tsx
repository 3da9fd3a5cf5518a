/** Trade-offs: one threshold, and all that follows from it. */
import { Alert } from "@mantine/core"
import { EVEN, LOG_ODDS } from "../../charts/threshold-axis.ts"
import { Panel } from "../../components/Panel.tsx"
import { RunReportButton } from "../../export/RunReportButton.tsx"
import { useT } from "../../i18n/index.ts"
import { useLabelled } from "../../state/dial.ts"
import { useRemembered } from "../../state/remembered.ts"
import { CompareLink } from "../compare/CompareLink.tsx"
import { ChartGroups } from "./ChartGroups.tsx"
import { ConfusionMatrix } from "./ConfusionMatrix.tsx"
import { DefinitionControl, Relabelled } from "./DefinitionControl.tsx"
import { Figures, Reweighted } from "./Figures.tsx"
import { PolicyBar } from "./PolicyBar.tsx"
import { PrevalenceControl } from "./PrevalenceControl.tsx"
import { PinsPanel } from "./pins/PinsPanel.tsx"
import { PolicyNotice } from "./policy-file/PolicyFile.tsx"
import { SweepPanel } from "./SweepPanel.tsx"
import { SuggestPanel } from "./suggest/SuggestPanel.tsx"
import { ThresholdControl } from "./ThresholdControl.tsx"
import { TierAxis } from "./tiers/TierAxis.tsx"
import { UndoRedo } from "./tiers/UndoRedo.tsx"

export function TradeOffs() {
  const t = useT()
  const [logOdds, setLogOdds] = useRemembered("assay.axis.logOdds", false)
  const along = logOdds ? LOG_ODDS : EVEN
  return (
    <div className="tradeoffs">
      <div className="controls">
        <TierAxis along={along} />
        <div className="controls-row">
          <UndoRedo />
          <PolicyBar />
          <CompareLink />
          <RunReportButton />
        </div>
        <ThresholdControl />
        <PrevalenceControl />
        <DefinitionControl />
      </div>
      <OneClassNotice />
      <PolicyNotice />
      <SuggestPanel />
      <PinsPanel />
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
      <ChartGroups along={along} />
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
