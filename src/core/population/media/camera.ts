/**
 * Pictures that a camera took: a scene, blurred (lens, shake, digital zoom), sharpened, and with the noise of the sensor.
 * How much of each, the phone says, and its owner's next picture shows again.
 */
import type { Random } from "../../random/streams.ts"
import { aboutMedian } from "./bell.ts"
import { addNoise, blur, sharpen } from "./optics.ts"
import { drawScene, scatterScene } from "./scene.ts"
import type { Spectrum } from "./spectrum.ts"

export interface Phone {
  /** Frequency at which the power has fallen to 1/e, cycles a pixel. */
  readonly sharpness: number
  readonly sharpening: number
  /** Gray levels. */
  readonly noise: number
  /** Pixels of the longer side. */
  readonly pixels: number
}

export function drawPhone(random: Random): Phone {
  return {
    sharpness: aboutMedian(0.8, 0.25, random),
    sharpening: aboutMedian(0.3, 0.5, random),
    noise: aboutMedian(1.3, 0.5, random),
    pixels: aboutMedian(2600, 0.3, random),
  }
}

/** Fills `out` with the spectrum of a picture that the phone took. */
export function photograph(phone: Phone, random: Random, out: Spectrum): void {
  scatterScene(drawScene(random), random, out)
  blur(out, phone.sharpness * aboutMedian(1, 0.25, random))
  sharpen(out, phone.sharpening * aboutMedian(1, 0.3, random))
  addNoise(out, phone.noise * aboutMedian(1, 0.5, random))
}
