/** What a policy does to attention, and rounds: asked once, followed by an id. */
import { describe, expect, it } from "vitest"
import { fakeApi, fakeRun, tiny } from "./fakes.ts"

const RUN = fakeRun().manifest.id

const opened = () => fakeApi([fakeRun(), fakeRun("tiny-other")])

type Opened = ReturnType<typeof fakeApi>

const send = (api: Opened["api"], path: string, body: unknown) =>
  api.fetch(
    new Request(`http://assay.test/api${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  )

async function asked(api: Opened["api"], path: string, body: unknown): Promise<string> {
  const response = await send(api, path, body)
  expect(response.status).toBe(202)
  return ((await response.json()) as { id: string }).id
}

const get = (api: Opened["api"], path: string) => api.fetch(new Request(`http://assay.test/api${path}`))

const policy = (name: string, rest = "tiers:\n  suspend: 0.9") => `name: ${name}\n${rest}\n`

describe("attention", () => {
  it("is shared out once for a question, over engagement that the run's next question finds there", async () => {
    const { api, engine } = opened()
    const question = { run: RUN, policy: policy("strict") }
    const id = await asked(api, "/attention", question)
    expect(await asked(api, "/attention", question)).toBe(id)
    const report = await (await get(api, `/attention/${id}`)).json()
    expect(report).toEqual({ draws: 30, feedDays: 3, prevalence: null })
    await get(api, `/attention/${id}`)
    const other = await asked(api, "/attention", { run: RUN, policy: policy("mild") })
    await get(api, `/attention/${other}`)
    expect(engine.measured).toEqual([
      `engagement of ${RUN}`,
      `attention of ${RUN} under strict, 30 draws`,
      `attention of ${RUN} under mild, 30 draws`,
    ])
  })

  it("collects engagement anew for another run", async () => {
    const { api, engine } = opened()
    for (const run of [RUN, "tiny-other"])
      await get(api, `/attention/${await asked(api, "/attention", { run, policy: policy("p") })}`)
    expect(engine.measured.filter((one) => one.startsWith("engagement"))).toHaveLength(2)
  })

  it("is of the risks without the detectors that are off", async () => {
    const { api, engine } = opened()
    const id = await asked(api, "/attention", { run: RUN, policy: policy("p"), off: ["co-action"] })
    await get(api, `/attention/${id}`)
    expect(engine.measured[0]).toBe(`${RUN} without co-action`)
  })

  it("tells how far it is, and that it is done", async () => {
    const { api } = opened()
    const id = await asked(api, "/attention", { run: RUN, policy: policy("p") })
    const events = await (await get(api, `/attention/${id}/events`)).text()
    expect(events).toContain('"type":"done"')
  })

  it("says what is wrong with a policy and a question", async () => {
    const { api } = opened()
    const failure = async (body: unknown) => {
      const response = await send(api, "/attention", body)
      return [response.status, ((await response.json()) as { message: string }).message]
    }
    const disordered = policy("p", "tiers:\n  watch: 0.9\n  suspend: 0.5")
    expect(await failure({ run: RUN, policy: disordered })).toEqual([
      400,
      expect.stringContaining("policy: tiers.suspend must be at or above tiers.watch"),
    ])
    expect(await failure({ run: RUN })).toEqual([400, expect.stringContaining("attention question: policy")])
    expect((await failure({ run: "nobody", policy: policy("p") }))[0]).toBe(404)
    expect((await get(api, "/attention/0123")).status).toBe(404)
  })
})

describe("rounds", () => {
  it("are played of the strategy's own scenario, or of a run's, with what the question says", async () => {
    const { api, engine } = opened()
    const own = await asked(api, "/rounds", { run: null, strategy: "churn", rounds: 2, retrainEvery: 1 })
    const report = await (await get(api, `/rounds/${own}`)).json()
    expect(report).toMatchObject({
      strategy: "churn",
      settings: { rounds: 2, retrainEvery: 1, seeds: tiny.rounds.seeds, budget: tiny.rounds.budget },
    })
    const ofRun = await asked(api, "/rounds", { run: RUN, strategy: "spread" })
    await get(api, `/rounds/${ofRun}`)
    expect(engine.measured).toEqual(["2 rounds of rounds-churn", `${tiny.rounds.rounds} rounds of tiny`])
  })

  it("refuses settings out of their ranges, and strategies that nobody has", async () => {
    const { api } = opened()
    for (const wrong of [
      { rounds: 0 },
      { seeds: 1000 },
      { budget: 0.5 },
      { strategy: "surrender" },
      { x: 1 },
    ]) {
      const response = await send(api, "/rounds", { run: null, strategy: "bandit", ...wrong })
      expect(response.status).toBe(400)
    }
  })
})
