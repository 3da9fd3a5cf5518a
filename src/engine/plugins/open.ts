/** Opens a plug-in: reads what it consists of, has it describe itself, and makes of it a Plugin that judges populations. */
import type {
  Plugin,
  PluginDescription,
  PluginFindings,
  PluginSettings,
} from "../../core/detection/plugin.ts"
import { DetectorError } from "../../core/errors.ts"
import { type PluginContent, readPluginContent } from "./content.ts"
import { askHost, type Hosting } from "./hosting.ts"

/** `content` is what was read, e.g. what a consent was given to. */
export interface OpenOptions extends Hosting {
  readonly content?: PluginContent
}

/**
 * Runs the plug-in, so consent must have been given. `folder` is absolute, and the settings' paths are relative to it.
 * Rejects with a DetectorError that names the plug-in when it cannot be opened, with CancelledError when cancelled.
 */
export async function openPlugin(
  settings: PluginSettings,
  folder: string,
  { content, ...hosting }: OpenOptions,
): Promise<Plugin> {
  const { kind, source, digest, hosted } = content ?? (await readPluginContent(settings, folder))
  const { seconds } = settings
  const watch = { name: source, seconds }
  /** What was found is kept under the digest of what was consented to, so it must not have been found by anything else. */
  async function requireUnchanged(name: string): Promise<void> {
    if (digest === (await readPluginContent(settings, folder)).digest) return
    throw new DetectorError(name, "its files changed while it ran; run again")
  }
  const description = (await askHost(hosted, { work: "describe" }, watch, hosting)) as PluginDescription
  await requireUnchanged(source)
  return {
    kind,
    source,
    digest,
    description,
    async detect(evidence, detection, onDone) {
      const work = { work: "detect", description, evidence, settings: detection } as const
      const watch = { name: description.id, seconds, onDone }
      const findings = (await askHost(hosted, work, watch, hosting)) as PluginFindings
      await requireUnchanged(description.id)
      if (evidence.kind === "world") requireJudged(description.id, findings)
      onDone(1)
      return findings
    },
  }
}

/** Among simulated accounts all evidence is there, so whoever finds none to judge by divides by 0 or reads it wrongly. */
function requireJudged(id: string, { score }: PluginFindings): void {
  if (score.length === 0 || score.some((value) => !Number.isNaN(value))) return
  throw new DetectorError(
    id,
    `judged nobody: the score of each of ${score.length} accounts is NaN or missing`,
  )
}
