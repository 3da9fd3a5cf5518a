/** Who the operators are, on which population, and how the platform answers. */
import { Checkbox, Select } from "@mantine/core"
import type { ReactNode } from "react"
import { Meaning } from "../../../components/Meaning.tsx"
import { NumberField } from "../../../components/NumberField.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useStore } from "../../../state/store.ts"
import { type Choice, chosen, RANGES, RETRAIN_EVERY, STRATEGIES } from "./choice.ts"
import { retrainName } from "./names.ts"

const NEVER = "never"

export function ChoiceFields() {
  const choice = useStore(chosen)
  const change = (part: Partial<Choice>) => chosen.set({ ...choice, ...part })
  return (
    <>
      <Strategies
        picked={choice.strategies}
        onPick={(strategies) => change({ strategies: STRATEGIES.filter((one) => strategies.includes(one)) })}
      />
      <Settings choice={choice} change={change} />
    </>
  )
}

interface StrategiesProps {
  readonly picked: readonly string[]
  readonly onPick: (strategies: string[]) => void
}

function Strategies({ picked, onPick }: StrategiesProps) {
  const t = useT()
  return (
    <Checkbox.Group
      label={t("rounds.strategies")}
      value={[...picked]}
      onChange={onPick}
      className="rounds-strategies"
    >
      <ul>
        {STRATEGIES.map((strategy) => (
          <li key={strategy}>
            <Checkbox
              size="xs"
              value={strategy}
              label={t(`rounds.strategy.${strategy}`)}
              description={t(`rounds.strategy.${strategy}.meaning`)}
              data-testid={`rounds-strategy-${strategy}`}
            />
          </li>
        ))}
      </ul>
    </Checkbox.Group>
  )
}

interface SettingsProps {
  readonly choice: Choice
  readonly change: (part: Partial<Choice>) => void
}

function Settings({ choice, change }: SettingsProps) {
  const t = useT()
  const format = useFormat()
  const amount = (name: keyof typeof RANGES, title: string, meaning: string) => {
    const { least, most, isWhole } = RANGES[name]
    return (
      <Field name={title} meaning={meaning}>
        <NumberField
          name={title}
          value={choice[name]}
          least={least}
          most={most}
          step={isWhole ? 1 : "any"}
          isAllowed={(value) => value >= least && value <= most && (!isWhole || Number.isInteger(value))}
          range={t(isWhole ? "rounds.range.whole" : "rounds.range", { least, most })}
          testId={`rounds-${name}`}
          onChange={(value) => change({ [name]: value })}
        />
      </Field>
    )
  }
  return (
    <div className="rounds-choice">
      <Field name={t("rounds.of")} meaning={t("rounds.of.meaning")}>
        <Picker
          name={t("rounds.of")}
          testId="rounds-of"
          width={190}
          value={choice.population}
          data={(["own", "run"] as const).map((value) => ({ value, label: t(`rounds.of.${value}`) }))}
          onPick={(value) => change({ population: value === "run" ? "run" : "own" })}
        />
      </Field>
      <Field name={t("rounds.retrain")} meaning={t("rounds.retrain.meaning")}>
        <Picker
          name={t("rounds.retrain")}
          testId="rounds-retrain"
          width={140}
          value={String(choice.retrainEvery ?? NEVER)}
          data={[null, ...RETRAIN_EVERY].map((every) => ({
            value: String(every ?? NEVER),
            label: retrainName(t, every),
          }))}
          onPick={(value) => change({ retrainEvery: value === NEVER ? null : Number(value) })}
        />
      </Field>
      {amount("rounds", t("rounds.rounds"), t("rounds.rounds.meaning"))}
      {amount("seeds", t("rounds.seeds"), t("rounds.seeds.meaning"))}
      {amount("budget", t("rounds.budget"), t("rounds.budget.meaning"))}
      <p className="facts rounds-amount">
        {t("rounds.amount", {
          simulations: format.count(choice.strategies.length * choice.rounds * choice.seeds),
        })}
      </p>
    </div>
  )
}

interface FieldProps {
  readonly name: string
  readonly meaning: string
  readonly children: ReactNode
}

const Field = ({ name, meaning, children }: FieldProps) => (
  <span className="rounds-field">
    <Meaning of={meaning}>{name}</Meaning>
    {children}
  </span>
)

interface PickerProps {
  readonly name: string
  readonly testId: string
  readonly width: number
  readonly value: string
  readonly data: { readonly value: string; readonly label: string }[]
  readonly onPick: (value: string) => void
}

const Picker = ({ name, testId, width, value, data, onPick }: PickerProps) => (
  <Select
    size="xs"
    w={width}
    aria-label={name}
    data={data}
    value={value}
    allowDeselect={false}
    data-testid={testId}
    onChange={(picked) => picked && onPick(picked)}
  />
)
