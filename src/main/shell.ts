/** The Electron shell: one locked-down window on the same workbench that the server serves. */
import { join } from "node:path"
import { app, BrowserWindow, screen, session } from "electron"
import type { Answer } from "../api/workbench.ts"
import { lockDown } from "./lockdown.ts"
import { setMenu } from "./menu.ts"
import { ADDRESS, handleScheme, registerScheme } from "./scheme.ts"
import { keepState, readState } from "./window-state.ts"

export interface ShellParts {
  readonly answer: Answer
  readonly preloadFile: string
  /** Told when the window shows; what started us waits for it. */
  readonly onShown: () => void
  /** Cancels what still runs. */
  readonly close: () => Promise<void>
}

/** Resolves once the window is open, with false when it is another instance's. */
export async function startShell(parts: ShellParts): Promise<boolean> {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  registerScheme()
  app.on("second-instance", () => focusWindow())
  app.on("window-all-closed", () => app.quit())
  quitCleanly(parts)

  await app.whenReady()
  lockDown(session.defaultSession)
  handleScheme(parts.answer)
  setMenu(process.platform)
  await openWindow(parts)
  return true
}

async function openWindow({ preloadFile, onShown }: ShellParts): Promise<void> {
  const stateFile = join(app.getPath("userData"), "window.json")
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...readState(stateFile, screens),
    title: "Assay",
    show: false,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  keepState(window, stateFile)
  window.once("ready-to-show", () => {
    window.show()
    onShown()
  })
  await window.loadURL(ADDRESS)
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Workers are gone before the process is: quitting waits for them once. */
function quitCleanly({ close }: ShellParts): void {
  let isClosed = false
  app.on("before-quit", (event) => {
    if (isClosed) return
    event.preventDefault()
    isClosed = true
    void close()
      .catch((error: unknown) => console.error(error))
      .finally(() => app.quit())
  })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => app.quit())
}
