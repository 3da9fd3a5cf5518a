/** Holds a plug-in to the conformance suite: a module to all of it, others as far as their answers show. */
import { populations } from "../../core/detection/conformance/populations.ts"
import { inWords, type Judge, PROGRAM_CHECKS } from "../../core/detection/conformance/program-checks.ts"
import type {
  Plugin,
  PluginDescription,
  PluginFindings,
  PluginKind,
  PluginSettings,
} from "../../core/detection/plugin.ts"
import { CancelledError } from "../../core/errors.ts"
import type { Evidence } from "../../core/evidence/evidence.ts"
import { sizeOfEvidence } from "../../core/evidence/hand-made.ts"
import { problemOf } from "./conform-module.ts"
import { readPluginContent } from "./content.ts"
import type { Check, Checked, Hosted } from "./hosted.ts"
import { askHost, type Hosting } from "./hosting.ts"
import { openPlugin } from "./open.ts"

export interface Conformance {
  readonly kind: PluginKind
  readonly source: string
  readonly digest: string | null
  readonly detector: PluginDescription
  readonly checks: readonly Checked[]
  /** Over the generated population, the start of its host included; null when it failed there. */
  readonly secondsPerAccount: number | null
}

export interface ConformOptions extends Hosting {
  /** Mean by which a module's scores may move among crowds when accounts are numbered otherwise. */
  readonly orderTolerance: number
  readonly onChecked: (checked: Checked) => void
}

const SETTINGS = { coActionWindow: 60 }

/** Rejects with a DetectorError when it cannot even be opened. */
export async function conformPlugin(
  settings: PluginSettings,
  folder: string,
  { orderTolerance, onChecked, ...hosting }: ConformOptions,
): Promise<Conformance> {
  const { hosted } = await readPluginContent(settings, folder)
  const open = (batch = settings.batch) => openPlugin({ ...settings, batch }, folder, hosting)
  const plugin = await open()
  const checks: Checked[] = []
  const keep = (checked: Checked) => {
    if (hosting.signal?.aborted) throw new CancelledError()
    checks.push(checked)
    onChecked(checked)
  }
  if (hosted.kind === "module") await checkModule(hosted, settings.seconds, orderTolerance, hosting, keep)
  else await checkAnswers(plugin, open, keep)
  const { kind, source, digest, description } = plugin
  return {
    kind,
    source,
    digest,
    detector: description,
    checks,
    secondsPerAccount: await paceOf(plugin, keep),
  }
}

type Keep = (checked: Checked) => void

/** A module that hangs or ends its thread fails the check that it was at; what the others would say is not known. */
async function checkModule(
  hosted: Hosted,
  seconds: number,
  orderTolerance: number,
  hosting: Hosting,
  keep: Keep,
): Promise<void> {
  let at: Check = { check: "can be loaded again", over: null }
  const onChecking = (check: Check) => {
    at = check
  }
  const watch = { name: "module", seconds, onChecking, onChecked: keep }
  const problem = await problemOf(async () => {
    await askHost(hosted, { work: "conform", orderTolerance }, watch, hosting)
  })
  if (problem !== null) keep({ ...at, problem: `${problem}; the remaining checks were not made` })
}

async function checkAnswers(
  plugin: Plugin,
  open: (batch: number) => Promise<Plugin>,
  keep: Keep,
): Promise<void> {
  const others = new Map<number, Promise<Plugin>>()
  // Each answer takes the start of a thread and mostly of a program.
  const earlier = new Map<Evidence, PluginFindings>()
  const judge: Judge = async (evidence, { batch, again = false } = {}) => {
    if (batch !== undefined) {
      const other = others.get(batch) ?? open(batch)
      others.set(batch, other)
      return judgeEvidence(await other, evidence)
    }
    const known = earlier.get(evidence)
    if (known && !again) return known
    const findings = await judgeEvidence(plugin, evidence)
    earlier.set(evidence, findings)
    return findings
  }
  for (const { name, load } of populations) {
    const evidence = inWords(await load())
    for (const [check, work] of Object.entries(PROGRAM_CHECKS)) {
      const problem = await problemOf(() => work(judge, evidence, plugin.description))
      keep({ check, over: name, problem })
    }
  }
}

const judgeEvidence = (plugin: Plugin, evidence: Evidence) =>
  plugin.detect(
    { kind: "evidence", evidence, size: sizeOfEvidence(evidence), words: "generator" },
    SETTINGS,
    () => {},
  )

/** As a run uses it. */
async function paceOf(plugin: Plugin, keep: Keep): Promise<number | null> {
  const { name, load } = populations.at(-1)!
  const evidence = inWords(await load())
  const begun = performance.now()
  const problem = await problemOf(async () => {
    await judgeEvidence(plugin, evidence)
  })
  if (problem === null) return (performance.now() - begun) / 1000 / evidence.accountCount
  keep({ check: "judges in its host as a run does", over: name, problem })
  return null
}
