/**
 * Pictures that no camera took and no image model made: screenshots, collages, price tags, slides of text. People post
 * many. Flat areas, hard edges and letters give them other slopes than scenes have, and no noise.
 */
import type { Random } from "../../random/streams.ts"
import { aboutMedian, bell } from "./bell.ts"
import { addInk } from "./optics.ts"
import { scatterScene } from "./scene.ts"
import type { Spectrum } from "./spectrum.ts"

/** Fills `out` with the spectrum of a screenshot or a graphic. */
export function drawScreen(random: Random, out: Spectrum): void {
  const layout = {
    contrast: aboutMedian(40, 0.6, random),
    exponent: 2 + 0.3 * bell(random),
    bend: 0.08 * bell(random),
    texture: 0.2,
  }
  scatterScene(layout, random, out)
  addInk(out, aboutMedian(0.5, 0.9, random))
}
