/** Pins: settings that are kept under a name, to be compared and gone back to. The address holds them. */
import type { Scenario } from "../../core/scenario/schema.ts"
import type { Setting } from "./setting.ts"
import { parseSetting, placeOfSetting, type SettingPlace, settingAt, tellSetting } from "./setting-place.ts"

export interface Pin {
  readonly name: string
  readonly setting: SettingPlace
}

/** More would neither be told apart in a table nor fit into an address that can be sent. */
export const MOST_PINS = 12
export const LONGEST_PIN_NAME = 60

/** What of a setting differs from scenario to scenario is told whole, so that a pin means the same on another run. */
export function pinOf(name: string, setting: Setting, scenario: Scenario): Pin {
  const { tiers, tier, definition } = setting
  const told = { ...placeOfSetting(setting, scenario), ...definition, tiers, tier, threshold: null }
  return { name: pinName(name), setting: told }
}

/** Cut to length; half of a pair of surrogates, which no address can hold, is left out. */
export const pinName = (text: string) => text.slice(0, LONGEST_PIN_NAME).replace(/[\ud800-\udfff]/gu, "")

export const settingOfPin = ({ setting }: Pin, scenario: Scenario): Setting => settingAt(setting, scenario)

/**
 * In an address: the name and the setting's parts, parted by `*`, each part's name and values by `_`, since these stay
 * as they are in a query. `Before*tier_review*tiers_0.05_0.1_0.15_0.2_0.8`.
 */
export function tellPins(pins: readonly Pin[], said: URLSearchParams): void {
  for (const { name, setting } of pins) {
    const parts = new URLSearchParams()
    tellSetting(setting, parts)
    const told = [...parts].map(([key, value]) => [key, ...value.split(",")].map(escaped).join("_"))
    said.append("pin", [escaped(name), ...told].join("*"))
  }
}

/** Whatever makes no sense is taken as not said. */
export function parsePins(said: URLSearchParams): readonly Pin[] {
  const pins = said.getAll("pin").flatMap((text): Pin[] => {
    const [name = "", ...told] = text.split("*")
    const parts = new URLSearchParams()
    try {
      for (const part of told) {
        const [key = "", ...values] = part.split("_").map(decodeURIComponent)
        parts.append(key, values.join(","))
      }
      const setting = parseSetting(parts)
      const isWhole = setting.tiers !== null
      return isWhole ? [{ name: pinName(decodeURIComponent(name)), setting }] : []
    } catch {
      // Escapes that are none.
      return []
    }
  })
  return pins.slice(0, MOST_PINS)
}

/** Of what parts a pin; the query escapes the rest. */
const escaped = (text: string) =>
  text.replace(/[%*_,]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
