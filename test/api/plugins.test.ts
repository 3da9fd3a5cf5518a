import { rmSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import type { ConsentFailure, PluginEntry } from "../../src/api/contract.ts"
import { createPluginAccess } from "../../src/api/plugin-consent.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { openTrust } from "../../src/store/trust.ts"
import { put } from "../cli/plugin-files.ts"
import { freshFolder } from "../store/folder.ts"
import { fakeApi, fakeScenarios } from "./fakes.ts"

const REMOTE = "http://127.0.0.1:9/"
const TEXT = `name: late\ndetectors: { plugins: [{ module: ./late.ts }, { endpoint: "${REMOTE}" }] }\n`

/** An api over a scenario that names a module and an endpoint. */
function setUp() {
  const folder = freshFolder()
  put(folder, { "late.ts": 'import "lodash"; export default {}', "by.ts": "export const by = 1" })
  const scenario = scenarioSchema.parse({
    name: "late",
    detectors: { plugins: [{ module: "./late.ts" }, { endpoint: REMOTE }] },
  })
  const scenarios = { ...fakeScenarios, load: async () => scenario }
  const access = createPluginAccess(folder, openTrust(join(folder, "config")))
  const { api } = fakeApi([], scenarios, undefined, access)
  const post = (path: string, body: unknown) =>
    api.request(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
  return { folder, api, post }
}

const shownOf = (plugins: readonly PluginEntry[]) => plugins.map(({ source, digest }) => ({ source, digest }))

describe("consent to plug-ins", () => {
  it.each([{ scenario: "late" }, { text: TEXT }])(
    "is asked for before a job starts, given to what was shown, and needed again after a change: %j",
    async (named) => {
      const { folder, api, post } = setUp()
      const refused = await post("/api/jobs", named)
      expect(refused.status).toBe(403)
      const { kind, plugins, message } = (await refused.json()) as ConsentFailure
      expect(kind).toBe("consent")
      expect(message).toContain("module ./late.ts")
      expect(message).toMatch(/may load or run more than these files, by\n +lodash\n/)
      expect(plugins).toEqual([
        {
          kind: "module",
          source: "module ./late.ts",
          files: [join(folder, "late.ts")],
          unseen: ["lodash"],
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          consented: false,
        },
        {
          kind: "endpoint",
          source: `endpoint ${REMOTE}`,
          files: [],
          unseen: [],
          digest: null,
          consented: false,
        },
      ])

      expect((await post("/api/plugins/consent", { ...named, plugins: shownOf(plugins) })).status).toBe(204)
      const listed = (await (await api.request("/api/plugins?scenario=late")).json()) as PluginEntry[]
      expect(listed.map(({ consented }) => consented)).toEqual([true, true])
      expect((await post("/api/jobs", named)).status).toBe(202)

      put(folder, { "late.ts": "export default 1" })
      const changed = (await (await post("/api/plugins", { text: TEXT })).json()) as PluginEntry[]
      expect(changed.map(({ consented }) => consented)).toEqual([false, true])
    },
  )

  it("is not given to what has changed since it was shown, nor to what the scenario does not name", async () => {
    const { folder, api, post } = setUp()
    const shown = shownOf((await (await api.request("/api/plugins?scenario=late")).json()) as PluginEntry[])
    put(folder, { "late.ts": "export default 1" })
    for (const plugins of [shown, [{ source: "program rm", digest: null }]]) {
      const answer = await post("/api/plugins/consent", { scenario: "late", plugins })
      expect(answer.status).toBe(409)
    }
    const after = (await (await api.request("/api/plugins?scenario=late")).json()) as PluginEntry[]
    expect(after.some(({ consented }) => consented)).toBe(false)
  })

  it("tells a file that is not there, and what a request must be", async () => {
    const { folder, api, post } = setUp()
    expect((await api.request("/api/plugins")).status).toBe(400)
    expect((await post("/api/plugins", { scenario: "late" })).status).toBe(400)
    expect((await post("/api/plugins/consent", { scenario: "late", plugins: [] })).status).toBe(400)
    rmSync(join(folder, "late.ts"))
    const answer = await api.request("/api/plugins?scenario=late")
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining("late.ts") })
  })
})
