/** Switches detectors off, and tells what that does at the present threshold. */
import { useMemo } from "react"
import type { Flip } from "../../../core/evaluation/index.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { archetypeName, detectorMeaning, detectorName } from "../../names.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { signed, signedInterval } from "./difference.ts"
import { switchedFlipsTable, switchedTable } from "./saved-tables.ts"
import { SHOWN_FLIPS, SWITCHED_FIGURES, type Switched, switched } from "./switched.ts"

const SWITCHES = "detector-switches"

export function SwitchOff() {
  const t = useT()
  const { run } = useDial()
  const { tier } = useRested()
  return (
    <Panel title={t("off.title")} meaning={t("off.meaning")} className="panel-realism panel-off">
      <Switches />
      {run.off.length === 0 ? (
        <p className="facts">{t("off.hint", { tier: t(`tier.${tier}`) })}</p>
      ) : (
        <Outcome />
      )}
    </Panel>
  )
}

/** Goes to the switches from further down: what a switch does is told there. */
export function showSwitches(): void {
  const switches = document.getElementById(SWITCHES)
  switches?.scrollIntoView({ block: "center" })
  switches?.focus({ preventScroll: true })
}

function Switches() {
  const t = useT()
  const { run } = useDial()
  const { off } = usePlace()
  const { detectors } = run.manifest
  function turn(id: string, on: boolean): void {
    const next = on ? off.filter((other) => other !== id) : [...off, id]
    goTo({ off: detectors.map((one) => one.id).filter((one) => next.includes(one)) })
  }
  return (
    <fieldset
      id={SWITCHES}
      className="off-switches"
      tabIndex={-1}
      aria-label={t("off.title")}
      data-testid="off-switches"
    >
      {detectors.map(({ id, title }) => {
        const isOn = !off.includes(id)
        const isLast = isOn && off.length === detectors.length - 1
        return (
          <ExplainedSwitch
            key={id}
            label={detectorName(t, id, title)}
            meaning={isLast ? t("off.last") : t("off.of", { meaning: detectorMeaning(t, id, title) })}
            on={isOn}
            turn={(on) => (isLast ? undefined : turn(id, on))}
          />
        )
      })}
    </fieldset>
  )
}

function Outcome() {
  const t = useT()
  const { run } = useDial()
  const { definition, threshold } = useRested()
  const outcome = useMemo(() => switched(run, definition, threshold), [run, definition, threshold])
  return (
    <div className="off-outcome">
      <SavableTable name={t("off.title")} stem="switched-off" table={() => switchedTable(t, outcome)} />
      <SavableTable
        name={t("off.flips")}
        stem="switched-off-flips"
        table={() =>
          switchedFlipsTable(t, outcome, (id) => archetypeName(t, run.manifest.scenario.archetypes, id))
        }
      />
      <Differences of={outcome} />
      <WhoFlips of={outcome} />
    </div>
  )
}

function Differences({ of }: { readonly of: Switched }) {
  const t = useT()
  const format = useFormat()
  return (
    <table className="data" data-testid="off-differences">
      <thead>
        <tr>
          <th scope="col">{t("off.figure")}</th>
          <th scope="col" className="number">
            <Meaning of={t("off.before.meaning")}>{t("off.before")}</Meaning>
          </th>
          <th scope="col" className="number">
            <Meaning of={t("off.after.meaning")}>{t("off.after")}</Meaning>
          </th>
          <th scope="col" className="number">
            <Meaning of={t("off.difference.meaning")}>{t("off.difference")}</Meaning>
          </th>
        </tr>
      </thead>
      <tbody>
        {SWITCHED_FIGURES.map(({ id, name, isShare }) => {
          const { before, after, interval } = of[id]
          const tell = isShare ? format.share : format.decimal
          const [scale, digits] = isShare ? [100, 2] : [1, 3]
          const change = signed(format, (after - before) * scale, digits)
          return (
            <tr key={id}>
              <th scope="row">
                <Meaning of={t(`${name}.meaning`)}>{t(name)}</Meaning>
              </th>
              <td className="number">{tell(before)}</td>
              <td className="number" data-testid={`off-after-${id}`}>
                {tell(after)}
              </td>
              <td className="number">
                {Number.isFinite(after - before)
                  ? isShare
                    ? t("why.points", { value: change })
                    : change
                  : NOTHING}
                <span className="figure-interval">
                  {interval ? signedInterval(format, [interval[0] * scale, interval[1] * scale], digits) : ""}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function WhoFlips({ of: { flips } }: { readonly of: Switched }) {
  const t = useT()
  const format = useFormat()
  const line = (flip: Flip) => {
    const { accounts, byArchetype } = flips[flip]
    return (
      <li key={flip} data-testid={`off-${flip}`}>
        <strong>{format.count(accounts)}</strong> {t(`flip.${flip}`)}
        {byArchetype.map(([archetype, count]) => (
          <span className="off-archetype" key={archetype}>
            <ArchetypeName id={archetype} /> {format.count(count)}
          </span>
        ))}
      </li>
    )
  }
  return (
    <section className="off-flips">
      <h3>
        <Meaning of={t("off.flips.meaning")}>{t("off.flips")}</Meaning>
      </h3>
      <ul>{SHOWN_FLIPS.map(line)}</ul>
    </section>
  )
}
