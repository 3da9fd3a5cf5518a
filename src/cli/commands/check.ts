/** assay check: every scenario of a folder against its committed baseline; the gate that a change has to pass. */
import { writeFile } from "node:fs/promises"
import { dirname, isAbsolute, parse, relative, resolve } from "node:path"
import type { Command } from "commander"
import type { Places } from "../../api/places.ts"
import { DataError, UsageError } from "../../core/errors.ts"
import {
  FALSE_ALARMS,
  type GateMatters,
  gateSchema,
  planUpdate,
  REFUSALS,
  updateRefusal,
  writeBaseline,
} from "../../core/gate/index.ts"
import type { Kept } from "../../core/kept.ts"
import { type Checked, checkScenarios } from "../../engine/check.ts"
import { checkSubjects } from "../../engine/check-subjects.ts"
import { junitXml } from "../../report/check/junit.ts"
import { checkMarkdown } from "../../report/check/markdown.ts"
import { checkPage } from "../../report/check-report.ts"
import { quoted as shellWord } from "../../report/command.ts"
import type { ReportLanguage } from "../../report/words/index.ts"
import { kindOf, writeBeside } from "../../store/beside.ts"
import { cacheSettings, openCache } from "../../store/cache.ts"
import { baselineTexts, type CheckFolder, readCheckFolder, writeBaselines } from "../../store/check-folder.ts"
import { openChecks } from "../../store/checks.ts"
import { openStore } from "../../store/store.ts"
import { CALLED } from "../called.ts"
import { isGitHub, tellGitHub } from "../check/github.ts"
import { openSimulation } from "../check/simulate.ts"
import { checkText } from "../check/text.ts"
import { updateText } from "../check/update-text.ts"
import { defaultWorkers, placesFor, print, printJson } from "../context.ts"
import { interruption } from "../interruption.ts"
import { examples, jsonOption, oneOf, positiveShare, quoted, storeOption, workersOption } from "../options.ts"
import { langOption } from "../page.ts"
import { trustOption } from "../plugins.ts"
import { progressLine } from "../talk.ts"

interface Options {
  readonly only?: readonly string[]
  readonly update?: boolean
  readonly rate: number
  readonly matters?: Partial<GateMatters>
  readonly junit?: string
  readonly markdown?: string
  readonly html?: string
  readonly lang: ReportLanguage
  readonly json?: boolean
  readonly github?: boolean
  readonly workers?: number
  readonly store?: string
  readonly keep: boolean
  readonly cache?: string | boolean
  readonly trust?: boolean
}

const MATTERS = gateSchema.parse({}).matters

const mattersText = Object.entries(MATTERS)
  .map(([figure, least]) => `${figure}=${least}`)
  .join(",")

export function addCheck(program: Command): void {
  program
    .command("check")
    .summary("check every scenario of a folder against its baseline")
    .description(
      "Run every scenario of a folder, hold each against its baseline on the same accounts, and decide: pass, improve, " +
        "regress, inconclusive (and about how many accounts would tell), new, gone. A scenario regresses when a figure " +
        "is worse by what matters and that is significant, corrected for all tests of the check, or when a promise " +
        "(an expectation in its file) is broken.",
    )
    .argument(
      "[folder]",
      "a folder of scenarios, whose baselines are in its folder baselines (default: the bundled ones)",
    )
    .option("--only <name...>", "these scenarios only, by name")
    .option("--update", "write the baselines anew, and tell what that changes")
    .option(
      "--rate <share>",
      "chance of any false alarm among all tests of the check, promises apart, in (0, 1)",
      rate,
      FALSE_ALARMS,
    )
    .option(
      "--matters <figure=least,...>",
      `smallest differences that matter, instead of what each scenario says (default: ${mattersText})`,
      parseMatters,
    )
    .option("--junit <file>", "also write JUnit XML")
    .option("--markdown <file>", "also write Markdown, for a comment on a pull request")
    .option("--html <file>", "also write one self-contained HTML page")
    .addOption(langOption("of the page"))
    .option(
      "--github",
      "annotate files on GitHub and append to the workflow's summary (default: when GITHUB_ACTIONS is true)",
    )
    .option("--no-github", "do not, wherever this runs")
    .addOption(workersOption())
    .addOption(storeOption())
    .addOption(trustOption())
    .option(
      "--cache <folder>",
      "where populations and findings are kept for the next check (default: ASSAY_CACHE, else .cache in the store)",
    )
    .option("--no-cache", "make all of them anew, and keep none; same outcome")
    .option("--no-keep", "keep neither the runs nor the report in the store")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      `${examples({
        "assay check": "the bundled scenarios against their baselines",
        "assay check simulations --only tiny zh": "two of them",
        "assay check simulations --update": "accept what changed, then commit simulations/baselines",
        "assay check simulations --junit check.xml --html check.html": "for a build server, and to look at",
        "assay check simulations --matters recall=0.01,cohortFpr=0.005": "what counts as a change",
      })}\n\nExit codes: 0 pass or improve, 1 regress, 3 inconclusive, new or gone, 2 incomplete: a scenario could not be ` +
        "checked, or a plug-in failed. With --update: 0 when all baselines were written, else as without it; none is written when a scenario could not be " +
        "checked or a plug-in failed.\nHow it decides, and how far to trust it: docs/gate.md",
    )
    .action(check)
}

