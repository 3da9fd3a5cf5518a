/** Network: who acts together with whom, as a picture and as a table. */

import { Alert, Button } from "@mantine/core"
import { useEffect, useMemo, useState } from "react"
import type { GroupList as Groups, NetworkGraph } from "../../../api/contract.ts"
import { api } from "../../api/client.ts"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Loading } from "../../components/Loading.tsx"
import { Panel } from "../../components/Panel.tsx"
import { WorkProgress } from "../../components/WorkProgress.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import type { Place } from "../../state/place.ts"
import { useRemembered } from "../../state/remembered.ts"
import { type Resource, useResource } from "../../state/resource.ts"
import { Contents } from "./Contents.tsx"
import { Controls } from "./Controls.tsx"
import { Evidence } from "./Evidence.tsx"
import { GraphPanel } from "./GraphPanel.tsx"
import { GroupList } from "./GroupList.tsx"
import { degreesOf } from "./graph-model.ts"
import { type GraphProgress, loadGraph } from "./load-graph.ts"
import "./network.css"

/** What the api is asked for; the account goes before the group. */
export function graphQuery({ group, account, steps, edges, least, most }: Place): string {
  const query = new URLSearchParams({ edges: edges.join(","), least: String(least), most: String(most) })
  if (account !== null) {
    query.set("account", String(account))
    query.set("steps", String(steps))
  } else if (group !== null) query.set("group", String(group))
  return query.toString()
}

export function Network() {
  const { id } = useDial().run.manifest
  const place = usePlace()
  const t = useT()
  const [truth, setTruth] = useRemembered("assay.truth", false, "sessionStorage")
  const needsTruth = place.colour === "truth" || place.colour === "outcome"
  // Whoever opens an address that colours by truth asked for it.
  const showsTruth = truth || needsTruth
  function showTruth(on: boolean): void {
    setTruth(on)
    if (!on && needsTruth) goTo({ colour: "risk" })
  }
  const groups = useResource(id, () => api.groups(id))
  const query = graphQuery(place)
  const [progress, tell] = useState<GraphProgress | null>(null)
  const graph = useResource(`${id}?${query}`, () => loadGraph(id, query, tell))
  const others = place.edges.filter((kind) => kind !== "follow")
  function cancel(): void {
    goTo({ edges: others.length > 0 ? others : ["co-action"] })
    void api.cancelGraph(id, query)
  }
  return (
    <div className={showsTruth ? "network network-with-truth" : "network"}>
      <Panel title={t("network.groups.title")} meaning={t("network.groups.meaning")} className="network-list">
        <Awaited resource={groups} failure={t("network.failed", { run: id })}>
          {(list) => <GroupList list={list} showsTruth={showsTruth} />}
        </Awaited>
      </Panel>
      <div className="network-main">
        <Controls />
        <Awaited
          resource={graph}
          failure={t("network.graph.failed")}
          waiting={
            place.edges.includes("follow") ? (
              <div className="job measuring">
                <WorkProgress
                  title={t("network.follows")}
                  progress={progress}
                  cancelling={false}
                  onCancel={cancel}
                  testId="network-follows"
                />
                <p className="facts">{t("network.follows.help")}</p>
              </div>
            ) : null
          }
        >
          {(found) => (
            <Shown
              key={graph.state === "ready" ? graph.key : ""}
              graph={found}
              groups={groups.state === "ready" ? groups.value : null}
              showsTruth={showsTruth}
              showTruth={showTruth}
            />
          )}
        </Awaited>
      </div>
    </div>
  )
}

interface AwaitedProps<Value> {
  readonly resource: Resource<Value>
  readonly failure: string
  /** Shown until it is there, when it takes long. */
  readonly waiting?: React.ReactNode
  readonly children: (value: Value) => React.ReactNode
}

/** What was asked of the server; until it is there, or when it cannot be, that. */
function Awaited<Value>({ resource, failure, waiting, children }: AwaitedProps<Value>) {
  const lost = useLost()
  const t = useT()
  if (resource.state === "ready") return children(resource.value)
  if (resource.state === "failed")
    return (
      <Alert color="red" title={failure} data-testid="network-failure">
        <pre className="problems">{resource.failure.message}</pre>
        <p>{t("network.failedHelp")}</p>
        <Button size="xs" variant="default" mt="xs" onClick={() => goTo({ view: "runs" })}>
          {t("network.runAgain")}
        </Button>
      </Alert>
    )
  if (lost) return <ConnectionLost consequence={t("network.lost")} />
  if (waiting) return waiting
  return (
    <div className="waiting">
      <Loading />
    </div>
  )
}

interface ShownProps {
  readonly graph: NetworkGraph
  readonly groups: Groups | null
  readonly showsTruth: boolean
  readonly showTruth: (on: boolean) => void
}

function Shown({ graph, groups, showsTruth, showTruth }: ShownProps) {
  const { account, group } = usePlace()
  const t = useT()
  const degrees = useMemo(() => degreesOf(graph), [graph])
  const [chosen, choose] = useState<number | null>(account)
  useEffect(() => choose(account), [account])
  const told = groups?.groups.find(({ number }) => account === null && number === group)
  const isEmpty = graph.edges.from.length === 0
  return (
    <>
      <GraphPanel
        title={useTitle()}
        graph={graph}
        degrees={degrees}
        showsTruth={showsTruth}
        showTruth={showTruth}
        chosen={chosen}
        onChoose={choose}
      >
        <Counts graph={graph} />
        {isEmpty ? (
          <p className="network-note" data-testid="network-empty">
            {t(account === null ? "network.none" : "network.none.account")}
          </p>
        ) : null}
      </GraphPanel>
      {told && groups ? <Evidence group={told} window={groups.window} /> : null}
      <Contents graph={graph} degrees={degrees} showsTruth={showsTruth} chosen={chosen} onChoose={choose} />
    </>
  )
}

function useTitle(): string {
  const { account, group } = usePlace()
  const t = useT()
  const format = useFormat()
  if (account !== null) return t("network.account.title", { account })
  if (group !== null) return t("network.group.title", { number: format.count(group) })
  return t("network.whole.title")
}

/** How much of what there is stands in the picture. */
function Counts({ graph }: { readonly graph: NetworkGraph }) {
  const { account, group, steps } = usePlace()
  const t = useT()
  const format = useFormat()
  const counts = {
    shown: format.count(graph.accounts.length),
    all: format.count(graph.accountsInAll),
    edges: format.count(graph.edges.from.length),
    allEdges: format.count(graph.edgesInAll),
  }
  return (
    <p className="network-note" data-testid="network-counts">
      {account !== null
        ? t("network.shown.account", {
            ...counts,
            steps: t(steps === 1 ? "network.step.1" : "network.step.2"),
          })
        : t(group === null ? "network.shown.whole" : "network.shown.group", counts)}
    </p>
  )
}
