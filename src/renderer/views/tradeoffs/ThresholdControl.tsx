/** The selected tier's threshold by number and by purpose; its handle is on the axis of tiers. */
import { Button, Input, Tooltip, VisuallyHidden } from "@mantine/core"
import { useMemo, useRef, useState } from "react"
import { thresholdForBestF1, thresholdForFalsePositiveRate } from "../../../core/evaluation/index.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useFrame, useLabelled, useRested } from "../../state/dial.ts"
import { ownSetting } from "../../state/setting.ts"

/** Bounds on the false-positive rate that policies ask for. */
const BOUNDS = [0.01, 0.001] as const

export function ThresholdControl() {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const { tier } = useRested()
  const number = useRef<HTMLInputElement>(null)
  const [invalid, setInvalid] = useState(false)

  useFrame(({ setting }) => {
    // Whoever types a number is not interrupted.
    if (number.current && document.activeElement !== number.current)
      number.current.value = format.threshold(setting.threshold)
  })

  function accept(text: string): void {
    const value = Number(text)
    const allowed = text.trim() !== "" && value >= 0 && value <= 1
    setInvalid(!allowed)
    if (allowed) dial.set({ threshold: value })
  }

  /** Shows the threshold in force again, whatever was typed. */
  function leave(): void {
    setInvalid(false)
    if (number.current) number.current.value = format.threshold(dial.current().threshold)
  }

  return (
    <fieldset className="control" aria-label={t("threshold.title")}>
      <Meaning of={t("threshold.meaning")}>{t("threshold.of", { tier: t(`tier.${tier}`) })}</Meaning>
      <Tooltip label={t("threshold.range")} opened={invalid} color="red.9" withArrow position="bottom">
        <Input
          ref={number}
          type="number"
          size="xs"
          w={92}
          min={0}
          max={1}
          step={0.001}
          error={invalid}
          aria-label={t("threshold.number")}
          data-testid="threshold-number"
          onChange={(event) => accept(event.currentTarget.value)}
          onBlur={leave}
        />
      </Tooltip>
      <VisuallyHidden role="alert">{invalid ? t("threshold.range") : ""}</VisuallyHidden>
      <Purposes />
    </fieldset>
  )
}

/** Thresholds chosen for a purpose. */
function Purposes() {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const { prevalence, tier } = useRested()
  const { manifest } = dial.run
  const { index } = useLabelled()
  const bounds = useMemo(() => BOUNDS.map((rate) => thresholdForFalsePositiveRate(index, rate)), [index])
  const bestF1 = useMemo(() => thresholdForBestF1(index, prevalence), [index, prevalence])
  const own = ownSetting(manifest.scenario).tiers[tier]

  return (
    <Button.Group>
      <Purpose
        label={t("threshold.own", { threshold: format.threshold(own) })}
        hint={t("threshold.ownHint")}
        threshold={own}
      />
      {BOUNDS.map((rate, i) => (
        <Purpose
          key={rate}
          label={t("threshold.rateAtMost", { rate: format.tick(rate) })}
          hint={t("threshold.rateAtMostHint", { rate: format.tick(rate) })}
          threshold={bounds[i]!}
        />
      ))}
      <Purpose label={t("threshold.bestF1")} hint={t("threshold.bestF1Hint")} threshold={bestF1} />
    </Button.Group>
  )
}

interface PurposeProps {
  readonly label: string
  readonly hint: string
  readonly threshold: number
}

function Purpose({ label, hint, threshold }: PurposeProps) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const reachable = threshold >= 0 && threshold <= 1
  const told = reachable
    ? `${hint} ${t("threshold.itIs", { threshold: format.threshold(threshold) })}`
    : t("threshold.unreachable")
  return (
    <Tooltip label={told} multiline w={280} withArrow events={{ hover: true, focus: true, touch: true }}>
      <Button
        size="compact-xs"
        variant="default"
        {...(reachable ? {} : { "data-disabled": true, "aria-disabled": true })}
        onClick={() => reachable && dial.set({ threshold })}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
