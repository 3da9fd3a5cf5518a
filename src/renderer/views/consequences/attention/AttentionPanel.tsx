/** What the policy of the present setting does to creators and readers: measured when it is asked for, and kept. */
import { Alert, Button } from "@mantine/core"
import { formatPolicy } from "../../../../core/policy/format-policy.ts"
import { EMPTY_POLICY } from "../../../../core/policy/policy.ts"
import { KeepsFocus } from "../../../components/KeepsFocus.tsx"
import { Measured } from "../../../components/Measured.tsx"
import { Panel } from "../../../components/Panel.tsx"
import { useT } from "../../../i18n/index.ts"
import { useDial, useRested } from "../../../state/dial.ts"
import { policyOf } from "../../../state/policy.ts"
import { attentionReport, subjectOf } from "../../../state/reports.ts"
import { createStore, useStore } from "../../../state/store.ts"
import { AttentionCurves } from "./AttentionCurve.tsx"
import { AttentionTable } from "./AttentionTable.tsx"
import "./attention.css"

/** What was asked last of each run, so that it is still there after a look at another view. */
const asked = createStore<ReadonlyMap<string, string>>(new Map())

export function AttentionPanel() {
  const t = useT()
  const { run } = useDial()
  const { id } = run.manifest
  const subject = useSubject()
  const shown = useStore(asked).get(id)
  const ask = () => {
    asked.set(new Map(asked.get()).set(id, subject))
    attentionReport.begin(subject)
  }
  return (
    <Panel title={t("attention.title")} meaning={t("attention.meaning")} className="panel-attention">
      <p className="controls-note">{t("attention.lead")}</p>
      <KeepsFocus>
        {shown === undefined ? (
          <Button size="xs" className="asks" onClick={ask} data-testid="attention-ask">
            {t("attention.ask")}
          </Button>
        ) : null}
        {shown !== undefined && shown !== subject ? (
          <Alert color="gray" className="asks-again">
            <p>{t("attention.changed")}</p>
            <Button size="xs" variant="default" mt="xs" onClick={ask} data-testid="attention-again">
              {t("attention.askAgain")}
            </Button>
          </Alert>
        ) : null}
        {shown === undefined ? null : (
          <Measured
            key={shown}
            subject={shown}
            kept={attentionReport}
            testId="attention"
            words={{
              title: t("attention.progress"),
              measuring: t("attention.measuring"),
              failed: t("attention.failed"),
              failedHelp: t("attention.failedHelp"),
              cancelled: t("attention.cancelled"),
              lost: t("attention.lost"),
            }}
          >
            {(report) => (
              <div className="attention" data-testid="attention-report">
                <AttentionTable report={report} />
                <AttentionCurves report={report} />
              </div>
            )}
          </Measured>
        )}
      </KeepsFocus>
    </Panel>
  )
}

/** The question of the setting's rest, without what moves no attention: names, costs, caps and workload. */
function useSubject(): string {
  const { run } = useDial()
  const setting = useRested()
  const { off } = run
  return subjectOf({
    run: run.manifest.id,
    policy: formatPolicy({
      ...policyOf(setting, "setting"),
      costs: null,
      caps: [],
      workload: EMPTY_POLICY.workload,
    }),
    ...(off.length === 0 ? {} : { off }),
  })
}
