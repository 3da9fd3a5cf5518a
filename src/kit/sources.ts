/** Detectors as a test names them: a file, an object, a program or an endpoint. */
import { findPlaces } from "../api/places.ts"
import type { Detector } from "../core/detection/detector.ts"
import { type Plugin, type PluginSettings, pluginSchema } from "../core/detection/plugin.ts"
import { UsageError } from "../core/errors.ts"
import { openPlugin } from "../engine/plugins/open.ts"
import type { DetectorSource } from "./contract.ts"
import { inProcessPlugin } from "./in-process.ts"

export const hosting = () => ({ hostFile: findPlaces().hostFile })

/** Objects run in the test's process; all others as in a run, on threads and in processes of their own. */
export async function openDetector(source: DetectorSource, folder: string): Promise<Plugin> {
  if (typeof source === "object" && "score" in source) return inProcessPlugin(source)
  return openPlugin(settingsOf(source), folder, hosting())
}

export function settingsOf(source: Exclude<DetectorSource, Detector>): PluginSettings {
  const checked = pluginSchema.safeParse(typeof source === "string" ? { module: source } : source)
  if (checked.success) return checked.data
  const problems = checked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
  throw new UsageError(`detector: ${problems.join("; ")}`)
}
