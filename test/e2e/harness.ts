/** Opens the built workbench as a user would: a server on a store of its own and a real browser, or the window. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { type Browser, chromium, _electron as electron, type Locator, type Page } from "playwright-core"
import { inject } from "vitest"
import type { RunReport } from "../../src/core/report.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..")
const cli = join(root, "out/main/cli.js")

const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

export const browserPath = inject("browser")
export const door = inject("door")

export interface Workbench {
  readonly page: Page
  /** The finished run of `tiny`; empty without one. The window has one of the quickstart besides. */
  readonly run: string
  /** The folder of its runs. */
  readonly store: string
  /** The terminal's own report of that run. */
  readonly report: RunReport | null
  /** Errors that the page logged or threw, and requests that left the machine. Empty when all is well. */
  readonly complaints: string[]
  /** Ends the server as a crash would; only behind the browser's door. */
  killServer(): Promise<void>
  close(): Promise<void>
}

export interface WorkbenchOptions {
  readonly withRun: boolean
  /** The folder of scenarios, for a test that saves some; the ones that Assay comes with unless told. */
  readonly scenarios?: string
  /** Puts other runs into the store. */
  readonly prepare?: (store: string) => Promise<void>
  /** Largest file that the server may write, in blocks of 512 bytes: beyond it, writing fails as on a full disk. */
  readonly fileBlocks?: number
}

export async function openWorkbench({
  withRun,
  scenarios,
  prepare,
  fileBlocks,
}: WorkbenchOptions): Promise<Workbench> {
  const store = mkdtempSync(join(tmpdir(), "assay-e2e-"))
  const report = withRun ? await putTinyRun(store) : null
  await prepare?.(store)
  const run = readdirSync(store).find((name) => name.startsWith("tiny-")) ?? ""
  const environment = {
    ...process.env,
    // Nothing that a test consents to is remembered for the one who runs it.
    ASSAY_CONFIG: join(store, ".config"),
    ...(scenarios === undefined ? {} : { ASSAY_SCENARIOS: scenarios }),
  }
  const opened =
    door === "electron"
      ? await openWindow(store, environment)
      : await openBrowser(store, environment, fileBlocks)
  const { page } = opened
  page.setDefaultTimeout(20_000)
  const complaints = watch(page, opened.host)
  await opened.show()
  await page.getByRole("heading", { name: "Assay" }).waitFor()
  return {
    page,
    run,
    store,
    report,
    complaints,
    killServer: opened.killServer,
    async close() {
      await opened.close()
      rmSync(store, { recursive: true, force: true })
    },
  }
}

function watch(page: Page, origin: string): string[] {
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(`threw: ${error.message}`))
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`logged: ${message.text()}`)
  })
  page.on("request", (request) => {
    const { host, protocol } = new URL(request.url())
    if (host !== origin && protocol.startsWith("http")) complaints.push(`asked for ${request.url()}`)
  })
  return complaints
}

/** What the page remembers. The tour has a test of its own; to the others it would be in the way. */
const REMEMBERED = [
  { name: "assay.language", value: "en" },
  { name: "assay.tour", value: "seen" },
]

interface Opened extends Pick<Workbench, "page" | "killServer" | "close"> {
  /** Whom alone the page may ask. */
  readonly host: string
  /** Loads the page, with what is REMEMBERED. */
  show(): Promise<unknown>
}

async function openBrowser(
  store: string,
  environment: NodeJS.ProcessEnv,
  fileBlocks?: number,
): Promise<Opened> {
  const server = await startServer(store, environment, fileBlocks)
  const { host, origin } = new URL(server.url)
  try {
    const context = await (await theBrowser()).newContext({
      viewport: { width: 1280, height: 800 },
      locale: "en-US",
      colorScheme: "light",
      storageState: { cookies: [], origins: [{ origin, localStorage: REMEMBERED }] },
    })
    const page = await context.newPage()
    return {
      page,
      host,
      show: () => page.goto(server.url),
      killServer: () => end(server.process, "SIGKILL"),
      async close() {
        await context.close()
        await end(server.process, "SIGTERM")
      },
    }
  } catch (error) {
    await end(server.process, "SIGKILL")
    throw error
  }
}

let running: Promise<Browser> | undefined
/**
 * One for all files that this process runs, each of which has a context of its own, with nothing in its storage.
 * It ends with the process.
 */
async function theBrowser(): Promise<Browser> {
  if (!(await running)?.isConnected())
    running = chromium.launch({ executablePath: browserPath!, args: BROWSER_ARGUMENTS })
  return running!
}

async function openWindow(store: string, environment: NodeJS.ProcessEnv): Promise<Opened> {
  const app = await electron.launch({
    executablePath: browserPath!,
    args: [root],
    env: { ...environment, ASSAY_STORE: store } as Record<string, string>,
  })
  const page = await app.firstWindow()
  return {
    page,
    host: new URL(page.url()).host,
    async show() {
      await page.evaluate((remembered) => {
        for (const { name, value } of remembered) window.localStorage.setItem(name, value)
      }, REMEMBERED)
      await page.reload()
    },
    killServer: () => Promise.reject(new Error("the window has no server to end")),
    close: () => app.close(),
  }
}

async function startServer(
  store: string,
  env: NodeJS.ProcessEnv,
  fileBlocks?: number,
): Promise<{ url: string; process: ChildProcess }> {
  const limit = fileBlocks === undefined ? "" : `ulimit -f ${fileBlocks}; `
  const args = [cli, "serve", "--port", "0", "--store", store, "--no-open", "--no-first-run"]
  const server = spawn("sh", ["-c", `${limit}exec "$0" "$@"`, process.execPath, ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  return new Promise((resolve, reject) => {
    server.stderr.on("data", (data) => {
      said += String(data)
    })
    server.stdout.on("data", (data) => {
      said += String(data)
      const url = said.match(/http:\/\/\S+/)?.[0]
      if (url) resolve({ url, process: server })
    })
    server.on("exit", (code, signal) => {
      const message = `the server ended with ${signal ?? `code ${code}`} and said:\n${said}`
      // Nobody asked it to end: whoever reads the failures that follow needs to know why it did.
      if (!server.killed) console.error(message)
      reject(new Error(message))
    })
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once("exit", () => resolve())
    child.kill(signal)
  })
}

/** Goes to a place by its fragment, e.g. "#/accounts". */
export async function visit(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, fragment)
}

/** What an element says. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? ""
}

/** The number that a figure shows: "1,234" and "12.3%" as 1234 and 12.3. */
export async function shownNumber(page: Page, testId: string): Promise<number> {
  const text = await textOf(page.getByTestId(testId).first())
  const number = Number(text.replace(/[,%]/g, ""))
  if (Number.isNaN(number)) throw new Error(`${testId} shows "${text}", which is no number`)
  return number
}

/** Lets what follows the pointer be drawn. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        window.requestAnimationFrame(() => window.requestAnimationFrame(() => resolve())),
      ),
  )
}
