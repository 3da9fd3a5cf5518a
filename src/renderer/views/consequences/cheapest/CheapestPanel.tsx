/** The cheapest policy within limits: searched for when asked, told with those next to it, and set by a click. */
import { Alert } from "@mantine/core"
import { useMemo } from "react"
import { cohortsOf } from "../../../../core/evaluation/index.ts"
import { type CheapestReport, withSetting } from "../../../../core/policy/follow/index.ts"
import { capsInRun, type Policy } from "../../../../core/policy/policy.ts"
import { sameTiers } from "../../../../core/policy/tiers.ts"
import { Panel } from "../../../components/Panel.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { cohortName } from "../../../names.ts"
import { useDial, useRested } from "../../../state/dial.ts"
import { tiersBy } from "../../../state/policy.ts"
import type { LoadedRun } from "../../../state/run.ts"
import { sameOff } from "../../../state/setting.ts"
import { createStore, useStore } from "../../../state/store.ts"
import { Asking } from "../Asking.tsx"
import { amount } from "../amounts.ts"
import { createSearch, standingFor } from "../decision.ts"
import { useFollowed } from "../followed.ts"
import { CheapestTable } from "./CheapestTable.tsx"
import { LimitFields } from "./LimitFields.tsx"
import { NO_LIMITS, optionsOf } from "./limits.ts"
import type { Row } from "./rows.ts"
import { limitsWords, perDay, settingWords, withInterval } from "./words.ts"
import "./cheapest.css"

interface Asked {
  readonly run: LoadedRun
  readonly policy: Policy
  /** Of all that the answer depends on. */
  readonly key: string
}

const search = createSearch<"cheapest", Asked>()
const typed = createStore(NO_LIMITS)
/** The key of the setting that a row of the answer made: to have applied it makes the answer no older. */
const appliedKey = createStore<string | null>(null)

export function CheapestPanel() {
  const t = useT()
  const dial = useDial()
  const { run } = dial
  const limits = useStore(typed)
  const standing = standingFor(useStore(search.standing), run)
  const applied = useStore(appliedKey)
  const { input } = useFollowed()
  const policy = usePolicy()
  const options = optionsOf(limits)
  const key = JSON.stringify([policy, options])
  const shown = standing.state === "found" ? standing : null
  const isStale = shown !== null && key !== shown.asked.key && key !== applied
  const { tiers, tiersOff, afterFlag } = useRested()
  const changeBy = ({ setting }: Row, from: Policy) => ({
    ...tiersBy(withSetting(from, setting).tiers),
    afterFlag: { ...afterFlag, review: { ...afterFlag.review, reviewers: setting.reviewers } },
  })

  function find(): void {
    if (options === null) return
    appliedKey.set(null)
    search.begin({ run, policy, key }, { kind: "cheapest", input, policy, options })
  }
  function apply(row: Row, from: Policy): void {
    const change = changeBy(row, from)
    appliedKey.set(JSON.stringify([withSetting(from, row.setting), options]))
    dial.set(change)
  }
  return (
    <Panel title={t("cheapest.title")} meaning={t("cheapest.meaning")} className="panel-cheapest">
      <p className="controls-note">{t("cheapest.lead")}</p>
      <LimitFields limits={limits} change={(change) => typed.set({ ...typed.get(), ...change })} />
      <CostsTold policy={policy} hasStaff={limits.upToReviewers.trim() !== ""} />
      <Asking
        standing={standing}
        cancel={search.cancel}
        ask={options === null ? null : find}
        words={{
          ask: t(shown === null ? "cheapest.find" : "cheapest.again"),
          working: t("cheapest.working"),
          cancelled: t("cheapest.cancelled"),
          failed: t("cheapest.failed"),
        }}
        testId="cheapest-find"
        progressTestId="cheapest-progress"
      />
      {shown === null ? null : (
        <div className="cheapest-answer" data-testid="cheapest-answer" data-stale={isStale}>
          {isStale ? <Alert color="gray">{t("cheapest.changed")}</Alert> : null}
          <Told report={shown.found} />
          <CheapestTable
            report={shown.found}
            isSet={(row) => {
              const change = changeBy(row, shown.asked.policy)
              return (
                sameTiers(change.tiers, tiers) &&
                sameOff(change.tiersOff, tiersOff) &&
                row.setting.reviewers === afterFlag.review.reviewers
              )
            }}
            apply={isStale ? null : (row) => apply(row, shown.asked.policy)}
          />
        </div>
      )}
    </Panel>
  )
}

