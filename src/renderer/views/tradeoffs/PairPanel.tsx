/** Two detectors together: what a rule over both would do, beside each alone and the fused risk. */
import { SegmentedControl, Select } from "@mantine/core"
import { useEffect, useMemo, useRef, useState } from "react"
import {
  type Confusion,
  PAIR_HOWS,
  type PairHow,
  paretoOfGrid,
  type ThresholdGrid,
} from "../../../core/evaluation/index.ts"
import { useColours } from "../../charts/ChartBox.tsx"
import { type Cell, PairChart } from "../../charts/PairChart.tsx"
import {
  LEAST_RATE,
  nearestPlace,
  PAIR_FIGURES,
  type PairAxes,
  type PairFigure,
  pairAxes,
} from "../../charts/pair-grid.ts"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { detectorName } from "../../names.ts"
import { type Picture, useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import type { LoadedRun } from "../../state/run.ts"
import { PairFigures, told } from "./PairFigures.tsx"
import { PairFront } from "./PairFront.tsx"
import { formatPair, type Pair, parsePair } from "./pair.ts"

export function PairPanel() {
  const { run } = useDial()
  const { pair: said } = usePlace()
  const t = useT()
  const pair = useMemo(() => parsePair(said, run.manifest.detectors), [said, run])
  if (pair === null) return <p className="facts">{t("pair.oneDetector")}</p>
  return <PairOf key={`${pair.x} ${pair.y}`} run={run} pair={pair} />
}

function PairOf({ run, pair }: { readonly run: LoadedRun; readonly pair: Pair }) {
  const t = useT()
  const [figure, setFigure] = useState<PairFigure>("recall")
  const { x, y, how } = pair
  const names = useMemo((): readonly [string, string] => {
    const nameOf = (id: string) =>
      detectorName(t, id, run.manifest.detectors.find((detector) => detector.id === id)?.title ?? id)
    return [nameOf(x), nameOf(y)]
  }, [t, run, x, y])
  const axes = useMemo(() => {
    const own = run.labelledBy(run.manifest.scenario.definition)
    return pairAxes(run.columns.scores[x]!, run.columns.scores[y]!, own.label)
  }, [run, x, y])
  const gridAt = useMemo(() => gridOf(axes), [axes])
  const [chosen, choose] = useChosen(run, pair, axes, gridAt)
  const pointed = useRef<Cell | null>(null)
  const [hovered, setHovered] = useState<Cell | null>(null)
  function point(cell: Cell | null): void {
    if (cell?.x === pointed.current?.x && cell?.y === pointed.current?.y) return
    pointed.current = cell
    setHovered(cell)
  }

  return (
    <>
      <Panel
        title={t("pair.title")}
        meaning={t("pair.meaning")}
        className="panel-pair"
        controls={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t("pair.how")}
              value={how}
              onChange={(value) => goTo({ pair: formatPair({ ...pair, how: value as PairHow }) })}
              data={PAIR_HOWS.map((value) => ({ value, label: t(`pair.how.${value}`) }))}
            />
            <SegmentedControl
              size="xs"
              aria-label={t("pair.figure")}
              value={figure}
              onChange={(value) => setFigure(value as PairFigure)}
              data={PAIR_FIGURES.map((value) => ({ value, label: t(`pair.figure.${value}`) }))}
            />
          </>
        }
      >
        <Chooser run={run} pair={pair} />
        <Scale figure={figure} />
        <PairChart
          axes={axes}
          names={names}
          how={how}
          figure={figure}
          chosen={chosen}
          choose={choose}
          point={point}
          gridAt={gridAt}
        />
      </Panel>
      <div className="pair-side">
        <Panel title={t("pair.point")} meaning={t("pair.point.meaning")}>
          <Steps axes={axes} names={names} how={how} chosen={chosen} choose={choose} gridAt={gridAt} />
          <PairFigures
            axes={axes}
            names={names}
            how={how}
            chosen={chosen}
            hovered={hovered}
            gridAt={gridAt}
          />
        </Panel>
        <PairFront axes={axes} names={names} how={how} choose={choose} gridAt={gridAt} />
      </div>
    </>
  )
}

/** The grid by the labels of the frame; chart and table ask for the same one. */
function gridOf(axes: PairAxes): (picture: Pick<Picture, "labelled">) => ThresholdGrid {
  let last: { label: Uint8Array; grid: ThresholdGrid } | null = null
  return ({ labelled: { label } }) => {
    if (last?.label !== label) last = { label, grid: axes.cells.labelledBy(label) }
    return last.grid
  }
}

/** Milliseconds for which the chosen cell rests before the address has it: addresses may not change in every frame. */
const REST = 250

