/** Puts a run on the screen: loads what the address names, and ties the dial to the address. */
import { Alert, Button, Loader } from "@mantine/core"
import { type ReactNode, useEffect, useMemo } from "react"
import { ConnectionLost, useLost } from "../components/ConnectionLost.tsx"
import { useT } from "../i18n/index.ts"
import { Dial, DialContext, type Setting } from "../state/dial.ts"
import { job } from "../state/job.ts"
import { library } from "../state/library.ts"
import { currentPlace, goTo, usePlace } from "../state/location.ts"
import type { Place } from "../state/place.ts"
import { useResource } from "../state/resource.ts"
import { type LoadedRun, loadRun, sameDefinition } from "../state/run.ts"
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

/** What the address leaves unsaid is the scenario's. */
function settingOf(run: LoadedRun, place: Place): Setting {
  const { threshold, definition } = run.manifest.scenario
  return {
    threshold: place.threshold ?? threshold,
    prevalence: place.prevalence ?? undefined,
    definition: {
      automation: place.automation ?? definition.automation,
      oversight: place.oversight ?? definition.oversight,
      days: place.days ?? definition.days,
    },
  }
}

/** What an address says of a definition: the parts that are not the scenario's. */
function toldDefinition(run: LoadedRun, { definition }: Setting) {
  const own = run.manifest.scenario.definition
  const told = (part: keyof typeof own) => (definition[part] === own[part] ? null : definition[part])
  return { automation: told("automation"), oversight: told("oversight"), days: told("days") }
}

function Turnable({ run, children }: { readonly run: LoadedRun; readonly children: ReactNode }) {
  const place = usePlace()
  const dial = useMemo(() => new Dial(run, settingOf(run, currentPlace())), [run])

  useEffect(
    () =>
      dial.onRest(() => {
        const setting = dial.rested()
        const { threshold, prevalence } = setting
        goTo({ threshold, prevalence: prevalence ?? null, ...toldDefinition(run, setting) })
      }),
    [dial, run],
  )
  // An address that was typed, shared or gone back to turns the dial.
  useEffect(() => {
    const wanted = settingOf(run, place)
    const { threshold, prevalence, definition } = dial.rested()
    const isThere =
      wanted.threshold === threshold &&
      wanted.prevalence === prevalence &&
      sameDefinition(wanted.definition, definition)
    if (!isThere) dial.set(wanted)
  }, [dial, run, place])

  return (
    <DialContext value={dial}>
      <div className="view" key={run.manifest.id}>
        {children}
      </div>
    </DialContext>
  )
}
