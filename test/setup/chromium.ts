/**
 * Before the end-to-end tests: is there a browser to run them in? Without one they are skipped and say so;
 * where CI is set that is a failure, since nobody would notice.
 */
import { existsSync } from "node:fs"
import type {} from "vitest"
import type { TestProject } from "vitest/node"
import { findRuntime } from "../../scripts/electron-runtime.mjs"

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the program, or null when there is none. */
    browser: string | null
    /** Which door the tests go through. */
    door: "chromium" | "electron"
  }
}

const CANDIDATES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

/** ASSAY_CHROMIUM names another one. */
function findChromium(): string | null {
  const named = process.env.ASSAY_CHROMIUM
  return (named ? [named] : CANDIDATES).find((path) => existsSync(path)) ?? null
}

export default function setup(project: TestProject): void {
  const door = process.env.ASSAY_DOOR === "electron" ? "electron" : "chromium"
  const browser = door === "electron" ? findRuntime() : findChromium()
  if (!browser) {
    const message = `the end-to-end tests need ${door === "electron" ? "Electron's runtime" : "Chromium"}, which is not here`
    if (process.env.CI || door === "electron") throw new Error(message)
    console.warn(`SKIPPED: ${message}. Install it, or name it in ASSAY_CHROMIUM.`)
  }
  project.provide("browser", browser)
  project.provide("door", door)
}
