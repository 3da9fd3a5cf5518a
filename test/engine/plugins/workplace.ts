/** A folder for plug-ins that a test writes, a small world to judge, and the built host. */
import { mkdtempSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { inject } from "vitest"
import { type Plugin, type PluginEvidence, pluginSchema } from "../../../src/core/detection/plugin.ts"
import { buildWorld } from "../../../src/core/population/populate.ts"
import { scenarioSchema } from "../../../src/core/scenario/schema.ts"
import { sizeOf } from "../../../src/core/simulate.ts"
import { inProcess } from "../../../src/core/tasks.ts"
import { type OpenOptions, openPlugin } from "../../../src/engine/plugins/open.ts"

export const hostFile = pathToFileURL("out/main/host.js")
export const SETTINGS = { coActionWindow: 60 }

/** Named so that ps shows whose processes they are; of all test files that use it, so it goes when all have run. */
export const folder = mkdtempSync(join(inject("sharedFolder"), "assay-plugins-"))

let written = 0
/** Writes a file of the folder and returns its name there. */
export function write(text: string, ending: string): string {
  const name = `plugin-${written++}${ending}`
  writeFileSync(join(folder, name), text)
  return name
}

export const open = (settings: object, options: Partial<OpenOptions> = {}): Promise<Plugin> =>
  openPlugin(pluginSchema.parse(settings), folder, { hostFile, ...options })

let world: Promise<PluginEvidence> | undefined
/** 600 accounts: more than a tile. */
export function population(): Promise<PluginEvidence> {
  world ??= make()
  return world
}

async function make(): Promise<PluginEvidence> {
  const scenario = scenarioSchema.parse({ name: "plugins", accounts: 600, prevalence: 0.2, days: 7 })
  const built = await buildWorld(scenario, inProcess, () => {})
  return { kind: "world", world: built, size: sizeOf(built) }
}

/** What the plug-in's failure says. */
export async function failureOf(settings: object, options: Partial<OpenOptions> = {}): Promise<string> {
  const evidence = await population()
  try {
    const plugin = await open(settings, options)
    await plugin.detect(evidence, SETTINGS, () => {})
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
  throw new Error("it did not fail")
}
