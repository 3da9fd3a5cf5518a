/** Suggest: a threshold for a purpose in plain words, what it trades, and a button that sets it. */
import { Alert, Button, CloseButton, Loader, VisuallyHidden } from "@mantine/core"
import { useEffect, useMemo, useRef, useState } from "react"
import { type CohortKind, cohortsOf, type Suggestion } from "../../../../core/evaluation/index.ts"
import { capsInRun } from "../../../../core/policy/policy.ts"
import { Panel } from "../../../components/Panel.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useDial, useLabelled, useRested } from "../../../state/dial.ts"
import { workloadOf } from "../../../state/setting.ts"
import { createStore, useStore } from "../../../state/store.ts"
import { useAnswer } from "./ask.ts"
import type { Question } from "./question.ts"
import { SuggestionView } from "./SuggestionView.tsx"
import { WishForm } from "./WishForm.tsx"
import { FIRST_WISH, numberOf, purposeOf, shareOf, type Wish } from "./wish.ts"
import "./suggest.css"

/** Open, and what was wished for, stay as they were while other views are looked at. */
export const suggesting = createStore(false)
/** Of the button. */
export const OPENS_SUGGEST = "suggest-open"
const wished = createStore<Wish>(FIRST_WISH)

export function SuggestPanel() {
  const open = useStore(suggesting)
  return open ? <Suggest /> : null
}

function Suggest() {
  const t = useT()
  const wish = useStore(wished)
  const question = useQuestion(wish)
  const [attempt, setAttempt] = useState(0)
  const asked = useAnswer(question, attempt)
  const panel = useRef<HTMLDivElement>(null)
  const last = useRef<Suggestion | null>(null)
  if (asked.state === "ready") last.current = asked.suggestion
  const shown = asked.state === "ready" || asked.state === "thinking" ? last.current : null
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape" && panel.current?.contains(document.activeElement)) close()
    }
    window.addEventListener("keydown", leave)
    return () => window.removeEventListener("keydown", leave)
  }, [])
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>("input:checked")?.focus()
  }, [])
  return (
    <Panel
      title={t("suggest.title")}
      meaning={t("suggest.meaning")}
      className="panel-suggest"
      controls={<CloseButton size="sm" aria-label={t("suggest.close")} onClick={close} />}
    >
      <div ref={panel} className="suggest">
        <div ref={form}>
          <WishForm wish={wish} change={(change) => wished.set({ ...wished.get(), ...change })} />
        </div>
        <div className="suggest-answer" data-testid="suggest-answer">
          <VisuallyHidden role="status">
            {asked.state === "ready" ? <Said suggestion={asked.suggestion} /> : null}
          </VisuallyHidden>
          {asked.state === "thinking" ? (
            <p className="facts suggest-thinking">
              <Loader size="xs" aria-hidden="true" /> {t("suggest.thinking")}
            </p>
          ) : null}
          {asked.state === "none" ? <p className="facts">{t("suggest.unfinished")}</p> : null}
          {asked.state === "failed" ? (
            <Alert color="red" title={t("suggest.failed")}>
              <p>{t("suggest.failedHelp")}</p>
              <Button size="xs" variant="default" onClick={() => setAttempt(attempt + 1)}>
                {t("state.retry")}
              </Button>
            </Alert>
          ) : null}
          {shown === null ? null : (
            // What was answered before stays to be read, and cannot be taken for the new answer.
            <div className="suggest-shown" inert={asked.state !== "ready"}>
              <SuggestionView suggestion={shown} />
            </div>
          )}
        </div>
      </div>
    </Panel>
  )
}

/** Closes, and gives the keyboard back to the button that opens. */
function close(): void {
  suggesting.set(false)
  document.getElementById(OPENS_SUGGEST)?.focus()
}

/** The answer for those who hear the page. */
function Said({ suggestion: { threshold } }: { readonly suggestion: Suggestion }) {
  const t = useT()
  const format = useFormat()
  return Number.isFinite(threshold)
    ? t("suggest.said", { threshold: format.threshold(threshold) })
    : t(Number.isNaN(threshold) ? "suggest.none" : "suggest.nobody")
}

/** The wish put to the run at the setting's rest; null while a number of it is unfinished. */
function useQuestion(wish: Wish): Question | null {
  const { run } = useDial()
  const labelled = useLabelled()
  const setting = useRested()
  const { accountsPerDay, secondsPerReview, prevalence, caps, costs } = setting
  // Moving a threshold asks nothing anew.
  return useMemo(() => {
    const { manifest, columns } = run
    const purpose = purposeOf(wish, costs)
    const confidence = numberOf(wish, "confidence")
    const { held } = capsInRun(caps, (kind) => cohortsOf(kind, columns, manifest.archetypes).names)
    if (purpose === null || (wish.guaranteeCaps && held.length > 0 && confidence === null)) return null
    if (purpose.kind === "caps" && held.length === 0) return null
    const kinds = [...new Set(held.map(({ kind }) => kind))]
    return {
      risk: columns.risk,
      label: labelled.label,
      purpose,
      workload: workloadOf({ accountsPerDay, secondsPerReview, prevalence }, labelled, manifest.scenario),
      caps: held,
      cohorts: new Map(
        kinds.map((kind: CohortKind) => [kind, cohortsOf(kind, columns, manifest.archetypes)] as const),
      ),
      capConfidence: wish.guaranteeCaps && confidence !== null ? shareOf(confidence) : undefined,
      seed: manifest.scenario.seed,
    }
  }, [run, labelled, wish, accountsPerDay, secondsPerReview, prevalence, caps, costs])
}
