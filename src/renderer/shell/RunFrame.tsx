/** Puts a run on the screen: loads what the address names, and ties the dial to the address. */
import { Alert, Button, Loader } from "@mantine/core"
import { type ReactNode, useEffect, useMemo, useRef } from "react"
import type { Failure } from "../../api/contract.ts"
import { ConnectionLost, useLost } from "../components/ConnectionLost.tsx"
import { Failed } from "../components/Failed.tsx"
import { useT } from "../i18n/index.ts"
import { Dial, DialContext } from "../state/dial.ts"
import { hasFirstScenario, STAND_IN } from "../state/first-look.ts"
import { job, startJob } from "../state/job.ts"
import { keptRun } from "../state/kept-runs.ts"
import { library } from "../state/library.ts"
import { currentPlace, goTo, usePlace } from "../state/location.ts"
import { useResource } from "../state/resource.ts"
import { type LoadedRun, switchOff } from "../state/run.ts"
import { sameSetting } from "../state/setting.ts"
import { placeOfSetting, settingAt } from "../state/setting-place.ts"
import { useStore } from "../state/store.ts"
import { JobPanel } from "../views/runs/JobPanel.tsx"
import { NoRuns } from "../views/runs/NoRuns.tsx"
import { deleteRun } from "../views/runs/run-actions.ts"
import { DetectorsOff } from "./DetectorsOff.tsx"
import { PluginsFailed } from "./PluginsFailed.tsx"

/** The same run with some detectors off; that, too, stays at hand. */
let keptOff: { whole: LoadedRun; off: string; run: Promise<LoadedRun> } | null = null

async function loadWithout(id: string, off: readonly string[]): Promise<LoadedRun> {
  const whole = await keptRun(id)
  if (off.length === 0) return whole
  if (keptOff?.whole !== whole || keptOff.off !== off.join()) {
    const run = switchOff(whole, off)
    keptOff = { whole, off: off.join(), run }
    run.catch(() => {
      if (keptOff?.run === run) keptOff = null
    })
  }
  return keptOff.run
}

export function RunFrame({ children }: { readonly children: ReactNode }) {
  const { runs, failure } = useStore(library)
  const place = usePlace()
  const lost = useLost()
  const t = useT()

  const shown = useRef<LoadedRun | null>(null)
  const key = place.run === null ? null : [place.run, ...place.off].join(" ")
  const loaded = useResource(key, () => loadWithout(place.run ?? "", place.off))
  if (place.run === null && runs?.length === 0) return <NothingYet />
  if (loaded.state === "failed") return <Unopened run={place.run ?? ""} failure={loaded.failure} />
  // While fusion is learned again for other detectors, the run stays on the screen as it was.
  if (loaded.state === "ready") shown.current = loaded.value
  if (shown.current && shown.current.manifest.id === place.run)
    return (
      <Turnable run={shown.current}>
        <PluginsFailed run={shown.current} />
        <DetectorsOff run={shown.current} />
        {children}
      </Turnable>
    )
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

/** A run that cannot be opened, and the ways on. */
function Unopened({ run, failure }: { readonly run: string; readonly failure: Failure }) {
  const t = useT()
  const { scenarios } = useStore(library)
  const { off } = usePlace()
  const isDamaged = failure.kind === "DamagedRunError"
  // A run is named by its scenario and its digest.
  const made = scenarios?.find((scenario) => !("error" in scenario) && isNamedBy(run, scenario.name))
  return (
    <Failed title={t("run.failed", { run })} failure={failure} testId="run-failed" className="notice">
      {isDamaged && made ? (
        <Button
          size="xs"
          onClick={() => {
            goTo({ view: "runs" })
            void startJob(made.name, "")
          }}
        >
          {t("job.again", { scenario: made.name })}
        </Button>
      ) : null}
      {isDamaged ? (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            // Where it can be undone.
            goTo({ view: "runs" })
            void deleteRun(run, run)
          }}
        >
          {t("runs.deleteDamaged")}
        </Button>
      ) : null}
      {off.length > 0 ? (
        <Button size="xs" onClick={() => goTo({ off: [] })}>
          {t("off.allOn")}
        </Button>
      ) : null}
      <Button size="xs" variant="default" onClick={() => goTo({ view: "runs" })}>
        {t("run.choose")}
      </Button>
    </Failed>
  )
}

const isNamedBy = (run: string, scenario: string) => run.replace(/-[0-9a-f]+$/, "") === scenario

/** An empty store: the job that is filling it, or the way to fill it. */
function NothingYet() {
  const current = useStore(job)
  const t = useT()
  return (
    <div className="waiting">
      <div className="waiting-box">
        <JobPanel />
        {current.state !== "running" ? (
          <NoRuns />
        ) : current.scenario === STAND_IN && hasFirstScenario() ? (
          <p className="facts">{t("first.wait")}</p>
        ) : null}
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
