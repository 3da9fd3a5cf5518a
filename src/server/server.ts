/** Serves the workbench to a browser on this machine, and to nobody else. */
import { randomBytes } from "node:crypto"
import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { createAdaptorServer } from "@hono/node-server"
import { createWorkbench } from "../api/workbench.ts"
import { UsageError } from "../core/errors.ts"
import { guard } from "./guard.ts"

const LOOPBACK = ["127.0.0.1", "::1", "localhost"]

export interface ServerOptions {
  readonly api: { fetch(request: Request): Response | Promise<Response> }
  readonly rendererFolder: string
  /** 0 takes any free one. */
  readonly port: number
  /** A loopback address; 127.0.0.1 unless told. */
  readonly host?: string
}

export interface RunningServer {
  /** With the token: whoever has it may use the api. */
  readonly url: string
  readonly port: number
  readonly token: string
  close(): Promise<void>
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { api, rendererFolder, host = "127.0.0.1" } = options
  if (!LOOPBACK.includes(host))
    throw new UsageError(`host must be a loopback address (${LOOPBACK.join(", ")}), got "${host}"`)
  const token = randomBytes(24).toString("base64url")
  let port = options.port
  const answer = guard(createWorkbench(api, rendererFolder), { token, port: () => port })
  const server = createAdaptorServer({ fetch: answer }) as Server
  await listen(server, host, port)
  port = (server.address() as AddressInfo).port
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/?token=${token}`,
    port,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // A page that watches a job holds its connection open for as long as the job runs.
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, () => resolve())
  })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new UsageError(`port ${port} on ${host} is taken by another program; choose another, or 0 for any`)
  if (error.code === "EACCES")
    return new UsageError(`port ${port} on ${host} may not be used; choose one above 1023, or 0 for any`)
  return error
}
