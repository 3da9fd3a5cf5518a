/** What can be done with a pin: rename it, go back to it, save it as a policy, remove it. */
import { Button, Input } from "@mantine/core"
import { useState } from "react"
import { useT } from "../../../i18n/index.ts"
import { compareAddress } from "../../../state/against.ts"
import { useDial } from "../../../state/dial.ts"
import { currentPlace, goTo, usePlace } from "../../../state/location.ts"
import { LONGEST_PIN_NAME, type Pin, pinName } from "../../../state/pins.ts"
import type { Setting } from "../../../state/setting.ts"
import { savePolicy } from "../policy-file/save.ts"

interface PinNameProps {
  readonly pin: Pin
  /** Its place among the pins. */
  readonly at: number
}

export function PinName({ pin, at }: PinNameProps) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  function rename(): void {
    const name = pinName(typed ?? "").trim()
    setTyped(null)
    if (!name || name === pin.name) return
    goTo({ pins: currentPlace().pins.map((one, place) => (place === at ? { ...one, name } : one)) })
  }
  return (
    <Input
      size="xs"
      className="pin-name"
      aria-label={t("pins.rename", { name: pin.name })}
      maxLength={LONGEST_PIN_NAME}
      value={typed ?? pin.name}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.key === "Enter") rename()
        if (event.key === "Escape") setTyped(null)
      }}
    />
  )
}

interface PinActionsProps extends PinNameProps {
  readonly setting: Setting
  readonly isPresent: boolean
  /** What differences are told to: side A of a comparison; null for this pin itself. */
  readonly against: Setting | null
}

export function PinActions({ pin, at, setting, isPresent, against }: PinActionsProps) {
  const dial = useDial()
  const place = usePlace()
  const t = useT()
  return (
    <span className="pin-actions">
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t(isPresent ? "pins.isHereAt" : "pins.goBackTo", { name: pin.name })}
        {...(isPresent ? { "data-disabled": true, "aria-disabled": true } : {})}
        onClick={() => isPresent || dial.set(setting)}
      >
        {t(isPresent ? "pins.isHere" : "pins.goBack")}
      </Button>
      {against === null ? null : (
        <Button
          component="a"
          size="compact-xs"
          variant="default"
          aria-label={t("pins.compareNamed", { name: pin.name })}
          href={compareAddress(place, against, setting, dial.run.manifest.scenario)}
        >
          {t("pins.compare")}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t("pins.saveAs", { name: pin.name })}
        onClick={() => savePolicy(setting, pin.name)}
      >
        {t("pins.save")}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t("pins.removeNamed", { name: pin.name })}
        onClick={() => goTo({ pins: currentPlace().pins.filter((_, place) => place !== at) })}
      >
        {t("pins.remove")}
      </Button>
    </span>
  )
}
