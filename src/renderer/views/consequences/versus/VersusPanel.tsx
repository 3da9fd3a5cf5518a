/** The setting against another policy, to the end: chosen, compared when asked, with what is more than chance. */
import { Alert, Button, NativeSelect } from "@mantine/core"
import { useRef } from "react"
import { onPlatformOf } from "../../../../core/policy/follow/index.ts"
import type { Policy } from "../../../../core/policy/policy.ts"
import { Meaning } from "../../../components/Meaning.tsx"
import { Panel } from "../../../components/Panel.tsx"
import { BasisContext } from "../../../export/basis.ts"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useDial, useRested } from "../../../state/dial.ts"
import type { LoadedRun } from "../../../state/run.ts"
import type { Setting } from "../../../state/setting.ts"
import { createStore, useStore } from "../../../state/store.ts"
import { Asking } from "../Asking.tsx"
import { createSearch, standingFor } from "../decision.ts"
import { useFollowed } from "../followed.ts"
import { basisOf } from "../replicates.ts"
import { CohortDifferences } from "./CohortDifferences.tsx"
import { type Candidates, useCandidates } from "./candidates.ts"
import { DifferenceTable } from "./DifferenceTable.tsx"
import { clearly } from "./words.ts"
import "./versus.css"

interface Asked {
  readonly run: LoadedRun
  readonly name: string
  /** Of all that the answer depends on. */
  readonly key: string
  readonly setting: Setting
}

const search = createSearch<"comparison", Asked>()
const chosenId = createStore("")

const keyOf = (policy: Policy, other: Policy | undefined) => JSON.stringify([policy, other])

export function VersusPanel() {
  const t = useT()
  const format = useFormat()
  const { run } = useDial()
  const { input, policy } = useFollowed()
  const candidates = useCandidates()
  const setting = useRested()
  const id = useStore(chosenId)
  const standing = standingFor(useStore(search.standing), run)
  const chosen = candidates.all.find((one) => one.id === id)
  const key = keyOf(policy, chosen?.policy)
  const shown = standing.state === "found" ? standing : null
  function compare(): void {
    if (!chosen) return
    const other = onPlatformOf(policy, chosen.policy)
    search.begin(
      { run, name: chosen.name, key, setting },
      { kind: "comparison", input, policy, other, options: {} },
    )
  }
  return (
    <Panel title={t("versus.title")} meaning={t("versus.meaning")} className="panel-versus">
      <p className="controls-note">{t("versus.lead")}</p>
      <Choice candidates={candidates} id={chosen?.id ?? ""} />
      <Asking
        standing={standing}
        cancel={search.cancel}
        ask={chosen === undefined ? null : compare}
        words={{
          ask: t(shown === null ? "versus.compare" : "versus.again"),
          working: standing.state === "working" ? t("versus.working", { name: standing.asked.name }) : "",
          cancelled: t("versus.cancelled"),
          failed: t("versus.failed"),
        }}
        testId="versus-compare"
        progressTestId="versus-progress"
      />
      {shown === null ? null : (
        <div className="versus-answer" data-testid="versus-answer">
          {key === shown.asked.key ? null : <Alert color="gray">{t("versus.changed")}</Alert>}
          <p role="status" data-testid="versus-clearly">
            {clearly(t, format, shown.asked.name, shown.found)}
          </p>
          <BasisContext value={basisOf(t, format, shown.asked.setting, shown.found.replicates)}>
            <DifferenceTable comparison={shown.found} name={shown.asked.name} />
            <p className="facts">
              {t("versus.basis", {
                replicates: format.count(shown.found.replicates),
                name: shown.asked.name,
              })}
            </p>
            <CohortDifferences comparison={shown.found} name={shown.asked.name} />
          </BasisContext>
        </div>
      )}
    </Panel>
  )
}

const GROUPS = ["bundled", "pins", "file"] as const

function Choice({ candidates, id }: { readonly candidates: Candidates; readonly id: string }) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const { all, bundled, problem, open } = candidates
  const groups = GROUPS.map((group) => ({
    group: t(`versus.${group}`),
    items: all.filter((one) => one.group === group).map((one) => ({ value: one.id, label: one.name })),
  }))
  return (
    <>
      <div className="after-flag">
        <div className="after-field">
          <Meaning of={t("versus.meaning")}>{t("versus.policy")}</Meaning>
          <NativeSelect
            size="xs"
            miw={220}
            aria-label={t("versus.policy")}
            data-testid="versus-policy"
            value={id}
            data={[
              { value: "", label: t("versus.choose") },
              ...groups.filter(({ items }) => items.length > 0),
            ]}
            onChange={({ currentTarget }) => chosenId.set(currentTarget.value)}
          />
        </div>
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml"
          hidden
          data-testid="versus-input"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) void open(file).then((found) => found !== null && chosenId.set(found))
            // The same file can be chosen again after it was mended.
            currentTarget.value = ""
          }}
        />
        <Button
          size="xs"
          variant="default"
          className="versus-open"
          data-testid="versus-open"
          onClick={() => input.current?.click()}
        >
          {t("versus.open")}
        </Button>
      </div>
      {bundled.state === "failed" ? (
        <Alert color="red">{t("versus.failed.list", { why: bundled.failure.message })}</Alert>
      ) : null}
      {problem === null ? null : (
        <Alert color="red" role="alert" title={t("versus.failed.file", { file: problem.file })}>
          <pre className="problems">{problem.message}</pre>
        </Alert>
      )}
    </>
  )
}
