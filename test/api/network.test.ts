import { describe, expect, it } from "vitest"
import type { Failure, GroupEvidence, GroupList, NetworkGraph } from "../../src/api/contract.ts"
import { clique, runOf } from "../network/made-up.ts"
import { fakeApi, fakeRun } from "./fakes.ts"

const run = runOf(3, { "co-action": clique(0, 3, 2), "near-duplicate-text": [[0, 1, 1]] })
const { id } = run.manifest

async function ask<Body>(path: string, of = run): Promise<{ status: number; body: Body }> {
  const { api } = fakeApi([of])
  const response = await api.request(`/api/runs/${id}${path}`)
  return { status: response.status, body: (await response.json()) as Body }
}

describe("the network of a run", () => {
  it("lists its groups", async () => {
    const { status, body } = await ask<GroupList>("/groups")
    expect(status).toBe(200)
    expect(body.groups).toMatchObject([{ number: 1, members: [0, 1, 2], links: 3, density: 1 }])
  })

  it("tells what joins a group", async () => {
    const { body } = await ask<GroupEvidence>("/groups/1/evidence")
    expect(body).toEqual({ members: 3, objects: 7, sharedObjects: 0, strongest: [] })
  })

  it("is drawn whole, by group and by account, with the edges that are asked for", async () => {
    const whole = await ask<NetworkGraph>("/graph")
    expect(whole.body).toMatchObject({ accounts: [0, 1, 2], group: [1, 1, 1], step: null, edgesInAll: 3 })
    const group = await ask<NetworkGraph>("/graph?group=1&edges=co-action,follow")
    expect(group.body.edges.kind).toEqual([0, 0, 0, 3, 3])
    const account = await ask<NetworkGraph>("/graph?account=1&edges=text&least=1")
    expect(account.body).toMatchObject({ accounts: [1, 0], step: [0, 1], edgesInAll: 1 })
    const follows = await ask<NetworkGraph>("/graph?account=1&edges=follow&steps=2")
    expect(follows.body).toMatchObject({ accounts: [1, 0, 2], step: [0, 1, 2] })
    const among = await ask<NetworkGraph>("/graph?edges=follow&most=2")
    expect(among.body).toMatchObject({ accounts: [0, 1], accountsInAll: 3, edgesInAll: 1 })
  })

  it("tells how far a graph with follows is, keeps it, and leaves what is there when it is called off late", async () => {
    const { api } = fakeApi([run])
    const path = `/api/runs/${id}/graph`
    const query = "?account=1&edges=follow&steps=2"
    const events = await (await api.request(`${path}/events${query}`)).text()
    expect(events).toMatch(/"type":"progress".*"type":"done"/s)
    expect((await api.request(path + query, { method: "DELETE" })).status).toBe(204)
    const graph = (await (await api.request(path + query)).json()) as NetworkGraph
    expect(graph.accounts).toEqual([1, 0, 2])
    expect((await api.request(`${path}/events?steps=3`)).status).toBe(400)
  })

  it.each([
    ["/graph?group=0", 400, 'group must be a whole number from 1 to 4294967295, got "0"'],
    ["/graph?steps=3&account=1", 400, 'steps must be a whole number from 1 to 2, got "3"'],
    ["/graph?most=9999", 400, 'most must be a whole number from 1 to 5000, got "9999"'],
    ["/graph?group=1&account=1", 400, "a graph is of a group or of an account, got both group and account"],
    [
      "/graph?edges=co-action,likes",
      400,
      'edges must be some of co-action, text, media, follow, joined by commas; got "likes"',
    ],
    ["/graph?group=2", 404, `group must be a number from 1 to 1 in run ${id}, got "2"`],
    ["/graph?account=3", 404, `account must be a number from 0 to 2 in run ${id}, got 3`],
    ["/groups/x/evidence", 404, `group must be a number from 1 to 1 in run ${id}, got "x"`],
    [
      "/graph?edges=media",
      400,
      `${id}: was made without the detector synthetic-media, so that nothing is known of who is joined by it`,
    ],
  ])("refuses %s with %d", async (path, status, message) => {
    const answer = await ask<Failure>(path)
    expect(answer).toMatchObject({ status, body: { message } })
  })

  it("says so when a run keeps no pairs", async () => {
    const { status, body } = await ask<Failure>("/groups", fakeRun())
    expect(status).toBe(400)
    expect(body.message).toContain("was made without the detector co-action")
  })
})
