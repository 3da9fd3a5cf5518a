import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { request as httpRequest, type IncomingMessage } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { CONTENT_SECURITY_POLICY } from "../../src/api/workbench.ts"
import { type RunningServer, startServer } from "../../src/server/server.ts"
import { fakeApi, fakeRun } from "../api/fakes.ts"

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage["headers"]
  readonly body: string
}

/** Unlike fetch, lets a test choose Host and Origin and send a path exactly as it is written. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = ""
      response.setEncoding("utf8")
      response.on("data", (part) => {
        body += part
      })
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    request.on("error", reject)
    request.end()
  })
}

function rendererFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "assay-server-")), "renderer")
  mkdirSync(join(folder, "assets"), { recursive: true })
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Assay</title>")
  writeFileSync(join(folder, "assets/main-1a2b.js"), "export {}")
  writeFileSync(join(folder, "assets/main-1a2b.css"), "body {}")
  writeFileSync(join(folder, "../secret.txt"), "secret")
  return folder
}

let server: RunningServer
let parts: ReturnType<typeof fakeApi>
let folder: string
const own = (rest: Record<string, string> = {}) => ({ authorization: `Bearer ${server.token}`, ...rest })

beforeEach(async () => {
  parts = fakeApi([fakeRun("a")])
  folder = rendererFolder()
  server = await startServer({ api: parts.api, rendererFolder: folder, port: 0 })
})
afterEach(async () => {
  await parts.jobs.cancelAll()
  await server.close()
})

describe("the address", () => {
  it("is on loopback, with a port of its own and a token that cannot be guessed", async () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/?token=${server.token}`)
    const other = await startServer({ api: parts.api, rendererFolder: folder, port: 0 })
    await other.close()
    expect(other.port).not.toBe(server.port)
    expect(other.token).not.toBe(server.token)
    expect(Buffer.from(server.token, "base64url")).toHaveLength(24)
  })

  it("may not be one that others can reach", async () => {
    const starting = startServer({ api: parts.api, rendererFolder: folder, port: 0, host: "0.0.0.0" })
    await expect(starting).rejects.toThrow(/host must be a loopback address .*, got "0.0.0.0"/)
  })

  it("with a port that is taken is refused in words", async () => {
    const starting = startServer({ api: parts.api, rendererFolder: folder, port: server.port })
    await expect(starting).rejects.toMatchObject({
      name: "UsageError",
      message: `port ${server.port} on 127.0.0.1 is taken by another program; choose another, or 0 for any`,
    })
  })
})

describe("the token", () => {
  it("becomes a cookie for this port only, out of reach of scripts, and leaves the address", async () => {
    const { status, headers } = await ask(server.port, `/?token=${server.token}&theme=dark`)
    expect([status, headers.location]).toEqual([303, "/?theme=dark"])
    expect(headers["set-cookie"]).toEqual([
      `assay-${server.port}=${server.token}; Path=/; HttpOnly; SameSite=Strict`,
    ])
  })

  it("that is wrong opens nothing", async () => {
    const { status, headers } = await ask(server.port, "/?token=guess")
    expect([status, headers.location, headers["set-cookie"]]).toEqual([303, "/", undefined])
  })

  it("cannot be used to send the page to another site", async () => {
    const { headers } = await ask(server.port, `//evil.example/?token=${server.token}`)
    expect(headers.location).toBe("/evil.example/")
  })

  it("opens the api as a cookie and as a bearer", async () => {
    const cookie = `theme=dark; assay-${server.port}=${server.token}`
    expect((await ask(server.port, "/api/health", { cookie })).status).toBe(200)
    expect((await ask(server.port, "/api/health", own())).status).toBe(200)
  })

  it.each([
    ["no token", {}],
    ["a wrong bearer", { authorization: "Bearer guess" }],
    ["an empty bearer", { authorization: "Bearer " }],
    ["a wrong cookie", { cookie: "assay=guess" }],
    ["another scheme", { authorization: "Basic Z3Vlc3M6Z3Vlc3M=" }],
  ])("is asked for by the api: %s", async (_what, headers) => {
    const { status, body } = await ask(server.port, "/api/runs", headers)
    expect(status).toBe(401)
    expect(JSON.parse(body)).toEqual({
      kind: "AccessError",
      message: expect.stringContaining("open that address"),
    })
  })

  it("of another port's cookie is not ours", async () => {
    const cookie = `assay-${server.port + 1}=${server.token}`
    expect((await ask(server.port, "/api/health", { cookie })).status).toBe(401)
  })

  it("is not needed for the page, which holds no secret", async () => {
    expect((await ask(server.port, "/")).status).toBe(200)
  })
})

describe("who asks", () => {
  it.each(["127.0.0.1", "localhost", "[::1]"])("may call us %s", async (name) => {
    expect((await ask(server.port, "/api/health", own({ host: `${name}:${server.port}` }))).status).toBe(200)
  })

  it.each(["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80"])(
    "may not call us %s, which stops rebound names",
    async (host) => {
      const { status, body } = await ask(server.port, "/api/health", own({ host }))
      expect([status, JSON.parse(body).kind]).toEqual([403, "AccessError"])
    },
  )

  it("may be our own page", async () => {
    const origin = `http://127.0.0.1:${server.port}`
    expect((await ask(server.port, "/api/health", own({ origin }))).status).toBe(200)
  })

  it.each(["http://evil.example", "null", "https://127.0.0.1", "http://localhost:1"])(
    "may not be a page of %s",
    async (origin) => {
      const answer = await ask(server.port, "/api/jobs", own({ origin }), "POST")
      expect(answer.status).toBe(403)
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined()
    },
  )
})

describe("the page", () => {
  it.each([
    ["/", "text/html; charset=utf-8", "no-cache"],
    ["/index.html", "text/html; charset=utf-8", "no-cache"],
    ["/assets/main-1a2b.js", "text/javascript; charset=utf-8", "max-age=31536000, immutable"],
    ["/assets/main-1a2b.css?x=1", "text/css; charset=utf-8", "max-age=31536000, immutable"],
  ])("is served with its type: %s", async (path, type, caching) => {
    const { status, headers } = await ask(server.port, path)
    expect([status, headers["content-type"], headers["cache-control"]]).toEqual([200, type, caching])
  })

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/%00",
    "/%zz",
    "/assets",
    "/nothing.js",
    "/index.html/more",
  ])("holds nothing else: %s", async (path) => {
    const { status, body } = await ask(server.port, path)
    expect([status, body.includes("secret")]).toEqual([404, false])
  })

  it("answers HEAD without a body and refuses to be written to", async () => {
    const head = await ask(server.port, "/", {}, "HEAD")
    expect([head.status, head.body, head.headers["content-length"]]).toEqual([200, "", "35"])
    expect((await ask(server.port, "/", {}, "PUT")).status).toBe(405)
  })
})

describe("every answer", () => {
  it.each(["/", "/nothing", `/${"long".repeat(750)}`, "/api/health", "/api/nothing", "/?token=guess"])(
    "keeps the page to itself: %s",
    async (path) => {
      for (const headers of [own(), {}, { host: "evil.example" }]) {
        const answer = await ask(server.port, path, headers)
        expect(answer.headers).toMatchObject({
          "content-security-policy": CONTENT_SECURITY_POLICY,
          "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy": "same-origin",
          "referrer-policy": "no-referrer",
          "x-content-type-options": "nosniff",
          "x-frame-options": "DENY",
        })
      }
    },
  )

  it("lets scripts run only from our own files", () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
    expect(CONTENT_SECURITY_POLICY).toMatch(/script-src 'self'(;|$)/)
    expect(CONTENT_SECURITY_POLICY).not.toContain("unsafe-eval")
  })

  it("of the api is not kept by the browser", async () => {
    expect((await ask(server.port, "/api/runs", own())).headers["cache-control"]).toBe("no-store")
  })
})

describe("a job over the wire", () => {
  const url = (path: string) => `http://127.0.0.1:${server.port}${path}`

  it("streams its events as they come, and closing the server ends the stream", async () => {
    const started = await fetch(url("/api/jobs"), {
      method: "POST",
      headers: own({ "content-type": "application/json" }),
      body: JSON.stringify({ scenario: "tiny" }),
    })
    const { id } = (await started.json()) as { id: string }
    const events = await fetch(url(`/api/jobs/${id}/events`), { headers: own() })
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toMatch(/^data: \{"type":"progress","stage":"roster"/)
    parts.engine.started[0]!.options.onProgress({ stage: "posts", fraction: 0.5 })
    expect((await reader.read()).value).toContain('"stage":"posts","fraction":0.485')
    await server.close()
    await expect(reader.read()).rejects.toThrow()
  })

  it("gives the columns whole", async () => {
    const response = await fetch(url("/api/runs/a/columns"), { headers: own() })
    const direct = await parts.api.request("/api/runs/a/columns")
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(await direct.arrayBuffer()))
  })
})
