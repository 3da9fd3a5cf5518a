/**
 * The workbench as a user opens it, for end-to-end tests: through the loopback server and Chromium, or through
 * Electron's window (npm run test:electron). What a test sees is a page in either case.
 *
 *   const workbench = await openWorkbench({ store })
 *   await workbench.page.getByRole("heading", { name: "Assay" }).waitFor()
 *   await workbench.close()
 */
import { type ChildProcess, execFile, spawn } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { _electron, chromium, type Page } from "playwright-core"
import { describe, inject } from "vitest"
import { root } from "../../scripts/build.mjs"

const TERMINAL = join(root, "bin/assay.mjs")
const START_SECONDS = 60

/** As describe; skipped, which the setup has told, where there is no browser to look through. */
export const describeWorkbench = describe.skipIf(inject("browser") === null)

/** A new, empty folder for runs. */
export function emptyStore(): string {
  return mkdtempSync(join(tmpdir(), "assay-store-"))
}

/** Simulates a scenario into a store, as a user would from the terminal. */
export async function simulate(store: string, scenario: string, ...options: string[]): Promise<void> {
  const command = [TERMINAL, "run", scenario, "--store", store, "--json", ...options]
  await promisify(execFile)(process.execPath, command, { cwd: root, maxBuffer: 1 << 26 })
}

export interface ServedWorkbench {
  /** With the token. */
  readonly url: string
  /** Kills it at once, as a crash would. */
  kill(): Promise<void>
  /** Ends it as Ctrl-C does; resolves with the exit code. */
  interrupt(): Promise<number | null>
}

export async function serve(store: string, port = 0): Promise<ServedWorkbench> {
  const command = [TERMINAL, "serve", "--port", String(port), "--store", store, "--no-open", "--no-first-run"]
  const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "inherit"] })
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    url: await printedAddress(child),
    kill: async () => void (await end("SIGKILL")),
    interrupt: () => end("SIGINT"),
  }
}

/** The first address on its standard output. */
export function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ""
    const limit = setTimeout(
      () => reject(new Error(`no address after ${START_SECONDS} s`)),
      START_SECONDS * 1000,
    )
    child.stdout?.on("data", (part) => {
      said += String(part)
      const [address] = said.match(/http:\/\/\S+(?=\n)/) ?? []
      if (!address) return
      clearTimeout(limit)
      resolve(address)
    })
    child.on("exit", (code) => {
      clearTimeout(limit)
      reject(new Error(`it ended with exit code ${code} before it told its address`))
    })
  })
}

export interface OpenOptions {
  readonly store: string
  /** Appended to the address, e.g. "#/accounts". */
  readonly fragment?: string
  readonly size?: { readonly width: number; readonly height: number }
}

export interface OpenWorkbench {
  readonly page: Page
  /** Null in Electron, which needs no server. */
  readonly server: ServedWorkbench | null
  /** What the page complained of: errors, failed requests, violations of the CSP. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export async function openWorkbench(options: OpenOptions): Promise<OpenWorkbench> {
  return inject("door") === "electron" ? openWindow(options) : openBrowser(options)
}

async function openBrowser({ store, fragment = "", size }: OpenOptions): Promise<OpenWorkbench> {
  const server = await serve(store)
  // Debian's Chromium has no sandbox for root, which is what a build machine often is.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : []
  const browser = await chromium.launch({ executablePath: inject("browser")!, args })
  const page = await browser.newPage({ viewport: size ?? { width: 1400, height: 950 } })
  const complaints = listen(page)
  await page.goto(server.url + fragment)
  return {
    page,
    server,
    complaints,
    async close() {
      await browser.close()
      await server.interrupt()
    },
  }
}

async function openWindow({ store, fragment, size }: OpenOptions): Promise<OpenWorkbench> {
  const app = await _electron.launch({
    executablePath: inject("browser")!,
    args: [root, "--no-first-run"],
    env: { ...(process.env as Record<string, string>), ASSAY_STORE: store },
  })
  const page = await app.firstWindow()
  const complaints = listen(page)
  if (size) await page.setViewportSize(size)
  if (fragment) await page.evaluate((hash) => window.location.assign(hash), fragment)
  return { page, server: null, complaints, close: () => app.close() }
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  return complaints
}
