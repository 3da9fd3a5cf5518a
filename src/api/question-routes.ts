/**
 * Questions whose answers take from seconds to minutes and depend on more than fits an address: what a policy does to
 * attention, and how rounds go. A question is asked once, gets an id by what it says, and is followed by that id.
 */
import { createHash } from "node:crypto"
import { Hono } from "hono"
import { z } from "zod"
import type { Engagement } from "../core/engagement.ts"
import { UsageError } from "../core/errors.ts"
import type { AttentionReport } from "../core/policy/attention/report.ts"
import { DEFAULT_SEED } from "../core/policy/follow/following.ts"
import { parsePolicy } from "../core/policy/parse-policy.ts"
import type { Policy } from "../core/policy/policy.ts"
import { type RoundsReport, roundsSchema } from "../core/rounds/index.ts"
import type { Run } from "../core/run.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { NotFoundError } from "./failures.ts"
import { createReports, type Line, type Reports } from "./reports.ts"
import { limitedTo, readJson } from "./request-body.ts"
import type { Scenarios } from "./scenarios.ts"
import { ended, streamed } from "./streaming.ts"
import type { WorkOptions } from "./tracked.ts"

/** Each rejects with CancelledError when the signal aborts. */
export interface AnswerEngine {
  engagement(run: Run, options: WorkOptions): Promise<Engagement>
  attention(
    run: Run,
    policy: Policy,
    options: WorkOptions & { readonly engagement: Engagement; readonly seed: string; readonly draws: number },
  ): Promise<AttentionReport>
  rounds(scenario: Scenario, options: WorkOptions): Promise<RoundsReport>
}

export interface QuestionParts {
  readonly engine: AnswerEngine
  /** Its risks are those of a fusion without the detectors that are off. */
  readonly runNamed: (id: string, off: readonly string[]) => Promise<Run>
  /** Runs with the same key are one and the same. */
  readonly keyOf: (run: Run) => string
  readonly roundsScenarios: Pick<Scenarios, "load">
  readonly line: Line
  readonly now: () => number
  readonly report: (error: unknown) => void
}

/** Behind each interval: enough for a band on the screen, and a second question is answered in seconds. */
const DRAWS = 30
/** Of the time that a first question about a run takes, before attention is shared out. */
const ENGAGEMENT_SHARE = 0.4
const QUESTION_BYTES = 256 * 1024
/** Questions that can still be followed by their id. */
const REMEMBERED = 100

const attentionSchema = z.strictObject({
  run: z.string().min(1),
  policy: z.string(),
  off: z.array(z.string().min(1)).max(100).default([]),
})

const { strategy, rounds, seeds, retrainEvery, budget } = roundsSchema.shape
const roundsQuestionSchema = z.strictObject({
  run: z.string().min(1).nullable(),
  strategy: strategy.unwrap(),
  rounds: rounds.unwrap().optional(),
  seeds: seeds.unwrap().optional(),
  retrainEvery: retrainEvery.unwrap().optional(),
  budget: budget.unwrap().optional(),
})

interface AttentionSubject {
  readonly run: Run
  readonly off: readonly string[]
  readonly policy: Policy
}

export function createQuestionRoutes(parts: QuestionParts) {
  const { engine, runNamed, keyOf, roundsScenarios, line, now, report } = parts
  const kept = { line, now, report }
  const attention = createReports({
    kind: "attention",
    measure: measureAttention(engine, keyOf),
    keyOf: ({ run, off, policy }: AttentionSubject) => JSON.stringify([keyOf(run), off.toSorted(), policy]),
    nameOf: ({ run }) => run.manifest.id,
    ...kept,
  })
  const playing = createReports({
    kind: "rounds",
    measure: engine.rounds,
    keyOf: (scenario: Scenario) => JSON.stringify(scenario),
    nameOf: ({ name }) => name,
    ...kept,
  })

  async function attentionAsked(body: unknown): Promise<AttentionSubject> {
    const { run, off, policy } = parsed(attentionSchema, body, "attention")
    return { run: await runNamed(run, off), off, policy: parsePolicy(policy, "policy") }
  }

  async function roundsAsked(body: unknown): Promise<Scenario> {
    const { run, ...settings } = parsed(roundsQuestionSchema, body, "rounds")
    const scenario =
      run === null
        ? await roundsScenarios.load(`rounds-${settings.strategy}`)
        : (await runNamed(run, [])).manifest.scenario
    return { ...scenario, rounds: roundsSchema.parse({ ...scenario.rounds, ...settings }) }
  }

  return new Hono()
    .route("/attention", answering("attention", attention, attentionAsked))
    .route("/rounds", answering("rounds", playing, roundsAsked))
}

/** Asking, following, reading and calling off, alike for every kind of question. */
function answering<Subject, Report extends object>(
  kind: string,
  reports: Reports<Subject, Report>,
  asked: (body: unknown) => Promise<Subject>,
) {
  const subjects = new Map<string, Subject>()

  function keep(body: unknown, subject: Subject): string {
    const id = createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 16)
    subjects.delete(id)
    subjects.set(id, subject)
    for (const oldest of subjects.keys()) {
      if (subjects.size <= REMEMBERED) break
      subjects.delete(oldest)
    }
    return id
  }

  function find(id: string): Subject {
    const subject = subjects.get(id)
    if (subject) return subject
    throw new NotFoundError(`${kind}: a question must be one that was asked here, got "${id}"`)
  }

  return new Hono()
    .post("/", limitedTo(QUESTION_BYTES), async (c) => {
      const body = await readJson(c.req.raw)
      return c.json({ id: keep(body, await asked(body)) }, 202)
    })
    .get("/:id", async (c) => c.json(await reports.of(find(c.req.param("id")))))
    .get("/:id/events", (c) => streamed(c, reports.watch(find(c.req.param("id")), c.req.raw.signal)))
    .delete("/:id", (c) => ended(c, reports.cancel(find(c.req.param("id")))))
}

/** Keeps the engagement of the run that was asked about last: of a million accounts it takes hundreds of megabytes. */
function measureAttention(engine: AnswerEngine, keyOf: (run: Run) => string) {
  let last: { readonly key: string; readonly engagement: Engagement } | null = null
  return async ({ run, policy }: AttentionSubject, options: WorkOptions): Promise<AttentionReport> => {
    const key = keyOf(run)
    const { signal, onProgress } = options
    const from = last?.key === key ? 0 : ENGAGEMENT_SHARE
    if (last?.key !== key) {
      last = null
      const engagement = await engine.engagement(run, {
        signal,
        onProgress: ({ stage, fraction }) => onProgress({ stage, fraction: ENGAGEMENT_SHARE * fraction }),
      })
      last = { key, engagement }
    }
    return engine.attention(run, policy, {
      signal,
      engagement: last.engagement,
      // The terminal's, so that both tell the same figures.
      seed: DEFAULT_SEED,
      draws: DRAWS,
      onProgress: ({ stage, fraction }) => onProgress({ stage, fraction: from + (1 - from) * fraction }),
    })
  }
}

function parsed<Output>(schema: z.ZodType<Output>, body: unknown, kind: string): Output {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new UsageError(
    result.error.issues
      .map(({ path, message }) => `${kind} question: ${[...path, message].join(": ")}`)
      .join("\n"),
  )
}
