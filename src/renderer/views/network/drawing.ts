// biome-ignore-all lint/suspicious/noThenProperty: conditions of sigma's styles are written so
/** The graph on a canvas: sigma draws it with WebGL; what it looks like follows the painting, frame by frame. */
import Sigma from "sigma"
import {
  extremityArrow,
  type FragmentLayer,
  layerDashed,
  layerFill,
  layerPlain,
  pathLine,
  sdfCircle,
  sdfSquare,
} from "sigma/rendering"
import { FOLLOW, type Model } from "./graph-model.ts"
import type { Look, Palette } from "./paint.ts"

/** Whether WebGL is worked out by the processor, for want of a graphics card. */
function drawsInSoftware(canvas: HTMLCanvasElement): boolean {
  const context = canvas.getContext("webgl2")
  const told = context?.getExtension("WEBGL_debug_renderer_info")
  if (!context || !told) return false
  return /swiftshader|llvmpipe|software|basic render/i.test(
    String(context.getParameter(told.UNMASKED_RENDERER_WEBGL)),
  )
}

/** Whether the browser draws WebGL 2; without a graphics card many do so in software. */
export function canDraw(): boolean {
  try {
    const context = document.createElement("canvas").getContext("webgl2")
    // A page may hold only a few of them.
    context?.getExtension("WEBGL_lose_context")?.loseContext()
    return context !== null
  } catch {
    return false
  }
}

/** A ring just within the outline, where the account has a colour for one. */
function layerRing(): FragmentLayer {
  return {
    name: "ring",
    uniforms: [],
    attributes: [
      {
        name: "ringColour",
        size: 4,
        type: WebGL2RenderingContext.UNSIGNED_BYTE,
        normalized: true,
        source: "ring",
      },
    ],
    // Of small marks it leaves the middle, by which their colour is told.
    glsl: `
vec4 layer_ring(vec4 v_ringColour) {
  float width = min(2.5 * context.pixelToUV, 0.45);
  float inside = -context.sdf;
  float edge = context.aaWidth;
  float ring = 1.0 - smoothstep(width - edge, width + edge, inside);
  return v_ringColour * ring;
}
`,
  }
}

/** How the edges of each kind are told apart besides by colour: dashes and gaps in pixels. */
const DASH = [0, 7, 2, 0] as const
const GAP = [0, 4, 3, 0] as const
/** More are left out while the picture moves or the dial is turned: without a graphics card they take a second. */
const MANY_EDGES = 3000
const CLEAR = "#00000000"
/** Milliseconds of rest after which they are drawn again. */
const REST = 250
/** Of accounts and edges that are not next to the chosen one. */
const FAINT = 0.12

export interface DrawingOptions {
  readonly container: HTMLElement
  readonly model: Model
  readonly palette: Palette
  /** The look of the account at a place of the graph. */
  readonly look: (at: number) => Look
  readonly onChoose: (account: number | null) => void
  readonly animates: boolean
}

export interface Drawing {
  /** Draws these accounts as they look now. */
  repaint(accounts: readonly string[]): void
  /** After accounts were moved in the model. */
  replace(): void
  choose(account: string | null): void
  zoom(factor: number): void
  /** By shares of the width and height. */
  pan(right: number, down: number): void
  fit(): void
  /** Brings an account into the picture if it is not. */
  show(account: string): void
  /** The picture as it is, on the colour of the page. */
  picture(): HTMLCanvasElement
  end(): void
}

const MOVE = 180

function boxOf(model: Model): { x: [number, number]; y: [number, number] } {
  const box: ReturnType<typeof boxOf> = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] }
  model.forEachNode((_, attributes) => {
    for (const axis of ["x", "y"] as const) {
      box[axis][0] = Math.min(box[axis][0], attributes[axis])
      box[axis][1] = Math.max(box[axis][1], attributes[axis])
    }
  })
  return box
}

/** A style by the kind of an edge. */
function byKind<Value>(value: (kind: number) => Value) {
  return { attribute: "kind", dict: Object.fromEntries(DASH.map((_, kind) => [kind, value(kind)])) }
}

