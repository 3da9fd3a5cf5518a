/** What figures a day are told for: accounts judged a day, and a reviewer's seconds for one that is flagged. */
import { Button } from "@mantine/core"
import { Meaning } from "../../../components/Meaning.tsx"
import { NumberField } from "../../../components/NumberField.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useDial, useRested } from "../../../state/dial.ts"
import { MOST_PER_DAY, MOST_SECONDS } from "../../../state/setting-place.ts"
import { useWorkloadOfRun } from "./workload.ts"

export function WorkloadFields() {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const { accountsPerDay, secondsPerReview } = useRested()
  const own = useWorkloadOfRun()
  return (
    <>
      <Amount
        name="perDay"
        testId="judged-per-day"
        width={110}
        value={accountsPerDay ?? Math.round(own)}
        isAllowed={(value) => value > 0 && value <= MOST_PER_DAY}
        choose={(value) => dial.set({ accountsPerDay: value })}
      />
      <Button
        size="compact-xs"
        variant="default"
        disabled={accountsPerDay === undefined}
        onClick={() => dial.set({ accountsPerDay: undefined })}
      >
        {t("tierTable.perDay.reset", { accounts: format.count(own) })}
      </Button>
      <Amount
        name="seconds"
        testId="seconds-per-review"
        width={80}
        value={secondsPerReview}
        isAllowed={(value) => value >= 0 && value <= MOST_SECONDS}
        choose={(value) => dial.set({ secondsPerReview: value })}
      />
    </>
  )
}

interface AmountProps {
  readonly name: "perDay" | "seconds"
  readonly testId: string
  /** Pixels. */
  readonly width: number
  readonly value: number
  readonly isAllowed: (value: number) => boolean
  readonly choose: (value: number) => void
}

function Amount({ name, testId, width, value, isAllowed, choose }: AmountProps) {
  const t = useT()
  return (
    <>
      <Meaning of={t(`tierTable.${name}.meaning`)}>{t(`tierTable.${name}`)}</Meaning>
      <NumberField
        name={t(`tierTable.${name}`)}
        value={value}
        isAllowed={isAllowed}
        onChange={choose}
        range={t(`tierTable.${name}.range`)}
        width={width}
        testId={testId}
      />
    </>
  )
}
