import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { CONTENT_SECURITY_POLICY, createWorkbench } from "../../src/api/workbench.ts"
import { fakeApi, fakeRun } from "../api/fakes.ts"

type StandIn = typeof import("./stand-in-electron.ts")
type Shell = typeof import("../../src/main/shell.ts")

let electron: StandIn
let shell: Shell
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const
let signalListeners: Map<string, NodeJS.SignalsListener[]>

beforeEach(async () => {
  vi.resetModules()
  vi.doMock("electron", () => import("./stand-in-electron.ts"))
  electron = (await import("electron")) as unknown as StandIn
  shell = await import("../../src/main/shell.ts")
  signalListeners = new Map(signals.map((signal) => [signal, process.listeners(signal)]))
})
afterEach(() => {
  for (const signal of signals)
    for (const listener of process.listeners(signal))
      if (!signalListeners.get(signal)?.includes(listener)) process.off(signal, listener)
})

// Other files run in this process, too.
afterAll(() => {
  for (const path of ["electron", "../../src/api/assemble.ts", "../../src/api/first-run.ts"])
    vi.doUnmock(path)
  vi.resetModules()
})

function rendererFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-renderer-"))
  mkdirSync(join(folder, "assets"))
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Assay</title>")
  writeFileSync(join(folder, "assets/main.js"), "export {}")
  return folder
}

async function start(change: Partial<Parameters<Shell["startShell"]>[0]> = {}) {
  const parts = fakeApi([fakeRun("a")])
  const told: string[] = []
  await shell.startShell({
    answer: createWorkbench(parts.api, rendererFolder()),
    preloadFile: "/assay/out/preload/index.cjs",
    onShown: () => told.push("shown"),
    close: async () => {
      told.push("closed")
    },
    ...change,
  })
  const [window] = electron.BrowserWindow.opened
  const ask = (address: string, init?: RequestInit) =>
    electron.protocol.handlers.get("assay")!(new Request(address, init))
  return { ...parts, told, window: window!, ask }
}

describe("the private scheme", () => {
  it("is registered with an origin of its own before Electron is ready", async () => {
    await start()
    expect(electron.protocol.wasReadyBefore).toBe(false)
    expect(electron.protocol.schemes).toEqual([
      { scheme: "assay", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ])
  })

  it("does not let a page go around the CSP", async () => {
    await start()
    expect(electron.protocol.schemes[0]?.privileges).not.toHaveProperty("bypassCSP")
  })

  it("answers with the built page and the same headers as the server", async () => {
    const { ask } = await start()
    const response = await ask("assay://workbench/")
    expect(await response.text()).toContain("<title>Assay</title>")
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8")
    expect(response.headers.get("content-security-policy")).toBe(CONTENT_SECURITY_POLICY)
    expect((await ask("assay://workbench/assets/main.js")).headers.get("content-type")).toMatch(
      /^text\/javascript/,
    )
  })

  it("answers with the same api as the server", async () => {
    const { ask, api } = await start()
    const response = await ask("assay://workbench/api/runs/a/columns")
    const direct = await api.request("/api/runs/a/columns")
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(await direct.arrayBuffer()))
  })

  it("starts a job and streams its events", async () => {
    const { ask, engine } = await start()
    const started = await ask("assay://workbench/api/jobs", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ scenario: "tiny" }),
    })
    const { id } = (await started.json()) as { id: string }
    const events = await ask(`assay://workbench/api/jobs/${id}/events`)
    engine.finish()
    expect(await events.text()).toContain('data: {"type":"done","run":"tiny-new"}')
  })

  it("answers to no other host and holds no file outside the page", async () => {
    const { ask } = await start()
    for (const address of [
      "assay://other/",
      "assay://workbench/nothing",
      "assay://workbench/..%2fpackage.json",
    ])
      expect((await ask(address)).status).toBe(404)
  })
})

