/**
 * What a picture shows, as far as a perceptual hash sees it: the 8 by 8 lowest coefficients of its cosine transform,
 * and the 64 bits that say which of them lie above their median (pHash: Zauner 2010; PDQ does the same with 256).
 *
 * A picture that is used again is the same content, edited. A crop and a label are linear in the coefficients, so they
 * are computed and not imitated: a crop mixes each axis by integrals of cosines, a label adds a rectangle.
 */
import type { Random } from "../../random/streams.ts"
import { bell } from "./bell.ts"

/** Coefficients an axis, and of the picture; row v, column u at v * SIDE + u. */
export const SIDE = 8
export const COEFFICIENTS = SIDE * SIDE

export type Content = Float64Array

/** Standard deviation of a coefficient: amplitude falls with the frequency, as power does with its square. */
const AMPLITUDES = Float64Array.from({ length: COEFFICIENTS }, (_, k) => {
  const u = k % SIDE
  const v = Math.floor(k / SIDE)
  return k === 0 ? 0 : 1 / Math.sqrt(u * u + v * v)
})

/** Mean brightness, which lies above every other coefficient in any picture. */
const BRIGHTNESS = 4

export function drawContent(random: Random, out: Content): void {
  for (let k = 0; k < COEFFICIENTS; k++) out[k] = AMPLITUDES[k] * bell(random)
  out[0] = BRIGHTNESS
}

/** Sine by the cosine, the one of the two that streams and pictures may rely on bit for bit. */
const sin = (x: number) => Math.cos(x - Math.PI / 2)

/** Integral of cos(x t) for t from 0 to 1. */
const meanCosine = (x: number) => (x === 0 ? 1 : sin(x) / x)

const mixer = new Float64Array(COEFFICIENTS)
const half = new Float64Array(COEFFICIENTS)

/** Fills `mixer` so that coefficient u of the cropped axis is the sum over w of mixer[u * SIDE + w] times w's. */
function mixAxis(from: number, length: number): void {
  for (let w = 0; w < SIDE; w++) {
    const shift = Math.PI * w * from
    const cosShift = Math.cos(shift)
    const sinShift = sin(shift)
    for (let u = 0; u < SIDE; u++) {
      // Projection of cos(pi w (from + length t)) on cos(pi u t), for t from 0 to 1.
      const sum = Math.PI * (u + w * length)
      const difference = Math.PI * (u - w * length)
      const even = (meanCosine(sum) + meanCosine(difference)) / 2
      const odd = (meanSine(sum) - meanSine(difference)) / 2
      mixer[u * SIDE + w] = (u === 0 ? 1 : 2) * (cosShift * even - sinShift * odd)
    }
  }
}

/** Integral of sin(x t) for t from 0 to 1. */
const meanSine = (x: number) => (x === 0 ? 0 : (1 - Math.cos(x)) / x)

/** Keeps the part of the picture that begins at (left, top) and is `length` of each side long; all in [0, 1]. */
export function crop(content: Content, left: number, top: number, length: number): void {
  mixAxis(left, length)
  for (let v = 0; v < SIDE; v++)
    for (let u = 0; u < SIDE; u++) {
      let sum = 0
      for (let w = 0; w < SIDE; w++) sum += mixer[u * SIDE + w] * content[v * SIDE + w]
      half[v * SIDE + u] = sum
    }
  mixAxis(top, length)
  for (let v = 0; v < SIDE; v++)
    for (let u = 0; u < SIDE; u++) {
      let sum = 0
      for (let w = 0; w < SIDE; w++) sum += mixer[v * SIDE + w] * half[w * SIDE + u]
      content[v * SIDE + u] = sum
    }
}

/** Adds a rectangle of `brightness` over what is there: a caption, a sticker, a watermark. */
export function label(
  content: Content,
  left: number,
  top: number,
  width: number,
  height: number,
  brightness: number,
): void {
  for (let v = 0; v < SIDE; v++) {
    const row = (v === 0 ? 1 : 2) * stretch(v, top, height)
    for (let u = 0; u < SIDE; u++) {
      content[v * SIDE + u] += brightness * row * (u === 0 ? 1 : 2) * stretch(u, left, width)
    }
  }
}

/** Integral of cos(pi u t) for t from `from` to `from + length`. */
function stretch(u: number, from: number, length: number): number {
  if (u === 0) return length
  return (sin(Math.PI * u * (from + length)) - sin(Math.PI * u * from)) / (Math.PI * u)
}

/** Left becomes right: coefficients of odd columns change their sign. */
export function mirror(content: Content): void {
  for (let k = 1; k < COEFFICIENTS; k += 2) content[k] = -content[k]
}

/** A filter of light and colour, or another compression: every coefficient moves by up to `strength` of what is usual. */
export function tone(content: Content, strength: number, random: Random): void {
  for (let k = 1; k < COEFFICIENTS; k++) content[k] += strength * AMPLITUDES[k] * bell(random)
}

/** Coefficients as whole numbers, so that comparing is subtracting: a branch that nobody can predict costs more. */
const fixed = new Int32Array(COEFFICIENTS)
const UNIT = 2 ** 20

/** Writes the hash as two words, high first, to `out` from `at`: bit k is set where coefficient k exceeds the median. */
export function writeHash(content: Content, out: Uint32Array, at: number): void {
  for (let k = 0; k < COEFFICIENTS; k++) fixed[k] = content[k] * UNIT
  const threshold = halving()
  for (let word = 0; word < 2; word++) {
    let bits = 0
    for (let k = 0; k < 32; k++) bits = (bits << 1) | exceeds(fixed[word * 32 + k], threshold)
    out[at + word] = bits >>> 0
  }
}

/** 1 where the value is above the threshold: the sign of a difference. */
const exceeds = (value: number, threshold: number) => (threshold - value) >>> 31

/** Least and greatest that a coefficient can be, and a first guess between them: medians lie near 0. */
const LOWEST = -128 * UNIT
const HIGHEST = 128 * UNIT

/** A value that half of `fixed` exceed. Any such value sets the same bits as the median, and is found by counting. */
function halving(): number {
  let low = LOWEST
  let high = HIGHEST
  let width = UNIT / 16
  let guess = 0
  while (high - low > 1) {
    let above = 0
    for (let k = 0; k < COEFFICIENTS; k++) above += exceeds(fixed[k], guess)
    if (above === COEFFICIENTS / 2) break
    if (above > COEFFICIENTS / 2) low = guess
    else high = guess
    // Steps grow until the median is passed, then the span is halved.
    guess = high === HIGHEST ? low + width : low === LOWEST ? high - width : (low + high) >> 1
    guess = Math.min(HIGHEST - 1, Math.max(LOWEST + 1, guess))
    width *= 4
  }
  return guess
}
