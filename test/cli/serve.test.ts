import { afterAll, describe, expect, it } from "vitest"
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
})
