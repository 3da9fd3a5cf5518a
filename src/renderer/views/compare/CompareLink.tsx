/** The way to Compare from where a setting is moved: the present setting against the scenario's own. */
import { Button, Tooltip } from "@mantine/core"
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
    <Tooltip
      label={t("compare.link.meaning")}
      multiline
      w={280}
      withArrow
      openDelay={150}
      events={{ hover: true, focus: true, touch: false }}
    >
      <Button
        component="a"
        size="compact-xs"
        variant="default"
        href={compareAddress(place, ownSetting(scenario), setting, scenario)}
        data-testid="compare-link"
      >
        {t("compare.link")}
      </Button>
    </Tooltip>
  )
}
