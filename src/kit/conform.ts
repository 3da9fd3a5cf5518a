/** A detector of any kind held to the conformance suite, as `assay conform` does, for a test. */
import { Beat } from "../engine/plugins/beat.ts"
import { conformPlugin } from "../engine/plugins/conform.ts"
import { conformModule } from "../engine/plugins/conform-module.ts"
import type { Checked } from "../engine/plugins/hosted.ts"
import { requireShare } from "./asked.ts"
import type { ConformanceOptions, DetectorSource } from "./contract.ts"
import { inProcessPlugin } from "./in-process.ts"
import { hosting, settingsOf } from "./sources.ts"

export interface Held {
  readonly detector: string
  readonly checks: readonly Checked[]
}

/** Rejects with a DetectorError when the detector cannot even be opened. */
export async function holdToSuite(
  source: DetectorSource,
  folder: string,
  { tolerance = 0 }: ConformanceOptions,
): Promise<Held> {
  const checks: Checked[] = []
  requireShare("toConform", "options.tolerance", tolerance)
  if (typeof source === "object" && "score" in source) {
    const { id } = inProcessPlugin(source).description
    await conformModule(source, tolerance, new Beat(), (news) => {
      if ("checked" in news) checks.push(news.checked)
    })
    return { detector: id, checks }
  }
  const told = await conformPlugin(settingsOf(source), folder, {
    ...hosting(),
    orderTolerance: tolerance,
    onChecked: () => {},
  })
  return { detector: told.detector.id, checks: told.checks }
}
