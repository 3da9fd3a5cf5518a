/**
 * What travels between the api and its clients, in one place.
 *
 *   GET    /api/health                     -> Health
 *   GET    /api/scenarios                  -> ScenarioEntry[]
 *   GET    /api/scenarios/:name            -> ScenarioFile; a broken one's too
 *   PUT    /api/scenarios/:name  SaveRequest -> ScenarioFile; 409 when a file is there that `replaces` does not name
 *   POST   /api/scenarios/check  { text }  -> ScenarioCheck
 *   POST   /api/scenarios/sample { text, archetype } -> ArchetypeSample; kept by recipe and seed
 *   GET    /api/scenario-form              -> ScenarioForm
 *   GET    /api/runs/:id/scenario          -> { text }, the run's scenario as a file
 *   GET    /api/runs                       -> RunEntry[], newest first
 *   GET    /api/damaged-runs               -> DamagedRun[], folders of the store that are no whole run
 *   GET    /api/runs/:id                   -> RunManifest
 *   PATCH  /api/runs/:id { title }         -> 204; what people call it, 1 to 80 characters, null for none
 *   DELETE /api/runs/:id                   -> { token }; to the trash, for a day; also takes a damaged run's folder
 *   GET    /api/runs/:id/export?format=F   -> its accounts and scores as a file; F is csv or parquet
 *   GET    /api/runs/:id/columns           -> Arrow IPC stream, one row an account; see columns.ts
 *   GET    /api/runs/:id/risk?off=DETECTOR&off=... -> Arrow IPC stream of the column risk, of a fusion learned without them
 *   GET    /api/runs/:id/accounts/:number  -> AccountDetail
 *   GET    /api/runs/:id/accounts/:number/judgement?threshold=T -> Judgement; needs no evidence, so it is there at once
 *   POST   /api/runs/:id/inspector         -> 204 when accounts can be inspected without a wait
 *   GET    /api/runs/:id/names?accounts=3,17 or ?from=0&to=4096 -> string[], at most 4096
 *   GET    /api/runs/:id/groups            -> GroupList, kept afterwards
 *   GET    /api/runs/:id/groups/:number/evidence  -> GroupEvidence
 *   GET    /api/runs/:id/graph?group=NUMBER | account=NUMBER&steps=1 | neither, for the strongest pairs of the run
 *                                 &edges=co-action,text,media,follow&least=2&most=2000  -> NetworkGraph
 *   GET    /api/runs/:id/graph/events?...  -> text/event-stream of ReportEvent until it is there: follows take seconds
 *   DELETE /api/runs/:id/graph?...         -> 204 when the work on it has ended
 *   GET    /api/runs/:id/why               -> WhyReport, NaN as null; takes seconds the first time, is kept afterwards
 *   GET    /api/runs/:id/report?...        -> text/html, the run as one page; query: lang (en, zh), threshold, prevalence,
 *                                             automation, oversight, days, tiers (five thresholds or `off`, by commas), tier,
 *                                             cap (KIND:COHORT:RATE, any number), off (a detector's id, any
 *                                             number); what is unsaid is the scenario's
 *   POST   /api/comparisons/report?lang=en ComparisonRequest -> text/html, the comparison as one page
 *   POST   /api/comparisons ComparisonRequest -> Comparison, NaN as null; takes seconds for a very large run, is kept
 *                                             afterwards, and is called off when the one who asked leaves
 *   GET    /api/realism?scenario=NAME      -> RealismReport, likewise
 *   GET    /api/leakage?scenario=NAME      -> LeakageReport, likewise
 *   GET    .../events of these three       -> text/event-stream of ReportEvent; begins to measure what is not there yet
 *   DELETE each of these three             -> 204; its measurement is called off, and its workers are freed at once
 *   POST   /api/attention AttentionQuestion -> 202 { id }, the same for the same question
 *   GET    /api/attention/:id              -> AttentionReport, NaN as null; likewise, of a question that was asked here
 *   POST   /api/rounds      RoundsQuestion -> 202 { id }, the same for the same question
 *   GET    /api/rounds/:id                 -> RoundsReport; likewise, of a question that was asked here
 *   GET    .../:id/events of these two     -> text/event-stream of ReportEvent; begins what is not there yet
 *   DELETE each of these two               -> 204; it is called off, and its workers are freed at once
 *   GET    /api/checks                     -> KeptCheck[], newest first
 *   POST   /api/checks        CheckRequest -> 202 { id: string }, of a job; 409 while another job runs
 *   GET    /api/checks/:id                 -> CheckReport
 *   GET    /api/checks/:id/baselines       -> BaselineUpdates, what it would make of the folder's baselines;
 *                                             BaselinesElsewhere of another folder's check; null of a check that was
 *                                             not run here
 *   POST   /api/checks/:id/baselines { digest } -> 204; writes them as they were shown; 409 when they are others by now
 *   GET    /api/checks/:id/json            -> the same as a file
 *   GET    /api/checks/:id/html?lang=en    -> text/html, the check as one page
 *   GET    /api/trash                      -> TrashedRun[], latest first
 *   POST   /api/trash/:token/restore       -> { id }; 409 when the run was made again meanwhile
 *   DELETE /api/trash/:token               -> 204; for good
 *   GET    /api/policies                   -> NamedPolicy[], those that Assay comes with
 *   POST   /api/policies/parse { text, fileName } -> Policy; 400 with one problem a line, by file and field
 *   GET    /api/plugins?scenario=NAME      -> PluginEntry[], the plug-ins that a scenario names
 *   POST   /api/plugins       { text }     -> PluginEntry[], those that a text names
 *   POST   /api/plugins/consent ConsentRequest -> 204; they may run from now on, until they change; 409 when they are not
 *                                             what was shown
 *   GET    /api/jobs                       -> JobEntry[], those still running
 *   POST   /api/jobs          JobRequest   -> 202 { id: string }; 409 while another job runs, since one uses all workers;
 *                                             403 with ConsentFailure when plug-ins would run that nobody consented to
 *   GET    /api/jobs/:id/events            -> text/event-stream of JobEvent (each as a `data:` line of JSON)
 *   DELETE /api/jobs/:id                   -> 204; the job's workers are freed at once
 *
 * Failures: status 400, 403, 404, 409 or 500 with Failure as JSON. On loopback also 401, when the page was opened
 * without the token of the printed address, and 403 for a foreign Host or Origin.
 */

