/** What the page says of detectors that are switched off, and of one detector alone, in English. */
export const enOff = {
  "off.banner": "Switched off: {{names}}. Fusion was learned again without it; all figures follow.",
  "off.learning": "Fusion is being learned again …",
  "off.allOn": "Switch all on",
  "off.title": "Switch one off and see",
  "off.meaning":
    "Switch a detector off and fusion is learned again without it, from the same learning population; the accounts and the other detectors’ scores stay. Every view then shows the run without it, until it is switched on again.",
  "off.hint":
    "Switch off the detector you could do without: the table then tells what is lost and who slips through, at the present threshold of {{tier}}.",
  "off.of": "Part of the fusion. {{meaning}}",
  "off.least":
    "Least lost if switched off: {{detector}}. The area changes by {{auc}} ({{aucInterval}}), recall at FPR {{rate}} by {{recall}} points; {{only}} AI-managed accounts are caught by it alone.",
  "off.try": "Switch it off and see",
  "off.last": "One detector must stay on.",
  "off.figure": "Figure",
  "off.before": "All on",
  "off.before.meaning": "The run as it was made: every detector feeds the fusion.",
  "off.after": "As switched",
  "off.after.meaning":
    "The same run with the fusion learned again without the detectors that are switched off.",
  "off.difference": "Difference",
  "off.difference.meaning":
    "As switched less all on, with its 95% interval for paired accounts (Bonett and Price): the same accounts are judged twice; shares differ in percentage points. Where the interval reaches over zero, this run cannot tell. The areas stand in the table below with intervals of their own.",
  "off.flips": "Who changes sides",
  "off.flips.meaning":
    "Accounts that are flagged with all detectors and not as switched, or the other way round, at the same threshold, by archetype.",
  "flip.newlyMissed": "Slip through: AI-managed, no longer flagged",
  "flip.newlyHit": "Newly hit: authentic, now flagged",
  "flip.newlyCaught": "Newly caught: AI-managed, now flagged",
  "flip.newlyCleared": "Cleared: authentic, no longer flagged",

  "one.title": "One detector alone",
  "one.meaning":
    "The detector’s own score, without the others: how well it ranks accounts, how its scores are spread, and what a score says.",
  "one.choose": "Detector",
  "one.roc": "Alone and in the fusion",
  "one.roc.meaning":
    "ROC of the detector’s score alone, over the accounts that it had evidence to judge, and of the fused risk over the same accounts. The further up and left, the better.",
  "one.roc.aria":
    "ROC of {{detector}}: area {{auc}} alone, {{fused}} for the fused risk of the same {{judged}} accounts.",
  "one.alone": "{{detector}} alone",
  "one.fusion": "Fusion",
  "one.spread": "Its scores",
  "one.spread.meaning":
    "How many accounts have which score, by class, on a logarithmic scale. Where the classes lie apart, the detector tells them apart.",
  "one.spread.aria":
    "Scores of {{detector}}: median {{managed}} for AI-managed accounts and {{authentic}} for authentic ones.",
  "one.says": "What a score says",
  "one.says.meaning":
    "Of the accounts with about such a score, the share that is AI-managed, with its 95% interval. A score is no probability: fusion calibrates it first. A curve that rises steadily calibrates well; one that falls misleads.",
  "one.says.aria": "Share of AI-managed accounts by score of {{detector}}: {{bins}}",
  "one.score": "Score",
  "one.share": "Share that is AI-managed",
  "one.shareLog": "Share that is AI-managed (log)",
  "one.judged":
    "{{judged}} of {{accounts}} accounts had evidence to be judged by. AUC alone {{auc}}; the fused risk of the same accounts {{fused}}.",
  "one.none": "This detector judged no account of both classes, so there is nothing to draw.",
} as const
