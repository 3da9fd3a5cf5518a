/** A note says the same on every thread, whatever the thread wrote first: what is kept between notes depends on nothing. */
import { expect, it, vi } from "vitest"
import { EN, person, ZH } from "./samples.ts"

const NOTES = 40

/** Notes of a style, written by a thread that has written some of another style before. */
async function notesAfter(first: object, then: object): Promise<number[][]> {
  vi.resetModules()
  const { noteOf } = await import("./samples.ts")
  for (let number = 0; number < NOTES; number++) noteOf({ ...person, ...first }, number)
  return Array.from({ length: NOTES }, (_, number) => [...noteOf({ ...person, ...then }, number)])
}

// Each two round to the same tenth, and their halves, of which phrases are drawn, do not.
it.each([
  [ZH, 1.06, 1.14],
  [EN, 1.06, 1.14],
  [EN, 1.26, 1.34],
])("in language %i: with a skew of %f first, then %f", async (language, one, other) => {
  const style = (vocabularySkew: number) => ({ language, vocabularySkew })
  const alone = await notesAfter(style(other), style(other))
  expect(await notesAfter(style(one), style(other))).toEqual(alone)
})
