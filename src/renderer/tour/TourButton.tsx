/** Starts the tour again, from whichever view. */
import { ActionIcon, Tooltip } from "@mantine/core"
import { useT } from "../i18n/index.ts"
import { goTo } from "../state/location.ts"
import { startTour } from "../state/tour.ts"

export function TourButton() {
  const t = useT()
  return (
    <Tooltip label={t("tour.start")} withArrow events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t("tour.start")}
        data-testid="tour-start"
        onClick={() => {
          goTo({ view: "trade-offs", account: null })
          // After the view has changed, which would leave a tour of another screen.
          window.setTimeout(startTour)
        }}
      >
        ?
      </ActionIcon>
    </Tooltip>
  )
}
