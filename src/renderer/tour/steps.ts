/** What the tour shows, in order. A step whose place is not on the screen when it is reached is left out. */
export const TOUR_STEPS = [
  { id: "run", target: "[data-testid=run-select]" },
  { id: "tiers", target: ".control.tiers" },
  { id: "figures", target: ".panel-figures" },
  { id: "cohorts", target: "[data-testid=group-hit]" },
  { id: "definition", target: "[data-tour=definition]" },
  { id: "accounts", target: ".header nav a[href*='/accounts']" },
  { id: "solve", target: "[data-tour=suggest], .header nav a[href*='/compare']" },
] as const

export type TourStep = (typeof TOUR_STEPS)[number]

export const targetOf = ({ target }: TourStep): HTMLElement | null => document.querySelector(target)

/** Those that the screen has now. */
export const stepsOnScreen = (): readonly TourStep[] => TOUR_STEPS.filter((step) => targetOf(step) !== null)

/** Of the steps on the screen the one to show: that gone to, or the next one where its place is gone; null for none. */
export function stepToShow(steps: readonly TourStep[], gone: TourStep["id"] | null): TourStep | null {
  const from = TOUR_STEPS.findIndex(({ id }) => id === gone)
  return steps.find((step) => TOUR_STEPS.indexOf(step) >= from) ?? steps.at(-1) ?? null
}
