// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the picture takes the keys that move it
/** The picture itself: drawn by sigma, moved by pointer and keyboard, told to screen readers in words. */
import { ActionIcon, Tooltip } from "@mantine/core"
import { useReducedMotion } from "@mantine/hooks"
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react"
import type { NetworkGraph } from "../../../api/contract.ts"
import { useT } from "../../i18n/index.ts"
import { goTo } from "../../state/location.ts"
import { type Drawing, draw } from "./drawing.ts"
import { type Model, modelOf, moveTo } from "./graph-model.ts"
import type { Looks } from "./use-looks.ts"

interface GraphCanvasProps {
  readonly graph: NetworkGraph
  readonly places: Float32Array
  readonly looks: Looks
  readonly label: string
  readonly chosen: number | null
  readonly onChoose: (account: number | null) => void
  readonly drawing: RefObject<Drawing | null>
}

const PAN = 0.12
const ZOOM = 1.4

export function GraphCanvas({ graph, places, looks, label, chosen, onChoose, drawing }: GraphCanvasProps) {
  const t = useT()
  const animates = !useReducedMotion(undefined, { getInitialValueInEffect: false })
  const container = useRef<HTMLDivElement>(null)
  const model = useRef<{ graph: NetworkGraph; model: Model } | null>(null)
  const choose = useRef(onChoose)
  choose.current = onChoose

  // Positions live in the model, so that another theme finds the accounts where they were dragged.
  if (model.current?.graph !== graph) model.current = { graph, model: modelOf(graph, places) }
  useEffect(() => {
    const drawn = draw({
      container: container.current!,
      model: model.current!.model,
      palette: looks.palette,
      look: looks.at,
      onChoose: (account) => choose.current(account),
      animates,
    })
    drawing.current = drawn
    return () => {
      drawn.end()
      drawing.current = null
    }
  }, [graph, looks, animates])
  const drawnPlaces = useRef(places)
  useEffect(() => {
    if (drawnPlaces.current === places) return
    drawnPlaces.current = places
    moveTo(model.current!.model, graph.accounts, places)
    drawing.current?.replace()
  }, [graph, places])
  useEffect(() => {
    drawing.current?.choose(chosen === null ? null : String(chosen))
  }, [graph, looks, animates, chosen])

  /** The account so many places further on in a list, round its end. */
  function further(list: readonly number[], by: number): void {
    if (list.length === 0) return
    const at = chosen === null ? -1 : list.indexOf(chosen)
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length
    onChoose(list[next]!)
    drawing.current?.show(String(list[next]!))
  }

  function nextNeighbour(): void {
    if (chosen === null) return
    const joined = model.current!.model.neighbors(String(chosen)).map(Number)
    further([...new Set(joined)], 1)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    const keys: Record<string, () => void> = {
      ArrowLeft: () => drawing.current?.pan(-PAN, 0),
      ArrowRight: () => drawing.current?.pan(PAN, 0),
      ArrowUp: () => drawing.current?.pan(0, -PAN),
      ArrowDown: () => drawing.current?.pan(0, PAN),
      "+": () => drawing.current?.zoom(ZOOM),
      "=": () => drawing.current?.zoom(ZOOM),
      "-": () => drawing.current?.zoom(1 / ZOOM),
      "0": () => drawing.current?.fit(),
      n: () => further(graph.accounts, 1),
      p: () => further(graph.accounts, -1),
      j: nextNeighbour,
      Enter: () => chosen !== null && goTo({ view: "accounts", account: chosen }),
      Escape: () => onChoose(null),
    }
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <div className="network-canvas">
      <div
        ref={container}
        className="network-stage"
        role="application"
        aria-roledescription={t("network.graph.role")}
        aria-label={label}
        aria-describedby="network-keys"
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid="network-graph"
      />
      <div className="network-tools">
        <Tool label={t("network.zoomIn")} sign="+" onPress={() => drawing.current?.zoom(ZOOM)} />
        <Tool label={t("network.zoomOut")} sign="−" onPress={() => drawing.current?.zoom(1 / ZOOM)} />
        <Tool label={t("network.fit")} sign="⤢" onPress={() => drawing.current?.fit()} />
      </div>
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly sign: string
  readonly onPress: () => void
}

function Tool({ label, sign, onPress }: ToolProps) {
  return (
    <Tooltip label={label} position="left" withArrow openDelay={300}>
      <ActionIcon size={28} variant="default" aria-label={label} onClick={onPress}>
        <span aria-hidden="true">{sign}</span>
      </ActionIcon>
    </Tooltip>
  )
}
