/** What a first visitor reads: what a run is, and the quickest way to one. */
import { Button, EmptyState } from "@mantine/core"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { FIRST_SCENARIO } from "../../state/first-look.ts"
import { job, startJob } from "../../state/job.ts"
import { library } from "../../state/library.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { useStore } from "../../state/store.ts"
import { NEW } from "../scenario/draft.ts"

export function NoRuns() {
  const { scenarios } = useStore(library)
  const { state } = useStore(job)
  const { view } = usePlace()
  const t = useT()
  const format = useFormat()
  const all = scenarios ?? []
  const usable = all
    .flatMap((scenario) => ("error" in scenario ? [] : [scenario]))
    .toSorted((a, b) => a.accounts - b.accounts)
  // A folder of somebody's own may have none that is meant to be the first; the smallest is there soonest.
  const first = usable.find(({ name }) => name === FIRST_SCENARIO) ?? usable[0]
  const text = () => {
    if (all.length === 0) return t("empty.noScenario")
    if (!first) return t("empty.noneReadable")
    if (first.name === FIRST_SCENARIO) return t("empty.text")
    return t("empty.smallest", { scenario: first.name, accounts: format.count(first.accounts) })
  }
  return (
    <EmptyState title={t("empty.title")} description={text()} data-testid="empty-store">
      <EmptyState.Actions>
        {first ? (
          <Button loading={state === "running"} onClick={() => void startJob(first.name, "")}>
            {t("empty.run", { scenario: first.name })}
          </Button>
        ) : (
          <Button onClick={() => goTo({ view: "scenario", scenario: NEW })}>{t("empty.write")}</Button>
        )}
        {view !== "runs" && all.length > (first ? 1 : 0) ? (
          <Button variant="default" onClick={() => goTo({ view: "runs" })}>
            {t("empty.all")}
          </Button>
        ) : null}
      </EmptyState.Actions>
    </EmptyState>
  )
}
