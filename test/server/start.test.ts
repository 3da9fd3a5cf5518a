import { type ChildProcess, spawn } from "node:child_process"
import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import { root } from "../../scripts/build.mjs"
import { reasonAgainstWindow } from "../../scripts/electron-runtime.mjs"
import { printedAddress } from "./printed-address.ts"

const store = mkdtempSync(join(tmpdir(), "assay-start-"))
/** Scenarios of the same names as Assay's own, of which the first run is soon made. */
const scenarios = mkdtempSync(join(tmpdir(), "assay-start-scenarios-"))
copyFileSync(join(root, "simulations/tiny.yaml"), join(scenarios, "tiny.yaml"))
writeFileSync(
  join(scenarios, "quickstart.yaml"),
  "name: quickstart\naccounts: 1200\ndays: 7\nfusion: { learning: { accounts: 1000, prevalence: 0.1 } }\n",
)
const children: ChildProcess[] = []

/** Starts what `npm start` starts; without a display, so that no browser opens. */
function start(...args: string[]) {
  const places = { ASSAY_STORE: store, ASSAY_SCENARIOS: scenarios }
  const env = { ...process.env, ...places, DISPLAY: "", WAYLAND_DISPLAY: "" }
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs"), "--no-open", ...args], {
    cwd: root,
    env,
  })
  children.push(child)
  let said = ""
  child.stderr.on("data", (part) => {
    said += String(part)
  })
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve))
  return { child, ended, said: () => said }
}

afterEach(() => {
  for (const child of children) child.kill("SIGKILL")
})

describe("npm start", () => {
  it("serves the page and the api while it makes the first run, and ends with Ctrl-C", {
    timeout: 120_000,
  }, async () => {
    const { child, ended, said } = start("--browser")
    const address = await printedAddress(child)
    await expect
      .poll(said, { timeout: 100_000, interval: 200 })
      .toMatch(/Simulated quickstart: 1,200 accounts in/)
    expect(readdirSync(store).filter((name) => name.startsWith("quickstart-"))).toHaveLength(1)

    const opened = await fetch(address, { redirect: "manual" })
    const cookie = opened.headers.get("set-cookie")!.split(";")[0]!
    const page = await fetch(new URL(opened.headers.get("location")!, address))
    expect(await page.text()).toContain('<div id="root">')
    const runs = await fetch(new URL("/api/runs", address), { headers: { cookie } })
    expect(await runs.json()).toEqual([
      expect.objectContaining({ name: "quickstart", accounts: 1200 }),
      expect.objectContaining({ name: "tiny" }),
    ])

    child.kill("SIGINT")
    expect(await ended).toBe(0)
  })

  it("does not simulate again, and takes two Ctrl-C at once for one", async () => {
    const { child, ended, said } = start("--browser")
    await printedAddress(child)
    expect(said()).not.toContain("Simulated")
    // Held still meanwhile, so that both are there when it goes on.
    for (const signal of ["SIGSTOP", "SIGINT", "SIGTERM", "SIGCONT"] as const) child.kill(signal)
    expect(await ended).toBe(0)
  })

  it.runIf(process.platform === "linux")("says in one line why there is no window", async () => {
    const { child, said } = start()
    await printedAddress(child)
    expect(said().split("\n")).toContain(
      "No window, since there is no display; the workbench opens in the browser instead.",
    )
  })

  it("says which port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1")
    await new Promise((resolve) => other.once("listening", resolve))
    const { port } = other.address() as { port: number }
    const { ended, said } = start("--browser", "--port", String(port))
    expect(await ended).toBe(2)
    expect(said()).toContain(
      `port ${port} on 127.0.0.1 is taken by another program; choose another, or 0 for any\n`,
    )
    other.close()
  })

  it.each(["--help", "-h"])("explains its options with %s, and starts nothing", async (asked) => {
    const { child, ended, said } = start(asked)
    let printed = ""
    child.stdout.on("data", (part) => {
      printed += String(part)
    })
    expect(await ended).toBe(0)
    expect(said()).toBe("")
    for (const option of ["--browser", "--port NUMBER", "--no-open"])
      expect(printed).toContain(`\n  ${option} `)
  })

  it.each([["--port", "70000"], ["--port", "http"], ["--windowed"]])(
    "refuses %s %s in words",
    async (...args) => {
      const { ended, said } = start(...args)
      expect(await ended).toBe(2)
      expect(said()).toContain("usage: npm start -- [--browser] [--port NUMBER] [--no-open]")
    },
  )
})

describe("a window", () => {
  it("needs a display on Linux, and only there", () => {
    expect(reasonAgainstWindow("linux", {})).toBe("there is no display")
    expect(reasonAgainstWindow("darwin", {})).toBeNull()
    expect(reasonAgainstWindow("win32", {})).toBeNull()
  })

  it.runIf(process.getuid?.() === 0)("is not opened for root, whom Electron's sandbox does not serve", () => {
    expect(reasonAgainstWindow("linux", { DISPLAY: ":0" })).toBe("Electron's sandbox does not start for root")
  })
})
