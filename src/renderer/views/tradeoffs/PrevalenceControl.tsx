/** How common AI-managed accounts are taken to be. */
import { Button } from "@mantine/core"
import { useRef } from "react"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useFrame, useLabelled, useRested } from "../../state/dial.ts"

/** The slider runs along the logarithm, since platforms differ by powers of ten. */
const LOWEST = 1e-4
const HIGHEST = 0.5

/** Three significant digits are more than anyone knows of a platform. */
function atPosition(position: number): number {
  return Math.min(HIGHEST, Math.max(LOWEST, Number((10 ** position).toPrecision(3))))
}

export function PrevalenceControl() {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const rested = useRested()
  const own = useLabelled().prevalence
  const slider = useRef<HTMLInputElement>(null)

  useFrame(({ point }) => {
    if (!slider.current) return
    slider.current.value = String(Math.log10(point.prevalence))
    slider.current.setAttribute("aria-valuetext", format.share(point.prevalence))
  })

  return (
    <fieldset className="control" aria-label={t("prevalence.title")}>
      <Meaning of={t("prevalence.meaning")}>{t("prevalence.title")}</Meaning>
      <input
        ref={slider}
        type="range"
        className="slider slider-short"
        min={Math.log10(LOWEST)}
        max={Math.log10(HIGHEST)}
        step={0.01}
        aria-label={t("prevalence.slider")}
        data-testid="prevalence-slider"
        onInput={(event) => dial.turn({ prevalence: atPosition(Number(event.currentTarget.value)) })}
        onPointerUp={() => dial.rest()}
        onKeyUp={() => dial.rest()}
        onBlur={() => dial.rest()}
      />
      <Live
        className="control-value"
        testId="prevalence-value"
        read={({ point }) => format.share(point.prevalence)}
      />
      <Button
        size="compact-xs"
        variant="default"
        disabled={rested.prevalence === undefined}
        onClick={() => dial.set({ prevalence: undefined })}
      >
        {t("prevalence.reset", { prevalence: format.share(own) })}
      </Button>
    </fieldset>
  )
}
