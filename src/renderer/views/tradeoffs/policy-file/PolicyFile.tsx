/** The policy's file: saved from the present setting, opened into it. */
import { Alert, Button, Popover, TextInput } from "@mantine/core"
import { useRef, useState } from "react"
import { cohortsOf } from "../../../../core/evaluation/index.ts"
import { capsInRun, type Policy } from "../../../../core/policy/policy.ts"
import { TIERS } from "../../../../core/policy/tiers.ts"
import { ApiFailure, api } from "../../../api/client.ts"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { type Dial, useDial } from "../../../state/dial.ts"
import { changeBy } from "../../../state/policy.ts"
import { createStore, useStore } from "../../../state/store.ts"
import { savePolicy } from "./save.ts"

/** What came of the last file that was opened. */
type Opened =
  | { readonly state: "none" }
  | {
      readonly state: "opened"
      readonly policy: Policy
      readonly off: boolean
      readonly left: readonly string[]
    }
  | { readonly state: "failed"; readonly file: string; readonly problems: string }
  | { readonly state: "lost"; readonly file: string }
  | { readonly state: "days"; readonly file: string; readonly days: number; readonly most: number }

const opened = createStore<Opened>({ state: "none" })
/** The name that a policy was opened or saved under, for the next time. */
const named = createStore("")

/** Longer than any policy. */
const MOST_BYTES = 200_000

async function open(file: File, dial: Dial): Promise<void> {
  try {
    if (file.size > MOST_BYTES)
      throw new ApiFailure(400, "PolicyError", `${file.name}: ${file.size} > ${MOST_BYTES}`)
    take(await api.parsePolicy(await file.text(), file.name), file.name, dial)
  } catch (error) {
    if (error instanceof ApiFailure) opened.set({ state: "failed", file: file.name, problems: error.message })
    else opened.set({ state: "lost", file: file.name })
  }
}

function take(policy: Policy, file: string, dial: Dial): void {
  const { manifest, columns } = dial.run
  const { scenario, archetypes } = manifest
  if (policy.definition !== null && policy.definition.days > scenario.days) {
    opened.set({ state: "days", file, days: policy.definition.days, most: scenario.days })
    return
  }
  const { held, unknown } = capsInRun(policy.caps, (kind) => cohortsOf(kind, columns, archetypes).names)
  dial.set(changeBy({ ...policy, caps: held }, scenario))
  named.set(policy.name)
  opened.set({
    state: "opened",
    policy,
    off: TIERS.some((tier) => policy.tiers[tier] === null),
    left: unknown.map(({ kind, name }) => `${kind} ${name}`),
  })
}

export function PolicyFile() {
  const dial = useDial()
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        hidden
        data-testid="policy-input"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) void open(file, dial)
          // The same file can be chosen again after it was mended.
          currentTarget.value = ""
        }}
      />
      <Button
        size="compact-xs"
        variant="default"
        data-testid="policy-open"
        onClick={() => input.current?.click()}
      >
        {t("policy.open")}
      </Button>
      <SavePolicy />
    </>
  )
}

function SavePolicy() {
  const dial = useDial()
  const t = useT()
  const remembered = useStore(named)
  const [asking, setAsking] = useState(false)
  const [name, setName] = useState<string | null>(null)
  const told = name ?? (remembered || dial.run.manifest.name)
  const isNamed = told.trim() !== ""
  function save(): void {
    if (!isNamed) return
    named.set(told.trim())
    savePolicy(dial.rested(), told.trim())
    setAsking(false)
    setName(null)
  }
  return (
    <Popover
      opened={asking}
      onChange={setAsking}
      trapFocus
      returnFocus
      withArrow
      width={320}
      position="bottom-end"
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          data-testid="policy-save"
          onClick={() => setAsking(!asking)}
        >
          {t("policy.save")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="policy-save"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <TextInput
            size="xs"
            data-autofocus
            label={t("policy.name")}
            description={t("policy.saveHint")}
            maxLength={80}
            value={told}
            error={isNamed ? null : t("policy.nameNeeded")}
            data-testid="policy-name"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" data-testid="policy-download">
            {t("policy.download")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What came of opening a file, until it is read and closed. */
export function PolicyNotice() {
  const t = useT()
  const format = useFormat()
  const last = useStore(opened)
  if (last.state === "none") return null
  const close = {
    withCloseButton: true,
    closeButtonLabel: t("policy.dismiss"),
    onClose: () => opened.set({ state: "none" }),
  }
  if (last.state === "opened")
    return (
      <Alert
        className="notice"
        color="blue"
        data-testid="policy-opened"
        title={t("policy.opened", { name: last.policy.name })}
        {...close}
      >
        {last.policy.description ? <p>{last.policy.description}</p> : null}
        {last.off ? <p>{t("policy.off")}</p> : null}
        {last.left.length > 0 ? <p>{t("policy.left", { cohorts: format.list(last.left) })}</p> : null}
      </Alert>
    )
  return (
    <Alert
      className="notice"
      color="red"
      role="alert"
      data-testid="policy-failed"
      title={t("policy.failed", { file: last.file })}
      {...close}
    >
      {last.state === "failed" ? <pre className="problems">{last.problems}</pre> : null}
      {last.state === "lost" ? <p>{t("policy.lost")}</p> : null}
      {last.state === "days" ? <p>{t("policy.days", { days: last.days, most: last.most })}</p> : null}
      <p>{t(last.state === "lost" ? "policy.unchanged.lost" : "policy.unchanged")}</p>
    </Alert>
  )
}
