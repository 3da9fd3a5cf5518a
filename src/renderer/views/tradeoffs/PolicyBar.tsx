/** What is done with the setting as a whole: a threshold suggested, the setting pinned, saved, or opened from a file. */
import { Button } from "@mantine/core"
import { useT } from "../../i18n/index.ts"
import { useRested } from "../../state/dial.ts"
import { useStore } from "../../state/store.ts"
import { PinButton } from "./pins/PinButton.tsx"
import { PolicyFile } from "./policy-file/PolicyFile.tsx"
import { OPENS_SUGGEST, suggesting } from "./suggest/SuggestPanel.tsx"

export function PolicyBar() {
  const t = useT()
  const open = useStore(suggesting)
  return (
    <span className="policy-bar">
      <Button
        size="compact-xs"
        id={OPENS_SUGGEST}
        aria-expanded={open}
        data-testid="suggest-open"
        onClick={() => suggesting.set(!open)}
      >
        {t("suggest.open")}
      </Button>
      <PinButton setting={useRested()} size="compact-xs" />
      <PolicyFile />
    </span>
  )
}