import type { PluginKind } from "../core/detection/plugin.ts"
import type { Estimate } from "../core/estimate.ts"
import type { CohortKind } from "../core/evaluation/index.ts"
import type { BaselineUpdate, UpdateRefusal } from "../core/gate/update.ts"
import type { Definition } from "../core/policy/definition.ts"
import type { Policy } from "../core/policy/policy.ts"
import type { ArchetypeEntry } from "../core/population/archetypes/entries.ts"
import type { StrategyName } from "../core/rounds/index.ts"
import type { LocatedProblem } from "../core/scenario/check.ts"
import type { JsonSchema } from "../core/scenario/json-schema.ts"
import type { Scenario } from "../core/scenario/schema.ts"

export type {
  AccountDetail,
  AccountDetector,
  AccountInteraction,
  AccountPost,
} from "../core/account-detail.ts"
export type { Comparison } from "../core/evaluation/index.ts"
export type {
  CheckOutcome,
  CheckReport,
  ExpectationRow,
  FlipCohort,
  FlipGroup,
  GateDetectorRow,
  GateFlip,
  GateOutcome,
  GateRow,
  ScenarioCheck as CheckedScenario,
} from "../core/gate/report.ts"
export type {
  EdgeKind,
  GroupBlock,
  GroupEvidence,
  GroupList,
  NetworkEdges,
  NetworkGraph,
  NetworkGroup,
  SharedObject,
} from "../core/network/contents.ts"
export type { AttentionFigures, AttentionPoint, AttentionReport } from "../core/policy/attention/report.ts"
export type {
  DetectorLeakage,
  FeatureLeakage,
  FusionLeakage,
  LeakageLimit,
  LeakageReport,
  LeaveOneOut,
  Separation,
  Zone,
} from "../core/realism/leakage-report.ts"
export type { RealismReport } from "../core/realism/realism-report.ts"
export type { RealismGroup, RealismRow } from "../core/realism/row.ts"
export type { Band, CostPoint, HalfLife, RoundRow, RoundsReport, StrategyName } from "../core/rounds/index.ts"
export type { ArchetypeSample, SampledAccount } from "../core/samples.ts"
export type { AblatedDetector, AblatedLayer, Ablation, WhyReport } from "../core/why.ts"
export type { KeptCheck } from "../store/checks.ts"
export type { StoreProblem as DamagedRun } from "../store/store.ts"
export type { TrashedRun } from "../store/trash.ts"
export type { ArchetypeEntry, BaselineUpdate, Estimate, JsonSchema, LocatedProblem }

