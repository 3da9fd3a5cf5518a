/**
 * Plug-ins beside the built-in detectors: what they found joins what those found, and one that fails is named and left
 * out, so that the rest of the run goes on.
 */
import { DetectorError } from "../errors.ts"
import type { Detection } from "./detect.ts"
import type { DetectionSettings } from "./detector.ts"
import type { Plugin, PluginEvidence, PluginFailure, PluginFindings } from "./plugin.ts"

/** What one plug-in found, or why it found nothing. */
export type PluginJudgement =
  | { readonly id: string; readonly findings: PluginFindings }
  | { readonly id: string; readonly failure: PluginFailure }

/** Rejects only with what is no plug-in's fault. `onDone` is told the share that all together have done. */
export async function judgeByPlugins(
  plugins: readonly Plugin[],
  evidence: PluginEvidence,
  settings: DetectionSettings,
  onDone: (fraction: number) => void,
): Promise<readonly PluginJudgement[]> {
  const progress = plugins.map(() => 0)
  return Promise.all(
    plugins.map(async (plugin, k): Promise<PluginJudgement> => {
      const { id } = plugin.description
      try {
        const findings = await plugin.detect(evidence, settings, (fraction) => {
          progress[k] = fraction
          onDone(progress.reduce((sum, done) => sum + done, 0) / plugins.length)
        })
        return { id, findings }
      } catch (error) {
        if (!(error instanceof DetectorError)) throw error
        const message = error.message.replace(`detector ${error.detector}: `, "")
        return { id, failure: { detector: id, message } }
      }
    }),
  )
}

/** The detection with the plug-ins' findings after the built-in detectors', and their failures. */
export function withPlugins(detection: Detection, judgements: readonly PluginJudgement[]): Detection {
  const found = judgements.filter((judgement) => "findings" in judgement)
  const failed = judgements.filter((judgement) => "failure" in judgement)
  const join = <Value>(
    own: Readonly<Record<string, Value>>,
    of: (findings: PluginFindings) => Value | undefined,
  ): Readonly<Record<string, Value>> => {
    const theirs = found.flatMap(({ id, findings }) => {
      const value = of(findings)
      return value === undefined ? [] : [[id, value] as const]
    })
    return { ...own, ...Object.fromEntries(theirs) }
  }
  return {
    scores: join(detection.scores, ({ score }) => score),
    features: join(detection.features, ({ features }) => features),
    pairs: join(detection.pairs, ({ pairs }) => pairs),
    summaries: join(detection.summaries, ({ summary }) => summary),
    reasons: join(detection.reasons, ({ reasons }) => reasons),
    failures: [...detection.failures, ...failed.map(({ failure }) => failure)],
  }
}

/** The detection without all that stands under these ids; its own failures stay. */
export function withoutDetectors(detection: Detection, ids: ReadonlySet<string>): Detection {
  const rest = <Value>(by: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(by).filter(([id]) => !ids.has(id)))
  return {
    scores: rest(detection.scores),
    features: rest(detection.features),
    pairs: rest(detection.pairs),
    summaries: rest(detection.summaries),
    reasons: rest(detection.reasons),
    failures: detection.failures,
  }
}
