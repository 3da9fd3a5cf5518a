/** Answers about the network of a run: its groups, what joins one, and graphs of a group, an account or the strongest. */
import { UsageError } from "../core/errors.ts"
import {
  EDGE_KINDS,
  type EdgeKind,
  type GroupEvidence,
  type GroupList,
  type NetworkGraph,
  type NetworkGroup,
  PAIR_KINDS,
} from "../core/network/contents.ts"
import {
  type Chosen,
  chooseGroup,
  chooseNeighbourhood,
  chooseStrongest,
  type GraphLimits,
  graphAmong,
  type Network,
} from "../core/network/graph.ts"
import { REPEATED } from "../core/network/groups.ts"
import type { Run } from "../core/run.ts"
import type { ReportEvent } from "./contract.ts"
import { NotFoundError } from "./failures.ts"
import { createMeasurements } from "./measurements.ts"
import type { OpenedRun } from "./opened-runs.ts"
import { type Tracked, track, type WorkOptions } from "./tracked.ts"

export interface Networks {
  groups(opened: OpenedRun): GroupList
  evidence(opened: OpenedRun, group: string): Promise<GroupEvidence>
  /** Takes the query of GET /api/runs/:id/graph. */
  graph(opened: OpenedRun, query: GraphQuery): Promise<NetworkGraph>
  /** How far that graph is, from now until it is there or the signal aborts; follows take seconds. */
  watchGraph(opened: OpenedRun, query: GraphQuery, signal: AbortSignal): AsyncGenerator<ReportEvent>
  /** Resolves when the work on that graph has ended; one that is there already is kept. */
  cancelGraph(opened: OpenedRun, query: GraphQuery): Promise<void>
}

export type GraphQuery = Readonly<Record<string, string>>

export interface NetworkOptions {
  /** Tells runs apart. */
  readonly keyOf: (run: Run) => string
  /** In seconds, from any start. */
  readonly now: () => number
  /** Told of what failed. */
  readonly report: (error: unknown) => void
}

/** Keeps the answers given last. */
export function createNetworks({ keyOf, now, report }: NetworkOptions): Networks {
  // Each begins at once: none but those with follows takes long, and these have worker threads.
  const atOnce = <Result>(work: () => Promise<Result>) => work()
  // A Map keeps the order of insertion: the first is the one unused for longest.
  const graphs = new Map<string, Tracked<ReportEvent, NetworkGraph>>()
  const graphKey = ({ run }: OpenedRun, request: GraphRequest) => `${keyOf(run)}: ${JSON.stringify(request)}`
  function findGraph(opened: OpenedRun, request: GraphRequest): Tracked<ReportEvent, NetworkGraph> {
    const key = graphKey(opened, request)
    const found =
      graphs.get(key) ??
      track<ReportEvent, NetworkGraph>((options) => graphOf(opened, request, options), {
        now,
        report,
        firstStage: "generating",
        doneEvent: () => ({ type: "done" }),
      })
    graphs.delete(key)
    graphs.set(key, found)
    // What failed once may work the next time.
    found.outcome.catch(() => graphs.get(key) === found && graphs.delete(key))
    for (const oldest of graphs.keys()) {
      if (graphs.size <= KEPT) break
      graphs.delete(oldest)
    }
    return found
  }
  const evidence = createMeasurements(
    ({ opened, group }: { opened: OpenedRun; group: string }) => evidenceOf(opened, group),
    ({ opened, group }) => `${keyOf(opened.run)}: ${group}`,
    atOnce,
    KEPT,
  )
  return {
    groups: (opened) => opened.network().groups(),
    evidence: (opened, group) => evidence.of({ opened, group }),
    graph: async (opened, query) => findGraph(opened, parseGraphRequest(query)).outcome,
    watchGraph: (opened, query, signal) => findGraph(opened, parseGraphRequest(query)).watch(signal),
    cancelGraph: async (opened, query) => graphs.get(graphKey(opened, parseGraphRequest(query)))?.cancel(),
  }
}

/** Graphs and pieces of evidence kept, some hundred kilobytes each. */
const KEPT = 16

