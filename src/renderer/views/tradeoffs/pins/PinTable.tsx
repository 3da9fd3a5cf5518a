/** A row a pin, the present setting first. Differences are to the row that is chosen for it. */
import { Radio } from "@mantine/core"
import { useMemo, useState } from "react"
import { TIERS } from "../../../../core/policy/tiers.ts"
import { Meaning } from "../../../components/Meaning.tsx"
import { useSavableTable } from "../../../export/savables.ts"
import { FEW_FLAGGED } from "../../../few.ts"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { cohortName } from "../../../names.ts"
import { useDial, useRested } from "../../../state/dial.ts"
import { usePlace } from "../../../state/location.ts"
import { type Pin, settingOfPin } from "../../../state/pins.ts"
import { type Setting, sameSetting } from "../../../state/setting.ts"
import { PinActions, PinName } from "./PinActions.tsx"
import { FigureCell, WorstCell } from "./PinCells.tsx"
import { PIN_FIGURES, type PinFigures, pinFigures } from "./pin-figures.ts"
import { pinsTable } from "./pins-table.ts"

interface Row {
  /** null for the present setting. */
  readonly pin: Pin | null
  readonly setting: Setting
  readonly figures: PinFigures
}

export function PinTable({ pins }: { readonly pins: readonly Pin[] }) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  const present = useRested()
  const { cohorts: kind } = usePlace()
  // The first pin: what the present setting is told against.
  const [chosen, setChosen] = useState(1)
  const kept = useMemo(
    () =>
      pins.map((pin): Row => {
        const setting = settingOfPin(pin, run.manifest.scenario)
        return { pin, setting, figures: pinFigures(run, setting, kind) }
      }),
    [pins, run, kind],
  )
  // After the pins', so that the labels that are kept at hand are the present definition's.
  const now = useMemo(
    (): Row => ({ pin: null, setting: present, figures: pinFigures(run, present, kind) }),
    [run, present, kind],
  )
  const rows = [now, ...kept]
  const reference = rows[chosen] ?? now
  useSavableTable(t("pins.title"), "pins", () =>
    pinsTable(
      t,
      rows.map(({ pin, ...row }) => ({ name: pin?.name ?? t("pins.now"), ...row })),
      (name) => cohortName(t, format, run.manifest.scenario.archetypes, kind, name),
    ),
  )
  return (
    <table className="data pin-table" data-testid="pin-table">
      <Head kindTold={t(`cohorts.kind.${kind}`)} />
      <tbody>
        {rows.map((row, at) => (
          // Pins may be equal but for their place.
          <tr key={row.pin === null ? "now" : `${at} ${row.pin.name}`} data-testid={`pin-row-${at}`}>
            <td>
              <Radio
                size="xs"
                name="pin-reference"
                aria-label={t("pins.reference", { name: row.pin?.name ?? t("pins.now") })}
                checked={reference === row}
                onChange={() => setChosen(at)}
              />
            </td>
            <th scope="row">{row.pin === null ? t("pins.now") : <PinName pin={row.pin} at={at - 1} />}</th>
            <Thresholds setting={row.setting} />
            {PIN_FIGURES.map((figure) => (
              <FigureCell
                key={figure}
                figure={figure}
                estimate={row.figures[figure]}
                reference={row === reference ? null : reference.figures[figure]}
              />
            ))}
            <WorstCell
              worst={row.figures.worst}
              reference={row === reference ? null : reference.figures.worst}
            />
            <td>
              {row.pin === null ? null : (
                <PinActions
                  pin={row.pin}
                  at={at - 1}
                  setting={row.setting}
                  isPresent={sameSetting(row.setting, present)}
                  against={row === reference ? null : reference.setting}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ kindTold }: { readonly kindTold: string }) {
  const t = useT()
  return (
    <thead>
      <tr>
        <th scope="col">
          <Meaning of={t("pins.referenceHead.meaning")}>{t("pins.referenceHead")}</Meaning>
        </th>
        <th scope="col">{t("pins.nameHead")}</th>
        <th scope="col">
          <Meaning of={t("pins.thresholds.meaning")}>{t("pins.thresholds")}</Meaning>
        </th>
        {(["precision", "recall", "falsePositiveRate"] as const).map((figure) => (
          <th scope="col" className="number" key={figure}>
            <Meaning of={t(`figure.${figure}.meaning`, { few: FEW_FLAGGED })}>
              {t(`figure.${figure}`)}
            </Meaning>
          </th>
        ))}
        {(["flagged", "falsePositives"] as const).map((figure) => (
          <th scope="col" className="number" key={figure}>
            <Meaning of={t(`suggest.${figure}.meaning`)}>{t(`suggest.${figure}`)}</Meaning>
          </th>
        ))}
        <th scope="col" className="number">
          <Meaning of={t("pins.cost.meaning")}>{t("pins.cost")}</Meaning>
        </th>
        <th scope="col" className="number">
          <Meaning of={t("pins.worst.meaning", { kind: kindTold })}>{t("pins.worst")}</Meaning>
        </th>
        <th scope="col">{t("pins.actions")}</th>
      </tr>
    </thead>
  )
}

/** The selected tier's threshold; the other tiers' and the definition when it is pointed at. */
function Thresholds({ setting }: { readonly setting: Setting }) {
  const t = useT()
  const format = useFormat()
  const { tiers, tier, threshold, definition } = setting
  const all = TIERS.map((one) => `${t(`tier.${one}`)} ${format.threshold(tiers[one])}`)
  const told = t("pins.definition", {
    automation: format.tick(definition.automation),
    oversight: format.tick(definition.oversight),
    days: format.count(definition.days),
  })
  return (
    <td>
      <Meaning of={`${format.list(all)}. ${told}`}>
        {t(`tier.${tier}`)} {format.threshold(threshold)}
      </Meaning>
    </td>
  )
}
