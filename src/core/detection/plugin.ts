/**
 * Plug-in detectors: those that Assay does not bring. A module runs through the very contract of detector.ts; a program
 * or an endpoint speaks it in JSON, account by account (docs/detectors.md). None of their code runs in core or on the
 * thread that waits for them; here stands only what travels.
 */
import { z } from "zod"
import type { Evidence, EvidenceSize } from "../evidence/evidence.ts"
import type { World } from "../population/world.ts"
import type { DetectionSettings, Detector, LinkPairs } from "./detector.ts"

export const pluginSchema = z
  .strictObject({
    module: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .describe(
        "A TypeScript or JavaScript file whose default export is a detector, from this file's folder on.",
      ),
    program: z
      .array(z.string().min(1).max(1000))
      .min(1)
      .max(50)
      .optional()
      .describe("A command and its arguments, started in this file's folder; it speaks JSON Lines."),
    endpoint: z
      .url({ protocol: /^https?$/ })
      .max(1000)
      .optional()
      .describe("An http or https address that answers the same messages."),
    files: z
      .array(z.string().min(1).max(1000))
      .default([])
      .describe("Other files that the plug-in consists of: when one changes, consent is asked for again."),
    batch: z.int().min(1).max(4096).default(128).describe("Accounts in one message."),
    seconds: z
      .number()
      .min(0.1)
      .max(3600)
      .default(30)
      .describe("Seconds that one message may take, after which the plug-in counts as hanging."),
    restarts: z
      .int()
      .min(0)
      .max(10)
      .default(1)
      .describe("How often a plug-in that ended, or an endpoint that failed, is tried again in a run."),
  })
  .meta({ id: "plugin" })

/** As a scenario names it: exactly one of module, program and endpoint, which consistency.ts checks. */
export type PluginSettings = z.output<typeof pluginSchema>

export const PLUGIN_KINDS = ["module", "program", "endpoint"] as const
export type PluginKind = (typeof PLUGIN_KINDS)[number]

/** What a plug-in says of itself; the same words as a built-in detector's. */
export type PluginDescription = Pick<Detector, "id" | "layer" | "title" | "version" | "reads" | "features">

/** Reasons as they were told while it ran, since no code of a plug-in runs when somebody inspects an account. */
export interface ToldReasons {
  /** Account numbers, ascending; an account may have several reasons, its strongest first. */
  readonly account: Uint32Array
  /** In [0, 1], one a reason. */
  readonly weight: Float32Array
  /** Complete sentences, one a reason. */
  readonly text: readonly string[]
}

/** What a plug-in found about all accounts of one population. */
export interface PluginFindings {
  /** One an account, in [0, 1] or NaN. */
  readonly score: Float32Array
  /** One column for each declared feature, length accounts, NaN where it is missing. */
  readonly features: Readonly<Record<string, Float32Array>>
  readonly pairs?: LinkPairs | undefined
  readonly summary: Readonly<Record<string, number>>
  readonly reasons: ToldReasons
}

/** Where a plug-in's evidence comes from: a world whose tiles it generates, or evidence that is there. */
export type PluginEvidence =
  | { readonly kind: "world"; readonly world: World; readonly size: EvidenceSize }
  | {
      readonly kind: "evidence"
      readonly evidence: Evidence
      readonly size: EvidenceSize
      /** Whose words its tokens are; without it they are hashes (tokenize.ts), which cannot be told in words again. */
      readonly words?: "generator"
    }

/** A plug-in that has described itself and is ready to run. The engine makes it, the pipeline uses it. */
export interface Plugin {
  readonly kind: PluginKind
  /** As it is shown and kept: "module ./late.ts", "program python3 late.py", "endpoint http://...". */
  readonly source: string
  /** SHA-256, hex, over all that it consists of; null when that cannot be known (an endpoint). */
  readonly digest: string | null
  readonly description: PluginDescription
  /**
   * Judges a whole population. Rejects with a DetectorError that names the plug-in when it throws, hangs, ends, or
   * answers NaN features, scores out of range or of the wrong length.
   */
  detect(
    evidence: PluginEvidence,
    settings: DetectionSettings,
    onDone: (fraction: number) => void,
  ): Promise<PluginFindings>
}

/** A plug-in that failed in a run, which went on without it. */
export interface PluginFailure {
  /** The detector's id, or its source when it could not say its id. */
  readonly detector: string
  readonly message: string
}
