/** Pins: operating points that were kept, each with all that follows from it, against one of them. */
import { Panel } from "../../../components/Panel.tsx"
import { useT } from "../../../i18n/index.ts"
import { usePlace } from "../../../state/location.ts"
import { PinTable } from "./PinTable.tsx"
import "./pins.css"

export function PinsPanel() {
  const t = useT()
  const { pins } = usePlace()
  if (pins.length === 0) return null
  return (
    <Panel title={t("pins.title")} meaning={t("pins.meaning")} className="panel-pins">
      <div className="pins-scroll">
        <PinTable pins={pins} />
      </div>
    </Panel>
  )
}
