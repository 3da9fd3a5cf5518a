/** What a saved picture says of how it came about: the run, and the setting under which it was looked at. */
import { useContext } from "react"
import type { RunManifest } from "../../core/run.ts"
import { type Format, useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"
import { detectorName } from "../names.ts"
import { DialContext, type Setting } from "../state/dial.ts"
import type { LoadedRun } from "../state/run.ts"

/** By the dial as it stands when it is asked; nothing without a run on the screen. */
export function useDialCaption(): () => readonly string[] {
  const dial = useContext(DialContext)
  const t = useT()
  const format = useFormat()
  return () => {
    if (!dial) return []
    const { setting, point } = dial.picture()
    return [
      runLine(t, format, dial.run.manifest),
      t("save.caption.point", {
        threshold: format.threshold(setting.threshold),
        prevalence: format.share(point.prevalence),
      }),
      definitionLine(t, format, setting.definition),
      ...offLines(t, dial.run),
    ]
  }
}

/** For what keeps to the scenario's own definition, wherever the dial stands. */
export function useOwnCaption(): () => readonly string[] {
  const dial = useContext(DialContext)
  const t = useT()
  const format = useFormat()
  return () => {
    if (!dial) return []
    const { manifest } = dial.run
    return [runLine(t, format, manifest), definitionLine(t, format, manifest.scenario.definition)]
  }
}

function runLine(t: Translate, format: Format, { id, scenario, accounts, createdAt }: RunManifest): string {
  return t("save.caption.run", {
    run: id,
    scenario: scenario.name,
    seed: scenario.seed,
    accounts: format.count(accounts),
    moment: format.moment(createdAt),
  })
}

/** Which detectors the risk was made without, if any. */
function offLines(t: Translate, { manifest, off }: LoadedRun): readonly string[] {
  const names = manifest.detectors
    .filter(({ id }) => off.includes(id))
    .map(({ id, title }) => detectorName(t, id, title))
  return names.length === 0 ? [] : [t("save.caption.off", { names: names.join(", ") })]
}

function definitionLine(t: Translate, format: Format, definition: Setting["definition"]): string {
  return t("save.caption.definition", {
    automation: format.tick(definition.automation),
    oversight: format.tick(definition.oversight),
    days: format.count(definition.days),
  })
}
