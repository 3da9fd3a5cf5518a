/** assay conform: the conformance suite over somebody's detector. */
import type { Command } from "commander"
import type { PluginSettings } from "../../core/detection/plugin.ts"
import { UsageError } from "../../core/errors.ts"
import { printable } from "../../core/printable.ts"
import { type Conformance, conformPlugin } from "../../engine/plugins/conform.ts"
import type { Checked } from "../../engine/plugins/hosted.ts"
import { placesFor, print, printJson } from "../context.ts"
import { hearing } from "../heard.ts"
import { interruption } from "../interruption.ts"
import { examples, jsonOption, share, wholeNumber } from "../options.ts"
import { pluginNamed, programNamed } from "../plugins.ts"

interface Options {
  readonly program?: PluginSettings
  readonly seconds: number
  readonly tolerance: number
  readonly json?: boolean
}

export function addConform(program: Command): void {
  program
    .command("conform")
    .summary("check that a detector of your own keeps its contract")
    .description(
      "Run the conformance suite over a plug-in detector: what every detector must keep, held over evidence written " +
        "by hand and over a generated population. A module is held to all of it, a program or an endpoint to what " +
        "its answers show. Naming it here is the consent to run it. docs/detectors.md describes the contract.",
    )
    .argument("[detector]", "a .ts or .js module, a program that speaks JSON Lines, or an http(s) address")
    .option("--program <command line>", 'a program with its arguments, e.g. "python3 late.py"', programNamed)
    .option(
      "--seconds <n>",
      "that one check of a module or one answer may take",
      wholeNumber("--seconds", 1, 3600),
      30,
    )
    .option(
      "--tolerance <share>",
      "by which a module's scores may move on average when accounts are numbered otherwise",
      share("--tolerance"),
      0,
    )
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay conform late-poster.ts": "a module",
        'assay conform --program "python3 late_nights.py"': "a program",
        "assay conform http://127.0.0.1:8080/": "an endpoint",
      }),
    )
    .action(conform)
}

async function conform(detector: string | undefined, options: Options): Promise<void> {
  if ((detector === undefined) === (options.program === undefined))
    throw new UsageError("name one detector: a file or an address, or --program with a command line")
  const named = options.program ?? pluginNamed(detector!)
  const heard = hearing()
  const told = await conformPlugin({ ...named, seconds: options.seconds }, process.cwd(), {
    hostFile: placesFor(undefined).hostFile,
    signal: interruption(),
    orderTolerance: options.tolerance,
    onSaid: heard.hear,
    onChecked: options.json
      ? () => {}
      : (checked) => process.stdout.write(`${printable(checkedText(checked))}\n`),
  }).finally(heard.end)
  const conforms = told.checks.every(({ problem }) => problem === null)
  if (options.json) await printJson({ conforms, ...told })
  else await print(`\n${conclusion(told)}`)
  if (!conforms) process.exitCode = 1
}

function checkedText({ check, over, problem }: Checked): string {
  const where = over === null ? "" : `, over ${over}`
  return problem === null ? `kept    ${check}${where}` : `broken  ${check}${where}\n        ${problem}`
}

function conclusion({ detector, checks, secondsPerAccount }: Conformance): string {
  const broken = checks.filter(({ problem }) => problem !== null).length
  const pace =
    secondsPerAccount === null
      ? ""
      : `; ${(1000 * secondsPerAccount).toFixed(2)} ms an account, its start included`
  const verdict = broken === 0 ? "keeps its contract" : `breaks ${broken} of ${checks.length} promises`
  return `${detector.id} (${detector.layer}, version ${detector.version}) ${verdict}${pace}`
}