/** Writes down how accounts look; silently, since sigma is told by whoever calls. */
function wear(
  model: Model,
  accounts: readonly string[],
  look: DrawingOptions["look"],
  palette: Palette,
): void {
  for (const account of accounts) {
    const attributes = model.getNodeAttributes(account)
    const { colour, isSquare, isFlagged } = look(attributes.at)
    attributes.colour = colour
    attributes.shape = isSquare ? "square" : "circle"
    attributes.ring = isFlagged ? palette.ring : CLEAR
    // Whoever is flagged is not to lie below the others.
    attributes.height = isFlagged ? 1 : 0
  }
}

export function draw({ container, model, palette, look, onChoose, animates }: DrawingOptions): Drawing {
  const duration = animates ? MOVE : 0
  wear(model, model.nodes(), look, palette)
  const isLarge = model.size > MANY_EDGES
  const kinds = new Set(model.mapEdges((_, { kind }) => kind))
  const hasDashes = [...kinds].some((kind) => DASH[kind]! > 0)
  const sigma = new Sigma(model, container, {
    primitives: {
      nodes: {
        shapes: [sdfCircle(), sdfSquare()],
        variables: { ring: { type: "color", default: CLEAR } },
        layers: [layerFill(), layerRing()],
      },
      edges: {
        paths: [pathLine()],
        extremities: kinds.has(FOLLOW) ? [extremityArrow()] : [],
        variables: {
          dash: { type: "number", default: 0 },
          gap: { type: "number", default: 0 },
          ink: { type: "color", default: CLEAR },
        },
        // Every edge runs every layer, so those that no edge needs are left out.
        layers: hasDashes
          ? [
              layerPlain(),
              layerDashed({
                dashSize: { attribute: "dash", mode: "pixels" },
                gapSize: { attribute: "gap", mode: "pixels" },
                dashColor: { attribute: "ink" },
              }),
            ]
          : [layerPlain()],
      },
    },
    customNodeState: { isNear: false, isFaint: false },
    customEdgeState: { isNear: false, isFaint: false },
    // No style is a function: sigma would work it out anew for everything whenever a pointer comes or the picture moves.
    styles: {
      nodes: [
        {
          x: { attribute: "x" },
          y: { attribute: "y" },
          size: { attribute: "size" },
          label: { attribute: "label" },
          labelColor: palette.label,
          color: { attribute: "colour" },
          shape: { attribute: "shape" },
          ring: { attribute: "ring" },
          zIndex: { attribute: "height" },
          cursor: "pointer",
          labelVisibility: { whenState: "isHovered", then: "visible", else: "auto" },
          backdropVisibility: "hidden",
        },
        {
          whenState: { isFaint: true, isHovered: false },
          then: { opacity: FAINT, labelVisibility: "hidden" },
        },
        {
          whenState: "isHighlighted",
          then: { size: { attribute: "chosenSize" }, labelVisibility: "visible", depth: "topNodes" },
        },
      ],
      edges: [
        {
          size: { attribute: "size" },
          color: byKind((kind) => (DASH[kind]! > 0 ? CLEAR : palette.edge[kind]!)),
          ink: byKind((kind) => palette.edge[kind]!),
          dash: byKind((kind) => DASH[kind]!),
          gap: byKind((kind) => GAP[kind]!),
          head: byKind((kind) => (kind === FOLLOW ? "arrow" : "none")),
          tail: { whenData: "isMutual", then: "arrow", else: "none" },
          opacity: isLarge ? 0.35 : 0.6,
        },
        { whenState: "isFaint", then: { opacity: 0.04 } },
        { whenState: "isNear", then: { opacity: 0.9, depth: "topEdges" } },
      ],
      stage: { background: palette.surface },
    },
    settings: {
      itemSizesReference: "screen",
      enableNodeDrag: true,
      enableEdgeEvents: false,
      stagePadding: 24,
      minEdgeThickness: 0.5,
      hideEdgesOnMove: isLarge,
      antialiasEdges: !isLarge,
      hideLabelsOnMove: true,
      labelDensity: 0.6,
      labelRenderedSizeThreshold: 7,
      zoomDuration: duration,
      inertiaDuration: animates ? 200 : 0,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      allowInvalidContainer: true,
    },
  })
  // The picture keeps its measure while an account is dragged beyond the others.
  const measure = () => sigma.setCustomBBox(boxOf(model))
  measure()
  sigma.on("clickNode", ({ node }) => onChoose(Number(node)))
  sigma.on("clickStage", () => onChoose(null))
  const captor = sigma.getMouseCaptor()
  let resting = 0
  const reordered: string[] = []
  /** Draws without edges, until nothing moves any more. */
  function hurry(): void {
    if (!isLarge) return
    captor.isMoving = true
    window.clearTimeout(resting)
    resting = window.setTimeout(() => {
      captor.isMoving = false
      // Whoever is flagged now comes to lie above the others.
      sigma.scheduleRefresh({ partialGraph: { nodes: reordered.splice(0) } })
    }, REST)
  }
  const camera = sigma.getCamera()
  camera.on("updated", hurry)
  const isSlow = isLarge && drawsInSoftware(sigma.getStageCanvas())
  if (isSlow) {
    sigma.on("enterNode", hurry)
    sigma.on("leaveNode", hurry)
  }
  // At the end of a drag sigma would read the whole graph again, merely to draw its edges: hurry does that at rest.
  captor.on("mouseup", () => {
    if (captor.draggedEvents === 0) return
    hurry()
    queueMicrotask(() => {
      captor.draggedEvents = 0
    })
  })
  let chosen: string | null = null
  const near = (node: string | null) =>
    node === null
      ? { nodes: [], edges: [] }
      : { nodes: [...new Set([node, ...model.neighbors(node)])], edges: model.edges(node) }
  return {
    repaint(places) {
      hurry()
      wear(model, places, look, palette)
      if (isLarge) reordered.push(...places)
      sigma.scheduleRefresh({ partialGraph: { nodes: [...places] }, skipIndexation: isLarge })
    },
    replace() {
      hurry()
      measure()
      // Edges end where their accounts are.
      sigma.scheduleRefresh({ partialGraph: { nodes: model.nodes() } })
    },
    choose(node) {
      if (isSlow) hurry()
      const next = node !== null && model.hasNode(node) ? node : null
      const isFaint = next !== null
      const old = near(chosen)
      // From one account to another only their neighbours change, not everything.
      const wereFaint = chosen !== null
      sigma.setNodesState(wereFaint === isFaint ? old.nodes : model.nodes(), { isNear: false, isFaint })
      sigma.setEdgesState(wereFaint === isFaint ? old.edges : model.edges(), { isNear: false, isFaint })
      if (chosen !== null) sigma.setNodeState(chosen, { isHighlighted: false })
      chosen = next
      const { nodes, edges } = near(chosen)
      sigma.setNodesState(nodes, { isNear: true, isFaint: false })
      sigma.setEdgesState(edges, { isNear: true, isFaint: false })
      if (chosen !== null) sigma.setNodeState(chosen, { isHighlighted: true })
    },
    zoom(factor) {
      void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration })
    },
    pan(right, down) {
      const { x, y, ratio } = camera.getState()
      void camera.animate({ x: x + right * ratio, y: y - down * ratio }, { duration })
    },
    fit() {
      void camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration })
    },
    show(node) {
      const data = sigma.getNodeDisplayData(node)
      if (!data) return
      const { width, height } = sigma.getDimensions()
      const at = sigma.framedGraphToViewport(data)
      const isInside = at.x > 20 && at.y > 20 && at.x < width - 20 && at.y < height - 20
      if (!isInside) void camera.animate({ x: data.x, y: data.y }, { duration })
    },
    picture() {
      captor.isMoving = false
      // What WebGL drew can be read only until the browser has shown it.
      sigma.refresh({ skipIndexation: true })
      const stage = sigma.getStageCanvas()
      const canvas = document.createElement("canvas")
      canvas.width = stage.width
      canvas.height = stage.height
      const context = canvas.getContext("2d")!
      context.fillStyle = palette.surface
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.drawImage(stage, 0, 0)
      return canvas
    },
    end() {
      window.clearTimeout(resting)
      sigma.kill()
    },
  }
}
