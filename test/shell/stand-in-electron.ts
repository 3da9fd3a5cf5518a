/**
 * A STAND-IN for the `electron` module, for tests: it records what the shell asks of Electron and lets a test
 * play Electron's part. It has only what src/main and src/preload use; nothing here is Electron's own code.
 */
import { EventEmitter } from "node:events"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { CustomScheme, MenuItemConstructorOptions, Rectangle } from "electron"

type Handler = (request: Request) => Promise<Response>
type Decide = (granted: boolean) => void

class StandInContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler
  }
}

export class BrowserWindow extends EventEmitter {
  static opened: BrowserWindow[] = []
  static getAllWindows = () => BrowserWindow.opened
  readonly webContents = new StandInContents()
  readonly loaded: string[] = []
  isShown = false
  isFocused = false
  minimized = false
  bounds: Rectangle = { x: 10, y: 20, width: 1000, height: 700 }

  constructor(readonly options: Record<string, unknown>) {
    super()
    BrowserWindow.opened.push(this)
    app.emit("web-contents-created", {}, this.webContents)
  }
  async loadURL(url: string) {
    this.loaded.push(url)
    this.emit("ready-to-show")
  }
  show() {
    this.isShown = true
  }
  focus() {
    this.isFocused = true
  }
  restore() {
    this.minimized = false
  }
  isMinimized() {
    return this.minimized
  }
  getNormalBounds() {
    return this.bounds
  }
}

class StandInApp extends EventEmitter {
  readonly userData = mkdtempSync(join(tmpdir(), "assay-shell-"))
  isFirst = true
  isReady = false
  quits = 0
  exits: number[] = []
  requestSingleInstanceLock = () => this.isFirst
  getPath = (_name: string) => this.userData
  async whenReady() {
    this.isReady = true
  }
  /** As Electron does: asks first, and goes when nobody objects. */
  quit() {
    let isPrevented = false
    this.emit("before-quit", {
      preventDefault: () => {
        isPrevented = true
      },
    })
    if (!isPrevented) this.quits++
  }
  exit(code: number) {
    this.exits.push(code)
  }
}

export const app = new StandInApp()

export const protocol = {
  schemes: [] as CustomScheme[],
  wasReadyBefore: undefined as boolean | undefined,
  handlers: new Map<string, Handler>(),
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    protocol.schemes = schemes
    protocol.wasReadyBefore = app.isReady
  },
  handle(scheme: string, handler: Handler) {
    protocol.handlers.set(scheme, handler)
  },
}

export const session = {
  defaultSession: {
    onRequest: undefined as ((contents: unknown, permission: string, decide: Decide) => void) | undefined,
    onCheck: undefined as ((contents: unknown, permission: string) => boolean) | undefined,
    onDevice: undefined as ((details: unknown) => boolean) | undefined,
    setPermissionRequestHandler(handler: (contents: unknown, permission: string, decide: Decide) => void) {
      session.defaultSession.onRequest = handler
    },
    setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean) {
      session.defaultSession.onCheck = handler
    },
    setDevicePermissionHandler(handler: (details: unknown) => boolean) {
      session.defaultSession.onDevice = handler
    },
  },
}

export const Menu = {
  template: [] as MenuItemConstructorOptions[],
  buildFromTemplate(template: MenuItemConstructorOptions[]) {
    return template
  },
  setApplicationMenu(template: MenuItemConstructorOptions[]) {
    Menu.template = template
  },
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
}

export const contextBridge = {
  exposed: {} as Record<string, unknown>,
  exposeInMainWorld(name: string, value: unknown) {
    contextBridge.exposed[name] = value
  },
}
