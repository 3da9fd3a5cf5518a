/** How far the rounds are, and what became of those that are not played: with Cancel, and a way on. */
import { Alert, Button } from "@mantine/core"
import { useSyncExternalStore } from "react"
import { ConnectionLost, useLost } from "../../../components/ConnectionLost.tsx"
import { Failed } from "../../../components/Failed.tsx"
import { WorkProgress } from "../../../components/WorkProgress.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { roundsReport, subjectOf } from "../../../state/reports.ts"
import { useStore } from "../../../state/store.ts"
import { strategyOf } from "./names.ts"
import { farAlong, playedRounds } from "./series.ts"
import type { Shown } from "./shown.ts"

type PlayingProps = Pick<Shown, "waiting" | "failed">

export function Playing({ waiting, failed }: PlayingProps) {
  const t = useT()
  const format = useFormat()
  const { playing } = useStore(playedRounds.lineup)
  const names = waiting.map(({ question }) => strategyOf(t, question))
  return (
    <>
      {failed.map(({ question, failure }) => (
        <Failed
          key={subjectOf(question)}
          title={t("rounds.failed", { strategy: strategyOf(t, question) })}
          failure={failure}
          help={t("rounds.failedHelp")}
          testId="rounds-failed"
        >
          {playing === null ? (
            <Button size="xs" variant="default" onClick={playedRounds.resume}>
              {t("state.retry")}
            </Button>
          ) : null}
          <Button size="xs" variant="default" onClick={() => playedRounds.remove(question)}>
            {t("rounds.remove")}
          </Button>
        </Failed>
      ))}
      {playing !== null ? (
        <UnderWay subject={playing} />
      ) : waiting.length > 0 ? (
        <Alert color="gray" title={t("rounds.cancelled")} data-testid="rounds-cancelled">
          <p>{t("rounds.cancelledHelp", { names: format.list(names) })}</p>
          <div className="rounds-ways">
            <Button size="xs" variant="default" onClick={playedRounds.resume} data-testid="rounds-resume">
              {t("rounds.resume")}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              onClick={() => {
                for (const { question } of waiting) playedRounds.remove(question)
              }}
            >
              {t("rounds.forget")}
            </Button>
          </div>
        </Alert>
      ) : null}
    </>
  )
}

function UnderWay({ subject }: { readonly subject: string }) {
  const t = useT()
  const lost = useLost()
  const { series, lot } = useStore(playedRounds.lineup)
  const measured = useSyncExternalStore(roundsReport.subscribe, () => roundsReport.of(subject))
  if (lost) return <ConnectionLost consequence={t("rounds.lost")} />
  const question = series.find((one) => subjectOf(one.question) === subject)?.question
  const standing = measured?.state === "measuring" ? measured.standing : null
  const done = lot.indexOf(subject)
  return (
    <div className="job measuring" data-testid="rounds-measuring">
      <WorkProgress
        title={t("rounds.progress", {
          strategy: question ? strategyOf(t, question) : "",
          at: done + 1,
          count: lot.length,
        })}
        progress={
          standing?.type === "progress"
            ? { stage: standing.stage, ...farAlong(done, lot.length, standing) }
            : null
        }
        waiting={
          standing?.type === "waiting"
            ? t("measured.waiting", {
                what: t(`measured.of.${standing.behind.kind}`, { subject: standing.behind.subject }),
              })
            : null
        }
        cancelling={measured?.state === "measuring" && measured.cancelling}
        onCancel={standing ? playedRounds.cancel : null}
        testId="rounds-progress"
      />
      <p className="facts">{t("rounds.measuring")}</p>
    </div>
  )
}