/** A policy that Assay comes with, by the name under which the terminal takes it. */
export interface NamedPolicy {
  readonly name: string
  readonly policy: Policy
}

export interface Health {
  readonly name: "assay"
  readonly version: string
}

export interface Failure {
  /** The name of the error's class. */
  readonly kind: string
  /** Complete sentences, one problem a line. */
  readonly message: string
}

/** A plug-in that a scenario names. Nothing of it has run yet. */
export interface PluginEntry {
  readonly kind: PluginKind
  /** "module ./late.ts", "program python3 late.py", "endpoint http://..." */
  readonly source: string
  /** Absolute paths of all that it consists of, sorted; none of an endpoint. */
  readonly files: readonly string[]
  /** Of a module: what in its text may load or run more than `files`, as "node:fs" or "import(name)". */
  readonly unseen: readonly string[]
  /** SHA-256, hex, over its words and files; null of an endpoint. */
  readonly digest: string | null
  /** Whether somebody has consented to run it as it is now. */
  readonly consented: boolean
}

export type ShownPlugin = Pick<PluginEntry, "source" | "digest">

/** Consents to plug-ins of a scenario as they were shown. */
export type ConsentRequest = { readonly plugins: readonly ShownPlugin[] } & (
  | { readonly scenario: string }
  | { readonly text: string }
)

export interface ConsentFailure extends Failure {
  readonly kind: "consent"
  /** Those that lack it. */
  readonly plugins: readonly PluginEntry[]
  /** Where more than one scenario was to be run: the one that names them. */
  readonly scenario?: string
}

/** A scenario file. A broken one is listed with its error, so that it can be shown and mended. */
export type ScenarioEntry =
  | {
      readonly file: string
      readonly name: string
      readonly description: string
      readonly seed: string
      readonly accounts: number
      readonly days: number
      readonly prevalence: number
    }
  | { readonly file: string; readonly name: string; readonly error: string }

/** A scenario file as it stands. */
export interface ScenarioFile {
  readonly name: string
  readonly file: string
  readonly text: string
  /** SHA-256, hex, of the text. */
  readonly digest: string
}

export interface SaveRequest {
  readonly text: string
  /** Digest of the text that may be replaced; null to write a new file only. */
  readonly replaces: string | null
}

/** What the terminal would say of a text, and what a run of it would take. */
export type ScenarioCheck =
  | {
      readonly scenario: Scenario
      /** All that the scenario knows, in its mix or not. */
      readonly archetypes: readonly ArchetypeEntry[]
      readonly estimate: Estimate
    }
  | { readonly problems: readonly LocatedProblem[] }

/** What a form needs to know before there is a scenario. */
export interface ScenarioForm {
  readonly schema: JsonSchema
  /** Of every field; the name is a placeholder. */
  readonly defaults: Scenario
  /** The built-in ones. */
  readonly archetypes: readonly ArchetypeEntry[]
}

export interface RunEntry {
  readonly id: string
  /** What somebody called it; null where nobody did. */
  readonly title: string | null
  /** The scenario's. */
  readonly name: string
  readonly seed: string
  readonly createdAt: string
  readonly accounts: number
  readonly prevalence: number
  readonly digest: string
  /** Runs in which it is equal hold the same accounts. */
  readonly populationDigest: string
  readonly seconds: number
  /** Disk use. */
  readonly bytes: number
}

