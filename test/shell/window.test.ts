import { chmodSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { runWindow } from "../../scripts/window.mjs"

/** A program in the place of Electron's. */
function program(source: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "assay-window-")), "electron.cjs")
  writeFileSync(file, `#!${process.execPath}\n${source}\n`)
  chmodSync(file, 0o755)
  return file
}

describe.skipIf(process.platform === "win32")("running the window", () => {
  it("ends without a word when the window is closed", async () => {
    expect(await runWindow(program("process.send('shown', () => process.exit(0))"), [])).toBeNull()
  })

  it("does not open a browser after a window that was there and crashed", async () => {
    expect(await runWindow(program("process.send('shown', () => process.exit(139))"), [])).toBeNull()
  })

  it("says why there was none", async () => {
    expect(await runWindow(program("process.exit(133)"), [])).toBe("Electron did not start (exit code 133)")
    expect(await runWindow(program("process.kill(process.pid, 'SIGTRAP')"), [])).toBe(
      "Electron did not start (SIGTRAP)",
    )
    expect(await runWindow("/nowhere/electron", [])).toMatch(/^Electron did not start: .*ENOENT/)
  })

  it("passes on the wish to end, and leaves no listener behind", async () => {
    const before = process.listenerCount("SIGTERM")
    const running = runWindow(
      program(
        "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); process.send('shown')",
      ),
      [],
    )
    expect(process.listenerCount("SIGTERM")).toBe(before + 1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    process.emit("SIGTERM", "SIGTERM")
    expect(await running).toBeNull()
    expect(process.listenerCount("SIGTERM")).toBe(before)
  })
})
