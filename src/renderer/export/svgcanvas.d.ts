/** The part of svgcanvas that is used here; it comes without types. */
declare module "svgcanvas" {
  /** Draws like a canvas's context and keeps an SVG of what was drawn. */
  export interface SvgContext extends CanvasRenderingContext2D {
    getSvg(): SVGSVGElement
  }
  interface Size {
    readonly width: number
    readonly height: number
  }
  export const Context: new (size: Size) => SvgContext
  /** Stands in for a canvas. */
  export const Element: new (size: Size) => { getContext(kind: "2d"): SvgContext }
}
