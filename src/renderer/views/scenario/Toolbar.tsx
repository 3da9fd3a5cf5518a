/** Which scenario is edited, and what can be done with it: undo, copy, download, save, run. */
import { Alert, Button, CopyButton, Select, Tooltip } from "@mantine/core"
import { useState } from "react"
import { api, ServerLost } from "../../api/client.ts"
import { useLost } from "../../components/ConnectionLost.tsx"
import { download } from "../../export/download.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { job, startWritten } from "../../state/job.ts"
import { library } from "../../state/library.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { useStore } from "../../state/store.ts"
import type { Checked } from "./checking.ts"
import { fieldAt, readFields, writeField } from "./document.ts"
import {
  edit,
  isConflict,
  isDirty,
  NEW,
  type OpenDraft,
  redo,
  runOf,
  type Source,
  save,
  sourceOfRun,
  textOf,
  undo,
} from "./draft.ts"
import { SaveDialog } from "./SaveDialog.tsx"

interface ToolbarProps {
  readonly draft: OpenDraft
  readonly checked: Checked
}

export function Toolbar({ draft, checked }: ToolbarProps) {
  const t = useT()
  return (
    <div className="scenario-toolbar" role="toolbar" aria-label={t("scenario.toolbar")}>
      <SourceSelect source={draft.source} />
      <Standing draft={draft} checked={checked} />
      <div className="scenario-actions">
        <Step name="undo" can={draft.history.past.length > 0} go={undo} sign="↶" />
        <Step name="redo" can={draft.history.future.length > 0} go={redo} sign="↷" />
        <TakeAway draft={draft} />
        <SaveButton draft={draft} checked={checked} />
        <RunButton draft={draft} checked={checked} />
      </div>
    </div>
  )
}

export function sourceName(t: Translate, source: Source): string {
  const run = runOf(source)
  if (source === NEW) return t("scenario.source.new")
  return run === null ? source : t("scenario.source.run", { run })
}

/** Kept apart from names, which are never empty. */
const NEW_VALUE = "(new)"

function SourceSelect({ source }: { readonly source: Source }) {
  const t = useT()
  const { scenarios } = useStore(library)
  const { run } = usePlace()
  const runs = new Set([run, runOf(source)].flatMap((id) => (id === null ? [] : [sourceOfRun(id)])))
  const option = (value: Source) => ({
    value: value === NEW ? NEW_VALUE : value,
    label: sourceName(t, value),
  })
  const names = (scenarios ?? []).map(({ name }) => name)
  const known = names.includes(source) || source === NEW || runs.has(source) ? names : [...names, source]
  return (
    <Select
      size="xs"
      className="source-select"
      aria-label={t("scenario.source")}
      data={[
        { group: t("scenario.source.start"), items: [option(NEW), ...[...runs].map(option)] },
        { group: t("scenario.source.files"), items: known.map(option) },
      ]}
      value={source === NEW ? NEW_VALUE : source}
      allowDeselect={false}
      comboboxProps={{ width: 320, position: "bottom-start" }}
      data-testid="source-select"
      onChange={(value) => value && goTo({ scenario: value === NEW_VALUE ? NEW : value })}
    />
  )
}

/** Whether it was saved, and whether it can be used. */
function Standing({ draft, checked }: ToolbarProps) {
  const t = useT()
  const lost = useLost()
  const { problems, failure } = checked
  const isStale = checked.text !== textOf(draft)
  const state = failure
    ? failure
    : lost
      ? t("scenario.standing.lost")
      : problems.length > 0
        ? t("scenario.problems", { count: problems.length })
        : isStale
          ? t("scenario.standing.checking")
          : t("scenario.standing.valid")
  return (
    <p className="standing">
      <span data-testid="standing-saved">
        {isDirty(draft)
          ? t("scenario.standing.unsaved")
          : draft.file
            ? t("scenario.standing.saved", { file: draft.file.file })
            : t("scenario.standing.noFile")}
      </span>
      <span
        aria-live="polite"
        data-testid="standing"
        className={problems.length > 0 ? "standing-wrong" : undefined}
      >
        {state}
      </span>
    </p>
  )
}

interface StepProps {
  readonly name: "undo" | "redo"
  readonly can: boolean
  readonly go: () => void
  readonly sign: string
}

function Step({ name, can, go, sign }: StepProps) {
  const t = useT()
  return (
    <Tooltip label={t(`scenario.${name}`)} withArrow events={{ hover: true, focus: true, touch: true }}>
      <Button
        size="xs"
        variant="default"
        px={9}
        aria-label={t(`scenario.${name}`)}
        data-testid={name}
        {...(can ? {} : { "data-disabled": true, "aria-disabled": true })}
        onClick={() => can && go()}
      >
        <span aria-hidden="true">{sign}</span>
      </Button>
    </Tooltip>
  )
}

