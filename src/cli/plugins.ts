/**
 * Plug-ins of the commands that run detectors: those that a scenario names, which need consent, and those that the
 * command line names, which is a consent by itself.
 */

import { accessSync, constants, existsSync, statSync } from "node:fs"
import { dirname, extname, resolve } from "node:path"
import { Option } from "commander"
import type { Places } from "../api/places.ts"
import {
  consentTo,
  type OpenedPlugins,
  openPlugins,
  type ReadPlugin,
  readPlugins,
  requireConsent,
} from "../api/plugin-consent.ts"
import { type PluginSettings, pluginSchema } from "../core/detection/plugin.ts"
import { UsageError } from "../core/errors.ts"
import { printable } from "../core/printable.ts"
import type { RunManifest } from "../core/run.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { MODULE_ENDINGS } from "../engine/plugins/imports.ts"
import { openTrust } from "../store/trust.ts"
import type { Heard } from "./heard.ts"
import { quoted } from "./options.ts"

/** What a command that takes plug-ins is given. */
export interface PluginOptions {
  readonly detector?: readonly PluginSettings[]
  readonly program?: readonly PluginSettings[]
  readonly trust?: boolean
}

type Given = readonly PluginSettings[] | undefined

export const detectorOption = () =>
  new Option(
    "--detector <file or address>",
    "run this plug-in, too: a .ts or .js module, a program that speaks JSON Lines, or an http(s) address; can be repeated",
  ).argParser((text: string, before: Given) => [...(before ?? []), pluginNamed(text)])

export const programOption = () =>
  new Option(
    "--program <command line>",
    'likewise a program with its arguments, e.g. "python3 late.py"; can be repeated',
  ).argParser((text: string, before: Given) => [...(before ?? []), programNamed(text)])

export const trustOption = () =>
  new Option(
    "--trust",
    "consent to run the plug-ins that the scenario names, as they are now; remembered until they change",
  )

/** What --detector names. */
export function pluginNamed(text: string): PluginSettings {
  if (/^https?:\/\//i.test(text)) return settingsOf("--detector", text, { endpoint: text })
  if (!existsSync(text)) throw new UsageError(`--detector: there is no file ${quoted(text)}`)
  if (MODULE_ENDINGS.includes(extname(text))) return settingsOf("--detector", text, { module: text })
  mustRun(text)
  // A name alone would be looked for in PATH.
  const program = [/[\\/]/.test(text) ? text : `./${text}`]
  return settingsOf("--detector", text, { program })
}

/** @throws UsageError of a folder, or of a file that the system would not start by itself */
function mustRun(path: string): void {
  if (statSync(path).isDirectory()) throw new UsageError(`--detector: ${quoted(path)} is a folder`)
  try {
    accessSync(path, constants.X_OK)
  } catch {
    throw new UsageError(
      `--detector: ${quoted(path)} is neither a module (${MODULE_ENDINGS.join(", ")}) nor executable; ` +
        `name what runs it, as in --program "python3 ${path}"`,
    )
  }
}

/** What --program names. */
export const programNamed = (text: string) => settingsOf("--program", text, { program: wordsOf(text) })

function settingsOf(option: string, text: string, given: Partial<PluginSettings>): PluginSettings {
  const checked = pluginSchema.safeParse(given)
  if (checked.success) return checked.data
  throw new UsageError(`${option} must be a file, a program or an http(s) address, got ${quoted(text)}`)
}

/** Parted at spaces; quotes hold together what has some. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => {
    return double ?? single ?? plain!
  })
}

interface Opening {
  readonly places: Places
  readonly options: PluginOptions
  readonly signal: AbortSignal
  /** Hears what they say. */
  readonly heard: Heard
}

const givenIn = ({ detector = [], program = [] }: PluginOptions) =>
  readPlugins([...detector, ...program], process.cwd())

/**
 * All plug-ins of a run: those of the scenario, whose paths start from its `file`'s folder, and those of the command
 * line. Without consent to the former, or --trust, which is one, a ConsentError lists what would have run.
 */
export async function openScenarioPlugins(
  { detectors }: Scenario,
  file: string,
  opening: Opening,
): Promise<OpenedPlugins> {
  const named = await readPlugins(detectors.plugins, resolve(dirname(file)))
  await consented(named, file, opening)
  return open([...named, ...(await givenIn(opening.options))], opening)
}

/** Those of the command line alone. */
export const openGivenPlugins = async (opening: Opening): Promise<OpenedPlugins> =>
  open(await givenIn(opening.options), opening)

async function consented(plugins: readonly ReadPlugin[], file: string, { places, options }: Opening) {
  if (plugins.length === 0) return
  const trust = openTrust(places.configFolder)
  if (options.trust) await trust.give(plugins.map(consentTo))
  else
    await requireConsent(
      plugins,
      trust,
      file,
      "look at them, then add --trust to run them; that is remembered until they change",
    )
}

const open = (plugins: readonly ReadPlugin[], { places: { hostFile }, signal, heard }: Opening) =>
  openPlugins(plugins, { hostFile, signal, onSaid: (source, line) => heard.hear(`${source}: ${line}`) })

/** Lines for stderr: a run that went on without some plug-ins says so. `run`: what it is called, where there are two. */
export function tellFailures({ failures = [] }: Pick<RunManifest, "failures">, run = "the run"): void {
  for (const { detector, message } of failures)
    process.stderr.write(`assay: ${printable(`${detector} failed and is left out of ${run}: ${message}`)}\n`)
}
