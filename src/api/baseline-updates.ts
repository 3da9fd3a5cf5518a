/**
 * What a check would make of the folder's baselines: shown first, written when somebody agrees to just that. Of checks
 * that this process ran, since a report alone does not hold what a baseline does.
 */
import { createHash } from "node:crypto"
import { realpath } from "node:fs/promises"
import { resolve } from "node:path"
import { UsageError } from "../core/errors.ts"
import { planUpdate, REFUSALS, updateRefusal } from "../core/gate/index.ts"
import type { CheckReport } from "../core/gate/report.ts"
import { ANYWHERE, quoted } from "../report/command.ts"
import type { BaselinesElsewhere, BaselineUpdates } from "./contract.ts"
import { ConflictError, NotFoundError } from "./failures.ts"

/** A check that has ended, and what its runs would be held against from now on. */
export interface FinishedCheck {
  readonly report: CheckReport
  /** Texts of baselines, by the name of their file. */
  readonly baselines: ReadonlyMap<string, string>
}

export interface BaselineFolder {
  /** Of its scenarios. */
  readonly folder: string
  /** Texts by the name of their file. */
  read(): Promise<ReadonlyMap<string, string>>
  /** All or nothing; `gone` are removed. */
  write(texts: ReadonlyMap<string, string>, gone: readonly string[]): Promise<void>
}

export interface Updates {
  /** Remembers what a check would write; of earlier ones the last few. */
  keep(id: string, check: FinishedCheck): void
  /** null of a check that was not run here, or long ago. */
  show(id: string): Promise<BaselineUpdates | null>
  /** Rejects with a ConflictError when the baselines are not as they were shown. */
  write(id: string, digest: unknown): Promise<void>
}

/** Each has some hundred kilobytes. */
const CAPACITY = 4

export function createUpdates(folder: BaselineFolder): Updates {
  const kept = new Map<string, FinishedCheck>()

  async function compare(check: FinishedCheck) {
    const present = await folder.read()
    const plan = planUpdate(check.report, check.baselines, present)
    const digest = createHash("sha256")
    for (const { file } of plan.updates)
      digest.update(JSON.stringify([file, present.get(file) ?? null, check.baselines.get(file) ?? null]))
    return { plan, digest: digest.digest("hex") }
  }

  return {
    keep(id, check) {
      kept.set(id, check)
      for (const oldest of kept.keys()) {
        if (kept.size <= CAPACITY) break
        kept.delete(oldest)
      }
    },
    async show(id) {
      const check = kept.get(id)
      if (!check) return null
      const { plan, digest } = await compare(check)
      return { refusal: updateRefusal(check.report), updates: plan.updates, digest }
    },
    async write(id, shown) {
      if (typeof shown !== "string")
        throw new UsageError('baselines are written with {"digest": "..."} as shown')
      const check = kept.get(id)
      if (!check) throw new NotFoundError(`check ${id}: what it would write is not known here; run it again`)
      const refusal = updateRefusal(check.report)
      if (refusal) throw new UsageError(`no baseline is written: ${REFUSALS[refusal]}`)
      const { plan, digest } = await compare(check)
      if (digest !== shown)
        throw new ConflictError("the baselines have been changed since they were shown; look at them again")
      await folder.write(plan.texts, plan.gone)
    },
  }
}

/**
 * Of a check of another folder than the one whose baselines are written here: both, and what to type instead. null when it
 * is of the same. Where a report does not tell where its folder lies, its name is taken from where this process works.
 */
export async function elsewhere(
  { folder, path }: Pick<CheckReport, "folder" | "path">,
  served: string,
): Promise<BaselinesElsewhere | null> {
  const [checked, own] = await Promise.all([path ?? folder, served].map(realPlace))
  if (checked === own) return null
  return { elsewhere: { checked, served: own, command: `${ANYWHERE} check ${quoted(checked)} --update` } }
}

const realPlace = (folder: string) => realpath(folder).catch(() => resolve(folder))
