/** assay bisect: finds the commit that moved a figure. */
import { existsSync, realpathSync } from "node:fs"
import { isAbsolute, join, relative, resolve, sep } from "node:path"
import type { Command } from "commander"
import { UsageError } from "../../core/errors.ts"
import { COHORT_KINDS } from "../../core/evaluation/index.ts"
import { GATE_FIGURES, type GateFigure } from "../../core/gate/settings.ts"
import { commitOf, openWorktree, repositoryOf, requireAncestor } from "../bisect/git.ts"
import { type Cohort, isAssay } from "../bisect/measure.ts"
import { type BisectReport, findCommit } from "../bisect/search.ts"
import { bisectText } from "../bisect-text.ts"
import { placesFor, print, printJson } from "../context.ts"
import { interruption } from "../interruption.ts"
import { examples, jsonOption, oneOf, quoted, workersOption } from "../options.ts"

interface Options {
  readonly good: string
  readonly bad: string
  readonly scenario?: string
  readonly figure: GateFigure
  readonly cohort?: Cohort
  readonly build?: string
  readonly trust?: boolean
  readonly workers?: number
  readonly json?: boolean
}

const NOTHING_FOUND = 3

export function addBisect(program: Command): void {
  program
    .command("bisect")
    .summary("find the commit that moved a figure")
    .description(
      "Find the commit between two revisions that moved a figure of a scenario, by git's bisection. Each revision is " +
        "checked out in a temporary worktree, never in your checkout, and the scenario is run there: in Assay's own " +
        "repository by the revision's Assay, in another by this one, with the revision's scenario and plug-ins. A " +
        "revision is bad when its figure is nearer to the bad end's; one that does not build or run is skipped.",
    )
    .requiredOption("--good <revision>", "where the figure was as it should be; an ancestor of --bad")
    .requiredOption("--bad <revision>", "where it is not")
    .option(
      "--scenario <name>",
      "a scenario file in the repository, or in Assay's own the name of a bundled one (default there: quickstart)",
    )
    .option(
      "--figure <name>",
      `at the scenario's threshold unless its name says otherwise: ${GATE_FIGURES.join(", ")}`,
      oneOf("--figure", GATE_FIGURES),
      "recall",
    )
    .option(
      "--cohort <kind:name>",
      "recall or fpr of a cohort, as archetype:casual, language:en, followers:<100 or age:730+",
      parseCohort,
    )
    .option("--build <command>", "run this by the shell in each revision first")
    .option("--trust", "run the plug-ins that the revisions' scenarios name, as `assay run --trust` does")
    .addOption(workersOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      `${examples({
        "assay bisect --good v1 --bad main --scenario scenarios/spring.yaml": "which commit moved recall",
        "assay bisect --good HEAD~20 --bad HEAD --figure fpr --cohort archetype:merchant-with-scheduler":
          "which commit hits merchants",
        'assay bisect --good v1 --bad main --scenario a.yaml --build "npm run build" --trust':
          "plug-ins that are built first",
      })}\n\nExit codes: 0 found, 2 wrong usage or an end that cannot be measured, 3 nothing moved, or these accounts or commits do not tell.`,
    )
    .action(bisect)
}

async function bisect(options: Options): Promise<void> {
  const signal = interruption()
  requireFitting(options)
  const repository = await repositoryOf(process.cwd())
  const good = await commitOf(repository, "--good", options.good)
  const bad = await commitOf(repository, "--bad", options.bad)
  await requireAncestor(repository, good, bad)
  const scenario = scenarioIn(repository, options.scenario)
  const worktree = await openWorktree(repository, bad.id, signal)
  try {
    const question = {
      figure: options.figure,
      cohort: options.cohort ?? null,
      scenario,
      build: options.build ?? null,
      handedOn: [
        ...(options.trust ? ["--trust"] : []),
        ...(options.workers === undefined ? [] : ["--workers", String(options.workers)]),
      ],
    }
    const cli = join(placesFor(undefined).root, "out/main/cli.js")
    const report = await findCommit({ good, bad }, question, { worktree, repository, cli, signal }, say)
    await tell(report, options)
  } finally {
    worktree.remove()
  }
}

const say = (text: string) => void process.stderr.write(`${text}\n`)

async function tell(report: BisectReport, { json }: Options): Promise<void> {
  if (report.outcome !== "found") process.exitCode = NOTHING_FOUND
  if (json) await printJson(report)
  else await print(bisectText(report))
}

function requireFitting({ figure, cohort }: Options): void {
  if (cohort && figure !== "recall" && figure !== "fpr")
    throw new UsageError(`--cohort: --figure must be recall or fpr of a cohort, got ${figure}`)
}

function parseCohort(text: string): Cohort {
  const [kind, ...name] = text.split(":")
  if (name.length === 0 || name.join(":") === "")
    throw new UsageError(`--cohort must be kind:name, as archetype:casual, got ${quoted(text)}`)
  return { kind: oneOf("--cohort", COHORT_KINDS)(kind), name: name.join(":") }
}

/** A path from the repository's root on, since each revision has a file of its own; or the name of a bundled scenario. */
function scenarioIn(repository: string, named: string | undefined): string {
  const isOurs = isAssay(repository)
  if (named === undefined) {
    if (isOurs) return "quickstart"
    throw new UsageError("--scenario is needed: a scenario file of this repository")
  }
  const isName = /^[\w-]+$/.test(named)
  if (isName && isOurs) return named
  const file = resolve(named)
  const real = existsSync(file) ? realpathSync(file) : file
  const path = relative(repository, real)
  if (isName || path.startsWith("..") || isAbsolute(path))
    throw new UsageError(`--scenario must be a file of ${repository}, got ${quoted(named)}`)
  return path.split(sep).join("/")
}
