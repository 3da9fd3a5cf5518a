/** The api as the page sees it: same-origin requests, typed by the contract, with two kinds of failure. */
import type {
  ArchetypeSample,
  BaselinesElsewhere,
  BaselineUpdates,
  CheckReport,
  CheckRequest,
  Comparison,
  ComparisonRequest,
  ConsentRequest,
  DamagedRun,
  Failure,
  GroupEvidence,
  GroupList,
  Health,
  JobEntry,
  JobRequest,
  KeptCheck,
  NamedPolicy,
  NetworkGraph,
  PluginEntry,
  ReportName,
  RunEntry,
  SaveRequest,
  ScenarioCheck,
  ScenarioEntry,
  ScenarioFile,
  ScenarioForm,
  TrashedRun,
} from "../../api/contract.ts"
import type { AccountDetail } from "../../core/account-detail.ts"
import type { Judgement } from "../../core/judgement.ts"
import type { Policy } from "../../core/policy/policy.ts"
import { printable } from "../../core/printable.ts"
import type { RunManifest } from "../../core/run.ts"
import { connection } from "./connection.ts"

/** The server answered that it cannot do what was asked; `message` is in complete sentences. */
export class ApiFailure extends Error {
  override name = "ApiFailure"
  constructor(
    readonly status: number,
    readonly kind: string,
    message: string,
    /** The whole of it; some kinds say more. */
    readonly answer: Failure = { kind, message },
  ) {
    super(message)
  }
}

/** No answer, or an answer that our session is not known any more. */
export class ServerLost extends Error {
  override name = "ServerLost"
  constructor() {
    super("The server does not answer.")
  }
}

/** What is to be shown of an error; null when the server is lost, which is shown elsewhere and passes. */
export function asFailure(error: unknown): Failure | null {
  if (error instanceof ServerLost) return null
  if (error instanceof ApiFailure) return { kind: error.kind, message: error.message }
  return { kind: "Error", message: error instanceof Error ? error.message : String(error) }
}

async function readFailure(response: Response): Promise<ApiFailure> {
  const text = await response.text()
  try {
    const failure = JSON.parse(text) as Failure
    return new ApiFailure(response.status, failure.kind, printable(failure.message), failure)
  } catch {
    return new ApiFailure(response.status, "Error", text || `${response.status} ${response.statusText}`)
  }
}

/** Sends a request; notes whether the server is there. Throws ServerLost, ApiFailure or AbortError. */
export async function request(path: string, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { credentials: "same-origin", ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error
    connection.markLost()
    throw new ServerLost()
  }
  if (response.status === 401) {
    connection.markLost("locked")
    throw new ServerLost()
  }
  connection.markFound()
  if (!response.ok) throw await readFailure(response)
  return response
}

async function json<Body>(path: string, init?: RequestInit): Promise<Body> {
  const response = await request(path, init)
  return (await response.json()) as Body
}

/** JSON has no NaN: where a number is undefined it has null. These fields are null by themselves. */
const NULLABLE = new Set(["ablation", "unavailable", "maxFpr"])

export function restoreNaN(name: string, value: unknown): unknown {
  return value === null && !NULLABLE.has(name) ? Number.NaN : value
}

const idPart = encodeURIComponent

const sending = (method: "POST" | "PUT" | "PATCH", body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
})

/** Of a question that is its own subject the server is asked each time: a new one does not know it by its id. */
async function reportPath({ kind, subject }: ReportName, part: "" | "/events" = ""): Promise<string> {
  if (kind === "why") return `/api/runs/${idPart(subject)}/why${part}`
  if (kind !== "attention" && kind !== "rounds") return `/api/${kind}${part}?scenario=${idPart(subject)}`
  const { id } = await json<{ id: string }>(`/api/${kind}`, sending("POST", JSON.parse(subject)))
  return `/api/${kind}/${id}${part}`
}

