/** The tour, and what is said at the first start, in English. */
export const enTour = {
  "first.wait":
    "At the first start a small population of 500 accounts is simulated and scored, to look around in. The larger quickstart follows by itself.",
  "first.look":
    "tiny, 500 accounts, is here to look around in while {{scenario}} is simulated, once. Its intervals are wide: do not read performance from it.",

  "tour.start": "Tour of this screen",
  "tour.leave": "Leave the tour",
  "tour.back": "Back",
  "tour.next": "Next",
  "tour.done": "Done",
  "tour.at": "{{at}} of {{of}}",
  "tour.run.title": "A run",
  "tour.run":
    "A run is one scenario, simulated and scored: a population of accounts, most of them authentic, some AI-managed, each with a risk from 0 to 1 and with the truth about it. Choose another run here.",
  "tour.tiers.title": "Thresholds",
  "tour.tiers":
    "An account whose risk is at or above a threshold is flagged. Each tier, from watch to suspend, has a handle of its own. Drag one, or focus it and use the arrow keys: every figure and chart follows. Undo takes it back.",
  "tour.figures.title": "What follows from it",
  "tour.figures":
    "How many of the flagged are AI-managed (precision), how many AI-managed ones are caught (recall), how many people are wrongly hit (false-positive rate). Below each stands its 95% interval: how sure this run lets you be. Point at any word with dots under it, and it explains itself.",
  "tour.cohorts.title": "Who is wrongly flagged",
  "tour.cohorts":
    "Mistakes do not fall evenly. Merchants who schedule their posts, writers in a second language or people who work at night can be hit far more often than others. Look here before you act on a tier.",
  "tour.definition.title": "What counts as AI-managed",
  "tour.definition":
    "The definition turns the truth about an account into a label. How much oversight by a human is meaningful? Move it, and every account is labelled anew without simulating again.",
  "tour.accounts.title": "The accounts behind the figures",
  "tour.accounts":
    "Here are those who are wrongly flagged, caught or missed, one by one: their posts, hours and neighbours, what each detector says, and what would have cleared them.",
  "tour.solve.title": "From a question to an answer",
  "tour.solve":
    "Suggest finds thresholds that keep to a budget or a guarantee and tells what it traded. Compare holds two runs or policies against each other and tells who is newly hit and who newly missed.",
} as const
