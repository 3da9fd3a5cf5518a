/** Draws a chart once more, as it stands on the screen, on another canvas and in another size. */
import { BasicPlatform, Chart, type ChartConfiguration, type ChartItem, type Scale } from "chart.js"

interface Target {
  /** A canvas, or what stands in for one. */
  readonly canvas: ChartItem
  /** Device pixels for a pixel of the page. */
  readonly density: number
}

/** `use` is called while the drawing exists; afterwards it is taken down. */
export function drawAgain<Result>(shown: Chart, { canvas, density }: Target, use: () => Result): Result {
  const drawn = new Chart(canvas, copyOf(shown, density))
  try {
    return use()
  } finally {
    drawn.destroy()
  }
}

function copyOf(shown: Chart, density: number): ChartConfiguration {
  const { config } = shown
  const options = config.options ?? {}
  const copy = {
    type: "type" in config ? config.type : "scatter",
    // The platform without a page: nothing listens, nothing resizes.
    platform: BasicPlatform,
    plugins: [...(config.plugins ?? [])],
    data: {
      ...config.data,
      // Lines are kept as Path2D unless their segments have a style of their own, and an SVG cannot read those.
      datasets: config.data.datasets.map((dataset) => ({
        ...dataset,
        data: [...dataset.data],
        segment: {},
      })),
    },
    options: {
      ...options,
      responsive: false,
      animation: false,
      devicePixelRatio: density,
      events: [],
      plugins: { ...options.plugins, tooltip: { enabled: false }, zoom: false },
      // What is zoomed in on stays so.
      scales: Object.fromEntries(
        Object.entries(shown.scales).map(([id, scale]) => [
          id,
          { ...options.scales?.[id], ...rangeOf(scale) },
        ]),
      ),
    },
  }
  return copy as unknown as ChartConfiguration
}

const rangeOf = ({ min, max }: Scale) => ({ min, max })