/** What a side leaves unsaid is its scenario's. */
export interface ComparisonSide {
  readonly run: string
  /** In [0, 1]; not used with `maxFpr`. */
  readonly threshold?: number | undefined
  readonly definition?: Definition | undefined
  /** Detectors that are switched off: fusion is learned again without them. */
  readonly off?: readonly string[] | undefined
}

/** Two runs, or two settings of one. */
export interface ComparisonRequest {
  readonly a: ComparisonSide
  readonly b: ComparisonSide
  /** In (0, 1): precision and average precision of both sides are re-weighted to it; the accounts' own unless told. */
  readonly prevalence?: number | undefined
  /** In [0, 1]: both thresholds are the lowest ones that keep the observed false-positive rate within it. */
  readonly maxFpr?: number | undefined
  /** Archetypes unless told. */
  readonly cohort?: CohortKind | undefined
}

/** Either names a scenario of /api/scenarios, or brings the text of one that need not have been saved. */
export type JobRequest = { readonly workers?: number } & (
  | { readonly scenario: string; readonly seed?: string }
  | { readonly text: string }
)

export interface CheckRequest {
  /** Names of scenarios or of their files; all of the folder unless told. */
  readonly only?: readonly string[]
  /** Takes baselines that cannot be read, or cannot be true of their accounts, for none, so that they can be renewed. */
  readonly anew?: boolean
  readonly workers?: number
}

export interface BaselineUpdates {
  /** Why nothing may be written; null when it may. */
  readonly refusal: UpdateRefusal | null
  readonly updates: readonly BaselineUpdate[]
  /** Of the baselines as they are and as they would be. */
  readonly digest: string
}

/** A check of a folder that is not the workbench's, so that neither its baselines are written here nor is it run again. */
export interface BaselinesElsewhere {
  /** Both absolute. */
  readonly elsewhere: { readonly checked: string; readonly served: string; readonly command: string }
}

/** A job that is still running; its events tell the rest. */
export interface JobEntry {
  readonly id: string
  /** null for a check, which may be of many. */
  readonly scenario: string | null
}

/** What a job wrote, by its id. */
export type JobResult = { readonly run: string } | { readonly check: string }

/** One of several that long work does in turn; `place` counts from 1. */
export interface WorkPart {
  readonly name: string
  readonly place: number
  readonly of: number
}

/** How long work stands, and how it ended unless well. */
export type WorkEvent =
  | {
      readonly type: "progress"
      /**
       * Of a job a stage of the main line: roster, posts, evidence, linkage, learning, fusion, writing; of a report also
       * starting, generating, measuring, counting, comparing, relearning, engagement, attention.
       */
      readonly stage: string
      /** Of a check: the scenario that it is at. */
      readonly part?: WorkPart
      /** Of the whole work, in [0, 1]; never falls. */
      readonly fraction: number
      readonly elapsedSeconds: number
      /** null until it can be estimated. */
      readonly remainingSeconds: number | null
    }
  | { readonly type: "cancelled" }
  | ({ readonly type: "failed" } & Failure)

export type JobEvent = WorkEvent | ({ readonly type: "done" } & JobResult)

/** A report that is measured on demand, by what it is and what it is of: a scenario's name or a run's id. */
export interface ReportName {
  readonly kind: "realism" | "leakage" | "why" | "attention" | "rounds"
  readonly subject: string
}

/** What a policy does to the attention of a run's readers. */
export interface AttentionQuestion {
  readonly run: string
  /** A policy file's text, as /api/policies/parse takes it. */
  readonly policy: string
  /** Detectors that are switched off: fusion is learned again without them. */
  readonly off?: readonly string[]
}

/** How rounds go in which operators adapt; what is unsaid is the scenario's. */
export interface RoundsQuestion {
  /** Whose scenario is played; null for the one that Assay has for the strategy. */
  readonly run: string | null
  readonly strategy: StrategyName
  readonly rounds?: number
  readonly seeds?: number
  /** null for never. */
  readonly retrainEvery?: number | null
  readonly budget?: number
}

export type ReportEvent =
  | WorkEvent
  /** Another one is being measured first. */
  | { readonly type: "waiting"; readonly behind: ReportName }
  | { readonly type: "done" }
