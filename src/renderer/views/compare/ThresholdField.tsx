/** A side's threshold: by slider, by number, or taken from where one is set already. */
import { Button, Menu, NumberInput } from "@mantine/core"
import { useEffect, useState } from "react"
import { thresholdForFalsePositiveRate } from "../../../core/evaluation/index.ts"
import { TIERS } from "../../../core/policy/tiers.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useRested } from "../../state/dial.ts"
import type { LoadedSide, TwoSides } from "./two-sides.ts"

interface ThresholdFieldProps {
  readonly letter: "A" | "B"
  readonly side: LoadedSide
  readonly sides: TwoSides
  readonly choose: (threshold: number) => void
}

export function ThresholdField({ letter, side, sides, choose }: ThresholdFieldProps) {
  const t = useT()
  const { threshold } = side.setting
  const [moving, setMoving] = useState(threshold)
  useEffect(() => setMoving(threshold), [threshold])
  const settle = (value: number) => {
    if (value !== threshold) choose(value)
  }
  const name = t("compare.threshold", { side: letter })
  return (
    <div className="compare-threshold">
      <Meaning of={t("threshold.meaning")}>{t("threshold.title")}</Meaning>
      <input
        type="range"
        className="slider"
        min={0}
        max={1}
        step={0.001}
        value={moving}
        aria-label={name}
        data-testid={`threshold-slider-${letter.toLowerCase()}`}
        onChange={(event) => setMoving(Number(event.currentTarget.value))}
        onPointerUp={() => settle(moving)}
        onKeyUp={() => settle(moving)}
        onBlur={() => settle(moving)}
      />
      <NumberInput
        size="xs"
        w={96}
        min={0}
        max={1}
        step={0.01}
        decimalScale={5}
        clampBehavior="strict"
        value={moving}
        aria-label={t("compare.threshold.number", { side: letter })}
        data-testid={`threshold-${letter.toLowerCase()}`}
        onChange={(value) => typeof value === "number" && setMoving(value)}
        onBlur={() => settle(moving)}
        onKeyDown={(event) => {
          if (event.key === "Enter") settle(moving)
        }}
      />
      <TakeFrom letter={letter} side={side} sides={sides} choose={settle} />
    </div>
  )
}

function TakeFrom({ letter, side, sides, choose }: ThresholdFieldProps) {
  const t = useT()
  const format = useFormat()
  const dial = useDial()
  const { tiers } = useRested()
  const other = letter === "A" ? sides.b : sides.a
  const { index } = side.run.labelledBy(side.setting.definition)
  const places: readonly (readonly [label: string, threshold: number, tier?: (typeof TIERS)[number]])[] = [
    [t("compare.from.own"), side.run.manifest.scenario.threshold],
    [t("compare.from.other", { side: letter === "A" ? "B" : "A" }), other.setting.threshold],
    ...TIERS.map((tier) => [t("compare.from.tier", { tier: t(`tier.${tier}`) }), tiers[tier], tier] as const),
    ...[0.01, 0.001].map(
      (rate) =>
        [
          t("threshold.rateAtMost", { rate: format.tick(rate) }),
          thresholdForFalsePositiveRate(index, rate),
        ] as const,
    ),
  ]
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-xs" variant="default" aria-label={t("compare.fromNamed", { side: letter })}>
          {t("compare.from")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(([label, threshold, tier]) => (
          <Menu.Item
            key={label}
            disabled={!Number.isFinite(threshold)}
            rightSection={<span className="facts">{format.threshold(threshold)}</span>}
            // Side B is the setting itself: taking a tier selects it instead of moving another one there.
            onClick={() => (letter === "B" && tier ? dial.set({ tier }) : choose(threshold))}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
