/** Scenarios to run, the job under way, and the runs there are. */
import { Alert, Button, TextInput } from "@mantine/core"
import { useEffect, useState } from "react"
import type { ScenarioEntry } from "../../../api/contract.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { scenarioDescription } from "../../names.ts"
import { job, startJob } from "../../state/job.ts"
import { library, refreshLibrary } from "../../state/library.ts"
import { useStore } from "../../state/store.ts"
import { EditScenario } from "../scenario/EditScenario.tsx"
import { Damaged, Trash } from "./Aside.tsx"
import { DeedNotice } from "./DeedNotice.tsx"
import { JobPanel } from "./JobPanel.tsx"
import { NoRuns } from "./NoRuns.tsx"
import { RunList } from "./RunList.tsx"
import "./runs.css"

export function Runs() {
  const { scenarios, runs, damaged, trash, failure } = useStore(library)
  const t = useT()
  const format = useFormat()
  // Files and runs may have changed since the page was opened.
  useEffect(() => {
    void refreshLibrary()
  }, [])
  return (
    <div className="runs">
      <section className="runs-column" aria-labelledby="scenarios-title">
        <h2 id="scenarios-title">{t("scenarios.title")}</h2>
        <p className="lead">{t("scenarios.lead")}</p>
        {failure ? (
          <Alert color="red" title={t("library.failed")}>
            <p>{failure}</p>
            <Button size="xs" variant="default" onClick={() => void refreshLibrary()}>
              {t("state.retry")}
            </Button>
          </Alert>
        ) : null}
        {scenarios === null ? null : scenarios.length === 0 ? (
          <p className="facts">{t("scenarios.none")}</p>
        ) : (
          <Scenarios scenarios={scenarios} />
        )}
      </section>
      <section className="runs-column" aria-labelledby="runs-title">
        <JobPanel />
        <h2 id="runs-title">{t("runs.title")}</h2>
        <DeedNotice />
        {runs === null ? null : runs.length === 0 ? (
          <NoRuns />
        ) : (
          <>
            <p className="facts">
              {t("runs.sum", {
                runs: format.count(runs.length),
                bytes: format.bytes(runs.reduce((sum, { bytes }) => sum + bytes, 0)),
              })}
            </p>
            <RunList runs={runs} />
          </>
        )}
        <Damaged damaged={damaged} />
        <Trash trash={trash} />
      </section>
    </div>
  )
}

function Scenarios({ scenarios }: { readonly scenarios: readonly ScenarioEntry[] }) {
  const t = useT()
  const [seed, setSeed] = useState("")
  return (
    <>
      <TextInput
        size="sm"
        label={t("scenarios.seed")}
        description={t("scenarios.seedHelp")}
        placeholder={t("scenarios.seedOwn")}
        value={seed}
        maxLength={100}
        data-testid="seed"
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <ul className="scenarios">
        {scenarios.map((scenario) => (
          <li key={scenario.file} className="scenario" data-testid={`scenario-${scenario.name}`}>
            {"error" in scenario ? (
              <Broken scenario={scenario} />
            ) : (
              <Usable scenario={scenario} seed={seed} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

type UsableScenario = Exclude<ScenarioEntry, { error: string }>

function Usable({ scenario, seed }: { readonly scenario: UsableScenario; readonly seed: string }) {
  const { state } = useStore(job)
  const t = useT()
  const format = useFormat()
  return (
    <>
      <div>
        <h3>{scenario.name}</h3>
        <p>{scenarioDescription(t, scenario.description)}</p>
        <p className="facts">
          {t("scenarios.facts", {
            accounts: format.count(scenario.accounts),
            days: format.count(scenario.days),
            prevalence: format.share(scenario.prevalence),
            seed: scenario.seed,
          })}
        </p>
      </div>
      <EditScenario name={scenario.name} />
      <Button
        size="compact-sm"
        disabled={state === "running"}
        aria-label={t("scenarios.runNamed", { scenario: scenario.name })}
        onClick={() => void startJob(scenario.name, seed.trim())}
      >
        {t("scenarios.run")}
      </Button>
    </>
  )
}

function Broken({ scenario }: { readonly scenario: Extract<ScenarioEntry, { error: string }> }) {
  const t = useT()
  return (
    <Alert color="red" title={t("scenarios.broken", { file: scenario.file })} w="100%">
      <pre className="problems">{scenario.error}</pre>
      <p>{t("scenarios.brokenHelp")}</p>
      <EditScenario name={scenario.name} />
    </Alert>
  )
}