/** What of a run's network is to be drawn; without a group or an account, its strongest pairs. */
interface GraphRequest extends GraphLimits {
  readonly group: number | null
  readonly account: number | null
  readonly steps: number
  readonly kinds: readonly EdgeKind[]
}

const MOST_ACCOUNTS = 5000
const MOST_STEPS = 2
/** No pair is found together more often. */
const MOST_OFTEN = 1_000_000

/** Reads the query of GET /api/runs/:id/graph; throws UsageError. */
export function parseGraphRequest(query: Readonly<Record<string, string>>): GraphRequest {
  const whole = (name: string, least: number, most: number): number | null => {
    const text = query[name]
    if (text === undefined || text === "") return null
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    throw new UsageError(`${name} must be a whole number from ${least} to ${most}, got "${text}"`)
  }
  const group = whole("group", 1, 0xffffffff)
  const account = whole("account", 0, 0xffffffff)
  if (group !== null && account !== null)
    throw new UsageError("a graph is of a group or of an account, got both group and account")
  return {
    group,
    account,
    steps: whole("steps", 1, MOST_STEPS) ?? 1,
    least: whole("least", 1, MOST_OFTEN) ?? REPEATED,
    most: whole("most", 1, MOST_ACCOUNTS) ?? 2000,
    kinds: edgeKinds(query.edges),
  }
}

function edgeKinds(text: string | undefined): EdgeKind[] {
  if (!text) return ["co-action"]
  const asked = text.split(",")
  const unknown = asked.find((name) => !EDGE_KINDS.includes(name as EdgeKind))
  if (unknown === undefined) return EDGE_KINDS.filter((kind) => asked.includes(kind))
  throw new UsageError(`edges must be some of ${EDGE_KINDS.join(", ")}, joined by commas; got "${unknown}"`)
}

async function graphOf(
  opened: OpenedRun,
  request: GraphRequest,
  options: WorkOptions,
): Promise<NetworkGraph> {
  const network = opened.network()
  const chosen = await choose(opened, network, request, options)
  const follows = request.kinds.includes("follow")
    ? await opened.inspector().followsAmong(chosen.accounts)
    : null
  return graphAmong(network, chosen, request.kinds, request.least, follows)
}

async function choose(
  opened: OpenedRun,
  network: Network,
  request: GraphRequest,
  { signal, onProgress }: WorkOptions,
): Promise<Chosen> {
  if (request.group !== null)
    return chooseGroup(groupNumbered(network, String(request.group)).members, request)
  if (request.account !== null) {
    requireAccount(request.account, opened)
    let step = 0
    return chooseNeighbourhood(network, request.account, request, async (accounts) => {
      const onDone = (share: number) =>
        onProgress({ stage: "generating", fraction: (step + share) / request.steps })
      const follows = await opened.inspector().followsOf(accounts, { signal, onDone })
      step++
      return follows
    })
  }
  const kinds = PAIR_KINDS.filter((kind) => request.kinds.includes(kind))
  // Follows say nothing of who is strongly joined, so alone they are drawn among those who act together.
  return chooseStrongest(network, kinds.length > 0 ? kinds : ["co-action"], request)
}

async function evidenceOf(opened: OpenedRun, group: string): Promise<GroupEvidence> {
  return opened.inspector().evidence(groupNumbered(opened.network(), group).members)
}

function groupNumbered(network: Network, asked: string): NetworkGroup {
  const { groups } = network.groups()
  const found = groups.find(({ number }) => String(number) === asked)
  if (found) return found
  const { id } = network.run.manifest
  throw new NotFoundError(
    groups.length === 0
      ? `there is no group in run ${id}: no accounts act together again and again`
      : `group must be a number from 1 to ${groups.length} in run ${id}, got "${asked}"`,
  )
}

function requireAccount(account: number, { run: { manifest } }: OpenedRun): void {
  if (account < manifest.accounts) return
  throw new NotFoundError(
    `account must be a number from 0 to ${manifest.accounts - 1} in run ${manifest.id}, got ${account}`,
  )
}
