/** Rounds of operators who adapt and a platform that answers: chosen, played when asked for, kept, and held together. */
import { Button } from "@mantine/core"
import { KeepsFocus } from "../../../components/KeepsFocus.tsx"
import { Panel } from "../../../components/Panel.tsx"
import { useT } from "../../../i18n/index.ts"
import { useDial } from "../../../state/dial.ts"
import { subjectOf } from "../../../state/reports.ts"
import { useStore } from "../../../state/store.ts"
import { ChoiceFields } from "./ChoiceFields.tsx"
import { chosen, questionsOf } from "./choice.ts"
import { PlayedRounds } from "./PlayedRounds.tsx"
import { Playing } from "./Playing.tsx"
import { LOOKS, playedRounds } from "./series.ts"
import { useShown } from "./shown.ts"
import "./rounds.css"

export function RoundsPanel() {
  const t = useT()
  const { run } = useDial()
  const choice = useStore(chosen)
  const questions = questionsOf(choice, run.manifest.id)
  const { ready, waiting, failed } = useShown(run.manifest.id)
  const there = new Set([...ready, ...waiting, ...failed].map(({ question }) => subjectOf(question)))
  const fresh = questions.filter((question) => !there.has(subjectOf(question)))
  const count = there.size + fresh.length
  return (
    <Panel title={t("rounds.title")} meaning={t("rounds.meaning")} className="panel-rounds">
      <p className="controls-note">{t("rounds.lead")}</p>
      <p className="controls-note" data-testid="rounds-basis">
        {t(`rounds.basis.${choice.population}`)}
      </p>
      <ChoiceFields />
      <KeepsFocus>
        <div className="rounds-ask">
          <Button
            size="xs"
            className="asks"
            disabled={fresh.length === 0}
            onClick={() => playedRounds.play(questions)}
            data-testid="rounds-play"
          >
            {t(ready.length === 0 ? "rounds.play" : "rounds.playMore")}
          </Button>
          <p className="facts" aria-live="polite">
            {questions.length === 0
              ? t("rounds.pickOne")
              : fresh.length === 0
                ? t("rounds.allThere")
                : count > LOOKS.length
                  ? t("rounds.tooMany", { most: LOOKS.length })
                  : ready.length > 0
                    ? t("rounds.adds")
                    : null}
          </p>
        </div>
        <Playing waiting={waiting} failed={failed} />
      </KeepsFocus>
      {ready.length === 0 ? null : <PlayedRounds series={ready} />}
    </Panel>
  )
}
