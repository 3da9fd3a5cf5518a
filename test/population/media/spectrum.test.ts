import { describe, expect, it } from "vitest"
import { compress, shrink } from "../../../src/core/population/media/damage.ts"
import { addResidue, FAMILY_COUNT, generate } from "../../../src/core/population/media/generator.ts"
import { addInk, addNoise, blur, sharpen } from "../../../src/core/population/media/optics.ts"
import { scatterScene } from "../../../src/core/population/media/scene.ts"
import {
  emptySpectrum,
  FREQUENCIES,
  type Spectrum,
  writeLogPower,
} from "../../../src/core/population/media/spectrum.ts"
import { forward, frame, upload } from "../../../src/core/population/media/upload.ts"
import { stage } from "../../../src/core/random/streams.ts"
import { combOf, slopeOf } from "../../../src/core/realism/media-spectrum.ts"

const random = () => stage("test", "media").at(1)

/** A pure power law: `contrast` is the power density at one cycle a pixel if it fell with the square. */
function powerLaw(exponent: number, contrast = 45): Spectrum {
  const spectrum = emptySpectrum()
  scatterScene({ contrast, exponent, bend: 0, texture: 0 }, random(), spectrum)
  return spectrum
}

function logPowerOf(spectrum: Spectrum): Float32Array {
  const log = new Float32Array(16)
  writeLogPower(spectrum, log, 0)
  return log
}

const powerOf = (spectrum: Spectrum) =>
  spectrum.map((white, band) => white / (FREQUENCIES[band] * FREQUENCIES[band]))

describe("a scene", () => {
  it("of a pure power law gives back its exponent and its contrast", () => {
    for (const exponent of [1.4, 2, 2.7]) {
      const log = logPowerOf(powerLaw(exponent, 60))
      expect(slopeOf(log, 0)).toBeCloseTo(-exponent, 5)
      // At 1/8 cycle a pixel, where contrast is told, 60 * 8 * 8.
      expect(10 ** log[3]).toBeCloseTo(60 * 64, 1)
    }
  })

  it("draws nothing from its stream where it has no texture", () => {
    const [one, other] = [random(), random()]
    scatterScene({ contrast: 1, exponent: 2, bend: 0.1, texture: 0 }, one, emptySpectrum())
    expect(one()).toBe(other())
  })
})

describe("optics", () => {
  it("blur to 1/e of the power at its cutoff, and to nearly nothing beyond", () => {
    const spectrum = powerLaw(2)
    const before = spectrum.slice()
    blur(spectrum, FREQUENCIES[5])
    expect(spectrum[5] / before[5]).toBeCloseTo(Math.exp(-1), 10)
    expect(spectrum[15] / before[15]).toBeLessThan(0.001)
  })

  it("sharpen the highest frequency by the square of one and the strength", () => {
    const spectrum = powerLaw(2)
    const before = spectrum.slice()
    sharpen(spectrum, 0.5)
    expect(spectrum[15] / before[15]).toBeCloseTo(2.25, 10)
    expect(spectrum[0] / before[0]).toBeLessThan(1.01)
  })

  it("add white noise of the same density to all bands", () => {
    const spectrum = powerLaw(2)
    const before = powerOf(spectrum)
    addNoise(spectrum, 3)
    for (const [band, power] of powerOf(spectrum).entries()) expect(power - before[band]).toBeCloseTo(9, 6)
  })

  it("add ink whose power falls with the frequency, not its square", () => {
    const spectrum = powerLaw(2)
    const before = powerOf(spectrum)
    addInk(spectrum, 1)
    const ink = powerOf(spectrum).map((power, band) => power - before[band])
    expect(ink[3] / ink[7]).toBeCloseTo(2, 6)
  })
})

describe("a generator", () => {
  it("leaves no residue at no strength, and more the stronger it is", () => {
    for (let family = 0; family < FAMILY_COUNT; family++) {
      const [none, weak, strong] = [0, 0.5, 2].map((strength) => {
        const spectrum = powerLaw(2)
        addResidue(spectrum, family, strength)
        return spectrum
      })
      expect(none).toEqual(powerLaw(2))
      const distance = (spectrum: Spectrum) =>
        spectrum.reduce((sum, white, band) => sum + Math.abs(Math.log(white / none[band])), 0)
      expect(distance(weak)).toBeGreaterThan(0.1)
      expect(distance(strong)).toBeCloseTo(4 * distance(weak), 6)
    }
  })

  it("of cells of eight pixels puts teeth at the multiples of an eighth of a cycle", () => {
    const spectrum = powerLaw(2)
    addResidue(spectrum, 0, 1)
    expect(combOf(logPowerOf(spectrum), 0)).toBeGreaterThan(combOf(logPowerOf(powerLaw(2)), 0) + 0.1)
  })

  it("makes different pictures of one family, and the same of one stream", () => {
    const made = [1, 1, 2].map((number) => {
      const spectrum = emptySpectrum()
      generate(3, stage("test", "generate").at(number), spectrum)
      return spectrum
    })
    expect(made[0]).toEqual(made[1])
    expect(made[0]).not.toEqual(made[2])
  })
})

