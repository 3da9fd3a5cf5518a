/** How the risks of each archetype are spread: where an archetype lies right of the threshold, it is hit. */
import { SegmentedControl } from "@mantine/core"
import { useMemo, useState } from "react"
import { ArchetypeChart } from "../../charts/ArchetypeChart.tsx"
import { useColours } from "../../charts/ChartBox.tsx"
import type { ThresholdAxis } from "../../charts/threshold-axis.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { LineSample } from "../../components/LineSample.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useT } from "../../i18n/index.ts"
import { archetypeName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"
import { useRemembered } from "../../state/remembered.ts"

const SIDES = ["all", "authentic", "managed"] as const
type Side = (typeof SIDES)[number]

export function ArchetypePanel({ along }: { readonly along: ThresholdAxis }) {
  const { manifest } = useDial().run
  const t = useT()
  const colours = useColours()
  const [side, setSide] = useState<Side>("all")
  const [logCount, setLogCount] = useRemembered("assay.axis.archetypeLog", true)
  const shown = useMemo(
    () =>
      manifest.archetypes
        .map((archetype, place) => ({
          place,
          name: archetypeName(t, manifest.scenario.archetypes, archetype.id),
          managed: archetype.side === "managed",
        }))
        .filter(({ managed }) => side === "all" || managed === (side === "managed"))
        .sort((a, b) => Number(a.managed) - Number(b.managed)),
    [manifest, side, t],
  )
  return (
    <Panel
      title={t("chart.archetypes.title")}
      meaning={t("chart.archetypes.meaning")}
      className="panel-wide"
      controls={
        <>
          <ExplainedSwitch
            label={t("chart.logCount")}
            meaning={t("chart.archetypes.log.meaning")}
            on={logCount}
            turn={setLogCount}
          />
          <SegmentedControl
            size="xs"
            aria-label={t("chart.archetypes.side")}
            value={side}
            onChange={(value) => setSide(value as Side)}
            data={SIDES.map((value) => ({ value, label: t(`chart.archetypes.side.${value}`) }))}
          />
        </>
      }
    >
      <ul className="legend">
        <li>
          <LineSample colour={colours.authentic} /> {t("chart.archetypes.side.authentic")}
        </li>
        <li>
          <LineSample colour={colours.managed} dash={[5, 2]} /> {t("chart.archetypes.side.managed")}
        </li>
        <li className="facts">{t("chart.archetypes.share")}</li>
      </ul>
      <ArchetypeChart archetypes={shown} along={along} logCount={logCount} />
    </Panel>
  )
}
