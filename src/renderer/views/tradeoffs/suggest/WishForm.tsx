/** The purposes in plain words, with their numbers in the sentence. */
import { Input, Radio } from "@mantine/core"
import { Fragment, type ReactNode } from "react"
import type { Costs } from "../../../../core/evaluation/index.ts"
import { ExplainedSwitch } from "../../../components/ExplainedSwitch.tsx"
import { Meaning } from "../../../components/Meaning.tsx"
import { type Format, useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { cohortName } from "../../../names.ts"
import { useDial, useRested } from "../../../state/dial.ts"
import { type NumberName, numberOf, WISHES, type Wish, type WishKind } from "./wish.ts"

interface WishFormProps {
  readonly wish: Wish
  readonly change: (change: Partial<Wish>) => void
}

export function WishForm({ wish, change }: WishFormProps) {
  const t = useT()
  const format = useFormat()
  const { caps, costs } = useRested()
  const costsTold = told(costs, format)
  return (
    <div className="suggest-wishes" role="radiogroup" aria-label={t("suggest.purpose")}>
      {WISHES.filter((kind) => kind !== "caps" || caps.length > 0).map((kind) => (
        <div className="suggest-wish" key={kind} data-chosen={wish.kind === kind}>
          <Radio
            size="xs"
            name="suggest-purpose"
            value={kind}
            checked={wish.kind === kind}
            aria-label={t(`suggest.${kind}`, { ...numbersOf(wish), ...costsTold })}
            data-testid={`suggest-${kind}`}
            onChange={() => change({ kind })}
          />
          <span>
            <WishText kind={kind} wish={wish} change={change} />{" "}
            <Meaning of={t(`suggest.${kind}.meaning`)}>?</Meaning>
          </span>
        </div>
      ))}
      <Caps wish={wish} change={change} />
    </div>
  )
}

/** The numbers that a purpose's sentence has. */
const NUMBERS_OF: Readonly<Record<WishKind, readonly NumberName[]>> = {
  "max-fpr": ["maxFpr", "confidence"],
  "false-positives-per-day": ["perDay"],
  "false-positives": ["inRun"],
  "reviewer-hours": ["hours"],
  cost: [],
  "best-f1": [],
  caps: [],
}

const numbersOf = ({ maxFpr, confidence, perDay, inRun, hours }: Wish) => ({
  maxFpr,
  confidence,
  perDay,
  inRun,
  hours,
})

const told = (costs: Costs, format: Format) =>
  Object.fromEntries(Object.entries(costs).map(([name, cost]) => [name, format.number(cost)]))

/** The sentence, with a field where a number stands. */
function WishText({ kind, wish, change }: WishFormProps & { readonly kind: WishKind }) {
  const t = useT()
  const format = useFormat()
  const { costs } = useRested()
  const names = NUMBERS_OF[kind]
  // A place holder that no language has a word for marks where each field goes.
  const places = Object.fromEntries(names.map((name) => [name, `\u0000${name}\u0000`]))
  const parts = t(`suggest.${kind}`, { ...places, ...told(costs, format) }).split("\u0000")
  return parts.map((part, at): ReactNode => {
    const name = names.find((one) => one === part)
    // The parts of a sentence have no other name than their place.
    if (name === undefined) return <Fragment key={`${kind}-${at}`}>{part}</Fragment>
    return <NumberField key={name} kind={kind} name={name} wish={wish} change={change} />
  })
}

interface NumberFieldProps extends WishFormProps {
  readonly kind: WishKind
  readonly name: NumberName
}

function NumberField({ kind, name, wish, change }: NumberFieldProps) {
  const t = useT()
  const isWrong = numberOf(wish, name) === null
  return (
    <Input
      component="input"
      type="number"
      size="xs"
      w={name === "maxFpr" || name === "confidence" ? 72 : 84}
      min={0}
      step="any"
      className="suggest-number"
      aria-label={t(`suggest.number.${name}`)}
      aria-invalid={isWrong}
      error={isWrong}
      title={isWrong ? t(`suggest.range.${name}`) : undefined}
      data-testid={`suggest-number-${name}`}
      value={wish[name]}
      // Whoever types a number of a purpose means that purpose.
      onFocus={() => change({ kind })}
      onChange={(event) => change({ kind, [name]: event.currentTarget.value })}
    />
  )
}

/** Caps of the setting hold for every purpose. */
function Caps({ wish, change }: WishFormProps) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  const { caps } = useRested()
  if (caps.length === 0) return <p className="facts">{t("suggest.noCaps")}</p>
  const named = caps.map(({ kind, name, maxFpr }) => {
    const { archetypes } = run.manifest.scenario
    return `${cohortName(t, format, archetypes, kind, name)} ≤ ${format.tick(maxFpr)}`
  })
  return (
    <div className="suggest-caps">
      <p className="facts">{t("suggest.caps.held", { caps: format.list(named) })}</p>
      <ExplainedSwitch
        label={t("suggest.guaranteeCaps", { confidence: wish.confidence })}
        meaning={t("suggest.guaranteeCaps.meaning")}
        on={wish.guaranteeCaps}
        turn={(guaranteeCaps) => change({ guaranteeCaps })}
      />
    </div>
  )
}
