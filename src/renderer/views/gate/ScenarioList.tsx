/** The scenarios of a check, the worst first, all or those of one outcome. */
import type { KeyboardEvent } from "react"
import type { CheckedScenario, GateOutcome } from "../../../api/contract.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { WORST_FIRST } from "../../state/gate-place.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { formatPlace } from "../../state/place.ts"
import { FirstReason } from "./Decided.tsx"
import { countOutcomes } from "./decided.ts"
import { Outcome } from "./Outcome.tsx"

interface ScenarioListProps {
  /** In the order that they are shown in. */
  readonly scenarios: readonly CheckedScenario[]
  /** Those that the filter leaves. */
  readonly shown: readonly CheckedScenario[]
  readonly selected: CheckedScenario | null
}

export function ScenarioList({ scenarios, shown, selected }: ScenarioListProps) {
  const t = useT()
  const place = usePlace()
  return (
    <nav className="gate-list" aria-label={t("gate.scenarios")}>
      <Filter scenarios={scenarios} />
      {shown.length === 0 ? <p className="empty-note">{t("gate.scenarios.none")}</p> : null}
      <ul onKeyDown={moveAlong}>
        {shown.map((scenario) => (
          <li key={scenario.file}>
            <a
              href={formatPlace({ ...place, checked: scenario.file })}
              className="gate-entry"
              aria-current={scenario === selected ? "true" : undefined}
              data-testid={`gate-scenario-${scenario.file}`}
            >
              <span className="gate-entry-head">
                <span className="gate-entry-name">{scenario.scenario}</span>
                <Outcome outcome={scenario.outcome} plain />
              </span>
              <span className="gate-entry-why">
                <FirstReason scenario={scenario} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Up and down go from entry to entry, besides Tab. */
function moveAlong(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const entries = [...event.currentTarget.querySelectorAll("a")]
  const next = entries[entries.indexOf(document.activeElement as HTMLAnchorElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function Filter({ scenarios }: { readonly scenarios: readonly CheckedScenario[] }) {
  const t = useT()
  const format = useFormat()
  const { gateOutcome } = usePlace()
  const choose = (outcome: GateOutcome | null) => goTo({ gateOutcome: outcome })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a border and a legend, which these buttons do not need
    <div className="gate-filter" role="group" aria-label={t("gate.filter")}>
      <button
        type="button"
        className="gate-chip"
        aria-pressed={gateOutcome === null}
        onClick={() => choose(null)}
      >
        {t("gate.filter.all")} {format.count(scenarios.length)}
      </button>
      {countOutcomes(scenarios, WORST_FIRST).map(([outcome, count]) => (
        <button
          key={outcome}
          type="button"
          className="gate-chip"
          aria-pressed={gateOutcome === outcome}
          data-testid={`gate-filter-${outcome}`}
          onClick={() => choose(gateOutcome === outcome ? null : outcome)}
        >
          <Outcome outcome={outcome} plain /> {format.count(count)}
        </button>
      ))}
    </div>
  )
}
