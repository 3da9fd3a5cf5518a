/**
 * Measures a figure at a commit: the scenario is run in the worktree, by the commit's own Assay where the repository is
 * Assay's, else by this one, and the figure is read from what `assay run --json` prints.
 */
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { mkdir, readFile } from "node:fs/promises"
import { isAbsolute, join, sep } from "node:path"
import type { GateFigure } from "../../core/gate/settings.ts"
import type { RunReport } from "../../core/report.ts"
import type { RunManifest } from "../../core/run.ts"
import { command, StepFailure } from "./command.ts"
import type { Commit, Worktree } from "./git.ts"

export interface Cohort {
  readonly kind: string
  readonly name: string
}

export interface Question {
  readonly figure: GateFigure
  readonly cohort: Cohort | null
  /** A bundled scenario's name, a path from the repository's root, or an absolute path. */
  readonly scenario: string
  readonly build: string | null
  /** Arguments that are handed on to `assay run`. */
  readonly handedOn: readonly string[]
}

export type Measurement =
  | {
      readonly value: number
      /** Folder of the run, within the worktree's scratch. */
      readonly run: string
      /** Null in a run that does not tell. */
      readonly population: string | null
    }
  /** Why there is none: it did not build, did not run, or does not know the figure. */
  | { readonly failure: string }

export interface Surroundings {
  readonly worktree: Worktree
  /** The user's checkout, whose packages are linked where the lock file is the same. */
  readonly repository: string
  /** Our own terminal, out/main/cli.js or bin/assay.mjs. */
  readonly cli: string
  readonly signal: AbortSignal
}

export async function measure(
  commit: Commit,
  question: Question,
  surroundings: Surroundings,
): Promise<Measurement> {
  const { worktree } = surroundings
  await worktree.checkOut(commit.id)
  try {
    await provideModules(surroundings)
    if (question.build !== null) await shell(question.build, surroundings)
    return await read(await runScenario(question, surroundings), question)
  } catch (error) {
    if (error instanceof StepFailure) return { failure: asInRepository(error.message, worktree) }
    throw error
  }
}

/** Without the folder that will be gone, and without what is not so of it: a consent to run what lies there is not remembered. */
const asInRepository = (text: string, { folder }: Worktree) =>
  text.replaceAll(`${folder}${sep}`, "").replace("; that is remembered until they change", "")

/** Whether the repository that is checked out is Assay itself. */
export function isAssay(folder: string): boolean {
  if (!existsSync(join(folder, "bin/assay.mjs"))) return false
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name === "assay"
  } catch {
    return false
  }
}

/** The user's packages where the lock file is the same, else those that the commit's lock file names. */
async function provideModules(surroundings: Surroundings): Promise<void> {
  const { worktree, repository } = surroundings
  const modules = join(worktree.folder, "node_modules")
  const lock = lockOf(worktree.folder)
  if (lock === null) return
  const theirs = join(repository, "node_modules")
  if (lock === lockOf(repository) && existsSync(theirs)) {
    if (isLink(modules)) return
    rmSync(modules, { recursive: true, force: true })
    symlinkSync(theirs, modules, "junction")
    return
  }
  if (isLink(modules)) rmSync(modules)
  if (lock === installedLock.get(worktree)) return
  await run("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund"], surroundings)
  installedLock.set(worktree, lock)
}

/** The lock file that packages were last installed by. */
const installedLock = new WeakMap<Worktree, string>()

/** What is to be installed; null where there is no lock file. A release that raises no more than its own version changes none of it. */
function lockOf(folder: string): string | null {
  const file = join(folder, "package-lock.json")
  if (!existsSync(file)) return null
  const text = readFileSync(file, "utf8")
  try {
    const { version: _, ...lock } = JSON.parse(text)
    if (lock.packages?.[""]) delete lock.packages[""].version
    return JSON.stringify(lock)
  } catch {
    return text
  }
}

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

const shell = (line: string, surroundings: Surroundings) =>
  process.platform === "win32"
    ? run("cmd", ["/d", "/s", "/c", line], surroundings)
    : run("sh", ["-c", line], surroundings)

async function runScenario(question: Question, surroundings: Surroundings): Promise<RunReport> {
  const { worktree, cli } = surroundings
  await mkdir(worktree.scratch, { recursive: true })
  const own = isAssay(worktree.folder) ? join(worktree.folder, "bin/assay.mjs") : cli
  const { scenario } = question
  const isPath = /[/\\]|\.ya?ml$/.test(scenario)
  const named = isPath && !isAbsolute(scenario) ? join(worktree.folder, scenario) : scenario
  if (isPath && !existsSync(named)) throw new StepFailure(`there is no ${scenario}`)
  const args = [own, "run", named, "--json", "--store", join(worktree.scratch, "runs"), ...question.handedOn]
  // A consent to run what lies in a folder that will be gone is nobody's to remember.
  const settings = { ASSAY_CONFIG: join(worktree.scratch, "config") }
  return JSON.parse(await run(process.execPath, args, surroundings, settings)) as RunReport
}

function run(
  file: string,
  args: readonly string[],
  { worktree: { folder }, signal }: Surroundings,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { ASSAY_STORE: _, ASSAY_SCENARIOS: __, ...inherited } = process.env
  return command(file, args, { folder, signal, environment: { ...inherited, ...settings } })
}

async function read(report: RunReport, { figure, cohort }: Question): Promise<Measurement> {
  const value = figureOf(report, figure, cohort)
  if (typeof value !== "number" || !Number.isFinite(value))
    return { failure: `the run has no ${figure}${cohort ? ` of ${cohort.kind} ${cohort.name}` : ""}` }
  const manifest = await readFile(join(report.run, "run.json"), "utf8").catch(() => "{}")
  const { populationDigest, failures = [] } = JSON.parse(manifest) as Partial<RunManifest>
  // The run went on without it, so its figures tell nothing of the detector.
  const [failed] = failures
  if (failed) return { failure: `detector ${failed.detector}: ${failed.message}` }
  return { value, run: report.run, population: populationDigest ?? null }
}

/** Undefined or null where the commit's Assay does not report it. */
function figureOf(report: RunReport, figure: GateFigure, cohort: Cohort | null) {
  if (cohort !== null) {
    const row = report.cohorts?.find(({ kind, name }) => kind === cohort.kind && name === cohort.name)
    return figure === "recall" ? row?.recall : row?.falsePositiveRate
  }
  const pointNamed = (wanted: string) => report.operatingPoints?.find(({ name }) => name === wanted)
  switch (figure) {
    case "recall":
      return pointNamed("scenario")?.recall.value
    case "fpr":
      return pointNamed("scenario")?.falsePositiveRate.value
    case "precision":
      return pointNamed("scenario")?.precision.value
    case "auc":
      return report.fusion?.auc.value
    case "recallAtFpr1":
      return pointNamed("FPR <= 1 %")?.recall.value
  }
}