describe("damage", () => {
  it("of no kind leaves a picture as it is", () => {
    const spectrum = powerLaw(2.2)
    shrink(spectrum, 1, 0.2)
    compress(spectrum, 100)
    expect(spectrum).toEqual(powerLaw(2.2))
  })

  it("never makes a picture larger", () => {
    const spectrum = powerLaw(2.2)
    shrink(spectrum, 1.7, 0.2)
    expect(spectrum).toEqual(powerLaw(2.2))
    for (const pass of [upload, forward, frame])
      for (const pixels of [400, 1200, 5000])
        expect(pass(powerLaw(2), pixels, random())).toBeLessThanOrEqual(pixels)
  })

  it("by resizing keeps the fall of a natural picture, whose scale nobody can tell", () => {
    for (const exponent of [1.7, 2, 2.3])
      for (const scale of [0.35, 0.5, 0.8]) {
        const spectrum = powerLaw(exponent)
        const before = logPowerOf(spectrum)
        shrink(spectrum, scale, 0)
        const after = logPowerOf(spectrum)
        // Turned about its contrast, a steeper picture has more power at a frequency that was lower.
        const shift = (2 - exponent) * Math.log10(scale)
        for (let band = 0; band < 5; band++) expect(after[band] - before[band]).toBeCloseTo(shift, 1.7)
      }
  })

  it("by resizing brings back no detail: nothing exceeds what lay at the frequency it came from", () => {
    const spectrum = powerLaw(2)
    addResidue(spectrum, 3, 2)
    const before = spectrum.slice()
    shrink(spectrum, 0.5, 0)
    for (let band = 1; band < 16; band += 2)
      expect(spectrum[band]).toBeLessThanOrEqual(before[(band - 1) / 2] * (1 + 1e-12))
  })

  it("by resizing moves a tooth to a higher frequency", () => {
    const spectrum = powerLaw(2)
    spectrum[3] *= 10
    shrink(spectrum, 0.5, 0)
    expect(spectrum[7] / spectrum[3]).toBeGreaterThan(5)
  })

  it("by careless resizing folds high frequencies back", () => {
    const [careful, careless] = [0, 0.2].map((leak) => {
      const spectrum = powerLaw(2)
      shrink(spectrum, 0.4, leak)
      return spectrum
    })
    expect(careless[15]).toBeGreaterThan(careful[15] * 1.2)
    expect(careless[0] / careful[0]).toBeLessThan(1.001)
  })

  it("by fine compression adds a twelfth of the step's square, and that of rounding", () => {
    const spectrum = powerLaw(2, 1e8)
    const before = powerOf(spectrum)
    compress(spectrum, 90)
    // At quality 90 the first step is 12 / 5 gray levels.
    expect(powerOf(spectrum)[0] - before[0]).toBeCloseTo((2.4 * 2.4) / 12 + 1 / 12, 0)
  })

  it("by coarse compression takes faint high frequencies away and leaves rounding", () => {
    const spectrum = powerLaw(2, 0.05)
    compress(spectrum, 30)
    expect(powerOf(spectrum)[14]).toBeCloseTo(1 / 12, 3)
  })

  it("by compression leaves the less the lower the quality", () => {
    const left = [95, 80, 60, 40].map((quality) => {
      const spectrum = powerLaw(2, 20)
      compress(spectrum, quality)
      return spectrum[13]
    })
    for (const [k, power] of left.slice(1).entries()) expect(power).toBeLessThan(left[k])
  })

  it("by compression shows the edges of its blocks where upsampling leaves its teeth", () => {
    const spectrum = powerLaw(2.2, 15)
    const before = combOf(logPowerOf(spectrum), 0)
    compress(spectrum, 45)
    expect(combOf(logPowerOf(spectrum), 0)).toBeGreaterThan(before + 0.02)
  })
})
