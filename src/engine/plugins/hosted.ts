/** What travels between the engine and the thread that hosts a plug-in. Errors are told in words, as in protocol.ts. */
import type { DetectionSettings } from "../../core/detection/detector.ts"
import type {
  PluginDescription,
  PluginEvidence,
  PluginFindings,
  PluginKind,
} from "../../core/detection/plugin.ts"
import { DetectorError } from "../../core/errors.ts"

/** A plug-in with its paths resolved. */
export type Hosted =
  | { readonly kind: "module"; readonly file: string }
  | {
      readonly kind: "program"
      readonly command: readonly string[]
      readonly folder: string
      readonly batch: number
      readonly restarts: number
    }
  | { readonly kind: "endpoint"; readonly url: string; readonly batch: number; readonly restarts: number }

/** Given to the thread when it starts. No evidence is in it: what a module imports could read it there. */
export interface HostData {
  readonly hosted: Hosted
  /** Memory of the Beat. */
  readonly beat: SharedArrayBuffer
  /** By which a program and all that it starts are known. */
  readonly mark: string
}

/** The one message to the host. */
export type HostWork =
  | { readonly work: "describe" }
  | {
      readonly work: "detect"
      readonly description: PluginDescription
      readonly evidence: PluginEvidence
      readonly settings: DetectionSettings
    }
  /** The suite of a whole detector, so of a module. */
  | { readonly work: "conform"; readonly orderTolerance: number }

/** A promise of the conformance suite. */
export interface Check {
  readonly check: string
  /** Over which evidence; null for what needs none. */
  readonly over: string | null
}

export interface Checked extends Check {
  /** What was found instead; null when it is kept. */
  readonly problem: string | null
}

export type HostResult = PluginDescription | PluginFindings | null

export type HostNews =
  /** Share that is done. */
  | { readonly done: number }
  /** What a program said on stderr, in UTF-8. */
  | { readonly said: Uint8Array }
  | { readonly checking: Check }
  | { readonly checked: Checked }
  | { readonly result: HostResult }
  /** The plug-in's fault. */
  | { readonly fault: string }
  /** Our fault. */
  | { readonly failure: { readonly message: string; readonly stack: string | undefined } }

/** What a plug-in did wrong; complete but for its name. */
export class PluginFault extends Error {
  override name = "PluginFault"
}

/** A DetectorError of core's says the detector's name first, which the plug-in's host adds itself. */
export function messageOf(cause: unknown): string {
  if (cause instanceof DetectorError) return cause.message.replace(`detector ${cause.detector}: `, "")
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
}

export const sourceOf = (kind: PluginKind, words: string) => `${kind} ${words}`
