/** What a threshold costs a day, and what costs are taken to be. */
import { Button, Input } from "@mantine/core"
import { useMemo, useRef, useState } from "react"
import {
  type Costs,
  cheapest,
  costInterval,
  dailyWeights,
  FIRST_COSTS,
  thresholdBy,
} from "../../../core/evaluation/index.ts"
import { useColours } from "../../charts/ChartBox.tsx"
import { COST_PARTS, CostChart, costLine, presentCost } from "../../charts/CostChart.tsx"
import type { ThresholdAxis } from "../../charts/threshold-axis.ts"
import { LineSample } from "../../components/LineSample.tsx"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useFrame, useLabelled, useRested } from "../../state/dial.ts"
import { sameCosts, workloadOf } from "../../state/setting.ts"

export function CostPanels({ along }: { readonly along: ThresholdAxis }) {
  const t = useT()
  const colours = useColours()
  const lines = costLine(colours)
  return (
    <>
      <Panel title={t("cost.title")} meaning={t("cost.meaning")} className="panel-cost">
        <ul className="legend">
          {COST_PARTS.map((part) => (
            <li key={part}>
              <LineSample {...lines[part]} /> {t(`cost.${part}`)}
            </li>
          ))}
          <li className="facts">{t("cost.leastKey")}</li>
        </ul>
        <CostChart along={along} />
      </Panel>
      <Panel title={t("cost.costs")} meaning={t("cost.costs.meaning")} className="panel-costs">
        {(["falsePositive", "falseNegative", "review"] as const).map((part) => (
          <CostControl key={part} part={part} />
        ))}
        <ResetCosts />
        <CostFigures />
      </Panel>
    </>
  )
}

type Part = keyof Costs

/** The slider runs along the logarithm: costs differ by powers of ten. Its lowest place stands for nothing at all. */
const LOWEST = -2
const HIGHEST = 4
const atPosition = (position: number) => (position <= LOWEST ? 0 : Number((10 ** position).toPrecision(2)))
const positionOf = (cost: number) =>
  cost > 0 ? Math.max(LOWEST, Math.min(HIGHEST, Math.log10(cost))) : LOWEST

function CostControl({ part }: { readonly part: Part }) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const slider = useRef<HTMLInputElement>(null)
  const number = useRef<HTMLInputElement>(null)
  const [invalid, setInvalid] = useState(false)

  useFrame(({ setting: { costs } }) => {
    if (slider.current) {
      slider.current.value = String(positionOf(costs[part]))
      slider.current.setAttribute("aria-valuetext", format.number(costs[part]))
    }
    if (number.current && document.activeElement !== number.current)
      number.current.value = String(costs[part])
  })

  /** Whether the costs with this one can be: 0 or more, not all of them 0. */
  const withCost = (cost: number): Costs | null => {
    const costs = { ...dial.current().costs, [part]: cost }
    return cost >= 0 && Number.isFinite(cost) && Object.values(costs).some((value) => value > 0)
      ? costs
      : null
  }
  function move(cost: number): void {
    const costs = withCost(cost)
    if (costs) dial.turn({ costs })
  }
  function accept(text: string): void {
    const costs = text.trim() === "" ? null : withCost(Number(text))
    setInvalid(costs === null)
    if (costs) dial.set({ costs })
  }

  return (
    <div className="cost-control">
      <Meaning of={t(`cost.${part}.meaning`)}>{t(`cost.${part}`)}</Meaning>
      <input
        ref={slider}
        type="range"
        className="slider"
        min={LOWEST}
        max={HIGHEST}
        step={0.02}
        aria-label={t(`cost.${part}`)}
        data-testid={`cost-slider-${part}`}
        onInput={(event) => move(atPosition(Number(event.currentTarget.value)))}
        onPointerUp={() => dial.rest()}
        onKeyUp={() => dial.rest()}
        onBlur={() => dial.rest()}
      />
      <Input
        ref={number}
        type="number"
        size="xs"
        w={92}
        min={0}
        step="any"
        error={invalid}
        title={invalid ? t("cost.range") : undefined}
        aria-label={t("cost.number", { cost: t(`cost.${part}`) })}
        data-testid={`cost-number-${part}`}
        onChange={(event) => accept(event.currentTarget.value)}
        onBlur={() => {
          setInvalid(false)
          if (number.current) number.current.value = String(dial.current().costs[part])
        }}
      />
    </div>
  )
}

function ResetCosts() {
  const dial = useDial()
  const t = useT()
  const { costs } = useRested()
  return (
    <Button
      size="compact-xs"
      variant="default"
      className="cost-reset"
      disabled={sameCosts(costs, FIRST_COSTS)}
      onClick={() => dial.set({ costs: FIRST_COSTS })}
    >
      {t("cost.reset", {
        falsePositive: FIRST_COSTS.falsePositive,
        falseNegative: FIRST_COSTS.falseNegative,
        review: FIRST_COSTS.review,
      })}
    </Button>
  )
}

function CostFigures() {
  const dial = useDial()
  const { scenario } = dial.run.manifest
  const t = useT()
  const format = useFormat()
  return (
    <>
      <dl className="figures cost-figures" data-testid="cost-figures">
        {COST_PARTS.map((part) => (
          <div className="figure" key={part}>
            <dt>
              <Meaning of={t(`cost.${part}.meaning`)}>{t(`cost.${part}`)}</Meaning>
            </dt>
            <dd>
              <Live
                className="figure-value"
                testId={`cost-${part}`}
                read={(picture) => format.rate(presentCost(picture, scenario.days)[part])}
              />
              <Live
                className="figure-interval"
                read={(picture) => {
                  if (part !== "total") {
                    const { [part]: own, total } = presentCost(picture, scenario.days)
                    return total > 0 ? format.share(own / total) : ""
                  }
                  const { labelled, setting, point } = picture
                  const weights = dailyWeights(labelled.index, workloadOf(setting, labelled, scenario))
                  return costInterval(point.observed, setting.costs, weights).map(format.rate).join(" – ")
                }}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Least />
    </>
  )
}

/** The threshold of least cost, exact to the account, where the dial came to rest. */
function Least() {
  const dial = useDial()
  const { scenario } = dial.run.manifest
  const t = useT()
  const format = useFormat()
  const labelled = useLabelled()
  const setting = useRested()
  const { index } = labelled
  const threshold = useMemo(() => {
    const weights = dailyWeights(index, workloadOf(setting, labelled, scenario))
    return thresholdBy(index, cheapest(index, setting.costs, weights))
  }, [index, labelled, setting, scenario])
  const reachable = threshold >= 0 && threshold <= 1
  return (
    <Button
      size="compact-sm"
      variant="default"
      className="cost-reset"
      disabled={!reachable}
      data-testid="cost-least"
      onClick={() => dial.set({ threshold })}
    >
      {reachable ? t("cost.toLeast", { threshold: format.threshold(threshold) }) : t("cost.nobody")}
    </Button>
  )
}
