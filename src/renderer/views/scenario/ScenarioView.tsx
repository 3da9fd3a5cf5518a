/** Scenario: builds and edits a scenario, as a form beside the YAML that it writes. */

import { Alert, Button } from "@mantine/core"
import { useEffect, useMemo, useState } from "react"
import type { ArchetypeEntry, ScenarioForm } from "../../../api/contract.ts"
import { api } from "../../api/client.ts"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Loading } from "../../components/Loading.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useT } from "../../i18n/index.ts"
import { FIRST_SCENARIO, hasFirstScenario } from "../../state/first-look.ts"
import { library, refreshLibrary } from "../../state/library.ts"
import { replacePlace, usePlace } from "../../state/location.ts"
import { useResource } from "../../state/resource.ts"
import { useStore } from "../../state/store.ts"
import { JobPanel } from "../runs/JobPanel.tsx"
import { Basics } from "./Basics.tsx"
import { useCheck } from "./checking.ts"
import { fieldAt, type Mapping, readFields, writeFields } from "./document.ts"
import {
  draft,
  edit,
  isDirty,
  NEW,
  type OpenDraft,
  openSource,
  redo,
  type Source,
  textOf,
  undo,
} from "./draft.ts"
import { EstimateLine } from "./EstimateLine.tsx"
import { type Form, FormContext } from "./form.ts"
import { LeaveDialog } from "./LeaveDialog.tsx"
import { Mix } from "./Mix.tsx"
import { Samples } from "./Samples.tsx"
import { Sections } from "./Sections.tsx"
import { sourceName, Toolbar } from "./Toolbar.tsx"
import { YamlPane } from "./YamlPane.tsx"
import "./scenario.css"

export function ScenarioView() {
  const t = useT()
  const lost = useLost()
  const current = useStore(draft)
  const form = useResource("form", api.scenarioForm)
  const asked = useAskedSource()

  if (form.state === "failed")
    return <Failed message={form.failure.message} retry={() => window.location.reload()} />
  if (current.state === "failed" && !current.isLost)
    return <Failed message={current.message} retry={() => void openSource(current.source)} />
  if (current.state !== "open" || form.state !== "ready")
    return (
      <div className="waiting">
        {lost ? <ConnectionLost consequence={t("scenario.lost")} /> : <Loading />}
      </div>
    )
  return (
    <>
      <Editor draft={current} form={form.value} />
      {asked === null ? null : (
        <LeaveDialog
          next={sourceName(t, asked)}
          stay={() => replacePlace({ scenario: current.source })}
          leave={() => void openSource(asked)}
        />
      )}
    </>
  )
}

/**
 * Opens what the address names. Where a draft with unsaved changes would be lost, nothing is opened: what was asked
 * for is returned instead.
 */
function useAskedSource(): Source | null {
  const { scenario } = usePlace()
  const { scenarios, failure } = useStore(library)
  const current = useStore(draft)
  const lost = useLost()
  useEffect(() => {
    void refreshLibrary()
  }, [])
  const source = current.state === "none" ? null : current.source
  const asks = current.state === "open" && isDirty(current) && scenario !== null && scenario !== source
  const isLeft = current.state === "failed" && current.isLost && !lost
  useEffect(() => {
    if (asks) return
    if (scenario === null) {
      // What was edited before; else the first scenario there is to begin from.
      if (source !== null) replacePlace({ scenario: source })
      else if (scenarios !== null || failure !== null)
        replacePlace({ scenario: hasFirstScenario() ? FIRST_SCENARIO : NEW })
    } else if (scenario !== source || isLeft) void openSource(scenario)
  }, [scenario, source, asks, scenarios, failure, isLeft])
  return asks ? scenario : null
}

function Failed({ message, retry }: { readonly message: string; readonly retry: () => void }) {
  const t = useT()
  return (
    <Alert color="red" title={t("scenario.failed")} m="md" data-testid="scenario-failed">
      <pre className="problems">{message}</pre>
      <Button.Group>
        <Button size="xs" variant="default" onClick={retry}>
          {t("state.retry")}
        </Button>
        <Button size="xs" variant="default" onClick={() => replacePlace({ scenario: NEW })}>
          {t("scenario.source.new")}
        </Button>
      </Button.Group>
    </Alert>
  )
}

interface EditorProps {
  readonly draft: OpenDraft
  readonly form: ScenarioForm
}

function Editor({ draft: current, form: described }: EditorProps) {
  const t = useT()
  const text = textOf(current)
  const checked = useCheck(text)
  const [shown, setShown] = useState<string | null>(null)
  const fields = useMemo(() => readFields(text), [text])
  const lastFields = useLast(fields)
  const form: Form = {
    fields: lastFields,
    defaults: described.defaults,
    schema: described.schema,
    problems: checked.problems,
    archetypes: knownArchetypes(checked.good?.archetypes ?? described.archetypes, lastFields),
    change: (kind, changes) => edit(writeFields(text, changes), kind),
    show: setShown,
  }
  useUndoKeys()
  return (
    <FormContext value={form}>
      <div className="scenario-view">
        <Toolbar draft={current} checked={checked} />
        <JobPanel />
        {checked.good ? (
          <EstimateLine estimate={checked.good.estimate} isStale={checked.good.text !== text} />
        ) : null}
        <div className="scenario-columns">
          <Panel title={t("scenario.form")} meaning={t("scenario.form.meaning")} className="scenario-form">
            {fields === null ? (
              <Alert color="yellow" className="notice" title={t("scenario.unreadable")}>
                {t("scenario.unreadableHelp")}
              </Alert>
            ) : null}
            <fieldset className="scenario-fields" disabled={fields === null}>
              <Basics />
              <Mix side="managed" />
              <Mix side="authentic" />
              <Sections />
            </fieldset>
          </Panel>
          <Panel title={t("scenario.yaml")} meaning={t("scenario.yaml.meaning")} className="scenario-yaml">
            <YamlPane
              text={text}
              problems={checked.problems}
              schema={described.schema}
              write={(next) => edit(next, "yaml")}
            />
          </Panel>
        </div>
      </div>
      <Samples archetype={shown} text={checked.good?.text ?? null} close={() => setShown(null)} />
    </FormContext>
  )
}

/** An answer may be of an earlier text, or of another scenario: its own archetypes may not be there any more. */
function knownArchetypes(entries: readonly ArchetypeEntry[], fields: Mapping): readonly ArchetypeEntry[] {
  return entries.filter(({ id, from }) => from === null || fieldAt(fields, ["archetypes", id]) !== undefined)
}

/** The last fields that could be read, so that a slip in the YAML does not empty the form. */
function useLast(fields: Mapping | null): Mapping {
  const [last, setLast] = useState<Mapping>(fields ?? {})
  useEffect(() => {
    if (fields !== null) setLast(fields)
  }, [fields])
  return fields ?? last
}

/** Ctrl or Cmd with Z and Y go through the draft's steps, wherever one types: form and YAML are one text. */
function useUndoKeys(): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key !== "z" && key !== "y") return
      event.preventDefault()
      if (key === "y" || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [])
}
