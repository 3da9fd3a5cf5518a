import { describe, expect, it } from "vitest"
import { progressLine } from "../../src/cli/talk.ts"

/** What a progress line writes to a stream. */
function written(isTTY: boolean, every?: number): string {
  const texts: string[] = []
  const stream = { isTTY, write: (text: string) => texts.push(text) > 0 } as unknown as NodeJS.WriteStream
  const progress = progressLine(stream, every)
  progress.show("roster", 0.019)
  progress.show("evidence", 0.5)
  progress.clear()
  return texts.join("")
}

describe("progress", () => {
  const ERASE = "\r\u001b[2K"

  it("writes over one line of a terminal, and leaves it empty", () => {
    const shown = written(true).split(ERASE)
    expect(shown).toEqual(["", "  1 % roster", expect.stringMatching(/^ 50 % evidence, \d+ s left$/), ""])
  })

  it("is silent elsewhere, or tells a line every so often", () => {
    expect(written(false)).toBe("")
    expect(written(false, 3600)).toBe("")
    expect(written(false, 0)).toMatch(/^ {2}1 % roster\n 50 % evidence, \d+ s left\n$/)
  })
})
