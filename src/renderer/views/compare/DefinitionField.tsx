/** A side's definition in one line, and its three parts to be moved. */
import { Button, NumberInput, Popover } from "@mantine/core"
import type { Definition } from "../../../core/policy/definition.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { sameDefinition } from "../../state/run.ts"
import { LEAST_SHARE } from "../../state/setting-place.ts"

interface DefinitionFieldProps {
  readonly letter: "A" | "B"
  readonly definition: Definition
  readonly own: Definition
  readonly other: Definition
  /** Of the run's period. */
  readonly days: number
  readonly choose: (definition: Definition) => void
}

export function DefinitionField({ letter, definition, own, other, days, choose }: DefinitionFieldProps) {
  const t = useT()
  const format = useFormat()
  const { oversight, automation } = definition
  return (
    <div className="compare-definition">
      <Meaning of={t("definition.meaning")}>{t("definition.title")}</Meaning>
      <span>
        {t("compare.definition", {
          oversight: format.share(oversight),
          automation: format.share(automation),
          days: format.count(definition.days),
        })}
      </span>
      <Popover position="bottom-end" withArrow trapFocus>
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t("compare.definition.changeNamed", { side: letter })}
          >
            {t("compare.definition.change")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className="compare-definition-parts">
          <Part
            label={t("compare.oversight", { side: letter })}
            value={oversight * 100}
            max={100}
            suffix="%"
            choose={(value) => choose({ ...definition, oversight: shareOf(value) })}
          />
          <Part
            label={t("compare.automation", { side: letter })}
            value={automation * 100}
            max={100}
            suffix="%"
            choose={(value) => choose({ ...definition, automation: shareOf(value) })}
          />
          <Part
            label={t("compare.days", { side: letter })}
            value={definition.days}
            max={days}
            choose={(value) => choose({ ...definition, days: value })}
          />
          <div className="compare-definition-ends">
            <Button
              size="compact-xs"
              variant="default"
              disabled={sameDefinition(definition, own)}
              onClick={() => choose(own)}
            >
              {t("definition.reset")}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              disabled={sameDefinition(definition, other)}
              onClick={() => choose({ ...other, days: Math.min(other.days, days) })}
            >
              {t("compare.definition.as", { side: letter === "A" ? "B" : "A" })}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

/** A percentage as a share, without what binary fractions add. */
const shareOf = (percent: number) => Math.max(LEAST_SHARE, Math.round(percent) / 100)

interface PartProps {
  readonly label: string
  readonly value: number
  readonly max: number
  readonly suffix?: string
  readonly choose: (value: number) => void
}

function Part({ label, value, max, suffix, choose }: PartProps) {
  return (
    <NumberInput
      size="xs"
      label={label}
      min={1}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      value={Math.round(value)}
      {...(suffix === undefined ? {} : { suffix })}
      onChange={(next) => typeof next === "number" && next >= 1 && choose(next)}
    />
  )
}
