/** Consequences: each flag followed to its end, through review, action and appeal, at the dial's setting. */
import { Alert, Progress } from "@mantine/core"
import { type ReactNode, useMemo } from "react"
import { FIRST_COSTS } from "../../../core/evaluation/index.ts"
import { horizonOf } from "../../../core/policy/follow/index.ts"
import { EVEN } from "../../charts/threshold-axis.ts"
import { OutdatedContext, Panel } from "../../components/Panel.tsx"
import { BasisContext } from "../../export/basis.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useLabelled, useRested } from "../../state/dial.ts"
import { sameCosts } from "../../state/setting.ts"
import { PolicyFile, PolicyNotice } from "../tradeoffs/policy-file/PolicyFile.tsx"
import { TierAxis } from "../tradeoffs/tiers/TierAxis.tsx"
import { UndoRedo } from "../tradeoffs/tiers/UndoRedo.tsx"
import { AfterFlagPanel } from "./AfterFlagPanel.tsx"
import { type Asked, useAnswers } from "./ask.ts"
import { AttentionPanel } from "./attention/AttentionPanel.tsx"
import { CohortFunnels } from "./CohortFunnels.tsx"
import { CostPanel } from "./CostPanel.tsx"
import { CurvePanel } from "./CurvePanel.tsx"
import { CheapestPanel } from "./cheapest/CheapestPanel.tsx"
import { FunnelPanel } from "./FunnelPanel.tsx"
import { useFollowed } from "./followed.ts"
import { Headline } from "./Headline.tsx"
import { QueuePanel } from "./QueuePanel.tsx"
import type { Part, Question } from "./question.ts"
import { basisOf, previewOf } from "./replicates.ts"
import { RoundsPanel } from "./rounds/RoundsPanel.tsx"
import { StaffingPanel } from "./StaffingPanel.tsx"
import { SurfacePanel } from "./SurfacePanel.tsx"
import { VersusPanel } from "./versus/VersusPanel.tsx"
import "./consequences.css"

export function Consequences() {
  const t = useT()
  const { costs } = useRested()
  const question = useQuestion()
  const asked = useAnswers(question)
  const { consequences, curve, staffing, surface } = asked.answers
  return (
    <div className="consequences" data-testid="consequences">
      <div className="controls">
        <TierAxis along={EVEN} />
        <div className="controls-row">
          <UndoRedo />
          <PolicyFile />
        </div>
      </div>
      <PolicyNotice />
      <AfterFlagPanel />
      {sameCosts(costs, FIRST_COSTS) ? (
        <p className="facts">{t("consequences.assumedCosts", { ...FIRST_COSTS })}</p>
      ) : null}
      {asked.failure === null ? null : (
        <Alert
          color="red"
          className="notice"
          title={t("consequences.failed")}
          data-testid="consequences-failed"
        >
          {asked.failure}
        </Alert>
      )}
      {consequences ? (
        <div className="consequences-panels">
          <PartOf asked={asked} accounts={question.accounts} part="consequences">
            <Headline consequences={consequences} />
            <FunnelPanel consequences={consequences} />
            <QueuePanel consequences={consequences} />
          </PartOf>
          {curve ? (
            <PartOf asked={asked} accounts={question.accounts} part="curve">
              <CurvePanel curve={curve} />
            </PartOf>
          ) : null}
          {surface ? (
            <PartOf asked={asked} accounts={question.accounts} part="surface">
              <SurfacePanel surface={surface} />
            </PartOf>
          ) : null}
          {staffing ? (
            <PartOf asked={asked} accounts={question.accounts} part="staffing">
              <StaffingPanel staffing={staffing} />
            </PartOf>
          ) : (
            <Unanswered
              asked={asked}
              part="staffing"
              title={t("staffing.title")}
              meaning={t("staffing.meaning")}
            />
          )}
          <PartOf asked={asked} accounts={question.accounts} part="consequences">
            {consequences.cost === null ? null : <CostPanel cost={consequences.cost} />}
            <CohortFunnels consequences={consequences} />
          </PartOf>
        </div>
      ) : asked.failure === null ? (
        <p className="facts consequences-pending">{t("consequences.working.consequences")}</p>
      ) : null}
      <CheapestPanel />
      <VersusPanel />
      <AttentionPanel />
      <RoundsPanel />
      <Working asked={asked} />
    </div>
  )
}

interface UnansweredProps {
  readonly asked: Asked
  readonly part: Part
  readonly title: string
  readonly meaning: string
}

/** Why a part has no answer, in its place; nothing as long as that is not known. */
function Unanswered({ asked: { reasons }, part, ...head }: UnansweredProps) {
  const reason = reasons[part]
  return reason === undefined ? null : (
    <Panel {...head} className={`panel-${part}`}>
      <p data-testid={`${part}-unanswered`}>{reason}</p>
    </Panel>
  )
}

interface PartOfProps {
  readonly asked: Asked
  readonly part: Part
  /** Platform accounts that the question is of. */
  readonly accounts: number
  readonly children: ReactNode
}

/**
 * What was found before stays to be read, marked so that it cannot be taken for the new answer; and so is a preview.
 * Neither can be saved.
 */
function PartOf({ asked: { earlier, answers }, part, accounts, children }: PartOfProps) {
  const t = useT()
  const format = useFormat()
  const rested = useRested()
  const replicates = answers[part]?.replicates
  const isEarlier = earlier.includes(part)
  const last = isEarlier ? null : previewOf(part, replicates, accounts)
  const basis = useMemo(() => basisOf(t, format, rested, replicates ?? 0), [t, format, rested, replicates])
  const preview =
    last === null
      ? null
      : t("consequences.preview", { replicates: format.count(replicates ?? 0), last: format.count(last) })
  return (
    <div className="consequences-part" data-part={part} data-stale={isEarlier} data-preview={last !== null}>
      <OutdatedContext value={isEarlier ? t("consequences.earlier") : preview}>
        <BasisContext value={basis}>{children}</BasisContext>
      </OutdatedContext>
    </div>
  )
}

function Working({ asked: { working } }: { readonly asked: Asked }) {
  const t = useT()
  const format = useFormat()
  return (
    <div
      className="consequences-working"
      data-testid="consequences-working"
      data-working={working?.part ?? "none"}
    >
      {working === null ? null : (
        <div>
          <span aria-live="polite">{t(`consequences.working.${working.part}`)}</span>
          <Progress.Root size="sm">
            <Progress.Section
              value={working.done * 100}
              aria-label={t("job.progress")}
              aria-valuetext={format.share(working.done)}
            />
          </Progress.Root>
        </div>
      )}
    </div>
  )
}

/** The same object as long as the answer is the same. */
function useQuestion(): Question {
  const { run } = useDial()
  const labelled = useLabelled()
  const followed = useFollowed()
  return useMemo(() => {
    const { input, policy } = followed
    const perDay = policy.workload.accountsPerDay ?? labelled.index.judged / run.manifest.scenario.days
    return { ...followed, accounts: perDay * horizonOf(input, policy) }
  }, [run, labelled, followed])
}
