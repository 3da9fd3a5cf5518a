/** The gate: what checks found, scenario by scenario. The same as `assay check` tells, to look into. */

import { Alert, Button, Code, EmptyState, Select } from "@mantine/core"
import { useEffect } from "react"
import type { CheckReport, KeptCheck } from "../../../api/contract.ts"
import { api } from "../../api/client.ts"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Failed } from "../../components/Failed.tsx"
import { Loading } from "../../components/Loading.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { checks, refreshChecks } from "../../state/checks.ts"
import { refreshLibrary } from "../../state/library.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { useResource } from "../../state/resource.ts"
import { useStore } from "../../state/store.ts"
import { JobPanel } from "../runs/JobPanel.tsx"
import { worstFirst } from "./decided.ts"
import { Headline } from "./Headline.tsx"
import { SIGNS } from "./Outcome.tsx"
import { RunCheck } from "./RunCheck.tsx"
import { SaveCheck } from "./SaveCheck.tsx"
import { ScenarioDetail } from "./ScenarioDetail.tsx"
import { ScenarioList } from "./ScenarioList.tsx"
import { UpdateBaselines } from "./UpdateBaselines.tsx"
import "./gate.css"

export function Gate() {
  const t = useT()
  const { entries, failure } = useStore(checks)
  const { check } = usePlace()
  // A terminal may have checked since the page was opened, and written the runs that its accounts are of.
  useEffect(() => {
    void refreshChecks()
    void refreshLibrary()
  }, [])
  const shown = check ?? entries?.[0]?.id ?? null
  return (
    <div className="gate" data-testid="gate">
      <div className="gate-head">
        <h2>
          <Meaning of={t("gate.meaning")}>{t("gate.title")}</Meaning>
        </h2>
        {entries && entries.length > 0 ? <CheckSelect entries={entries} shown={shown} /> : null}
        {shown === null ? null : <SaveCheck id={shown} />}
        <div className="gate-head-end">
          {shown === null ? null : <UpdateBaselines id={shown} />}
          {entries && entries.length === 0 ? null : <RunCheck />}
        </div>
      </div>
      <JobPanel />
      {failure ? (
        <Failed title={t("gate.list.failed")} failure={failure}>
          <Button size="xs" variant="default" onClick={() => void refreshChecks()}>
            {t("state.retry")}
          </Button>
        </Failed>
      ) : null}
      {shown !== null ? <Shown id={shown} /> : entries === null ? <Waiting /> : <NoChecks />}
    </div>
  )
}

function Waiting() {
  const t = useT()
  const lost = useLost()
  return lost ? <ConnectionLost consequence={t("gate.lost")} /> : <Loading />
}

interface CheckSelectProps {
  readonly entries: readonly KeptCheck[]
  readonly shown: string | null
}

function CheckSelect({ entries, shown }: CheckSelectProps) {
  const t = useT()
  const format = useFormat()
  const data = entries.map(({ id, createdAt, outcome }) => ({
    value: id,
    label: `${format.shortMoment(createdAt)} · ${SIGNS[outcome]} ${t(`gate.outcome.${outcome}`)}`,
  }))
  return (
    <Select
      size="xs"
      className="gate-select"
      aria-label={t("gate.list")}
      data={data}
      value={shown}
      allowDeselect={false}
      data-testid="gate-select"
      onChange={(id) => id && goTo({ check: id, checked: null, gateOutcome: null })}
    />
  )
}

function NoChecks() {
  const t = useT()
  return (
    <EmptyState
      title={t("gate.empty.title")}
      description={
        <>
          {t("gate.empty.text")} <Code>npx assay check</Code>
        </>
      }
      data-testid="gate-empty"
    >
      <EmptyState.Actions>
        <RunCheck />
      </EmptyState.Actions>
    </EmptyState>
  )
}

function Shown({ id }: { readonly id: string }) {
  const t = useT()
  const loaded = useResource(id, () => api.check(id))
  if (loaded.state === "ready") return <Report report={loaded.value} />
  if (loaded.state !== "failed") return <Waiting />
  return (
    <Alert color="red" title={t("gate.failed")} data-testid="gate-failed">
      <pre className="problems">{loaded.failure.message}</pre>
      <Button size="xs" variant="default" onClick={() => goTo({ check: null, checked: null })}>
        {t("gate.newest")}
      </Button>
    </Alert>
  )
}

function Report({ report }: { readonly report: CheckReport }) {
  const { checked, gateOutcome } = usePlace()
  const scenarios = worstFirst(report.scenarios)
  const shown = scenarios.filter(({ outcome }) => gateOutcome === null || outcome === gateOutcome)
  const selected = shown.find(({ file }) => file === checked) ?? shown[0] ?? null
  return (
    <>
      <Headline report={report} />
      {scenarios.length === 0 ? null : (
        <div className="gate-columns">
          <ScenarioList scenarios={scenarios} shown={shown} selected={selected} />
          {selected ? <ScenarioDetail key={selected.file} scenario={selected} rate={report.rate} /> : null}
        </div>
      )}
    </>
  )
}