describe("the window", () => {
  it("is sandboxed and isolated, and shows our page", async () => {
    const { window } = await start()
    expect(window.options.webPreferences).toEqual({
      preload: "/assay/out/preload/index.cjs",
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect(window.loaded).toEqual(["assay://workbench/"])
  })

  it("opens and shows when it is painted", async () => {
    const { told, window } = await start()
    expect([window.options.show, window.isShown]).toEqual([false, true])
    expect(told).toEqual(["shown"])
  })

  it("opens where it was closed, unless no screen shows that place any more", async () => {
    const { window } = await start()
    window.bounds = { x: 100, y: 50, width: 800, height: 600 }
    window.emit("close")
    const file = join(electron.app.userData, "window.json")
    const { readState } = await import("../../src/main/window-state.ts")
    expect(readState(file, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toEqual(window.bounds)
    const start1360 = { width: 1360, height: 900 }
    expect(readState(file, [{ x: 3000, y: 0, width: 1920, height: 1080 }])).toEqual(start1360)
    writeFileSync(file, readFileSync(file, "utf8").replace("800", '"wide"'))
    expect(readState(file, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toEqual(start1360)
  })

  it("is one: a second start brings it forward", async () => {
    const { window } = await start()
    window.minimized = true
    electron.app.emit("second-instance")
    expect([window.minimized, window.isFocused]).toEqual([false, true])
  })

  it("is not opened by the second start", async () => {
    electron.app.isFirst = false
    await start()
    expect([electron.BrowserWindow.opened.length, electron.app.quits]).toEqual([0, 1])
  })
})

describe("what a page may not do", () => {
  function navigation(url: string, isMainFrame = true) {
    return { url, isMainFrame, preventDefault: vi.fn() }
  }

  it.each([
    "https://evil.example/",
    "file:///etc/passwd",
    "assay://other/",
    "assay://workbench/api/health",
    "data:text/html,x",
  ])("is to go to %s", async (url) => {
    const { window } = await start()
    const event = navigation(url)
    window.webContents.emit("will-navigate", event)
    expect(event.preventDefault).toHaveBeenCalled()
  })

  it("is not to reload itself", async () => {
    const { window } = await start()
    const event = navigation("assay://workbench/#/accounts?run=a")
    window.webContents.emit("will-navigate", event)
    expect(event.preventDefault).not.toHaveBeenCalled()
  })

  it("is to be redirected, to navigate a frame, to embed a page", async () => {
    const { window } = await start()
    for (const [name, isMainFrame] of [
      ["will-redirect", true],
      ["will-frame-navigate", false],
      ["will-attach-webview", true],
    ] as const) {
      const event = navigation("https://evil.example/", isMainFrame)
      window.webContents.emit(name, event)
      expect(event.preventDefault, name).toHaveBeenCalled()
    }
  })

  it("is to open windows", async () => {
    const { window } = await start()
    expect(window.webContents.openHandler?.({ url: "assay://workbench/" })).toEqual({ action: "deny" })
  })

  it.each(["media", "geolocation", "notifications", "clipboard-read", "openExternal", "fileSystem"])(
    "is to use %s",
    async (permission) => {
      await start()
      const { onRequest, onCheck, onDevice } = electron.session.defaultSession
      const decide = vi.fn()
      onRequest?.({}, permission, decide)
      expect(decide.mock.calls).toEqual([[false]])
      expect(onCheck?.({}, permission)).toBe(false)
      expect(onDevice?.({})).toBe(false)
    },
  )
})

describe("the menu", () => {
  it("offers editing, zoom and the window by their roles", async () => {
    await start()
    const roles = electron.Menu.template.flatMap((item) =>
      Array.isArray(item.submenu) ? item.submenu.map((sub) => sub.role) : [item.role],
    )
    expect(roles).toEqual(
      expect.arrayContaining(["editMenu", "windowMenu", "zoomIn", "zoomOut", "resetZoom"]),
    )
  })
})

describe("quitting", () => {
  it("follows the last window and waits until the workers are gone", async () => {
    const { told } = await start()
    electron.app.emit("window-all-closed")
    expect(electron.app.quits).toBe(0)
    await vi.waitFor(() => expect(electron.app.quits).toBe(1))
    expect(told.filter((word) => word === "closed")).toHaveLength(1)
  })

  it("happens even when closing fails, which is told", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {})
    await start({ close: () => Promise.reject(new Error("a worker hangs")) })
    electron.app.quit()
    await vi.waitFor(() => expect(electron.app.quits).toBe(1))
    expect(told).toHaveBeenCalledWith(new Error("a worker hangs"))
    told.mockRestore()
  })

  it.each(signals)("follows %s", async (signal) => {
    await start()
    process.emit(signal)
    await vi.waitFor(() => expect(electron.app.quits).toBe(1))
  })
})

describe("Electron's entry", () => {
  /** Everything but the engine and the store is as it is in use. */
  async function enter(prepare: () => Promise<void>) {
    const { api } = fakeApi([fakeRun("a")])
    const places = { rendererFolder: rendererFolder(), preloadFile: "/assay/out/preload/index.cjs" }
    vi.doMock("../../src/api/assemble.ts", () => ({
      assemble: () => ({ api, places, close: async () => {} }),
    }))
    vi.doMock("../../src/api/first-run.ts", () => ({ ensureFirstRun: prepare, talkOn: () => ({}) }))
    await import("../../src/main/index.ts")
  }

  it("puts the api behind the window, and then makes the first run", async () => {
    const prepare = vi.fn(async () => {})
    await enter(prepare)
    await vi.waitFor(() => expect(electron.BrowserWindow.opened[0]?.isShown).toBe(true))
    await vi.waitFor(() => expect(prepare).toHaveBeenCalledOnce())
    const answer = await electron.protocol.handlers.get("assay")!(new Request("assay://workbench/api/runs/a"))
    expect(await answer.json()).toMatchObject({ id: "a" })
    expect(electron.app.exits).toEqual([])
  })

  it("ends when it breaks, and says why", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {})
    await enter(() => Promise.reject(new TypeError("x is undefined")))
    await vi.waitFor(() => expect(electron.app.exits).toEqual([1]))
    expect(told).toHaveBeenCalledWith(new TypeError("x is undefined"))
    told.mockRestore()
  })
})

describe("the preload", () => {
  it("gives the page the platform and nothing else", async () => {
    await import("../../src/preload/index.ts")
    expect(electron.contextBridge.exposed).toEqual({ assayShell: { platform: process.platform } })
  })
})
