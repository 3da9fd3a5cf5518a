/**
 * One picture on its way: what it shows, its spectrum, its size in pixels, and what happened to it. Pictures are made
 * one after another in the same buffers, for a population has more of them than anything else.
 */
import type { Random } from "../../random/streams.ts"
import { type Phone, photograph } from "./camera.ts"
import { COEFFICIENTS, type Content, crop, drawContent, label, mirror, tone } from "./content.ts"
import { applyFilter, launder } from "./editing.ts"
import { generate, pixelsOf } from "./generator.ts"
import { drawScreen } from "./screen.ts"
import { emptySpectrum, type Spectrum } from "./spectrum.ts"
import { forward, frame, upload } from "./upload.ts"

/** What made a picture's pixels. */
export const MAKERS = ["none", "camera", "screen", "generator"] as const
export const [NOBODY, CAMERA, SCREEN, GENERATOR] = MAKERS.keys()

export class Picture {
  readonly content: Content = new Float64Array(COEFFICIENTS)
  readonly spectrum: Spectrum = emptySpectrum()
  /** Index into MAKERS. */
  maker = NOBODY
  /** Whether it was filtered, forwarded, laundered or used again, so that its file's own data are gone. */
  handled = false
  #pixels = 0

  photograph(phone: Phone, random: Random): void {
    this.#begin(CAMERA, phone.pixels, random)
    photograph(phone, random, this.spectrum)
  }

  screenshot(random: Random): void {
    this.#begin(SCREEN, SCREEN_PIXELS, random)
    drawScreen(random, this.spectrum)
  }

  generate(family: number, random: Random): void {
    this.#begin(GENERATOR, pixelsOf(family), random)
    generate(family, random, this.spectrum)
  }

  /** It becomes the cover of a video. */
  frame(random: Random): void {
    this.#pixels = frame(this.spectrum, this.#pixels, random)
    this.handled = true
  }

  filter(random: Random): void {
    applyFilter(this.spectrum, random)
    this.handled = true
  }

  forward(random: Random): void {
    this.#pixels = forward(this.spectrum, this.#pixels, random)
    this.handled = true
  }

  launder(random: Random): void {
    this.#pixels *= launder(this.spectrum, random)
    this.handled = true
  }

  /**
   * Somebody uses it again: compressed once more, perhaps cut and labelled. Whoever evades cuts more and may mirror it.
   */
  reuse(evasion: number, random: Random): void {
    tone(this.content, AGAIN, random)
    if (random() < CROPPED + (1 - CROPPED) * evasion) {
      const length = 1 - (MOST_CROPPED + 0.1 * evasion) * random()
      crop(this.content, (1 - length) * random(), (1 - length) * random(), length)
    }
    if (random() < LABELLED) {
      const width = 0.15 + 0.5 * random()
      const height = 0.04 + 0.12 * random()
      label(this.content, (1 - width) * random(), (1 - height) * random(), width, height, 4 * random() - 2)
    }
    if (random() < MIRRORED * evasion) mirror(this.content)
    this.forward(random)
  }

  upload(random: Random): void {
    this.#pixels = upload(this.spectrum, this.#pixels, random)
  }

  #begin(maker: number, pixels: number, random: Random): void {
    this.maker = maker
    this.handled = false
    this.#pixels = pixels
    drawContent(random, this.content)
  }
}

const SCREEN_PIXELS = 1600

/** How far saving and compressing again moves a low coefficient, of its usual size. */
const AGAIN = 0.03

/** Share of the re-uses that are cut, by at most this much of a side; that carry a label; that an evader mirrors. */
const CROPPED = 0.3
const MOST_CROPPED = 0.1
const LABELLED = 0.3
const MIRRORED = 0.5
