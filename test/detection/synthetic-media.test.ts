import { describe, expect, it } from "vitest"
import { BENDS, bendOf, slopeOf } from "../../src/core/detection/content/spectrum.ts"
import { syntheticMedia } from "../../src/core/detection/content/synthetic-media.ts"
import { betaBinomialSurprise, combinedSurprise } from "../../src/core/detection/tails.ts"
import { SPECTRUM_BANDS } from "../../src/core/evidence/evidence.ts"
import { expectClose } from "../evaluation/expect-close.ts"
import { DAY, frequencyOf, type HandAccount, type HandMedia, judge } from "./hand-made.ts"
import { reference } from "./reference.ts"
import { randomOf } from "./texts.ts"

const random = randomOf("media")
const times = <Value>(count: number, make: (i: number) => Value) =>
  Array.from({ length: count }, (_, i) => make(i))
const anyHash = (): [number, number] => [Math.floor(2 ** 32 * random()), Math.floor(2 ** 32 * random())]

/** A power law of any slope about -2 and of any brightness, with a twentieth of noise; `trace` is added to one band. */
function picture(trace = 0, band = 11): HandMedia {
  const slope = -2 + 0.6 * (random() - 0.5)
  const level = 4 + 2 * random()
  const spectrum = times(SPECTRUM_BANDS, (k) => {
    return level + slope * Math.log10(frequencyOf(k)) + 0.05 * (random() - 0.5) + (k === band ? trace : 0)
  })
  return { hash: anyHash(), spectrum }
}

const showing = (media: readonly HandMedia[]): HandAccount => ({
  posts: media.map((item, i) => ({ time: i * DAY, media: item })),
})
const person = () => showing(times(6, () => picture()))

describe("spectra", () => {
  it.each(reference.slope)("have SciPy's slope, case %#", ({ spectrum, slope }) => {
    expectClose(slopeOf(spectrum, 0), slope, 1e-9)
  })

  it("do not bend when they follow a power law, whatever its slope, and bend by what is added to a band", () => {
    for (const slope of [-3, -2, -1.3]) {
      const spectrum = times(SPECTRUM_BANDS, (k) => 5 + slope * Math.log10(frequencyOf(k)))
      expectClose(slopeOf(spectrum, 0), slope, 1e-9)
      for (let bend = 0; bend < BENDS; bend++) expectClose(bendOf(spectrum, 0, bend, slope), 0, 1e-9)
      spectrum[12] = spectrum[12]! + 0.3
      expectClose(bendOf(spectrum, 0, 11, slope), 0.3, 1e-9)
      expectClose(bendOf(spectrum, 0, 10, slope), -0.15, 1e-9)
    }
  })

  it("give away a trace that an account's pictures have in common", async () => {
    const accounts = [showing(times(6, () => picture(0.15))), ...times(60, person)]
    const { score, feature } = await judge(syntheticMedia, accounts)
    expect(feature("strangestBand", 0)).toBe(12 / 32)
    expect(feature("bandDeviation", 0)).toBeGreaterThan(4)
    expect(score[0]!).toBeGreaterThan(Math.max(...score.subarray(1)))
    expectClose(feature("slope", 0), -2, 0.2)
  })

  it("are usual when all have the trace, as after one platform's recompression", async () => {
    const { feature } = await judge(
      syntheticMedia,
      times(60, () => showing(times(6, () => picture(0.5, 7)))),
    )
    expect(Math.max(...times(60, (account) => feature("spectrumSurprise", account)))).toBeLessThan(6)
  })

  it("are judged in images only, in four or more, and among twenty accounts or more", async () => {
    const videos = showing(times(6, () => ({ ...picture(0.5), kind: "video" as const })))
    const three = showing(times(3, () => picture(0.5)))
    const { feature } = await judge(syntheticMedia, [videos, three, ...times(40, person)])
    expect(feature("spectrumSurprise", 0)).toBeNaN()
    expect(feature("spectrumSurprise", 1)).toBeNaN()
    const few = await judge(syntheticMedia, times(19, person))
    expect(few.feature("spectrumSurprise", 3)).toBeNaN()
    expect(few.score[3]!).not.toBeNaN()
  })
})

describe("covers", () => {
  it("that recur within an account are counted, up to eight bits apart", async () => {
    const [high, low] = anyHash()
    const near = (bits: number): HandMedia => ({ hash: [(high ^ (2 ** bits - 1)) >>> 0, low] })
    const { feature } = await judge(syntheticMedia, [
      showing([near(0), near(8), picture(), near(0)]),
      showing([near(0), near(9), picture(), picture()]),
    ])
    expect(feature("reused", 0)).toBe(2)
    expect(feature("reused", 1)).toBe(0)
    expect(feature("media", 0)).toBe(4)
  })

  it("that several accounts share are found, and those shared again and again told apart", async () => {
    const stock = times(5, anyHash)
    const fromStock = () => showing([...stock.map((hash) => ({ hash })), picture()])
    const meme = showing([{ hash: stock[0] }, picture(), picture(), picture()])
    const { feature, pairs } = await judge(syntheticMedia, [fromStock(), fromStock(), meme, person()])
    expect(feature("shared", 0)).toBe(5)
    expect(feature("repeated", 0)).toBe(5)
    expect(feature("partners", 0)).toBe(2)
    expect(feature("shared", 2)).toBe(1)
    expect(feature("repeated", 2)).toBe(0)
    expect(feature("shared", 3)).toBe(0)
    expect([pairs["synthetic-media"]!.a[0], pairs["synthetic-media"]!.b[0]]).toEqual([0, 1])
  })

  it("that say they were made by AI are counted, and EXIF is reported", async () => {
    const { feature } = await judge(syntheticMedia, [
      showing([
        { ...picture(), provenance: "generated" },
        { ...picture(), provenance: "captured", exif: true },
        picture(),
        picture(),
      ]),
    ])
    expect(feature("declared", 0)).toBe(1)
    expect(feature("exifShare", 0)).toBe(0.25)
  })
})

describe("the score", () => {
  it("joins the tests by Fisher's method, one half at eight nats", async () => {
    const hash = anyHash()
    const { feature, score } = await judge(syntheticMedia, [
      showing([{ hash }, { hash }, { hash, provenance: "generated" }, picture()]),
    ])
    const nats = combinedSurprise([
      betaBinomialSurprise(1, 4, 0.0022, 5),
      betaBinomialSurprise(2, 4, 0.02, 10),
      betaBinomialSurprise(0, 4, 0.02, 10),
    ])
    expect(feature("reused", 0)).toBe(2)
    expectClose(score[0]!, nats / (nats + 8), 1e-6)
  })

  it("is missing for two covers, and for posts of text", async () => {
    const { score } = await judge(syntheticMedia, [
      showing([picture(), picture()]),
      { posts: times(9, (i) => ({ time: i })) },
      {},
    ])
    expect([...score].every(Number.isNaN)).toBe(true)
  })

  it("has reasons with numbers", async () => {
    const hash = anyHash()
    const { features } = await judge(syntheticMedia, [showing(times(6, () => ({ hash })))])
    const row = syntheticMedia.features.map(({ id }) => features["synthetic-media"]![id]![0]!)
    const [first] = syntheticMedia.reasons(row, { shareAtOrAbove: () => 0.02 })
    expect(first!.text).toBe(
      "5 of 6 covers are like an earlier one of the account, as many as in 1 in 50 accounts",
    )
  })
})
