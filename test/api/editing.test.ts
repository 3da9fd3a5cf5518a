import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import type { ScenarioCheck, ScenarioFile, ScenarioForm } from "../../src/api/contract.ts"
import { openScenarios } from "../../src/api/scenarios.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { fakeApi, fakeRun } from "./fakes.ts"

const QUICK = "# mine\nname: quick\naccounts: 500\n"
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function open(files: Record<string, string> = { "quick.yaml": QUICK }) {
  const folder = mkdtempSync(join(tmpdir(), "assay-editing-"))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return { folder, ...fakeApi([fakeRun()], openScenarios(folder, parseScenario)) }
}

type Opened = ReturnType<typeof open>

async function ask<Body>({ api }: Opened, method: string, path: string, body?: unknown) {
  const init = { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
  const response = await api.request(`/api${path}`, body === undefined ? undefined : init)
  return {
    status: response.status,
    body: (await response.json()) as Body & { kind: string; message: string },
  }
}

const save = (opened: Opened, name: string, text: string, replaces: string | null) =>
  ask<ScenarioFile>(opened, "PUT", `/scenarios/${name}`, { text, replaces })

describe("a scenario's file", () => {
  it("is read as it stands, a broken one too", async () => {
    const opened = open({ "quick.yaml": QUICK, "bad.yaml": "days: 1" })
    const { body } = await ask<ScenarioFile>(opened, "GET", "/scenarios/quick")
    expect(body).toMatchObject({ name: "quick", file: "quick.yaml", text: QUICK })
    expect((await ask<ScenarioFile>(opened, "GET", "/scenarios/bad")).body.text).toBe("days: 1")
    expect((await ask(opened, "GET", "/scenarios/none")).status).toBe(404)
  })

  it("is written under its name, comments and all, and is in the list from then on", async () => {
    const opened = open()
    const text = "# why\nname: new-one # short\naccounts: 300\n"
    expect(await save(opened, "new-one", text, null)).toMatchObject({ status: 200 })
    expect(readFileSync(join(opened.folder, "new-one.yaml"), "utf8")).toBe(text)
    const list = await ask<{ name: string }[]>(opened, "GET", "/scenarios")
    expect(list.body.map(({ name }) => name)).toEqual(["new-one", "quick"])
  })

  it("is never replaced unseen: neither one of the same name nor one that changed meanwhile", async () => {
    const opened = open()
    const mine = "name: quick\naccounts: 600\n"
    const refused = await save(opened, "quick", mine, null)
    expect(refused).toMatchObject({ status: 409, body: { kind: "ConflictError" } })
    expect(refused.body.message).toBe("quick.yaml: there is a scenario of this name already")

    const { body: read } = await ask<ScenarioFile>(opened, "GET", "/scenarios/quick")
    writeFileSync(join(opened.folder, "quick.yaml"), "name: quick\naccounts: 700\n")
    const changed = await save(opened, "quick", mine, read.digest)
    expect(changed.body.message).toBe("quick.yaml: has been changed since it was read")

    const { body: again } = await ask<ScenarioFile>(opened, "GET", "/scenarios/quick")
    expect((await save(opened, "quick", mine, again.digest)).status).toBe(200)
    expect(readFileSync(join(opened.folder, "quick.yaml"), "utf8")).toBe(mine)
  })

  it("is replaced where it lies, whatever the file is called", async () => {
    const opened = open({ "other.yml": QUICK })
    const { body: read } = await ask<ScenarioFile>(opened, "GET", "/scenarios/quick")
    const saved = await save(opened, "quick", `${QUICK}days: 9\n`, read.digest)
    expect(saved.body.file).toBe("other.yml")
    expect(readdirSync(opened.folder)).toEqual(["other.yml"])
  })

  it.each([
    ["a broken text", "quick", "name: quick\ndays: 1\n", /^quick.yaml: days must be/],
    ["another name than its own", "other", QUICK, /^name must be .*"other", got "quick"/],
    ["a path for a name", "..%2Fquick", QUICK, /^name must be/],
  ])("is not written with %s", async (_what, name, text, message) => {
    const opened = open({})
    const refused = await save(opened, name, text, null)
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
    expect(readdirSync(opened.folder)).toEqual([])
  })

  // Whoever may do everything may write there all the same.
  it.skipIf(process.getuid?.() === 0)("that cannot be written says why and leaves nothing", async () => {
    const opened = open()
    chmodSync(opened.folder, 0o555)
    const refused = await save(opened, "new-one", "name: new-one\n", null)
    chmodSync(opened.folder, 0o755)
    expect(refused).toMatchObject({ status: 400, body: { kind: "DataError" } })
    expect(refused.body.message).toMatch(/new-one\.yaml: cannot be written \(no permission to write here\)/)
    expect(readdirSync(opened.folder)).toEqual(["quick.yaml"])
  })

  it("whose folder is a file says so", async () => {
    const opened = open()
    rmSync(opened.folder, { recursive: true })
    writeFileSync(opened.folder, "")
    const refused = await save(opened, "new-one", "name: new-one\n", null)
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(/cannot be (written|read)/)
  })
})

describe("the check of a text", () => {
  it("yields the scenario, its archetypes and what a run takes", async () => {
    const { body } = await ask<ScenarioCheck>(open(), "POST", "/scenarios/check", { text: QUICK })
    if ("problems" in body) throw new Error("the text was refused")
    expect(body.scenario).toEqual(parseScenario(QUICK, "quick.yaml"))
    expect(body.archetypes).toHaveLength(22)
    expect(body.estimate.from.map(({ id }) => id)).toEqual(["tiny-0123abcd"])
  })

  it("answers with the terminal's problems and where they stand, and not as a failure", async () => {
    const { status, body } = await ask<ScenarioCheck>(open(), "POST", "/scenarios/check", {
      text: "name: x\ndays: 1\n",
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      problems: [
        {
          kind: "content",
          path: ["days"],
          line: 2,
          column: 1,
          message: "days must be an integer in [7, 90], got 1",
        },
      ],
    })
  })

  it("refuses a request without a text", async () => {
    const refused = await ask(open(), "POST", "/scenarios/check", { txt: "" })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(/request: text: /)
  })
})

describe("what else the editor needs", () => {
  it("is the schema, the defaults and the built-in archetypes", async () => {
    const { body } = await ask<ScenarioForm>(open(), "GET", "/scenario-form")
    expect(body.schema.properties?.days).toMatchObject({ minimum: 7, maximum: 90 })
    expect(body.defaults).toEqual(scenarioSchema.parse({ name: "new-scenario" }))
    expect(body.archetypes.find(({ id }) => id === "cyborg")).toMatchObject({ side: "managed" })
  })

  it("is a run's scenario as a file", async () => {
    const { body } = await ask<{ text: string }>(open(), "GET", "/runs/tiny-0123abcd/scenario")
    expect(body.text).toBe("name: tiny\naccounts: 500\n")
  })

  it("is a sample of an archetype, drawn once for each recipe and seed", async () => {
    const opened = open()
    const of = (text: string) => ask(opened, "POST", "/scenarios/sample", { text, archetype: "casual" })
    expect((await of(QUICK)).status).toBe(200)
    await of(`${QUICK}threshold: 0.5\ndescription: other words\n`)
    expect(opened.engine.measured).toEqual(["sample of casual in quick"])
    await of(`${QUICK}seed: another\n`)
    await of(`${QUICK}archetypes: { casual: { posting: { perDay: { median: 9 } } } }\n`)
    expect(opened.engine.measured).toHaveLength(3)
  })

  it("is a job for a text that was not saved", async () => {
    const opened = open()
    const text = "name: unsaved\nseed: mine\naccounts: 200\n"
    expect((await ask(opened, "POST", "/jobs", { text })).status).toBe(202)
    expect(opened.engine.started[0]?.scenario).toEqual(parseScenario(text, "unsaved.yaml"))
    expect(readdirSync(opened.folder)).toEqual(["quick.yaml"])
    const refused = await ask(opened, "POST", "/jobs", { text: "name: x\ndays: 1\n" })
    expect(refused).toMatchObject({ status: 400, body: { kind: "ScenarioError" } })
  })
})
