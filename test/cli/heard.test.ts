import { describe, expect, it } from "vitest"
import { hearing } from "../../src/cli/heard.ts"

/** What is heard on a stream, and what stands there. */
function onStream(isTTY = false) {
  const written: string[] = []
  const write = (text: string) => written.push(text) > 0
  return { heard: hearing({ isTTY, write } as unknown as NodeJS.WriteStream), written }
}

describe("what a plug-in says", () => {
  it("is told when it is said first, and at the end with how often", () => {
    const { heard, written } = onStream()
    heard.hear("late.py: no posts")
    expect(written).toEqual(["late.py: no posts\n"])
    // In turn with another, as warnings of one batch are.
    for (let i = 1; i < 1234; i++) for (const line of ["no posts", "no texts"]) heard.hear(`late.py: ${line}`)
    heard.hear("late.py: done")
    const first = ["late.py: no posts\n", "late.py: no texts\n", "late.py: done\n"]
    expect(written).toEqual(first)
    heard.end()
    expect(written).toEqual([
      ...first,
      "late.py: no posts (1,234 times)\n",
      "late.py: no texts (1,233 times)\n",
    ])
  })

  it("takes the place of a progress line, and does not run into it", () => {
    const { heard, written } = onStream(true)
    heard.hear("late.py: no posts")
    expect(written).toEqual(["\r\u001b[2Klate.py: no posts\n"])
  })

  it("cannot steer the terminal", () => {
    const { heard, written } = onStream()
    heard.hear("late.py: \u001b[2J")
    expect(written).toEqual(["late.py: \\u001b[2J\n"])
  })

  it("is remembered of the last hundred different lines, and of no line told twice without its count", () => {
    const { heard, written } = onStream()
    heard.hear("again")
    heard.hear("again")
    for (let i = 1; i <= 99; i++) heard.hear(`line ${i}`)
    expect(written).not.toContain("again (2 times)\n")
    heard.hear("line 100")
    expect(written.slice(-2)).toEqual(["line 100\n", "again (2 times)\n"])
    heard.hear("again")
    heard.end()
    expect(written.slice(-2)).toEqual(["again (2 times)\n", "again\n"])
  })
})
