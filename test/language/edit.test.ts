import { describe, expect, it } from "vitest"
import { editNote, MAX_NOTE_TOKENS } from "../../src/core/population/language/index.ts"
import { stage } from "../../src/core/random/streams.ts"
import { machine, noteOf, person, similarity } from "./samples.ts"

function edited(source: Uint16Array, editRate: number, number: number): Uint16Array {
  const out = new Uint16Array(MAX_NOTE_TOKENS)
  const random = stage("edit", "notes").at(number)
  return out.slice(0, editNote(source, 0, source.length, editRate, person, random, out, 0))
}

describe("editNote", () => {
  const sources = Array.from({ length: 100 }, (_, i) =>
    noteOf({ ...machine, topic: i % 8, language: i % 2 }, i),
  )

  it("copies literally at rate 0", () => {
    for (const source of sources) expect(edited(source, 0, 1)).toEqual(source)
  })

  it("is the same for the same stream", () => {
    expect(edited(sources[0], 0.2, 9)).toEqual(edited(sources[0], 0.2, 9))
  })

  it("leaves less in common the higher the rate", () => {
    const mean = (rate: number) =>
      sources.reduce((sum, source, i) => sum + similarity(source, edited(source, rate, i)), 0) /
      sources.length
    const [light, middle, heavy] = [mean(0.02), mean(0.1), mean(0.3)]
    expect(light).toBeGreaterThan(0.85)
    expect(middle).toBeLessThan(light)
    expect(heavy).toBeLessThan(middle)
    expect(heavy).toBeLessThan(0.4)
  })

  it("never yields an empty or overlong note", () => {
    const longest = new Uint16Array(MAX_NOTE_TOKENS).fill(sources[0][0])
    for (const source of [...sources, longest, sources[0].slice(0, 1)]) {
      const length = edited(source, 1, source.length).length
      expect(length).toBeGreaterThan(0)
      expect(length).toBeLessThanOrEqual(MAX_NOTE_TOKENS)
    }
  })

  it("reads and writes at the places it is given", () => {
    const column = Uint16Array.from([...sources[0], ...sources[1]])
    const out = new Uint16Array(2 * MAX_NOTE_TOKENS).fill(7)
    const random = stage("edit", "notes").at(1)
    const end = editNote(column, sources[0].length, column.length, 0, person, random, out, 50)
    expect(out.slice(50, end)).toEqual(sources[1])
    expect(out[49]).toBe(7)
    expect(out[end]).toBe(7)
  })
})
