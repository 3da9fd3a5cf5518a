/**
 * Joins the parts of a saved SVG, and writes what svgcanvas drew in words that programs beyond the browser know:
 * Inkscape, Illustrator and office programs place text by its baseline only and know no colours with eight digits.
 */

const SVG = "http://www.w3.org/2000/svg"

/** From a line's named height down to its baseline, in ems; about the same in all the page's fonts. */
const BASELINE: Readonly<Record<string, string>> = {
  central: "0.35em",
  "text-before-edge": "0.85em",
  hanging: "0.85em",
  "text-after-edge": "-0.2em",
}

interface Place {
  readonly x: number
  readonly y: number
}

export function tidySvg(around: SVGSVGElement, inner: SVGSVGElement, { x, y }: Place, title: string): string {
  const whole = around.cloneNode(true) as SVGSVGElement
  const chart = document.createElementNS(SVG, "g")
  chart.setAttribute("transform", `translate(${x} ${y})`)
  chart.append(...inner.childNodes)
  whole.append(chart)
  const [width, height] = [whole.getAttribute("width"), whole.getAttribute("height")]
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`)
  whole.setAttribute("role", "img")
  const name = document.createElementNS(SVG, "title")
  name.textContent = title
  whole.prepend(name)
  for (const element of whole.querySelectorAll("*")) tidy(element)
  nameClips(whole)
  dropEmpty(whole)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`
}

function tidy(element: Element): void {
  for (const { name, value } of [...element.attributes])
    if (value === "" || value === "undefined" || value === "null") element.removeAttribute(name)
  if (element.getAttribute("transform") === "matrix(1 0 0 1 0 0)") element.removeAttribute("transform")
  const baseline = element.getAttribute("dominant-baseline")
  if (baseline !== null) {
    element.removeAttribute("dominant-baseline")
    const shift = BASELINE[baseline]
    if (shift) element.setAttribute("dy", shift)
  }
  for (const paint of ["fill", "stroke"] as const) partOpacity(element, paint)
  const path = element.getAttribute("d")
  // A hundredth of a pixel is more than anybody sees, except that a circle is an arc which ends short of its beginning.
  if (path && !path.includes("A"))
    element.setAttribute("d", path.trim().replaceAll(/-?\d+\.\d{3,}(e-?\d+)?/g, hundredths))
}

const hundredths = (number: string) => String(Math.round(Number(number) * 100) / 100)

function partOpacity(element: Element, paint: "fill" | "stroke"): void {
  const found = element.getAttribute(paint)?.match(/^(#[0-9a-f]{6})([0-9a-f]{2})$/i)
  if (!found) return
  const opacity = Number.parseInt(found[2]!, 16) / 255
  const own = Number(element.getAttribute(`${paint}-opacity`) ?? 1)
  element.setAttribute(paint, found[1]!)
  element.setAttribute(`${paint}-opacity`, (opacity * own).toFixed(3))
}

/** svgcanvas draws their names at random; the same picture is the same file. */
function nameClips(whole: Element): void {
  const names = new Map<string, string>()
  for (const clip of whole.querySelectorAll("clipPath")) {
    const name = `clip${names.size + 1}`
    names.set(`url(#${clip.id})`, `url(#${name})`)
    clip.id = name
  }
  for (const element of whole.querySelectorAll("[clip-path]")) {
    const name = names.get(element.getAttribute("clip-path") ?? "")
    if (name) element.setAttribute("clip-path", name)
  }
}

/** Groups that nothing was drawn in, and paths that were begun and left. */
function dropEmpty(whole: Element): void {
  for (const element of [...whole.querySelectorAll("g, path, defs")].reverse())
    if (element.childNodes.length === 0 && !element.hasAttribute("d")) element.remove()
}
