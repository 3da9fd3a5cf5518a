/** Lays a graph out on a thread of its own, so that the page stays at hand; tells how far it is. */
import { type LayoutInput, layOut } from "./layout.ts"

export interface LayoutNews {
  /** Of the iterations, in [0, 1]. */
  readonly done: number
  /** x and y of each node. */
  readonly places: Float32Array
}

/** Milliseconds between news. */
const BETWEEN = 120

self.onmessage = ({ data }: MessageEvent<LayoutInput>) => {
  const layout = layOut(data)
  let told = performance.now()
  const tell = (done: number) => {
    told = performance.now()
    self.postMessage({ done, places: layout.places() } satisfies LayoutNews)
  }
  tell(0)
  for (let k = 1; k <= layout.iterations; k++) {
    layout.step()
    if (k === layout.iterations || performance.now() - told > BETWEEN) tell(k / layout.iterations)
  }
}
