/**
 * The definition: how much automation, for how long, without how much oversight makes an account AI-managed.
 * Moving it labels the accounts anew; scores stay as they are.
 */
import { Button, Tooltip } from "@mantine/core"
import { useRef } from "react"
import { type Definition, GRADES } from "../../../core/policy/definition.ts"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { type Format, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useFrame, useRested } from "../../state/dial.ts"
import { sameDefinition } from "../../state/run.ts"
import { LEAST_SHARE } from "../../state/setting-place.ts"

const PARTS = ["oversight", "automation", "days"] as const
type Part = (typeof PARTS)[number]

const told = (format: Format, part: Part, value: number) =>
  part === "days" ? format.count(value) : format.tick(value)

export function DefinitionControl() {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const { definition: own } = dial.run.manifest.scenario
  const isOwn = sameDefinition(useRested().definition, own)
  return (
    <fieldset className="control control-wide" aria-label={t("definition.title")} data-tour="definition">
      <Meaning of={t("definition.meaning")}>{t("definition.title")}</Meaning>
      {PARTS.map((part) => (
        <PartSlider key={part} part={part} />
      ))}
      <Tooltip
        label={t("definition.resetHint", {
          oversight: told(format, "oversight", own.oversight),
          automation: told(format, "automation", own.automation),
          days: told(format, "days", own.days),
        })}
        multiline
        w={280}
        withArrow
        events={{ hover: true, focus: true, touch: true }}
      >
        <Button
          size="compact-xs"
          variant="default"
          disabled={isOwn}
          data-testid="definition-reset"
          onClick={() => dial.set({ definition: own })}
        >
          {t("definition.reset")}
        </Button>
      </Tooltip>
      <GradeCounts />
    </fieldset>
  )
}

function PartSlider({ part }: { readonly part: Part }) {
  const dial = useDial()
  const t = useT()
  const format = useFormat()
  const slider = useRef<HTMLInputElement>(null)
  const { days, definition } = dial.run.manifest.scenario
  const range =
    part === "days"
      ? { min: 1, max: Math.max(days, definition.days), step: 1 }
      : { min: LEAST_SHARE, max: 1, step: 0.01 }

  useFrame(({ setting }) => {
    if (!slider.current) return
    slider.current.value = String(setting.definition[part])
    slider.current.setAttribute("aria-valuetext", told(format, part, setting.definition[part]))
  })

  function move(value: number): void {
    const moved: Definition = { ...dial.current().definition, [part]: value }
    dial.turn({ definition: moved })
  }

  return (
    <span className="definition-part">
      <Meaning of={t(`definition.${part}.meaning`)}>{t(`definition.${part}`)}</Meaning>
      <input
        ref={slider}
        type="range"
        className="slider slider-shortest"
        {...range}
        aria-label={t(`definition.${part}.slider`)}
        data-testid={`definition-${part}`}
        onInput={(event) => move(Number(event.currentTarget.value))}
        onPointerUp={() => dial.rest()}
        onKeyUp={() => dial.rest()}
        onBlur={() => dial.rest()}
      />
      <Live
        className="control-value definition-value"
        testId={`definition-${part}-value`}
        read={({ setting }) => told(format, part, setting.definition[part])}
      />
    </span>
  )
}

/** Accounts of each grade, those without a risk score included: the definition needs none. */
function GradeCounts() {
  const t = useT()
  const format = useFormat()
  return (
    <span className="definition-part">
      <Meaning of={t("grades.meaning")}>{t("grades.title")}</Meaning>
      <ul className="grades" aria-label={t("grades.title")} data-testid="grades">
        {GRADES.map((grade, at) => (
          <li key={grade}>
            <Meaning of={t(`grade.${grade}.meaning`)}>{t(`grade.${grade}`)}</Meaning>{" "}
            <Live
              className="control-value"
              testId={`grade-${grade}`}
              read={({ labelled }) => format.count(labelled.gradeCounts[at]!)}
            />
          </li>
        ))}
      </ul>
    </span>
  )
}

/** Says so when accounts are not labelled as the scenario has it. */
export function Relabelled() {
  const { definition: own } = useDial().run.manifest.scenario
  const t = useT()
  return (
    <Live
      className="reweighted"
      testId="relabelled"
      read={({ setting }) => (sameDefinition(setting.definition, own) ? "" : t("figures.relabelled"))}
    />
  )
}
