/**
 * Comparisons: asked for, checked, made on a worker, and kept for the few pairs of sides that were asked for last. One
 * that nobody waits for any more is called off.
 */
import { z } from "zod"
import { CancelledError, UsageError } from "../core/errors.ts"
import {
  COHORT_KINDS,
  type Comparison,
  type ComparisonOptions,
  DEFAULT_MATTERS,
  type Judgement,
} from "../core/evaluation/index.ts"
import type { Run } from "../core/run.ts"
import type { ComparisonSide } from "./contract.ts"
import { createQueue } from "./measurements.ts"

export type Compare = (
  a: Judgement,
  b: Judgement,
  options: ComparisonOptions,
  signal: AbortSignal,
) => Promise<Comparison>

/** Flipped accounts of each kind that are told one by one. */
const LISTED = 200

const positiveShare = z.number().gt(0).max(1)

const sideSchema = z.strictObject({
  run: z.string().min(1),
  threshold: z.number().min(0).max(1).optional(),
  definition: z
    .strictObject({ automation: positiveShare, oversight: positiveShare, days: z.int().min(1) })
    .optional(),
  off: z.array(z.string()).default([]),
})

const requestSchema = z.strictObject({
  a: sideSchema,
  b: sideSchema,
  prevalence: z.number().gt(0).lt(1).optional(),
  maxFpr: z.number().min(0).max(1).optional(),
  cohort: z.enum(COHORT_KINDS).default("archetype"),
})

type Checked = z.infer<typeof requestSchema>

/** Throws a UsageError that names each field with what is wrong with it. */
export function parseComparisonRequest(body: unknown): Checked {
  const result = requestSchema.safeParse(body)
  if (result.success) return result.data
  const problems = result.error.issues.map(
    ({ path, message }) => `comparison: ${[...path, message].join(": ")}`,
  )
  throw new UsageError(problems.join("\n"))
}

interface Kept {
  readonly comparison: Promise<Comparison>
  readonly controller: AbortController
  isSettled: boolean
  waiting: number
}

/** A comparison, and what was compared. */
export interface Compared {
  readonly comparison: Comparison
  readonly a: Judgement
  readonly b: Judgement
  readonly prevalence: number | undefined
}

export interface Comparisons {
  /** Rejects with a CancelledError when the signal aborts and nobody else waits. */
  of(request: unknown, signal: AbortSignal): Promise<Compared>
}

/** `open` reads a run, or has it; with detectors switched off, its risk is that of a fusion without them. */
export function createComparisons(
  compare: Compare,
  open: (id: string, off: readonly string[]) => Promise<Run>,
  capacity = 8,
): Comparisons {
  const queue = createQueue()
  // A Map keeps the order of insertion: the first is the one unused for longest.
  const kept = new Map<string, Kept>()

  function begin(a: Judgement, b: Judgement, options: ComparisonOptions): Kept {
    const controller = new AbortController()
    const { signal } = controller
    const comparison = queue(() =>
      signal.aborted ? Promise.reject(new CancelledError()) : compare(a, b, options, signal),
    )
    const entry: Kept = { comparison, controller, isSettled: false, waiting: 0 }
    const settle = () => {
      entry.isSettled = true
    }
    comparison.then(settle, settle)
    return entry
  }

  async function wait(key: string, entry: Kept, signal: AbortSignal): Promise<Comparison> {
    entry.waiting++
    const leave = () => {
      if (--entry.waiting > 0 || entry.isSettled) return
      entry.controller.abort()
      if (kept.get(key) === entry) kept.delete(key)
    }
    if (signal.aborted) leave()
    else signal.addEventListener("abort", leave, { once: true })
    try {
      return await entry.comparison
    } catch (error) {
      // What failed once may work the next time.
      if (kept.get(key) === entry) kept.delete(key)
      throw error
    } finally {
      signal.removeEventListener("abort", leave)
    }
  }

  return {
    async of(request, signal) {
      const { a, b, ...options } = parseComparisonRequest(request)
      const [runA, runB] = [await open(a.run, a.off), await open(b.run, b.off)]
      const [sideA, sideB] = [judgementOf("a", runA, a), judgementOf("b", runB, b)]
      const key = JSON.stringify([keyOf(sideA), keyOf(sideB), options])
      const found =
        kept.get(key) ?? begin(sideA, sideB, { ...options, matters: DEFAULT_MATTERS, listed: LISTED })
      kept.delete(key)
      kept.set(key, found)
      for (const oldest of kept.keys()) {
        if (kept.size <= capacity) break
        kept.delete(oldest)
      }
      const comparison = await wait(key, found, signal)
      return { comparison, a: sideA, b: sideB, prevalence: options.prevalence }
    },
  }
}

/** What a side leaves unsaid is its scenario's. */
function judgementOf(side: "a" | "b", run: Run, { threshold, definition, off }: ComparisonSide): Judgement {
  const { scenario } = run.manifest
  if (definition && definition.days > scenario.days)
    throw new UsageError(
      `comparison: ${side}: definition: days must be at most ${scenario.days}, the days of the run, got ${definition.days}`,
    )
  return {
    run,
    score: "risk",
    threshold: threshold ?? scenario.threshold,
    definition: definition ?? scenario.definition,
    off,
  }
}

/** A run that was made again has the id of the one before. */
const keyOf = ({
  run: { manifest },
  threshold,
  definition: { automation, oversight, days },
  off,
}: Judgement) => [manifest.id, manifest.createdAt, threshold, off, [automation, oversight, days]]
