/** The way to Compare from where a setting is moved: the present setting against the scenario's own. */
import { ExplainedLink } from "../../components/ExplainedLink.tsx"
import { useT } from "../../i18n/index.ts"
import { compareAddress } from "../../state/against.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { usePlace } from "../../state/location.ts"
import { ownSetting } from "../../state/setting.ts"

export function CompareLink() {
  const t = useT()
  const place = usePlace()
  const { scenario } = useDial().run.manifest
  const setting = useRested()
  return (
    <ExplainedLink
      href={compareAddress(place, ownSetting(scenario), setting, scenario)}
      name={t("compare.link")}
      meaning={t("compare.link.meaning")}
      testId="compare-link"
    />
  )
}
