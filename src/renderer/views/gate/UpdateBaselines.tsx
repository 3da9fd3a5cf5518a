/** Makes what a check found the new baselines: shows what that changes, and writes when somebody agrees. */

import { Alert, Button, Code, Modal, Tooltip } from "@mantine/core"
import { useState } from "react"
import type {
  BaselinesElsewhere,
  BaselineUpdate,
  BaselineUpdates,
  CheckedScenario,
  CheckReport,
  CheckRequest,
  Failure,
} from "../../../api/contract.ts"
import { api, asFailure } from "../../api/client.ts"
import { Loading } from "../../components/Loading.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { job, startCheck } from "../../state/job.ts"
import { useResource } from "../../state/resource.ts"
import { useStore } from "../../state/store.ts"
import { FLIP_ORDER, flipCount } from "./flips.ts"
import { SIGNS } from "./Outcome.tsx"
import { promiseText, titlesOf, valueText } from "./words.ts"

export function UpdateBaselines({ id }: { readonly id: string }) {
  const t = useT()
  const { state } = useStore(job)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Tooltip
        label={t("gate.update.meaning")}
        multiline
        w={280}
        withArrow
        events={{ hover: true, focus: true, touch: false }}
      >
        <Button
          size="compact-sm"
          variant="default"
          disabled={state === "running"}
          data-testid="gate-update"
          onClick={() => setOpen(true)}
        >
          {t("gate.update")}
        </Button>
      </Tooltip>
      {open ? <Dialog id={id} close={() => setOpen(false)} /> : null}
    </>
  )
}

interface DialogProps {
  readonly id: string
  readonly close: () => void
}

interface Shown {
  readonly report: CheckReport
  /** null where it is not known what the check would write. */
  readonly updates: BaselineUpdates | null
}

async function load(id: string): Promise<Shown | BaselinesElsewhere> {
  const [report, updates] = await Promise.all([api.check(id), api.baselineUpdates(id)])
  return updates !== null && "elsewhere" in updates ? updates : { report, updates }
}

function Dialog({ id, close }: DialogProps) {
  const t = useT()
  const [round, setRound] = useState(0)
  const loaded = useResource(`${id} ${round}`, () => load(id))
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t("gate.update.title")}
      closeButtonProps={{ "aria-label": t("gate.cancel") }}
      transitionProps={{ duration: 0 }}
    >
      <div className="gate-dialog" data-testid="gate-update-dialog">
        {loaded.state === "ready" ? (
          "elsewhere" in loaded.value ? (
            <Elsewhere {...loaded.value.elsewhere} close={close} />
          ) : (
            <Contents id={id} {...loaded.value} close={close} lookAgain={() => setRound(round + 1)} />
          )
        ) : loaded.state === "failed" ? (
          <Refusal failure={loaded.failure} />
        ) : (
          <Loading />
        )}
      </div>
    </Modal>
  )
}

interface ElsewhereProps extends Pick<DialogProps, "close"> {
  readonly checked: string
  readonly served: string
  readonly command: string
}

/** Running it again would run the workbench's own folder, and write there. */
function Elsewhere({ checked, served, command, close }: ElsewhereProps) {
  const t = useT()
  return (
    <>
      <p>{t("gate.update.elsewhere")}</p>
      <dl className="gate-refused" data-testid="gate-update-elsewhere">
        <dt>{t("gate.update.elsewhere.checked")}</dt>
        <dd>{checked}</dd>
        <dt>{t("gate.update.elsewhere.served")}</dt>
        <dd>{served}</dd>
      </dl>
      <p>{t("gate.update.elsewhere.command")}</p>
      <Code block className="gate-command">
        {command}
      </Code>
      <div className="gate-dialog-ends">
        <Button variant="default" data-autofocus onClick={close}>
          {t("gate.update.close")}
        </Button>
      </div>
    </>
  )
}

function Refusal({ failure }: { readonly failure: Failure }) {
  const t = useT()
  return (
    <Alert color="red" title={t("gate.update.failed")} data-testid="gate-update-failed">
      <pre className="problems">{failure.message}</pre>
    </Alert>
  )
}

interface ContentsProps extends Shown, DialogProps {
  readonly lookAgain: () => void
}

