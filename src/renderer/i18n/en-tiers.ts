/** What the page says of tiers, in English. */
export const enTiers = {
  "tiers.title": "Tiers",
  "tiers.meaning":
    "What the platform does about an account, by its risk: each tier begins at a threshold and ends where the next begins. Drag a handle; one that is pushed takes its neighbours along. The figures and charts are those of the selected tier.",
  "tier.off": "off",
  "tier.watch": "Watch",
  "tier.watch.meaning": "Kept an eye on. Nobody is told, nothing is limited.",
  "tier.label": "Label",
  "tier.label.meaning": "Readers see a label saying that the account may be managed by AI.",
  "tier.limit": "Limit reach",
  "tier.limit.meaning": "Posts are shown to fewer people.",
  "tier.review": "Human review",
  "tier.review.meaning":
    "A human reviewer looks at the account and decides. The scenario’s threshold is this tier’s.",
  "tier.suspend": "Suspend",
  "tier.suspend.meaning":
    "The account is suspended without anybody looking first. Whoever is wrongly hit here is hit hardest.",
  "tier.handle": "{{tier}} from this risk on",
  "threshold.of": "Threshold of {{tier}}",

  "undo.undo": "Undo",
  "undo.redo": "Redo",
  "undo.undoHint": "Back to the setting before (Ctrl+Z, ⌘Z).",
  "undo.redoHint": "Forth again (Ctrl+Shift+Z, ⇧⌘Z).",

  "tierTable.title": "Operating point of each tier",
  "tierTable.meaning":
    "A row a tier, each with all that follows from its threshold, and its 95% interval. An account counts for every tier whose threshold its risk is at or above; “in this tier” counts it only for the harshest. A row’s name selects the tier.",
  "tierTable.tier": "Tier",
  "tierTable.threshold": "From risk",
  "tierTable.threshold.meaning":
    "The tier’s threshold: an account whose risk is at or above it gets at least this.",
  "tierTable.band": "In this tier",
  "tierTable.band.meaning":
    "Accounts of the run whose risk is at or above this tier’s threshold and below the next one’s, at the prevalence set here.",
  "tierTable.flagged": "This tier or harsher",
  "tierTable.flagged.meaning":
    "Accounts of the run whose risk is at or above this tier’s threshold, at the prevalence set here. The figures to the right are theirs.",
  "tierTable.wrong": "Wrongly hit a day",
  "tierTable.wrong.meaning":
    "Authentic accounts that get this tier or a harsher one on an average day, of as many accounts as are judged a day.",
  "tierTable.perDay": "Judged a day",
  "tierTable.perDay.meaning":
    "Accounts that the platform judges a day. Figures a day follow from it: the rates of the run, on that many accounts, at the prevalence set here. To begin with, the run’s own accounts spread over its days.",
  "tierTable.perDay.range": "A number above 0, up to 10,000,000,000.",
  "tierTable.seconds": "Seconds a review",
  "tierTable.seconds.meaning":
    "A reviewer’s time for one flagged account. To begin with 6.9 seconds, what a decision on a bought VK account took people; a careful review takes minutes.",
  "tierTable.seconds.range": "A number from 0 to 86,400.",
  "tierTable.perDay.reset": "Run’s own: {{accounts}}",
} as const
