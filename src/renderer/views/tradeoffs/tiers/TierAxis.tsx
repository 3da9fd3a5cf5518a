/** The tiers as handles on one axis. A label selects its tier; a handle selects and moves it. */
import { Tooltip } from "@mantine/core"
import { type PointerEvent, useRef } from "react"
import { snapThreshold } from "../../../../core/evaluation/index.ts"
import { TIERS, type Tier } from "../../../../core/policy/tiers.ts"
import { EVEN, type ThresholdAxis } from "../../../charts/threshold-axis.ts"
import { Live } from "../../../components/Live.tsx"
import { Meaning } from "../../../components/Meaning.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { type Picture, useDial, useFrame, useRested } from "../../../state/dial.ts"
import { spreadLabels } from "./spread-labels.ts"
import "./tiers.css"

/** Pixels from the ends of the axis to the middle of a handle that is there, and between two labels. */
const HANDLE_HALF = 8
const LABEL_GAP = 4

interface TierAxisProps {
  readonly along: ThresholdAxis
}

export function TierAxis({ along }: TierAxisProps) {
  const dial = useDial()
  const t = useT()
  const axis = useRef<HTMLDivElement>(null)
  const isDragging = useRef(false)

  function thresholdAt({ clientX }: PointerEvent): number {
    const { left, width } = axis.current!.getBoundingClientRect()
    const share = (clientX - left - HANDLE_HALF) / (width - 2 * HANDLE_HALF)
    return snapThreshold(
      along.threshold(along.min + (along.max - along.min) * Math.min(1, Math.max(0, share))),
    )
  }
  /** Beside the handles, the axis moves the selected tier there. */
  function grab(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0 || event.target !== event.currentTarget) return
    event.currentTarget.setPointerCapture(event.pointerId)
    isDragging.current = true
    dial.turn({ threshold: thresholdAt(event) })
  }
  function drop(): void {
    isDragging.current = false
    dial.rest()
  }

  return (
    <fieldset className="control tiers" aria-label={t("tiers.title")}>
      <Meaning of={t("tiers.meaning")}>{t("tiers.title")}</Meaning>
      <div className="tier-axis" ref={axis}>
        <Labels along={along} />
        <Bands along={along} />
        <div
          className="tier-track"
          onPointerDown={grab}
          onPointerMove={(event) => isDragging.current && dial.turn({ threshold: thresholdAt(event) })}
          onPointerUp={drop}
          onPointerCancel={drop}
        >
          {TIERS.map((tier) => (
            <Handle key={tier} tier={tier} along={along} />
          ))}
        </div>
      </div>
    </fieldset>
  )
}

interface HandleProps extends TierAxisProps {
  readonly tier: Tier
}

/** Steps of the arrow keys: a thousandth of an even axis, and of the other's length. */
const KEY_STEPS = 1000

function Handle({ tier, along }: HandleProps) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const selected = useRested().tier === tier
  const input = useRef<HTMLInputElement>(null)
  useFrame(({ setting: { tiers, tiersOff } }) => {
    if (!input.current) return
    const told = format.threshold(tiers[tier])
    input.current.value = String(along.place(tiers[tier]))
    input.current.setAttribute("aria-valuetext", tiersOff.includes(tier) ? `${t("tier.off")}, ${told}` : told)
  })
  return (
    <input
      ref={input}
      type="range"
      className="tier-handle"
      data-tier={tier}
      data-selected={selected}
      data-testid={`tier-handle-${tier}`}
      min={along.min}
      max={along.max}
      step={along === EVEN ? 1 / KEY_STEPS : (along.max - along.min) / KEY_STEPS}
      aria-label={t("tier.handle", { tier: t(`tier.${tier}`) })}
      onPointerDown={() => dial.turn({ tier })}
      onInput={(event) => dial.turn({ tier, threshold: thresholdOf(along, event.currentTarget.value) })}
      onPointerUp={() => dial.rest()}
      onKeyUp={({ timeStamp }) => dial.restByKey(timeStamp)}
      onBlur={() => dial.rest()}
    />
  )
}

/** As steps of an even axis are told: to their decimals, not to the last bit. */
const thresholdOf = (along: ThresholdAxis, place: string) =>
  along === EVEN ? Number(place) : snapThreshold(along.threshold(Number(place)))

/** The stretch of the axis that each tier covers, darker the harsher it is. */
function Bands({ along }: TierAxisProps) {
  const bands = useRef<HTMLDivElement>(null)
  useFrame(({ setting: { tiers } }) => {
    if (!bands.current) return
    TIERS.forEach((tier, i) => {
      const next = TIERS[i + 1]
      const from = shareAlong(along, tiers[tier])
      const to = next === undefined ? 1 : shareAlong(along, tiers[next])
      const band = bands.current!.children[i] as HTMLElement
      band.style.left = `${from * 100}%`
      band.style.width = `${(to - from) * 100}%`
    })
  })
  return (
    <div className="tier-bands" ref={bands} aria-hidden="true">
      {TIERS.map((tier) => (
        <span key={tier} data-tier={tier} />
      ))}
    </div>
  )
}

const shareAlong = ({ min, max, place }: ThresholdAxis, threshold: number) =>
  (place(threshold) - min) / (max - min)

/** A button over each handle, kept clear of its neighbours and tied to its handle by a line. */
function Labels({ along }: TierAxisProps) {
  const row = useRef<HTMLDivElement>(null)
  const lines = useRef<SVGSVGElement>(null)
  useFrame(({ setting: { tiers } }) => {
    if (!row.current || !lines.current) return
    const width = row.current.clientWidth
    const labels = [...row.current.children] as HTMLElement[]
    const handles = TIERS.map(
      (tier) => HANDLE_HALF + shareAlong(along, tiers[tier]) * (width - 2 * HANDLE_HALF),
    )
    const middles = spreadLabels(
      handles,
      labels.map((label) => label.offsetWidth),
      width,
      LABEL_GAP,
    )
    labels.forEach((label, i) => {
      label.style.transform = `translateX(${middles[i]! - label.offsetWidth / 2}px)`
      const line = lines.current!.children[i]!
      line.setAttribute("x1", String(middles[i]))
      line.setAttribute("x2", String(handles[i]))
    })
  })
  return (
    <>
      <div className="tier-labels" ref={row}>
        {TIERS.map((tier) => (
          <Label key={tier} tier={tier} />
        ))}
      </div>
      <svg className="tier-lines" ref={lines} aria-hidden="true">
        {TIERS.map((tier) => (
          <line key={tier} y1={0} y2="100%" />
        ))}
      </svg>
    </>
  )
}

function Label({ tier }: { readonly tier: Tier }) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const selected = useRested().tier === tier
  const told = ({ setting: { tiers, tiersOff } }: Picture) =>
    tiersOff.includes(tier) ? t("tier.off") : format.threshold(tiers[tier])
  return (
    <Tooltip
      label={t(`tier.${tier}.meaning`)}
      multiline
      w={280}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
    >
      <button
        type="button"
        className="tier-name"
        aria-pressed={selected}
        data-testid={`tier-${tier}`}
        onClick={() => dial.set({ tier })}
      >
        {t(`tier.${tier}`)} <Live className="tier-value" read={told} />
      </button>
    </Tooltip>
  )
}