/** The scenario's name as the text has it; a word for a file without one. */
function nameIn(text: string): string {
  const name = fieldAt(readFields(text) ?? {}, ["name"])
  return typeof name === "string" && name !== "" ? name : "scenario"
}

function TakeAway({ draft }: { readonly draft: OpenDraft }) {
  const t = useT()
  const text = textOf(draft)
  return (
    <>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {t(copied ? "scenario.copied" : "scenario.copy")}
          </Button>
        )}
      </CopyButton>
      <Button
        size="xs"
        variant="default"
        onClick={() => download(new Blob([text], { type: "application/yaml" }), `${nameIn(text)}.yaml`)}
      >
        {t("scenario.download")}
      </Button>
    </>
  )
}

/** Whether the text as it stands is a scenario. */
const isUsable = (draft: OpenDraft, checked: Checked) =>
  checked.good?.text === textOf(draft) && checked.text === textOf(draft)

function RunButton({ draft, checked }: ToolbarProps) {
  const t = useT()
  const { state } = useStore(job)
  const can = isUsable(draft, checked) && state !== "running"
  return (
    <Tooltip
      label={t("scenario.run.meaning")}
      multiline
      w={260}
      withArrow
      position="left"
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        size="xs"
        data-testid="run-draft"
        {...(can ? {} : { "data-disabled": true, "aria-disabled": true })}
        onClick={() => can && void startWritten(nameIn(textOf(draft)), textOf(draft))}
      >
        {t("scenario.run")}
      </Button>
    </Tooltip>
  )
}

type Saving =
  | { readonly state: "none" | "busy" }
  | { readonly state: "asking"; readonly message: string | null }
  | { readonly state: "failed"; readonly message: string }

function SaveButton({ draft, checked }: ToolbarProps) {
  const t = useT()
  const { scenarios } = useStore(library)
  const [saving, setSaving] = useState<Saving>({ state: "none" })
  const text = textOf(draft)
  const name = nameIn(text)
  const can = isUsable(draft, checked) && saving.state !== "busy"
  const names = (scenarios ?? []).map((entry) => entry.name)

  async function write(
    under: string,
    content: string,
    replaces: () => Promise<string | null>,
  ): Promise<void> {
    setSaving({ state: "busy" })
    try {
      await save(under, content, await replaces())
      setSaving({ state: "none" })
    } catch (error) {
      const message =
        error instanceof ServerLost
          ? t("scenario.save.lost")
          : error instanceof Error
            ? error.message
            : String(error)
      setSaving({ state: isConflict(error) ? "asking" : "failed", message })
    }
  }

  function saveNow(): void {
    const { file } = draft
    if (file?.name === name && file.isOurs) void write(name, text, async () => file.digest)
    else if (names.includes(name)) setSaving({ state: "asking", message: null })
    else void write(name, text, async () => null)
  }

  function saveAs(other: string): void {
    const renamed = writeField(text, ["name"], other)
    edit(renamed, "save as")
    if (names.includes(other)) setSaving({ state: "asking", message: null })
    else void write(other, renamed, async () => null)
  }

  /** What one has seen may be replaced; of another scenario, what is there at this moment. */
  const replaced = async () => {
    const isSeen = draft.file?.name === name && !(saving.state === "asking" && saving.message !== null)
    return isSeen ? (draft.file?.digest ?? null) : (await api.scenario(name)).digest
  }

  return (
    <>
      <Button
        size="xs"
        variant="default"
        data-testid="save"
        loading={saving.state === "busy"}
        {...(can ? {} : { "data-disabled": true, "aria-disabled": true })}
        onClick={() => can && saveNow()}
      >
        {t("scenario.save")}
      </Button>
      {saving.state === "asking" ? (
        <SaveDialog
          key={name}
          name={name}
          suggestion={freeName(name, names)}
          message={saving.message}
          replace={() => void write(name, text, replaced)}
          saveAs={saveAs}
          close={() => setSaving({ state: "none" })}
        />
      ) : null}
      {saving.state === "failed" ? (
        <Alert
          color="red"
          className="save-failed"
          title={t("scenario.save.failed")}
          withCloseButton
          closeButtonLabel={t("job.dismiss")}
          onClose={() => setSaving({ state: "none" })}
          data-testid="save-failed"
        >
          <pre className="problems">{saving.message}</pre>
          {t("scenario.save.failedHelp")}
        </Alert>
      ) : null}
    </>
  )
}

/** The name with the first number behind it that nobody has. */
export function freeName(name: string, taken: readonly string[]): string {
  const stem = name.replace(/-\d+$/, "").slice(0, 55)
  for (let number = 2; ; number++) if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`
}