async function check(named: string | undefined, options: Options): Promise<void> {
  const signal = interruption()
  const places = placesFor(options.store)
  const folder = named ?? shownFolder(places.scenarioFolder)
  await requireFolders(options)
  await requireNoFile(folder)
  const found = await readCheckFolder(folder)
  const checked = await checkAll(found, folder, options, places, signal)
  const { report } = checked
  process.exitCode = report.exitCode
  // The answer first: what cannot be written after it, on a full disk, does not take it along.
  if (options.update) await update(checked, found, folder, options)
  else if (options.json) await printJson(report)
  else await print(checkText(report))
  await writeOutputs(checked, options)
  if (options.github ?? isGitHub()) await tellGitHub(report, folder)
  if (options.keep) await openChecks(places.storeFolder).write(report)
}

/** As short as it can be typed. */
function shownFolder(folder: string): string {
  const path = relative(process.cwd(), folder) || "."
  return path.startsWith("..") || isAbsolute(path) ? folder : path
}

/** Of a scenario's file the folder is meant, and of it this one. */
async function requireNoFile(folder: string): Promise<void> {
  if ((await kindOf(folder)) !== "file") return
  const { dir, name, ext } = parse(folder)
  const hint = /^\.ya?ml$/.test(ext)
    ? `; for this one: ${CALLED} check ${shellWord(dir || ".")} --only ${shellWord(name)}`
    : ""
  throw new DataError(`${folder}: this is a file; assay check needs a folder of scenarios${hint}`)
}

/** What would fail after the work is told before it. */
async function requireFolders({ junit, markdown, html }: Options): Promise<void> {
  const taken = new Map<string, string>()
  for (const [option, file] of Object.entries({ junit, markdown, html })) {
    if (file === undefined) continue
    const other = taken.get(resolve(file))
    if (other)
      throw new UsageError(`--${other} and --${option} must name different files, got ${quoted(file)} twice`)
    taken.set(resolve(file), option)
    if ((await kindOf(dirname(file))) !== "folder")
      throw new UsageError(`--${option}: ${quoted(dirname(file))} is no folder to write ${quoted(file)} to`)
  }
}

async function checkAll(
  { path, scenarios, baselines }: CheckFolder,
  folder: string,
  options: Options,
  places: Places,
  signal: AbortSignal,
): Promise<Checked> {
  const { only, rate, matters = {} } = options
  const asked = { scenarios, baselines, anew: options.update === true, ...(only && { only }) }
  const subjects = inFolder(folder, () => checkSubjects(asked))
  const simulation = openSimulation({
    places,
    workers: options.workers ?? defaultWorkers(),
    signal,
    trust: options.trust,
    kept: cacheFor(options, places),
  })
  const store = openStore(places.storeFolder)
  const progress = progressLine()
  try {
    return await checkScenarios(subjects, {
      folder,
      path,
      rate,
      matters,
      anew: options.update === true,
      signal,
      simulate: simulation.simulate,
      onProgress: ({ scenario, place, of, stage, fraction }) =>
        progress.show(`${place} of ${of}, ${scenario}: ${stage}`, fraction),
      ...(options.keep && {
        onRun: async (run) => {
          await store.write(run)
        },
      }),
    })
  } finally {
    progress.clear()
    await simulation.close()
  }
}

/** As the options have it, then the environment. */
function cacheFor({ cache = true }: Options, { storeFolder }: Places): Kept | null {
  if (cache === false) return null
  const settings = cacheSettings(storeFolder, {
    ...process.env,
    ...(typeof cache === "string" && { ASSAY_CACHE: cache }),
  })
  return settings === null ? null : openCache(settings)
}

/** Says of which folder something is wrong. */
function inFolder<Value>(folder: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw error instanceof DataError ? new DataError(`${folder}: ${error.message}`) : error
  }
}

async function writeOutputs({ report }: Checked, { junit, markdown, html, lang }: Options): Promise<void> {
  const write = (file: string | undefined, text: () => string) =>
    file === undefined ? undefined : writeBeside(file, (path) => writeFile(path, text()))
  await write(junit, () => junitXml(report))
  await write(markdown, () => checkMarkdown(report, CALLED))
  await write(html, () => checkPage(report, lang))
}

async function update(
  { report, baselines }: Checked,
  found: CheckFolder,
  folder: string,
  { json }: Options,
): Promise<void> {
  const refusal = updateRefusal(report)
  if (refusal) {
    if (json) await printJson({ ...report, updates: [] })
    else await print(checkText(report, `No baseline was written: ${REFUSALS[refusal]}.`))
    return
  }
  const after = new Map([...baselines].map(([file, baseline]) => [file, writeBaseline(baseline)] as const))
  const { updates, texts, gone } = planUpdate(report, after, baselineTexts(found))
  await writeBaselines(folder, texts, gone)
  process.exitCode = 0
  if (json) await printJson({ ...report, updates })
  else await print(updateText(report, updates))
}

function rate(text: string): number {
  const value = Number(text)
  if (value > 0 && value < 1) return value
  throw new UsageError(`--rate must be in (0, 1), got ${quoted(text)}`)
}

/** `recall=0.01,fpr=0.001`: what is not named stays as each scenario has it. */
function parseMatters(text: string): Partial<GateMatters> {
  const figures = Object.keys(MATTERS) as (keyof GateMatters)[]
  const given = text.split(",").map((part) => {
    const [name, value, ...more] = part.split("=").map((side) => side.trim())
    if (name === undefined || value === undefined || more.length > 0)
      throw new UsageError(
        `--matters must be figure=least, separated by commas, e.g. ${mattersText}, got ${quoted(part)}`,
      )
    const figure = oneOf("--matters", figures)(name)
    return [figure, positiveShare(`--matters ${figure}`)(value)] as const
  })
  return Object.fromEntries(given)
}
