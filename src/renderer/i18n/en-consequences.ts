/** What the page says of consequences, in English. */
export const enConsequences = {
  "view.consequences": "Consequences",
  "consequences.failed": "The flags cannot be followed",
  "consequences.working.consequences": "Following each flag to its end",
  "consequences.working.curve": "Along the review threshold",
  "consequences.working.staffing": "How many reviewers it takes",
  "consequences.working.surface": "Over two cuts",
  "consequences.earlier": "As of the earlier setting",
  "consequences.headline": "What it comes to",
  "consequences.headline.meaning":
    "Each flag followed to its end by the setting here: what is acted on straight away, what waits for reviewers, whom they find AI-managed, what is done, and who appeals. Means with the 95% band between replicates; each replicate draws the platform’s accounts from the run anew.",
  "consequences.basis":
    "{{days}} days, {{accounts}} accounts judged a day, {{prevalence}} of them AI-managed; means and 95% bands of {{replicates}} replicates.",
  "consequences.basis.few":
    "{{days}} days, {{accounts}} accounts judged a day, {{prevalence}} of them AI-managed; means and spreads of only {{replicates}} replicates, too few for 95% bands.",
  "consequences.preview": "Preview: {{replicates}} of {{last}} replicates, not to be saved yet",
  "consequences.saved.tiers": "Tiers set",
  "consequences.saved.tiers.line": "Tiers: {{tiers}}.",
  "consequences.saved.from": "{{tier}} from {{threshold}}",
  "consequences.saved.off": "{{tier}} off",
  "consequences.saved.replicates": "Replicates",
  "consequences.saved.replicates.line": "Means of {{replicates}} replicates.",
  "consequences.saved.note": "Note",
  "consequences.saved.few": "Too few replicates for 95% bands: intervals and bands are too narrow.",
  "consequences.allOff": "All tiers are off, so nobody is flagged.",
  "consequences.name": "Figure",
  "consequences.figure": "Value",
  "consequences.wrongfulDays": "Wrongful days",
  "consequences.wrongfulDays.meaning":
    "Days that authentic accounts were limited or suspended, all of them together, within the days followed.",
  "consequences.authenticActedOn": "Authentic, acted on",
  "consequences.authenticActedOn.meaning":
    "Authentic accounts against which an action was ordered at least once, whether an appeal undid it or not, and their share of the authentic accounts judged. A review tier below label and limit takes their accounts, and people clear some: so this may rise with the review threshold.",
  "consequences.managedCaught": "AI-managed, caught",
  "consequences.managedCaught.meaning":
    "AI-managed accounts on which an action stood, or that came under a human’s oversight on a notice, and their share of those judged.",
  "consequences.backlog": "Waiting at the end",
  "consequences.backlog.meaning": "Flags and appeals without a decision when the days followed are over.",
  "consequences.hoursP95": "Hours to decision, p95",
  "consequences.hoursP95.meaning":
    "Of the flags decided, 95% were decided within so many hours. Where the queue grows, those that still wait are not among them.",
  "consequences.within24Hours": "Decided within 24 hours",
  "consequences.within24Hours.meaning":
    "Of all flags that came before reviewers at least 24 hours before the end.",
  "consequences.hoursToAction": "Hours to action, median",
  "consequences.hoursToAction.meaning":
    "From the flag to the action’s effect. What a rule does straight away takes none.",
  "consequences.assumedCosts":
    "Costs are assumed: {{falsePositive}} an authentic account acted on, {{falseNegative}} an AI-managed one missed, {{review}} a review. Set your own above, under Costs.",
  "consequences.cost": "Total cost",
  "consequences.cost.meaning":
    "By the costs set above: authentic accounts acted on, wrongful days, AI-managed accounts missed, reviews and reviewers’ hours, over the days followed.",
  "costParts.title": "What it costs",
  "costParts.meaning":
    "The parts of the total cost over the days followed, in the currency of the costs set above, with 95% bands.",
  "costParts.part": "Part",
  "costParts.falsePositives": "Authentic accounts acted on",
  "costParts.falsePositives.meaning": "Once an account, by the dearest of the kinds that it is of.",
  "costParts.wrongfulDays": "Wrongful days",
  "costParts.wrongfulDays.meaning": "Days that authentic accounts were limited or suspended.",
  "costParts.missed": "AI-managed accounts missed",
  "costParts.missed.meaning":
    "Judged and not caught, and their followers: these stand for reach, as following flags counts no impressions. Creators and readers, below, does.",
  "costParts.reviews": "Reviews",
  "costParts.reviews.meaning": "Flags that people decided.",
  "costParts.reviewerHours": "Reviewers’ hours",
  "costParts.reviewerHours.meaning": "Paid, at work or idle.",
  "costParts.total": "Total",
  "costParts.total.meaning": "The sum of these parts.",

  "funnel.title": "From flag to reinstatement",
  "funnel.meaning":
    "Of each class’s flags, the share that gets to each step, with the number of flags. Actions that no reviewer decided, by a tier or by the rule for an overflowing queue, count as acted on: that bar can be longer than the one before.",
  "funnel.of": "Flags of",
  "funnel.of.all": "all accounts",
  "funnel.share": "share of flags",
  "funnel.aria": "{{step}}: {{authentic}} authentic, {{managed}} AI-managed.",
  "funnel.step": "Step",
  "funnel.step.flagged": "Flagged",
  "funnel.step.sent-to-review": "Sent to review",
  "funnel.step.reviewed": "Reviewed by people",
  "funnel.step.acted-on": "Acted on",
  "funnel.step.appealed": "Appealed",
  "funnel.step.reinstated": "Reinstated",
  "funnel.ends": "How flags end",
  "funnel.ends.meaning":
    "Each flag ends exactly once, at the last when the days followed are over. Ends without any flag are left out; a saved table has them all, and the steps.",
  "funnel.end": "A flag ends as",
  "funnel.kind": "Step or end",
  "funnel.kind.step": "step",
  "funnel.kind.end": "end",
  "funnel.name": "Flags",
  "funnel.end.watched": "Watched",
  "funnel.end.watched.meaning": "Nothing was done.",
  "funnel.end.labelled": "Labelled",
  "funnel.end.labelled.meaning": "The label stood.",
  "funnel.end.limited": "Limited",
  "funnel.end.limited.meaning": "The limit on reach stood.",
  "funnel.end.suspended": "Suspended",
  "funnel.end.suspended.meaning": "The suspension stood.",
  "funnel.end.cleared": "Cleared",
  "funnel.end.cleared.meaning": "Reviewers found the account authentic.",
  "funnel.end.undecided": "Undecided",
  "funnel.end.undecided.meaning": "Reviewers could not tell.",
  "funnel.end.let-go": "Let go",
  "funnel.end.let-go.meaning": "The queue overflowed, and the rule for that let it go.",
  "funnel.end.complied": "Complied",
  "funnel.end.complied.meaning": "The account came under a human’s oversight on a notice.",
  "funnel.end.reinstated": "Reinstated",
  "funnel.end.reinstated.meaning": "An appeal undid the action.",
  "funnel.end.waiting": "Waiting",
  "funnel.end.waiting.meaning": "Nobody had decided when the days followed were over.",
  "funnel.noFlags": "Nothing is flagged.",
  "funnel.cohorts": "Whom it hits",
  "funnel.cohorts.meaning":
    "The funnel by cohort. Cohorts with fewer than 100 accounts in the run are too few to judge.",
  "funnel.cohorts.kind": "Cohorts by",
  "funnel.column.actedOn": "Authentic, acted on",
  "funnel.column.actedOn.meaning":
    "Authentic accounts against which an action was ordered, and their share of the authentic accounts judged.",
  "funnel.column.wrongfulDays": "Wrongful days per 1,000",
  "funnel.column.wrongfulDays.meaning": "Days limited or suspended, per 1,000 authentic accounts judged.",
  "funnel.column.appealed": "Appealed",
  "funnel.column.appealed.meaning": "Flags of authentic accounts whose action was appealed.",
  "funnel.column.reinstated": "Reinstated",
  "funnel.column.reinstated.meaning": "Flags of authentic accounts whose action an appeal undid.",
  "funnel.column.untilReinstated": "Days until reinstated",
  "funnel.column.untilReinstated.meaning":
    "Median days from action to reinstatement, of authentic accounts that were reinstated.",
  "funnel.column.caught": "AI-managed, caught",
  "funnel.column.caught.meaning":
    "AI-managed accounts on which an action stood or that complied, and their share of those judged.",

  "queue.title": "The queue, day by day",
  "queue.meaning":
    "Flags and appeals that come before reviewers, what they decide a day, and what waits at each day’s end; lines are means, bands hold 95% of the replicates, where these are 20 or more. The policy begins on day 1 with nothing waiting.",
  "queue.day": "day",
  "queue.perDay": "cases a day",
  "queue.flow": "Cases a day",
  "queue.arrivals": "Arrivals: flags and appeals",
  "queue.decided": "Decided by people",
  "queue.automated": "Decided by the rule for overflow",
  "queue.backlog": "Waiting",
  "queue.work":
    "Reviewers are at work for {{share}} of their time, {{hours}} hours [{{interval}}] in all; half of the flags decided are decided within {{median}}.",
  "queue.idle": "Nothing was decided by people.",
  "queue.nobody": "Without reviewers nobody decides.",
  "queue.flow.aria":
    "On an average day {{arrivals}} flags and appeals arrive, and people decide {{decided}}.",
  "queue.backlog.aria": "At the end of the last day, {{backlog}} wait.",

  "curve.title": "Along the review threshold",
  "curve.meaning":
    "What the same policy comes to as the human review tier begins at another risk, all other settings as they are; tiers that it would pass go along. On the same {{replicates}} draws of accounts at each threshold. A review tier below label and limit takes their accounts, and people clear some: so wrongful days and cost may rise with the threshold.",
  "curve.threshold": "human review from this risk on",
  "curve.mark": "Dashed: the present threshold of human review, {{threshold}}.",
  "curve.off": "Human review is off at present.",
  "curve.aria":
    "{{figure}} along the review threshold: {{from}} at the lowest, {{to}} at the highest, least at {{threshold}} with {{least}}.",

  "staffing.title": "How many reviewers for a 24-hour answer?",
  "staffing.meaning":
    "The least number of reviewers on a shift with which the target is met, found in each replicate apart by following the policy with more of them and fewer. The rule for an overflowing queue is left out, since it would answer for people. The number shown is enough in half of the replicates at least, no assurance of 95%.",
  "staffing.enough": "Enough in half of the replicates; {{mostly}} is enough in 95% of them.",
  "staffing.enoughInHalf": "Enough in half of the replicates; no number tried is in 95% of them.",
  "staffing.days": "Over these {{days}} days, at whose end arrivals grow no more.",
  "staffing.grows":
    "Over these {{days}} days; arrivals still grow, from {{first}} a day at first to {{last}} at the end: later it takes more.",
  "staffing.reviewers": "Reviewers",
  "staffing.answer":
    "on a shift [{{low}}, {{high}}], for {{share}} of the flags to be decided within {{hours}} hours; the interval holds 95% of {{replicates}} replicates.",
  "staffing.shift":
    "No number of reviewers will do: the shift is too short for whoever arrives after it. It reaches {{reach}} of the flags in time at most.",
  "staffing.most": "Not even {{most}} reviewers are enough.",
  "staffing.set": "Set {{reviewers}}",

  "surface.title": "Two cuts: to people, or straight to action",
  "surface.meaning":
    "From the suspend threshold on, accounts are acted on straight away; from the review threshold to there, people decide; below, the milder tiers hold. A cell is one pair of thresholds: the mean of {{replicates}} replicates, whose band is told below for the cell that is pointed at or focused. Bands of few replicates are too narrow. Clicking a cell sets both tiers.",
  "surface.caption":
    "Human review from (down), suspend from (across). The stronger the colour, the more; the framed cell is the nearest to the present setting.",
  "surface.figure": "Figure",
  "surface.backlog": "Waiting",
  "surface.wrongfulDays": "Wrongful days",
  "surface.cost": "Cost",
  "surface.cell":
    "Human review from {{review}}, suspend from {{suspend}}: {{figure}} {{value}}, band {{interval}}",
  "surface.told": "Human review from {{review}}, suspend from {{suspend}}:",
} as const
