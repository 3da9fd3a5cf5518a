/** The charts below the sweep, in groups of which one is shown; the address says which. */
import { Tabs, Tooltip } from "@mantine/core"
import type { ThresholdAxis } from "../../charts/threshold-axis.ts"
import { useT } from "../../i18n/index.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { CHART_GROUPS, type ChartGroup } from "../../state/place.ts"
import { CohortPanel } from "./CohortPanel.tsx"
import { CostPanels } from "./CostPanel.tsx"
import { CurvePanels } from "./CurvePanels.tsx"
import { HitByTier } from "./HitByTier.tsx"
import { PairPanel } from "./PairPanel.tsx"
import { TierTable } from "./tiers/TierTable.tsx"
import "./tradeoffs.css"

export function ChartGroups({ along }: { readonly along: ThresholdAxis }) {
  const { charts } = usePlace()
  const t = useT()
  return (
    <Tabs
      className="chart-groups"
      value={charts}
      onChange={(group) => group !== null && goTo({ charts: group as ChartGroup })}
      keepMounted={false}
    >
      <Tabs.List aria-label={t("groups.title")}>
        {CHART_GROUPS.map((group) => (
          <Tooltip
            key={group}
            label={t(`groups.${group}.meaning`)}
            multiline
            w={300}
            withArrow
            openDelay={150}
            events={{ hover: true, focus: true, touch: true }}
          >
            <Tabs.Tab value={group} data-testid={`group-${group}`}>
              {t(`groups.${group}`)}
            </Tabs.Tab>
          </Tooltip>
        ))}
      </Tabs.List>
      {CHART_GROUPS.map((group) => (
        <Tabs.Panel key={group} value={group} className="chart-group">
          <Group group={group} along={along} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function Group({ group, along }: { readonly group: ChartGroup; readonly along: ThresholdAxis }) {
  switch (group) {
    case "tiers":
      return <TierTable />
    case "curves":
      return <CurvePanels along={along} />
    case "hit":
      return (
        <>
          <HitByTier />
          <CohortPanel />
        </>
      )
    case "cost":
      return <CostPanels along={along} />
    case "pair":
      return <PairPanel />
  }
}
