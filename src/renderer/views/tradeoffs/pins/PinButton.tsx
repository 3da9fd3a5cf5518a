/** Keeps a setting as a pin, named by its tier and threshold until somebody names it better. */
import { Button, type MantineSize, Tooltip } from "@mantine/core"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useDial } from "../../../state/dial.ts"
import { currentPlace, goTo, usePlace } from "../../../state/location.ts"
import { MOST_PINS, type Pin, pinOf } from "../../../state/pins.ts"
import type { Setting } from "../../../state/setting.ts"

interface PinButtonProps {
  readonly setting: Setting
  readonly size: MantineSize | "compact-xs"
  readonly label?: string
}

export function PinButton({ setting, size, label }: PinButtonProps) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  const { pins } = usePlace()
  const isFull = pins.length >= MOST_PINS
  function pin(): void {
    if (isFull) return
    const name = t("pins.name", {
      tier: t(`tier.${setting.tier}`),
      threshold: format.threshold(setting.threshold),
    })
    const kept = currentPlace().pins
    goTo({ pins: [...kept, pinOf(nameBeside(kept, name), setting, run.manifest.scenario)] })
  }
  return (
    <Tooltip
      label={isFull ? t("pins.full", { most: MOST_PINS }) : t("pins.pin.meaning")}
      multiline
      w={280}
      withArrow
      openDelay={150}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        size={size}
        variant="default"
        data-testid="pin"
        {...(isFull ? { "data-disabled": true, "aria-disabled": true } : {})}
        onClick={pin}
      >
        {label ?? t("pins.pin")}
      </Button>
    </Tooltip>
  )
}

/** Two pins of one name could not be told apart. */
function nameBeside(pins: readonly Pin[], name: string): string {
  const taken = new Set(pins.map((pin) => pin.name))
  let told = name
  for (let another = 2; taken.has(told); another++) told = `${name} (${another})`
  return told
}
