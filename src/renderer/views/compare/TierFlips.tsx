/** Policy against policy: who changes sides at each tier, of which one is looked at closely. */
import { Button } from "@mantine/core"
import { useMemo } from "react"
import { type FlipCounts, flipsBetween } from "../../../core/evaluation/index.ts"
import { TIERS, type Tier } from "../../../core/policy/tiers.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { againstOf } from "../../state/against.ts"
import { useDial } from "../../state/dial.ts"
import { goTo } from "../../state/location.ts"
import { ORDER } from "./Flips.tsx"
import { SideMark } from "./SideMark.tsx"
import type { LoadedSide, TwoSides } from "./two-sides.ts"

export function TierFlips({ sides }: { readonly sides: TwoSides }) {
  const t = useT()
  const format = useFormat()
  const { a, b } = sides
  const counts = useMemo(() => flipsByTier(a, b), [a, b])
  return (
    <Panel title={t("compare.tiers.title")} meaning={t("compare.tiers.meaning")} className="panel-wide">
      <table className="data" data-testid="tier-flips">
        <thead>
          <tr>
            <th scope="col">{t("tierTable.tier")}</th>
            {(["A", "B"] as const).map((letter) => (
              <th scope="col" className="number" key={letter}>
                <Meaning of={t("tierTable.threshold.meaning")}>{t("tierTable.threshold")}</Meaning>{" "}
                <SideMark letter={letter} />
              </th>
            ))}
            {ORDER.map((flip) => (
              <th scope="col" className="number" key={flip}>
                <Meaning of={t(`flip.${flip}`)}>{t(`compare.flip.${flip}`)}</Meaning>
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {TIERS.map((tier, at) => (
            <tr key={tier} data-testid={`tier-flips-${tier}`}>
              <th scope="row">
                <Meaning of={t(`tier.${tier}.meaning`)}>{t(`tier.${tier}`)}</Meaning>
              </th>
              <td className="number">{format.threshold(a.setting.tiers[tier])}</td>
              <td className="number">{format.threshold(b.setting.tiers[tier])}</td>
              {ORDER.map((flip) => (
                <td className="number" key={flip}>
                  {format.count(counts[at]![flip])}
                </td>
              ))}
              <td>
                <LookButton tier={tier} sides={sides} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** By the tiers' own order; at or above a tier's threshold counts. */
function flipsByTier(a: LoadedSide, b: LoadedSide): readonly FlipCounts[] {
  const judged = ({ run, setting: { definition } }: LoadedSide) => ({
    score: run.columns.risk,
    label: run.labelledBy(definition).label,
  })
  const [before, after] = [judged(a), judged(b)]
  return TIERS.map(
    (tier) =>
      flipsBetween(
        { ...before, threshold: a.setting.tiers[tier] },
        { ...after, threshold: b.setting.tiers[tier] },
      ).counts,
  )
}

interface LookButtonProps {
  readonly tier: Tier
  readonly sides: TwoSides
}

/** Has everything else on the page tell of this tier. */
function LookButton({ tier, sides: { a, b, tier: present } }: LookButtonProps) {
  const dial = useDial()
  const t = useT()
  const { id, scenario } = a.run.manifest
  function look(): void {
    dial.set({ tier })
    const run = id === b.run.manifest.id ? null : id
    goTo({ against: againstOf(run, a.setting, scenario, tier), flip: null })
  }
  const words = t(tier === present ? "compare.tiers.shown" : "compare.tiers.look")
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-pressed={tier === present}
      aria-label={t("compare.tiers.named", { words, tier: t(`tier.${tier}`) })}
      onClick={look}
    >
      {words}
    </Button>
  )
}
