/** What colours, shapes, rings and lines mean, with how many accounts each is. */
import type { NetworkGraph } from "../../../api/contract.ts"
import { EDGE_KINDS } from "../../../core/network/contents.ts"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { type Picture, useDial } from "../../state/dial.ts"
import type { NetworkColour } from "../../state/network-place.ts"
import { OUTCOME_KINDS, outcomeOf, type Palette } from "./paint.ts"

interface LegendProps {
  readonly graph: NetworkGraph
  readonly colour: NetworkColour
  readonly showsTruth: boolean
  readonly palette: Palette
}

export function Legend({ graph, colour, showsTruth, palette }: LegendProps) {
  const { risk } = useDial().run.columns
  const t = useT()
  const format = useFormat()
  const counted = (isOne: (account: number, picture: Picture) => boolean) => (picture: Picture) =>
    format.count(graph.accounts.reduce((sum, account) => sum + (isOne(account, picture) ? 1 : 0), 0))
  const isFlagged = (account: number, { setting }: Picture) => risk[account]! >= setting.threshold
  const isManaged = (account: number, { labelled }: Picture) => labelled.label[account] === 1
  return (
    <ul className="network-legend" aria-label={t("network.legend")} data-testid="network-legend">
      {colour === "risk" ? <RiskRamp palette={palette} /> : null}
      {colour === "community" ? <Communities graph={graph} palette={palette} /> : null}
      {colour === "truth" ? (
        <>
          <Entry colour={palette.managed} isSquare read={counted(isManaged)} label={t("class.managed")} />
          <Entry
            colour={palette.authentic}
            read={counted((account, picture) => !isManaged(account, picture))}
            label={t("class.authentic")}
          />
        </>
      ) : null}
      {colour === "outcome"
        ? OUTCOME_KINDS.map((kind) => (
            <Entry
              key={kind}
              colour={palette.outcome[kind]}
              isSquare={kind === "tp" || kind === "fn"}
              isRinged={kind === "tp" || kind === "fp"}
              read={counted(
                (account, picture) =>
                  !Number.isNaN(risk[account]) &&
                  outcomeOf(isFlagged(account, picture), isManaged(account, picture)) === kind,
              )}
              label={t(`outcome.${kind}.name`)}
            />
          ))
        : null}
      {colour === "outcome" ? null : (
        <Entry colour="transparent" isRinged read={counted(isFlagged)} label={t("network.flagged")} />
      )}
      {showsTruth && (colour === "risk" || colour === "community") ? (
        <Entry colour="transparent" isSquare isDrawn read={counted(isManaged)} label={t("class.managed")} />
      ) : null}
      <Lines graph={graph} palette={palette} />
    </ul>
  )
}

interface EntryProps {
  readonly colour: string
  readonly label: string
  readonly read: (picture: Picture) => string
  readonly isSquare?: boolean
  readonly isRinged?: boolean
  /** With a thin outline, where there is no colour to see it by. */
  readonly isDrawn?: boolean
}

function Entry({ colour, label, read, isSquare = false, isRinged = false, isDrawn = false }: EntryProps) {
  const outline = isRinged ? 2 : isDrawn ? 1 : 0
  const drawn = { fill: colour, stroke: outline > 0 ? "currentColor" : "none", strokeWidth: outline }
  return (
    <li>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {isSquare ? (
          <rect x="2" y="2" width="10" height="10" {...drawn} />
        ) : (
          <circle cx="7" cy="7" r="5" {...drawn} />
        )}
      </svg>
      {label} <Live className="network-count" read={read} />
    </li>
  )
}

function RiskRamp({ palette }: { readonly palette: Palette }) {
  const t = useT()
  const format = useFormat()
  return (
    <li>
      <Meaning of={t("column.risk.meaning")}>{t("column.risk")}</Meaning> {format.plain(0)}
      <span
        className="network-ramp"
        style={{ background: `linear-gradient(90deg, ${palette.risk.join(", ")})` }}
      />
      {format.plain(1)}
    </li>
  )
}

function Communities({ graph, palette }: { readonly graph: NetworkGraph; readonly palette: Palette }) {
  const t = useT()
  const format = useFormat()
  const own = palette.community.length - 1
  const sizes = new Uint32Array(own + 1)
  for (const community of graph.community) sizes[Math.min(community, own)]!++
  return [...sizes].map((size, community) =>
    size === 0 ? null : (
      <li key={palette.community[community]}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="5" fill={palette.community[community]} />
        </svg>
        {community === own ? (
          t("network.community.others")
        ) : (
          <Meaning of={t("network.community.meaning")}>
            {t("network.community", { number: format.count(community + 1) })}
          </Meaning>
        )}{" "}
        <span className="network-count">{format.count(size)}</span>
      </li>
    ),
  )
}

/** As drawing.ts dashes them. */
const DASHES = [undefined, "7 4", "2 3", undefined] as const

function Lines({ graph, palette }: { readonly graph: NetworkGraph; readonly palette: Palette }) {
  const t = useT()
  const format = useFormat()
  const counts = EDGE_KINDS.map((_, kind) =>
    graph.edges.kind.reduce((sum, one) => sum + (one === kind ? 1 : 0), 0),
  )
  return EDGE_KINDS.map((kind, at) =>
    counts[at] === 0 ? null : (
      <li key={kind}>
        <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
          <line
            x1="0"
            x2={kind === "follow" ? 20 : 28}
            y1="5"
            y2="5"
            stroke={palette.edge[at]}
            strokeWidth="2"
            strokeDasharray={DASHES[at]}
          />
          {kind === "follow" ? <path d="M20 1 L28 5 L20 9 Z" fill={palette.edge[at]} /> : null}
        </svg>
        {t(`network.edge.${kind}`)} <span className="network-count">{format.count(counts[at]!)}</span>
      </li>
    ),
  )
}