function Contents({ id, report, updates, close, lookAgain }: ContentsProps) {
  const t = useT()
  const format = useFormat()
  const [state, setState] = useState<"asking" | "writing" | "written">("asking")
  const [failure, setFailure] = useState<Failure | null>(null)
  const moved = updates?.updates.filter(({ update }) => update !== "unchanged") ?? []
  const mayWrite = updates !== null && updates.refusal === null && moved.length > 0
  const again = againFor(report, updates)

  async function write(digest: string): Promise<void> {
    setState("writing")
    setFailure(null)
    try {
      await api.writeBaselines(id, digest)
      setState("written")
    } catch (error) {
      setFailure(asFailure(error))
      setState("asking")
      lookAgain()
    }
  }

  if (state === "written")
    return (
      <>
        <p role="status" data-testid="gate-updated">
          {t("gate.update.written")}
        </p>
        <div className="gate-dialog-ends">
          <Button onClick={close}>{t("gate.update.close")}</Button>
        </div>
      </>
    )
  return (
    <>
      <p>{t(whatThereIs(updates, moved, report))}</p>
      {updates?.refusal ? <Refused report={report} /> : null}
      {mayWrite ? (
        <ul className="gate-updates">
          {moved.map((update) => (
            <li key={update.file}>
              <Update update={update} scenario={report.scenarios.find(({ file }) => file === update.file)} />
            </li>
          ))}
        </ul>
      ) : null}
      {mayWrite ? <Broken report={report} /> : null}
      {failure ? <Refusal failure={failure} /> : null}
      <div className="gate-dialog-ends">
        <Button variant="default" data-autofocus onClick={close}>
          {t(mayWrite || again ? "gate.cancel" : "gate.update.close")}
        </Button>
        {again ? (
          <Button
            data-testid="gate-update-again"
            onClick={() => {
              close()
              void startCheck(again)
            }}
          >
            {t("gate.update.again")}
          </Button>
        ) : null}
        {mayWrite ? (
          <Button
            loading={state === "writing"}
            data-testid="gate-update-write"
            onClick={() => void write(updates.digest)}
          >
            {t("gate.update.write", { count: format.count(moved.length) })}
          </Button>
        ) : null}
      </div>
    </>
  )
}

const OF_BASELINE = /^baselines\//

const isOfBaselines = ({ problems }: CheckReport) =>
  problems.length > 0 && problems.every(({ file }) => OF_BASELINE.test(file))

/** The check that would have something to write where this one has not; null when another would not help. */
function againFor(report: CheckReport, updates: BaselineUpdates | null): CheckRequest | null {
  const anew = isOfBaselines(report)
  if (updates !== null && !anew) return null
  return { only: namesOf(report), ...(anew && { anew }) }
}

/** By their files, which name what is gone or cannot be read as well. */
function namesOf({ scenarios, problems }: CheckReport): string[] {
  const files = [...scenarios, ...problems].map(({ file }) => file.replace(OF_BASELINE, ""))
  return [...new Set(files)].map((file) => file.replace(/\.ya?ml$/, ""))
}

function whatThereIs(updates: BaselineUpdates | null, moved: readonly BaselineUpdate[], report: CheckReport) {
  if (updates === null) return "gate.update.unknown"
  if (updates.refusal === "problems")
    return isOfBaselines(report) ? "gate.update.unreadable" : "gate.update.problems"
  if (updates.refusal === "failedPlugins") return "gate.update.failedPlugins"
  return moved.length === 0 ? "gate.update.nothing" : "gate.update.lead"
}

/** What stands in the way, by name. */
function Refused({ report: { problems, scenarios } }: { readonly report: CheckReport }) {
  const t = useT()
  const failed = scenarios.flatMap(({ scenario, detectors }) =>
    detectors
      .filter(({ state }) => state === "failed")
      .map(({ detector, message }) => [
        `${scenario}: ${detector}`,
        t("gate.decided.detector", { detector, message: message ?? "" }),
      ]),
  )
  const named = problems.length > 0 ? problems.map(({ file, message }) => [file, message]) : failed
  return (
    <dl className="gate-refused" data-testid="gate-update-refused">
      {named.map(([name, message]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{message}</dd>
        </div>
      ))}
    </dl>
  )
}

interface UpdateProps {
  readonly update: BaselineUpdate
  readonly scenario: CheckedScenario | undefined
}

/** What a reviewer has to agree to: what the check says without it, who changes sides, and what the figures become. */
function Update({ update: { file, update }, scenario }: UpdateProps) {
  const t = useT()
  const format = useFormat()
  const flips = FLIP_ORDER.map((flip) => [flip, flipCount(scenario?.flips ?? [], flip)] as const)
    .filter(([, count]) => count > 0)
    .map(([flip, count]) =>
      t("gate.update.flips", { flip: t(`gate.flip.${flip}`), count: format.count(count) }),
    )
  const figures = (scenario?.figures ?? [])
    .filter(({ difference }) => difference !== null && difference !== 0)
    .map(({ figure, before, after }) =>
      t("gate.update.figure", {
        figure: t(`gate.figure.${figure}`),
        before: valueText(format, figure, before),
        after: valueText(format, figure, after),
      }),
    )
  return (
    <>
      <p className="gate-update-head">
        <span>{t("gate.update.file", { file, update: t(`gate.update.${update}`) })}</span>
        {scenario && update === "changed" ? (
          <span>
            {t("gate.update.without", {
              sign: SIGNS[scenario.outcome],
              outcome: t(`gate.outcome.${scenario.outcome}`),
            })}
          </span>
        ) : null}
      </p>
      {update === "changed" ? <p className="facts">{[...figures, ...flips].join(" · ")}</p> : null}
    </>
  )
}

function Broken({ report }: { readonly report: CheckReport }) {
  const t = useT()
  const format = useFormat()
  const broken = report.scenarios.flatMap(({ scenario, expectations, detectors }) =>
    expectations
      .filter(({ outcome }) => outcome === "broken")
      .map((row) => `${scenario}: ${promiseText(t, format, titlesOf(detectors), row)}`),
  )
  if (broken.length === 0) return null
  return (
    <Alert color="yellow" className="notice">
      <p>{t("gate.update.broken")}</p>
      <ul>
        {broken.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  )
}
