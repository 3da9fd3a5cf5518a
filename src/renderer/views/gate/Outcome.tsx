/** An outcome by sign and word, never by colour alone. */
import type { CheckOutcome, ExpectationRow, GateDetectorRow } from "../../../api/contract.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useT } from "../../i18n/index.ts"

export const SIGNS: Readonly<Record<CheckOutcome, string>> = {
  pass: "✓",
  improve: "▲",
  regress: "✗",
  inconclusive: "?",
  new: "+",
  gone: "−",
  incomplete: "!",
}

interface OutcomeProps {
  readonly outcome: CheckOutcome
  /** Within a button, where a meaning could not have the focus. */
  readonly plain?: boolean
}

export function Outcome({ outcome, plain = false }: OutcomeProps) {
  const t = useT()
  const word = t(`gate.outcome.${outcome}`)
  return (
    <span className={`gate-outcome gate-outcome-${outcome}`}>
      <span aria-hidden="true" className="gate-sign">
        {SIGNS[outcome]}
      </span>{" "}
      {plain ? word : <Meaning of={t(`gate.outcome.${outcome}.meaning`)}>{word}</Meaning>}
    </span>
  )
}

const PROMISE_SIGNS = { kept: "✓", broken: "✗", inconclusive: "?" } as const
const PROMISE_CLASSES = { kept: "pass", broken: "regress", inconclusive: "inconclusive" } as const

export function PromiseWord({ outcome }: Pick<ExpectationRow, "outcome">) {
  const t = useT()
  return (
    <span className={`gate-outcome gate-outcome-${PROMISE_CLASSES[outcome]}`}>
      <span aria-hidden="true" className="gate-sign">
        {PROMISE_SIGNS[outcome]}
      </span>{" "}
      <Meaning of={t(`gate.promise.${outcome}.meaning`)}>{t(`gate.promise.${outcome}`)}</Meaning>
    </span>
  )
}

const STATE_SIGNS = { same: "=", changed: "≠", new: "+", gone: "−", failed: "✗" } as const

export function StateWord({ state }: Pick<GateDetectorRow, "state">) {
  const t = useT()
  return (
    <span className={`gate-outcome gate-state-${state}`}>
      <span aria-hidden="true" className="gate-sign">
        {STATE_SIGNS[state]}
      </span>{" "}
      <Meaning of={t(`gate.state.${state}.meaning`)}>{t(`gate.state.${state}`)}</Meaning>
    </span>
  )
}
