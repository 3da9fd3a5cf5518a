/** The threshold, to be moved while one looks at who is flagged. */
import { Slider } from "@mantine/core"
import { useEffect, useState } from "react"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useRested } from "../../state/dial.ts"

export function ThresholdSlider() {
  const dial = useDial()
  const rested = useRested()
  const t = useT()
  const format = useFormat()
  const [value, setValue] = useState(rested.threshold)
  useEffect(() => setValue(rested.threshold), [rested.threshold])
  return (
    <div className="network-threshold">
      <Meaning of={t("threshold.meaning")}>{t("threshold.title")}</Meaning>
      <Slider
        size="sm"
        w={130}
        min={0}
        max={1}
        step={0.001}
        label={null}
        thumbLabel={t("threshold.title")}
        value={value}
        onChange={(threshold) => {
          setValue(threshold)
          dial.turn({ threshold })
        }}
        onChangeEnd={() => dial.rest()}
        data-testid="network-threshold"
      />
      <Live read={({ setting }) => format.threshold(setting.threshold)} />
    </div>
  )
}