/** The policy with those of its caps that the run has cohorts for. */
function usePolicy(): Policy {
  const { manifest, columns } = useDial().run
  const { policy } = useFollowed()
  const { caps } = useRested()
  return useMemo(() => {
    const { held } = capsInRun(caps, (kind) => cohortsOf(kind, columns, manifest.archetypes).names)
    return { ...policy, caps: held }
  }, [policy, caps, columns, manifest])
}

/** Whoever looks for the cheapest must see by which costs. */
function CostsTold({ policy: { costs }, hasStaff }: { readonly policy: Policy; readonly hasStaff: boolean }) {
  const t = useT()
  const format = useFormat()
  if (costs === null) return null
  const { falsePositive, falseNegative, review, reviewerHour, wrongfulDay, missedPer1000Followers } = costs
  const told = { falsePositive, falseNegative, review, reviewerHour, wrongfulDay, missedPer1000Followers }
  const words = Object.fromEntries(Object.entries(told).map(([name, cost]) => [name, format.number(cost)]))
  return (
    <p className="facts" data-testid="cheapest-costs">
      {t("cheapest.costs", words)} {hasStaff && reviewerHour === 0 ? t("cheapest.freeHours") : null}
    </p>
  )
}

/** The answer in sentences. */
function Told({ report }: { readonly report: CheapestReport }) {
  const t = useT()
  const format = useFormat()
  const { archetypes } = useDial().run.manifest.scenario
  const { cheapest, nearest, binding, unlimited, present, looked, days, replicates, unjudged, saving } =
    report
  const costOf = (one: typeof present) => perDay(one.cost!.total, days)
  const limitsOf = (some: typeof binding) => limitsWords(t, format, archetypes, some)
  const saved = perDay(saving ?? { value: 0, interval: [0, 0] }, days)
  return (
    <div className="cheapest-told" role="status">
      {cheapest === null ? (
        <p data-testid="cheapest-none">
          <strong>{t("cheapest.none", { looked: format.count(looked) })}</strong>{" "}
          {nearest === null
            ? null
            : t("cheapest.nearest", {
                setting: settingWords(t, format, nearest),
                limits: limitsOf(nearest.broken),
              })}
        </p>
      ) : (
        <p data-testid="cheapest-found">
          <strong>{settingWords(t, format, cheapest)}</strong>{" "}
          {t("cheapest.found", { cost: withInterval(format, costOf(cheapest)) })}{" "}
          {saved.value > 0
            ? t("cheapest.saves", { saved: withInterval(format, saved) })
            : saved.value < 0
              ? t("cheapest.more", { more: amount(format, -saved.value) })
              : t("cheapest.same")}
        </p>
      )}
      <p>
        {binding.length === 0
          ? t("cheapest.noBinding")
          : t("cheapest.binding", {
              limits: limitsOf(binding),
              cost: withInterval(format, costOf(unlimited)),
            })}
      </p>
      {unjudged.length === 0 ? null : (
        <p>
          {t("cheapest.unjudged", {
            cohorts: format.list(
              unjudged.map(({ kind, name }) => cohortName(t, format, archetypes, kind, name)),
            ),
          })}
        </p>
      )}
      <p className="facts">
        {t("cheapest.basis", { looked: format.count(looked), replicates: format.count(replicates) })}
      </p>
    </div>
  )
}