export const api = {
  health: (signal?: AbortSignal) => json<Health>("/api/health", signal ? { signal } : undefined),
  scenarios: () => json<ScenarioEntry[]>("/api/scenarios"),
  scenario: (name: string) => json<ScenarioFile>(`/api/scenarios/${idPart(name)}`),
  saveScenario: (name: string, save: SaveRequest) =>
    json<ScenarioFile>(`/api/scenarios/${idPart(name)}`, sending("PUT", save)),
  checkScenario: (text: string, signal: AbortSignal) =>
    json<ScenarioCheck>("/api/scenarios/check", { ...sending("POST", { text }), signal }),
  sampleArchetype: (text: string, archetype: string) =>
    json<ArchetypeSample>("/api/scenarios/sample", sending("POST", { text, archetype })),
  scenarioForm: () => json<ScenarioForm>("/api/scenario-form"),
  scenarioOfRun: (run: string) => json<{ text: string }>(`/api/runs/${idPart(run)}/scenario`),
  runs: () => json<RunEntry[]>("/api/runs"),
  manifest: (run: string) => json<RunManifest>(`/api/runs/${idPart(run)}`),
  /** Arrow IPC: the risks of a fusion that is learned without the detectors `off`. */
  risk: async (run: string, off: readonly string[]) => {
    const query = off.map((id) => `off=${idPart(id)}`).join("&")
    return new Uint8Array(await (await request(`/api/runs/${idPart(run)}/risk?${query}`)).arrayBuffer())
  },
  /** Arrow IPC; see columns.ts. */
  columns: async (run: string) =>
    new Uint8Array(await (await request(`/api/runs/${idPart(run)}/columns`)).arrayBuffer()),
  account: (run: string, account: number) =>
    json<AccountDetail>(`/api/runs/${idPart(run)}/accounts/${account}`),
  judgement: (run: string, account: number, threshold: number) =>
    json<Judgement>(`/api/runs/${idPart(run)}/accounts/${account}/judgement?threshold=${threshold}`),
  /** Answers when accounts of the run can be inspected without a wait. */
  prepareInspector: async (run: string) => {
    await request(`/api/runs/${idPart(run)}/inspector`, { method: "POST" })
  },
  names: (run: string, accounts: readonly number[]) =>
    json<string[]>(`/api/runs/${idPart(run)}/names?accounts=${accounts.join(",")}`),
  /** Of accounts from `from` up to, not including, `to`; at most 4,096. */
  namesBetween: (run: string, from: number, to: number) =>
    json<string[]>(`/api/runs/${idPart(run)}/names?from=${from}&to=${to}`),
  groups: (run: string) => json<GroupList>(`/api/runs/${idPart(run)}/groups`),
  groupEvidence: (run: string, group: number) =>
    json<GroupEvidence>(`/api/runs/${idPart(run)}/groups/${group}/evidence`),
  /** `query` as the contract has it. */
  graph: (run: string, query: string) => json<NetworkGraph>(`/api/runs/${idPart(run)}/graph?${query}`),
  graphEvents: (run: string, query: string) => request(`/api/runs/${idPart(run)}/graph/events?${query}`),
  cancelGraph: async (run: string, query: string) => {
    await request(`/api/runs/${idPart(run)}/graph?${query}`, { method: "DELETE" })
  },
  /** Of a measurement that has ended; see reports.ts. */
  report: async <Report>(name: ReportName) => {
    const text = await (await request(await reportPath(name))).text()
    const hasNaN = name.kind === "why" || name.kind === "attention"
    return JSON.parse(text, hasNaN ? restoreNaN : undefined) as Report
  },
  reportEvents: async (name: ReportName) => request(await reportPath(name, "/events")),
  cancelReport: async (name: ReportName) => {
    await request(await reportPath(name), { method: "DELETE" })
  },
  /** Leaving calls it off. */
  comparison: async (asked: ComparisonRequest, signal: AbortSignal) => {
    const response = await request("/api/comparisons", { ...sending("POST", asked), signal })
    return JSON.parse(await response.text(), restoreNaN) as Comparison
  },
  checks: () => json<KeptCheck[]>("/api/checks"),
  check: (id: string) => json<CheckReport>(`/api/checks/${idPart(id)}`),
  startCheck: (check: CheckRequest) => json<{ id: string }>("/api/checks", sending("POST", check)),
  baselineUpdates: (check: string) =>
    json<BaselineUpdates | BaselinesElsewhere | null>(`/api/checks/${idPart(check)}/baselines`),
  writeBaselines: async (check: string, digest: string) => {
    await request(`/api/checks/${idPart(check)}/baselines`, sending("POST", { digest }))
  },
  /** `format`: the last part of its address, with a query or without. */
  checkFile: (id: string, format: string) => request(`/api/checks/${idPart(id)}/${format}`),
  damagedRuns: () => json<DamagedRun[]>("/api/damaged-runs"),
  renameRun: async (run: string, title: string | null) => {
    await request(`/api/runs/${idPart(run)}`, sending("PATCH", { title }))
  },
  /** Also takes the name of a damaged run's folder. */
  deleteRun: (run: string) => json<{ token: string }>(`/api/runs/${idPart(run)}`, { method: "DELETE" }),
  exportRun: async (run: string, format: "csv" | "parquet", signal: AbortSignal) =>
    (await request(`/api/runs/${idPart(run)}/export?format=${format}`, { signal })).blob(),
  /** `query`: the setting, as the api's report takes it. Making it may take some seconds. */
  runReport: (run: string, query: string, signal: AbortSignal) =>
    request(`/api/runs/${idPart(run)}/report?${query}`, { signal }),
  trash: () => json<TrashedRun[]>("/api/trash"),
  restoreRun: (token: string) =>
    json<{ id: string }>(`/api/trash/${idPart(token)}/restore`, { method: "POST" }),
  removeForGood: async (token: string) => {
    await request(`/api/trash/${idPart(token)}`, { method: "DELETE" })
  },
  policies: () => json<NamedPolicy[]>("/api/policies"),
  /** Of a policy file's text; what is wrong with it is told by `fileName`. */
  parsePolicy: (text: string, fileName: string) =>
    json<Policy>("/api/policies/parse", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text, fileName }),
    }),
  /** Those that a scenario names. */
  plugins: (of: { readonly scenario: string } | { readonly text: string }) =>
    "text" in of
      ? json<PluginEntry[]>("/api/plugins", sending("POST", of))
      : json<PluginEntry[]>(`/api/plugins?scenario=${idPart(of.scenario)}`),
  consent: async (consent: ConsentRequest) => {
    await request("/api/plugins/consent", sending("POST", consent))
  },
  jobs: () => json<JobEntry[]>("/api/jobs"),
  startJob: (job: JobRequest) => json<{ id: string }>("/api/jobs", sending("POST", job)),
  jobEvents: (job: string, signal: AbortSignal) => request(`/api/jobs/${idPart(job)}/events`, { signal }),
  cancelJob: async (job: string) => {
    await request(`/api/jobs/${idPart(job)}`, { method: "DELETE" })
  },
}
