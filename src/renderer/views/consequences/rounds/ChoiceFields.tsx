/** Who the operators are, on which population, and how the platform answers. */
import { Select } from "@mantine/core"
import type { ReactNode } from "react"
import { Meaning } from "../../../components/Meaning.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useStore } from "../../../state/store.ts"
import { BUDGETS, chosen, RETRAIN_EVERY, ROUND_COUNTS, SEED_COUNTS, STRATEGIES } from "./choice.ts"

const NEVER = "never"

export function ChoiceFields() {
  const t = useT()
  const format = useFormat()
  const choice = useStore(chosen)
  const change = (part: Partial<typeof choice>) => chosen.set({ ...choice, ...part })
  const counts = (values: readonly number[]) =>
    values.map((value) => ({ value: String(value), label: format.count(value) }))
  return (
    <div className="rounds-choice">
      <Field
        name={t("rounds.strategy")}
        meaning={t(`rounds.strategy.${choice.strategy}.meaning`)}
        testId="rounds-strategy"
        width={130}
        value={choice.strategy}
        data={STRATEGIES.map((value) => ({ value, label: t(`rounds.strategy.${value}`) }))}
        onPick={(value) => change({ strategy: STRATEGIES.find((one) => one === value)! })}
      />
      <Field
        name={t("rounds.of")}
        testId="rounds-of"
        width={190}
        value={choice.population}
        data={(["own", "run"] as const).map((value) => ({ value, label: t(`rounds.of.${value}`) }))}
        onPick={(value) => change({ population: value === "run" ? "run" : "own" })}
      />
      <Field
        name={t("rounds.retrain")}
        testId="rounds-retrain"
        width={140}
        value={String(choice.retrainEvery ?? NEVER)}
        data={[
          { value: NEVER, label: t("rounds.retrain.never") },
          ...RETRAIN_EVERY.map((value) => ({
            value: String(value),
            label:
              value === 1
                ? t("rounds.retrain.each")
                : t("rounds.retrain.every", { rounds: format.count(value) }),
          })),
        ]}
        onPick={(value) => change({ retrainEvery: value === NEVER ? null : Number(value) })}
      />
      <Field
        name={t("rounds.rounds")}
        testId="rounds-rounds"
        width={72}
        value={String(choice.rounds)}
        data={counts(ROUND_COUNTS)}
        onPick={(value) => change({ rounds: Number(value) })}
      />
      <Field
        name={t("rounds.seeds")}
        testId="rounds-seeds"
        width={72}
        value={String(choice.seeds)}
        data={counts(SEED_COUNTS)}
        onPick={(value) => change({ seeds: Number(value) })}
      />
      <Field
        name={t("rounds.budget")}
        testId="rounds-budget"
        width={92}
        value={String(choice.budget)}
        data={BUDGETS.map((value) => ({
          value: String(value),
          label: t("rounds.times", { factor: format.plain(value) }),
        }))}
        onPick={(value) => change({ budget: Number(value) })}
      />
    </div>
  )
}

interface FieldProps {
  readonly name: string
  readonly meaning?: string
  readonly testId: string
  readonly width: number
  readonly value: string
  readonly data: { readonly value: string; readonly label: string }[]
  readonly onPick: (value: string) => void
}

function Field({ name, meaning, testId, width, value, data, onPick }: FieldProps): ReactNode {
  return (
    <span className="rounds-field">
      {meaning === undefined ? <span>{name}</span> : <Meaning of={meaning}>{name}</Meaning>}
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
    </span>
  )
}
