/** Rounds of operators who adapt and a platform that answers: chosen, played when asked for, and kept. */
import { Alert, Button } from "@mantine/core"
import type { RoundsQuestion } from "../../../../api/contract.ts"
import { Measured } from "../../../components/Measured.tsx"
import { Panel } from "../../../components/Panel.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useDial } from "../../../state/dial.ts"
import { roundsReport, subjectOf } from "../../../state/reports.ts"
import { createStore, useStore } from "../../../state/store.ts"
import { ChoiceFields } from "./ChoiceFields.tsx"
import { chosen, questionOf } from "./choice.ts"
import { PlayedRounds } from "./PlayedRounds.tsx"
import "./rounds.css"

/** What was played last, so that it is still there after a look at another view. */
const asked = createStore<RoundsQuestion | null>(null)

export function RoundsPanel() {
  const t = useT()
  const { run } = useDial()
  const question = questionOf(useStore(chosen), run.manifest.id)
  const last = useStore(asked)
  // Another run's rounds are not this one's.
  const shown = last && (last.run === null || last.run === run.manifest.id) ? last : null
  const isChanged = shown !== null && subjectOf(shown) !== subjectOf(question)
  const play = () => {
    asked.set(question)
    roundsReport.begin(subjectOf(question))
  }
  return (
    <Panel title={t("rounds.title")} meaning={t("rounds.meaning")} className="panel-rounds">
      <p className="controls-note">{t("rounds.lead")}</p>
      <ChoiceFields />
      <p className="facts">{t(`rounds.strategy.${question.strategy}.meaning`)}</p>
      {shown === null || isChanged ? (
        <Button className="asks" onClick={play} data-testid="rounds-play">
          {t("rounds.play")}
        </Button>
      ) : null}
      {isChanged ? (
        <Alert color="gray" className="asks-again">
          {t("rounds.changed")}
        </Alert>
      ) : null}
      {shown === null ? null : <Played question={shown} />}
    </Panel>
  )
}

function Played({ question }: { readonly question: RoundsQuestion }) {
  const t = useT()
  const format = useFormat()
  const subject = subjectOf(question)
  return (
    <Measured
      key={subject}
      subject={subject}
      kept={roundsReport}
      testId="rounds"
      words={{
        title: t("rounds.progress", {
          count: format.count(question.rounds ?? Number.NaN),
          seeds: format.count(question.seeds ?? Number.NaN),
        }),
        measuring: t("rounds.measuring"),
        failed: t("rounds.failed"),
        failedHelp: t("rounds.failedHelp"),
        cancelled: t("rounds.cancelled"),
        lost: t("rounds.lost"),
      }}
    >
      {(report) => <PlayedRounds report={report} />}
    </Measured>
  )
}
