/** Where the window was when it was closed, so that it opens there again. */
import { readFileSync, writeFileSync } from "node:fs"
import type { BrowserWindow, Rectangle } from "electron"

const START = { width: 1360, height: 900 }

type State = Partial<Rectangle> & { width: number; height: number }

/** What is not there or makes no sense is taken as not said. */
export function readState(file: string, screens: readonly Rectangle[]): State {
  try {
    const { x, y, width, height } = JSON.parse(readFileSync(file, "utf8")) as Rectangle
    const isWhole = [x, y, width, height].every(Number.isInteger) && width >= 400 && height >= 300
    // A screen may have been unplugged since.
    const isSeen = screens.some(
      (screen) =>
        x < screen.x + screen.width && x + width > screen.x && y < screen.y + screen.height && y >= screen.y,
    )
    return isWhole && isSeen ? { x, y, width, height } : START
  } catch {
    return START
  }
}

export function keepState(window: BrowserWindow, file: string): void {
  window.on("close", () => {
    try {
      writeFileSync(file, JSON.stringify(window.getNormalBounds()))
    } catch {
      // The next window opens in its first place; nothing is lost.
    }
  })
}
