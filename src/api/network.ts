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
import { NotFoundError } from "./failures.ts"
import { createMeasurements } from "./measurements.ts"
import type { OpenedRun } from "./opened-runs.ts"

export interface Networks {
  groups(opened: OpenedRun): GroupList
  evidence(opened: OpenedRun, group: string): Promise<GroupEvidence>
  /** Takes the query of GET /api/runs/:id/graph. */
  graph(opened: OpenedRun, query: Readonly<Record<string, string>>): Promise<NetworkGraph>
}

/** Keeps the answers given last; `keyOf` tells runs apart. */
export function createNetworks(keyOf: (run: Run) => string): Networks {
  // Each begins at once: none but those with follows takes long, and these have worker threads.
  const atOnce = <Result>(work: () => Promise<Result>) => work()
  const graphs = createMeasurements(
    ({ opened, request }: { opened: OpenedRun; request: GraphRequest }) => graphOf(opened, request),
    ({ opened, request }) => `${keyOf(opened.run)}: ${JSON.stringify(request)}`,
    atOnce,
    KEPT,
  )
  const evidence = createMeasurements(
    ({ opened, group }: { opened: OpenedRun; group: string }) => evidenceOf(opened, group),
    ({ opened, group }) => `${keyOf(opened.run)}: ${group}`,
    atOnce,
    KEPT,
  )
  return {
    groups: (opened) => opened.network().groups(),
    evidence: (opened, group) => evidence.of({ opened, group }),
    graph: async (opened, query) => graphs.of({ opened, request: parseGraphRequest(query) }),
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

async function graphOf(opened: OpenedRun, request: GraphRequest): Promise<NetworkGraph> {
  const network = opened.network()
  const chosen = await choose(opened, network, request)
  const follows = request.kinds.includes("follow")
    ? await opened.inspector().followsAmong(chosen.accounts)
    : null
  return graphAmong(network, chosen, request.kinds, request.least, follows)
}

async function choose(opened: OpenedRun, network: Network, request: GraphRequest): Promise<Chosen> {
  if (request.group !== null)
    return chooseGroup(groupNumbered(network, String(request.group)).members, request)
  if (request.account !== null) {
    requireAccount(request.account, opened)
    return chooseNeighbourhood(network, request.account, request, (accounts) =>
      opened.inspector().followsOf(accounts),
    )
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