/**
 * The cell that the address names; without one, that of the front which flags no more authentic accounts than the
 * present threshold does.
 */
function useChosen(
  run: LoadedRun,
  pair: Pair,
  axes: PairAxes,
  gridAt: ReturnType<typeof gridOf>,
): [Cell, (cell: Cell) => void] {
  const { threshold, definition } = useRested()
  const { how, at } = pair
  const [atX, atY] = at ?? []
  const named = useMemo(
    () =>
      atX === undefined || atY === undefined
        ? null
        : { x: nearestPlace(axes.x, atX), y: nearestPlace(axes.y, atY) },
    [axes, atX, atY],
  )
  const [chosen, setChosen] = useState((): Cell => {
    if (named) return named
    const labelled = run.labelledBy(definition)
    const limit = labelled.index.confusionAt(threshold).falsePositives
    const front = paretoOfGrid(gridAt({ labelled }), axes.x.length, axes.y.length, how)
    const within = front.filter(
      ({ confusion }: { confusion: Confusion }) => confusion.falsePositives <= limit,
    )
    const { x, y } = within.at(-1) ?? front[0] ?? { x: 0, y: 0 }
    return { x, y }
  })
  // The address changes by itself when somebody goes back or takes a link.
  useEffect(() => {
    if (named) setChosen(named)
  }, [named])
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const latest = useRef(pair)
  latest.current = pair
  function choose(cell: Cell): void {
    setChosen(cell)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      goTo({ pair: formatPair({ ...latest.current, at: [axes.x[cell.x]!, axes.y[cell.y]!] }) })
    }, REST)
  }
  return [chosen, choose]
}

function Chooser({ run, pair }: { readonly run: LoadedRun; readonly pair: Pair }) {
  const t = useT()
  const options = run.manifest.detectors.map(({ id, title }) => ({
    value: id,
    label: detectorName(t, id, title),
  }))
  const other = { x: "y", y: "x" } as const
  return (
    <div className="pair-chooser">
      {(["x", "y"] as const).map((side) => (
        <Select
          key={side}
          size="xs"
          label={t(`pair.${side}`)}
          data={options.filter(({ value }) => value !== pair[other[side]])}
          value={pair[side]}
          allowDeselect={false}
          data-testid={`pair-${side}`}
          onChange={(id) => id !== null && goTo({ pair: formatPair({ ...pair, [side]: id, at: null }) })}
        />
      ))}
    </div>
  )
}

interface StepsProps {
  readonly axes: PairAxes
  readonly names: readonly [string, string]
  readonly how: PairHow
  readonly chosen: Cell
  readonly choose: (cell: Cell) => void
  readonly gridAt: ReturnType<typeof gridOf>
}

/** The chosen point by sliders, for the keyboard; at each step they tell the cell's figures. */
function Steps({ axes, names, how, chosen, choose, gridAt }: StepsProps) {
  const t = useT()
  const format = useFormat()
  const labelled = useLabelled()
  const { prevalence } = useRested()
  const at = gridAt({ labelled }).confusionAt(chosen.x, chosen.y, how)
  const figures = t("pair.told", told(format.share, at, prevalence))
  return (
    <div className="pair-steps">
      {(["x", "y"] as const).map((side, at) => (
        <label key={side} className="pair-step">
          <span>{names[at]} ≥</span>
          <input
            type="range"
            className="slider"
            min={0}
            max={axes[side].length - 1}
            step={1}
            value={chosen[side]}
            aria-valuetext={`${format.rate(axes[side][chosen[side]]!)}: ${figures}`}
            data-testid={`pair-step-${side}`}
            onChange={(event) => choose({ ...chosen, [side]: Number(event.currentTarget.value) })}
          />
          <span className="control-value">{format.rate(axes[side][chosen[side]]!)}</span>
        </label>
      ))}
    </div>
  )
}

/** What the shades stand for. */
function Scale({ figure }: { readonly figure: PairFigure }) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const least = figure === "falsePositiveRate" ? `≤ ${format.tick(LEAST_RATE)}` : format.tick(0)
  return (
    <div className="pair-scale">
      <span>{t(`figure.${figure}`)}</span>
      <span>{least}</span>
      <span
        className="pair-shades"
        style={{ background: `linear-gradient(to right, ${colours.surface}, ${colours[figure]})` }}
        aria-hidden="true"
      />
      <span>{format.tick(1)}</span>
      <span className="pair-front-key">
        <svg width="10" height="10" aria-hidden="true">
          <circle cx="5" cy="5" r="3.5" fill={colours.threshold} />
        </svg>
        {t("pair.front")}
      </span>
    </div>
  )
}
