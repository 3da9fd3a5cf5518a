import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest"
import { put, small } from "./plugin-files.ts"
import { ended, endWithTest, start, temporaryFolder } from "./terminal.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

describe("assay serve", () => {
  it("prints its address on stdout, answers there, and ends with Ctrl-C", async () => {
    const child = endWithTest(start(folder.path, "serve", "--port", "0", "--no-open", "--no-first-run"))
    const outcome = ended(child)
    const line = await new Promise<string>((done) => child.stdout!.once("data", (text) => done(String(text))))
    const url = /http:\/\/\S+/.exec(line)?.[0]
    expect((await fetch(url!)).status).toBe(200)
    child.kill("SIGINT")
    expect((await outcome).code).toBe(0)
  })
  it("runs no plug-in that nobody has consented to", async () => {
    const scenarios = join(folder.path, "scenarios")
    const touched = join(folder.path, "touched")
    mkdirSync(scenarios)
    put(scenarios, {
      "touches.mjs": `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(touched)}, "")`,
      "named.yaml": small("named", "  plugins: [{ module: ./touches.mjs }]"),
    })
    const options = ["--port", "0", "--no-open", "--no-first-run"]
    vi.stubEnv("ASSAY_SCENARIOS", scenarios)
    onTestFinished(() => void vi.unstubAllEnvs())
    const child = endWithTest(start(folder.path, "serve", ...options))
    const line = await new Promise<string>((done) => child.stdout!.once("data", (text) => done(String(text))))
    const address = new URL(/http:\/\/\S+/.exec(line)![0])
    const asked = await fetch(new URL("/api/jobs", address), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${address.searchParams.get("token")}`,
      },
      body: JSON.stringify({ scenario: "named" }),
    })
    expect(asked.status).toBe(403)
    expect(await asked.json()).toMatchObject({ kind: "consent", plugins: [{ unseen: ["node:fs"] }] })
    expect(existsSync(touched)).toBe(false)
  })
})
