/** Starts a check: of all scenarios, or of those that are chosen. */
import { Button, Checkbox, Modal } from "@mantine/core"
import { useState } from "react"
import type { ScenarioEntry } from "../../../api/contract.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { job, startCheck } from "../../state/job.ts"
import { library } from "../../state/library.ts"
import { useStore } from "../../state/store.ts"

export function RunCheck() {
  const t = useT()
  const { state } = useStore(job)
  const { scenarios } = useStore(library)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="compact-sm"
        // Who chooses from a list that is not there yet would choose something else than is shown then.
        disabled={state === "running" || scenarios === null}
        data-testid="gate-run"
        onClick={() => setOpen(true)}
      >
        {t("gate.run")}
      </Button>
      {open ? <Dialog close={() => setOpen(false)} /> : null}
    </>
  )
}

function Dialog({ close }: { readonly close: () => void }) {
  const t = useT()
  const format = useFormat()
  const all = useStore(library).scenarios ?? []
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = all.filter(({ name }) => !left.includes(name))

  function start(): void {
    close()
    void startCheck(left.length === 0 ? {} : { only: chosen.map(({ name }) => name) })
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t("gate.run.title")}
      closeButtonProps={{ "aria-label": t("gate.cancel") }}
      transitionProps={{ duration: 0 }}
    >
      <form
        className="gate-dialog"
        data-testid="gate-run-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <p>{t("gate.run.lead")}</p>
        {all.length === 0 ? <p className="empty-note">{t("gate.run.noScenario")}</p> : null}
        <div className="gate-ways">
          <Button size="compact-xs" variant="default" onClick={() => setLeft([])}>
            {t("gate.run.all")}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setLeft(all.map(({ name }) => name))}>
            {t("gate.run.none")}
          </Button>
        </div>
        <fieldset className="gate-choices" aria-label={t("gate.run.choose")}>
          {all.map((scenario) => (
            <Choice
              key={scenario.file}
              scenario={scenario}
              isChosen={!left.includes(scenario.name)}
              choose={(on) =>
                setLeft(on ? left.filter((name) => name !== scenario.name) : [...left, scenario.name])
              }
            />
          ))}
        </fieldset>
        <div className="gate-dialog-ends">
          <Button variant="default" onClick={close}>
            {t("gate.cancel")}
          </Button>
          <Button type="submit" disabled={chosen.length === 0} data-autofocus data-testid="gate-run-start">
            {t("gate.run.start", { count: format.count(chosen.length), all: format.count(all.length) })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface ChoiceProps {
  readonly scenario: ScenarioEntry
  readonly isChosen: boolean
  readonly choose: (on: boolean) => void
}

function Choice({ scenario, isChosen, choose }: ChoiceProps) {
  const t = useT()
  const format = useFormat()
  return (
    <Checkbox
      checked={isChosen}
      label={scenario.name}
      description={
        "error" in scenario
          ? t("gate.run.broken")
          : t("gate.run.facts", { accounts: format.count(scenario.accounts) })
      }
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  )
}
