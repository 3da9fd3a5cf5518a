/** Detectors: why the run's fusion works, and what each of its parts is worth. */
import { Alert } from "@mantine/core"
import type { WhyReport } from "../../../api/contract.ts"
import { Measured } from "../../components/Measured.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { detectorName } from "../../names.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { whyReport } from "../../state/reports.ts"
import { sameDefinition } from "../../state/run.ts"
import { Archetypes } from "./Archetypes.tsx"
import { Calibration } from "./Calibration.tsx"
import { Matrix } from "./Matrix.tsx"
import { OneDetectorPanel } from "./OneDetectorPanel.tsx"
import { Parts } from "./Parts.tsx"
import { SwitchOff } from "./SwitchOff.tsx"
import { Transfer } from "./Transfer.tsx"

export function Detectors() {
  const t = useT()
  const { id, name, scenario } = useDial().run.manifest
  const { definition } = useRested()
  const words = {
    title: t("why.title.measuring"),
    cancelled: t("why.cancelled"),
    measuring: t("why.measuring"),
    failed: t("why.failed", { run: id }),
    failedHelp: t("why.failedHelp"),
    lost: t("why.lost"),
  }
  return (
    <div className="why" data-testid="detectors">
      <h2>{t("why.title", { run: name })}</h2>
      <p className="controls-note realism-lead">{t("why.lead")}</p>
      {sameDefinition(definition, scenario.definition) ? null : (
        <Alert color="yellow" className="notice" data-testid="why-moved">
          {t("why.moved")}
        </Alert>
      )}
      <SwitchOff />
      <OneDetectorPanel />
      <Measured subject={id} kept={whyReport} words={words} testId="why">
        {(report) => <Report report={report} />}
      </Measured>
    </div>
  )
}

function Report({ report }: { readonly report: WhyReport }) {
  const t = useT()
  const { detectors } = useDial().run.manifest
  const nameOf = (id: string) =>
    detectorName(t, id, detectors.find((detector) => detector.id === id)?.title ?? id)
  return (
    <div className="why-report" data-testid="why-report">
      <FewOperators report={report} />
      <Whole report={report} />
      <Parts report={report} />
      <Calibration report={report.calibration} />
      <Transfer report={report.transfer} />
      <Archetypes report={report} />
      <Matrix report={report} nameOf={nameOf} />
    </div>
  )
}

/**
 * Resampling whole groups is too sure of itself where they are few: "fewer than 20 to 50", say Cameron and Miller
 * (2015, A practitioner's guide to cluster-robust inference).
 */
const ENOUGH_OPERATORS = 20

function FewOperators({ report: { transfer } }: { readonly report: WhyReport }) {
  const t = useT()
  const format = useFormat()
  const operators = transfer.seen.operators + transfer.heldOut.operators
  if (operators >= ENOUGH_OPERATORS) return null
  return (
    <Alert color="yellow" className="notice" data-testid="why-few">
      {t("why.few", { operators: format.count(operators), enough: ENOUGH_OPERATORS })}
    </Alert>
  )
}

/** All detectors together, which the parts are held against. */
function Whole({ report: { ablation } }: { readonly report: WhyReport }) {
  const t = useT()
  const format = useFormat()
  if (!ablation) return null
  const { auc, recall } = ablation.full
  return (
    <p className="why-whole" data-testid="why-whole">
      <span>
        {t("why.fullAuc")} <strong className="figure-value">{format.decimal(auc.value)}</strong>{" "}
        <span className="figure-interval">{format.decimalInterval(auc.interval)}</span>
      </span>
      <span>
        {t("why.fullRecall", { rate: format.tick(ablation.maxFpr) })}{" "}
        <strong className="figure-value">{format.share(recall.value)}</strong>{" "}
        <span className="figure-interval">{format.shareInterval(recall.interval)}</span>
      </span>
    </p>
  )
}
