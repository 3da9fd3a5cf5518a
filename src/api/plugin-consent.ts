/**
 * Plug-ins that a scenario or a command names: read without running them, and run only when somebody has consented to
 * what was read. The terminal and the workbench go the same way.
 */
import type { Plugin, PluginFailure, PluginSettings } from "../core/detection/plugin.ts"
import { DetectorError } from "../core/errors.ts"
import { NO_BUILT_IN, NOTHING_ELSE } from "../core/scenario/plugin-names.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { type PluginContent, readPluginContent } from "../engine/plugins/content.ts"
import type { Hosting } from "../engine/plugins/hosting.ts"
import { openPlugin } from "../engine/plugins/open.ts"
import type { Consent, Trust } from "../store/trust.ts"
import type { PluginEntry, ShownPlugin } from "./contract.ts"
import { ConflictError, ConsentError } from "./failures.ts"

/** A plug-in that has been read, not run. */
export interface ReadPlugin {
  readonly settings: PluginSettings
  /** Absolute. */
  readonly folder: string
  readonly content: PluginContent
}

/** `folder`: absolute, what the settings' paths start from. A DetectorError names a file that is not there. */
export function readPlugins(plugins: readonly PluginSettings[], folder: string): Promise<ReadPlugin[]> {
  return Promise.all(
    plugins.map(async (settings) => ({
      settings,
      folder,
      content: await readPluginContent(settings, folder),
    })),
  )
}

/** An address is the same from everywhere; a path, and where a program starts, depends on the folder. */
export function consentTo({ folder, content: { kind, source, digest } }: ReadPlugin): Consent {
  return { source, folder: kind === "endpoint" ? null : folder, digest }
}

export function entriesOf(plugins: readonly ReadPlugin[], trust: Trust): Promise<PluginEntry[]> {
  return Promise.all(
    plugins.map(async (plugin) => {
      const { kind, source, files, unseen, digest } = plugin.content
      return { kind, source, files, unseen, digest, consented: await trust.has(consentTo(plugin)) }
    }),
  )
}

/** Throws a ConsentError that lists what nobody has consented to; `how` says in a sentence how to. */
export async function requireConsent(
  plugins: readonly ReadPlugin[],
  trust: Trust,
  where: string,
  how: string,
): Promise<void> {
  const asked = (await entriesOf(plugins, trust)).filter(({ consented }) => !consented)
  if (asked.length === 0) return
  const lines = asked.flatMap((entry) => [
    `  ${entry.source}${entry.kind === "endpoint" ? ", which evidence about all accounts would be sent to" : ""}`,
    ...entry.files.map((file) => `    ${file}`),
    ...unseenLines(entry),
  ])
  const head = `${where} names plug-ins that nobody has consented to run here, as they are now:`
  throw new ConsentError([head, ...lines, how].join("\n"), asked)
}

/** What the files do not tell, and a consent does not know. */
function unseenLines({ kind, unseen }: PluginEntry): string[] {
  if (kind === "program") return ["    and whatever else it loads, which is not looked at"]
  if (unseen.length === 0) return []
  return ["    may load or run more than these files, by", ...unseen.map((text) => `      ${text}`)]
}

export interface OpenedPlugins {
  readonly plugins: readonly Plugin[]
  /** Those that could not say what they are; a run goes on without them, too. */
  readonly unopened: readonly PluginFailure[]
}

/** Runs them, so consent must have been given. `onSaid` is told which plug-in said what. */
export async function openPlugins(
  plugins: readonly ReadPlugin[],
  {
    onSaid,
    ...hosting
  }: Omit<Hosting, "onSaid"> & { readonly onSaid?: (source: string, line: string) => void },
): Promise<OpenedPlugins> {
  const opened = await Promise.all(
    plugins.map(async ({ settings, folder, content }) => {
      const { source } = content
      try {
        const said = onSaid && { onSaid: (line: string) => onSaid(source, line) }
        return await openPlugin(settings, folder, { ...hosting, ...said, content })
      } catch (error) {
        // A name that is taken is no failure of a run but a mistake in what is asked for.
        if (!(error instanceof DetectorError) || isNameTaken(error)) throw error
        return { detector: source, message: error.message.replace(`detector ${source}: `, "") }
      }
    }),
  )
  return {
    plugins: opened.filter((one) => "description" in one),
    unopened: opened.filter((one) => "message" in one),
  }
}

const isNameTaken = ({ message }: DetectorError) =>
  [NO_BUILT_IN, NOTHING_ELSE].some((wanted) => message.includes(`id must be ${wanted}`))

/** The plug-ins of scenarios that stand in one folder. */
export interface PluginAccess {
  /** In the scenario's order. */
  of(scenario: Scenario): Promise<PluginEntry[]>
  /** Rejects with a ConsentError when one would need consent first. */
  require(scenario: Scenario): Promise<void>
  /** Consents to those shown, and rejects with a ConflictError when the scenario's are others by now. */
  give(scenario: Scenario, shown: readonly ShownPlugin[]): Promise<void>
  /** Requires consent and opens them. */
  open(scenario: Scenario, hosting: Omit<Hosting, "onSaid">): Promise<OpenedPlugins>
}

export function createPluginAccess(folder: string, trust: Trust): PluginAccess {
  const read = ({ detectors }: Scenario) => readPlugins(detectors.plugins, folder)
  const permitted = async (scenario: Scenario) => {
    const plugins = await read(scenario)
    await requireConsent(plugins, trust, scenario.name, "look at them, and consent to run them")
    return plugins
  }
  return {
    of: async (scenario) => entriesOf(await read(scenario), trust),
    async require(scenario) {
      await permitted(scenario)
    },
    async give(scenario, shown) {
      const plugins = await read(scenario)
      const given = shown.map(({ source, digest }) => {
        const found = plugins.find(({ content }) => content.source === source && content.digest === digest)
        if (found) return consentTo(found)
        throw new ConflictError(`${source}: is not what was shown any more; look at it again`)
      })
      await trust.give(given)
    },
    open: async (scenario, hosting) => openPlugins(await permitted(scenario), hosting),
  }
}
