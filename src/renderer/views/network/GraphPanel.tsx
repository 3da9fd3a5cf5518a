/** The picture with its legend and the card of the chosen account; without WebGL a still one. */
import { Alert, Progress, SegmentedControl, VisuallyHidden } from "@mantine/core"
import { useReducedMotion } from "@mantine/hooks"
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react"
import type { NetworkGraph } from "../../../api/contract.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useSavable } from "../../export/savables.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { NETWORK_COLOURS } from "../../state/network-place.ts"
import { AccountCard } from "./AccountCard.tsx"
import { canDraw, type Drawing } from "./drawing.ts"
import { GraphCanvas } from "./GraphCanvas.tsx"
import { Legend } from "./Legend.tsx"
import { pictureWithLegend } from "./picture.ts"
import { StillDrawing } from "./StillDrawing.tsx"
import { ThresholdSlider } from "./ThresholdSlider.tsx"
import { useLayout } from "./use-layout.ts"
import { type Looks, useLooks } from "./use-looks.ts"

interface GraphPanelProps {
  readonly title: string
  readonly graph: NetworkGraph
  readonly degrees: Uint32Array
  readonly showsTruth: boolean
  readonly showTruth: (on: boolean) => void
  readonly chosen: number | null
  readonly onChoose: (account: number | null) => void
  /** Above the picture. */
  readonly children: ReactNode
}

export function GraphPanel({
  title,
  graph,
  degrees,
  showsTruth,
  showTruth,
  chosen,
  onChoose,
  children,
}: GraphPanelProps) {
  const { colour } = usePlace()
  const t = useT()
  const drawing = useRef<Drawing | null>(null)
  const looks = useLooks({
    graph,
    colour,
    showsTruth,
    onChange: (places) => drawing.current?.repaint(places.map((at) => String(graph.accounts[at]))),
  })
  return (
    <Panel
      title={title}
      meaning={t("network.title.meaning")}
      className="network-graph"
      controls={<ColourControls showsTruth={showsTruth} showTruth={showTruth} />}
    >
      {children}
      <Savable title={title} drawing={drawing} />
      <div className="network-picture">
        <Picture graph={graph} looks={looks} chosen={chosen} onChoose={onChoose} drawing={drawing} />
        {chosen === null ? null : (
          <AccountCard
            graph={graph}
            degrees={degrees}
            account={chosen}
            showsTruth={showsTruth}
            onClose={() => onChoose(null)}
          />
        )}
      </div>
      <Legend graph={graph} colour={colour} showsTruth={showsTruth} palette={looks.palette} />
      <p className="network-note" id="network-keys">
        {t("network.graph.keys")}
      </p>
      <Announcement degrees={degrees} graph={graph} chosen={chosen} />
    </Panel>
  )
}

/** Which colours, and whether truth is shown at all. */
function ColourControls({
  showsTruth,
  showTruth,
}: {
  readonly showsTruth: boolean
  readonly showTruth: (on: boolean) => void
}) {
  const { colour } = usePlace()
  const t = useT()
  const offered = NETWORK_COLOURS.filter((one) => showsTruth || one === "risk" || one === "community")
  return (
    <>
      <ThresholdSlider />
      <SegmentedControl
        size="xs"
        aria-label={t("network.colour")}
        value={colour}
        onChange={(value) => goTo({ colour: value })}
        data={offered.map((value) => ({ value, label: t(`network.colour.${value}`) }))}
        data-testid="network-colour"
      />
      <ExplainedSwitch
        label={t("network.truth")}
        meaning={t("network.truth.meaning")}
        on={showsTruth}
        turn={showTruth}
      />
    </>
  )
}

interface PictureProps {
  readonly graph: NetworkGraph
  readonly looks: Looks
  readonly chosen: number | null
  readonly onChoose: (account: number | null) => void
  readonly drawing: React.RefObject<Drawing | null>
}

function Picture({ graph, looks, chosen, onChoose, drawing }: PictureProps) {
  const { run } = useDial()
  const { threshold } = useRested()
  const t = useT()
  const format = useFormat()
  const layout = useLayout(graph)
  const draws = useMemo(canDraw, [])
  // Whoever wants less motion does not watch the accounts find their places.
  const showsSettling = !useReducedMotion(undefined, { getInitialValueInEffect: false }) && draws
  const flagged = graph.accounts.filter((account) => run.columns.risk[account]! >= threshold).length
  const label = t("network.graph.aria", {
    accounts: format.count(graph.accounts.length),
    edges: format.count(graph.edges.from.length),
    flagged: format.count(flagged),
  })
  if (layout && "failed" in layout) return <Alert color="red">{t("network.layout.failed")}</Alert>
  const done = layout?.done ?? 0
  return (
    <>
      {done < 1 ? (
        <div className="network-progress">
          <span>{t("network.layout", { share: format.tick(Math.round(done * 100) / 100) })}</span>
          <Progress value={100 * done} aria-label={t("network.layout", { share: format.tick(done) })} />
        </div>
      ) : null}
      {layout === null || (done < 1 && !showsSettling) ? null : draws ? (
        <GraphCanvas
          graph={graph}
          places={layout.places}
          looks={looks}
          label={label}
          chosen={chosen}
          onChoose={onChoose}
          drawing={drawing}
        />
      ) : (
        <StillDrawing graph={graph} places={layout.places} looks={looks} label={label} />
      )}
    </>
  )
}

/** Lets the panel's menu save the picture. */
function Savable({ title, drawing }: { title: string; drawing: React.RefObject<Drawing | null> }) {
  const t = useT()
  useSavable({
    name: title,
    stem: "network",
    make: {
      png: async () => {
        const picture = drawing.current?.picture()
        if (!picture) throw new Error(t("network.noGl"))
        return pictureWithLegend(picture, title, document.querySelector("[data-testid=network-legend]"))
      },
    },
  })
  return null
}

interface AnnouncementProps {
  readonly graph: NetworkGraph
  readonly degrees: Uint32Array
  readonly chosen: number | null
}

/** Says which account was chosen, for whoever does not see it light up. */
function Announcement({ graph, degrees, chosen }: AnnouncementProps) {
  const { run } = useDial()
  const { threshold } = useRested()
  const t = useT()
  const format = useFormat()
  const [was, setWas] = useState(false)
  useEffect(() => {
    if (chosen !== null) setWas(true)
  }, [chosen])
  if (chosen === null)
    return <VisuallyHidden role="status">{was ? t("network.chosen.none") : ""}</VisuallyHidden>
  const risk = run.columns.risk[chosen]!
  return (
    <VisuallyHidden role="status" data-testid="network-announcement">
      {t("network.chosen", {
        account: chosen,
        risk: format.decimal(risk, 3),
        flagged: t(risk >= threshold ? "network.chosen.flagged" : "network.chosen.passed"),
        degree: format.count(degrees[graph.accounts.indexOf(chosen)] ?? 0),
      })}
    </VisuallyHidden>
  )
}
