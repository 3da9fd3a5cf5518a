/** Puts a run on the screen: loads what the address names, and ties the dial to the address. */
import { Alert, Button, Loader } from "@mantine/core"
import { type ReactNode, useEffect, useMemo } from "react"
import { ConnectionLost, useLost } from "../components/ConnectionLost.tsx"
import { useT } from "../i18n/index.ts"
import { Dial, DialContext } from "../state/dial.ts"
import { job } from "../state/job.ts"
import { library } from "../state/library.ts"
import { currentPlace, goTo, usePlace } from "../state/location.ts"
import { useResource } from "../state/resource.ts"
import { type LoadedRun, loadRun } from "../state/run.ts"
import { sameSetting } from "../state/setting.ts"
import { placeOfSetting, settingAt } from "../state/setting-place.ts"
import { useStore } from "../state/store.ts"
import { JobPanel } from "../views/runs/JobPanel.tsx"
import { NoRuns } from "../views/runs/Runs.tsx"

/** The last run stays at hand, so that going from view to view loads nothing again. */
let kept: { id: string; run: Promise<LoadedRun> } | null = null

function load(id: string): Promise<LoadedRun> {
  if (kept?.id !== id) {
    const run = loadRun(id)
    kept = { id, run }
    run.catch(() => {
      if (kept?.run === run) kept = null
    })
  }
  return kept.run
}

export function RunFrame({ children }: { readonly children: ReactNode }) {
  const { runs, failure } = useStore(library)
  const place = usePlace()
  const lost = useLost()
  const t = useT()

  const loaded = useResource(place.run, () => load(place.run ?? ""))
  if (place.run === null && runs?.length === 0) return <NothingYet />
  if (loaded.state === "failed")
    return (
      <Alert color="red" title={t("run.failed", { run: loaded.key })} m="md">
        <pre className="problems">{loaded.message}</pre>
        <Button size="xs" variant="default" onClick={() => goTo({ view: "runs" })}>
          {t("run.choose")}
        </Button>
      </Alert>
    )
  if (loaded.state === "ready") return <Turnable run={loaded.value}>{children}</Turnable>
  return (
    <div className="waiting">
      {failure ? (
        <Alert color="red">{failure}</Alert>
      ) : lost ? (
        <ConnectionLost consequence={t("lost.run")} />
      ) : (
        <Loader aria-label={t("state.loading")} />
      )}
    </div>
  )
}

/** An empty store: the job that is filling it, or the way to fill it. */
function NothingYet() {
  const { state } = useStore(job)
  return (
    <div className="waiting">
      <div className="waiting-box">
        <JobPanel />
        {state === "running" ? null : <NoRuns />}
      </div>
    </div>
  )
}

function Turnable({ run, children }: { readonly run: LoadedRun; readonly children: ReactNode }) {
  const place = usePlace()
  const dial = useMemo(() => new Dial(run, settingAt(currentPlace(), run.manifest.scenario)), [run])

  useEffect(
    () =>
      dial.onRest(() => {
        goTo(placeOfSetting(dial.rested(), run.manifest.scenario))
      }),
    [dial, run],
  )
  // An address that was typed, shared or gone back to turns the dial.
  useEffect(() => {
    const wanted = settingAt(place, run.manifest.scenario)
    if (!sameSetting(wanted, dial.rested())) dial.set(wanted)
  }, [dial, run, place])

  return (
    <DialContext value={dial}>
      <div className="view" key={run.manifest.id}>
        {children}
      </div>
    </DialContext>
  )
}
