/** The picture as a file: a title above it, and below it in words what the colours, shapes and lines mean. */
const MARGIN = 16
const LINE = 20

export async function pictureWithLegend(
  picture: HTMLCanvasElement,
  title: string,
  legend: Element | null,
): Promise<Blob> {
  const density = window.devicePixelRatio
  const style = getComputedStyle(document.body)
  const entries = [...(legend?.querySelectorAll("li") ?? [])]
  const whole = document.createElement("canvas")
  const context = whole.getContext("2d")!
  const width = picture.width / density
  const rows = rowsOf(context, entries, width, style.fontFamily)
  whole.width = picture.width
  whole.height = picture.height + density * (2 * MARGIN + LINE * (1 + rows.length))
  context.scale(density, density)
  context.fillStyle = style.backgroundColor
  context.fillRect(0, 0, whole.width, whole.height)
  context.drawImage(picture, 0, LINE + MARGIN, width, picture.height / density)
  context.fillStyle = style.color
  context.textBaseline = "middle"
  context.font = `600 15px ${style.fontFamily}`
  context.fillText(title, MARGIN, MARGIN)
  context.font = `12px ${style.fontFamily}`
  const top = LINE + MARGIN + picture.height / density + LINE / 2
  for (const [row, placed] of rows.entries()) {
    for (const { entry, x } of placed) {
      const sample = entry.querySelector("svg")
      const from = sample ? await drawSample(context, sample, x, top + row * LINE) : 0
      context.fillText(wordsOf(entry), x + from, top + row * LINE)
    }
  }
  const blob = await new Promise<Blob | null>((resolve) => whole.toBlob(resolve, "image/png"))
  if (!blob) throw new Error(`a picture of ${whole.width} by ${whole.height} pixels could not be made`)
  return blob
}

const wordsOf = (entry: Element) => (entry.textContent ?? "").replaceAll(/\s+/g, " ").trim()

/** Entries side by side, as many as fit. */
function rowsOf(
  context: CanvasRenderingContext2D,
  entries: readonly Element[],
  width: number,
  family: string,
) {
  context.font = `12px ${family}`
  const rows: { entry: Element; x: number }[][] = [[]]
  let x = MARGIN
  for (const entry of entries) {
    const needed = 34 + context.measureText(wordsOf(entry)).width + 18
    if (x > MARGIN && x + needed > width) {
      rows.push([])
      x = MARGIN
    }
    rows.at(-1)!.push({ entry, x })
    x += needed
  }
  return rows
}

/** Paints a legend's sign; returns how much room it took. */
async function drawSample(context: CanvasRenderingContext2D, sample: SVGElement, x: number, middle: number) {
  const copy = sample.cloneNode(true) as SVGElement
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg")
  copy.style.color = getComputedStyle(sample).color
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`
  await image.decode()
  context.drawImage(image, x, middle - image.height / 2)
  return image.width + 6
}
