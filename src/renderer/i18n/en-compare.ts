/** What the Compare view says, in English. */
export const enCompare = {
  "compare.title": "Compare",
  "compare.lead":
    "Two runs, or two settings of one. B is the run that is open at its present setting, A is what it is held against; a difference is B less A.",
  "compare.lost": "The comparison is made as soon as the server answers again.",
  "compare.failed": "These two cannot be compared",
  "compare.comparing": "Comparing, with 200 bootstrap draws",
  "compare.a.failed": "Run A, {{run}}, cannot be opened",
  "compare.a.same": "Take the open run for A as well",
  "compare.link": "Compare with the scenario’s setting",
  "compare.link.meaning":
    "Holds the present setting against the scenario’s own: who is newly hit, who is newly missed, and whether the difference is real.",

  "compare.side.a": "before",
  "compare.side.a.meaning":
    "What the change is held against: the old policy, the old detectors. Drawn with dashed lines.",
  "compare.side.b": "after",
  "compare.side.b.meaning":
    "The run that is open at its present setting: moving it here moves it on Trade-offs too. Drawn with whole lines.",
  "compare.run": "Run of side {{side}}",
  "compare.run.meaning":
    "Runs of the same scenario and seed hold the same accounts and are compared account by account. Of other runs only the figures are compared.",
  "compare.run.same": "Same accounts",
  "compare.run.others": "Other accounts: figures only",
  "compare.threshold": "Threshold of side {{side}}",
  "compare.threshold.number": "Threshold of side {{side}} as a number from 0 to 1",
  "compare.from": "Take from",
  "compare.fromNamed": "Take from: the threshold of side {{side}}",
  "compare.from.own": "The scenario’s own",
  "compare.from.other": "Side {{side}}",
  "compare.from.tier": "Tier: {{tier}}",
  "compare.thresholds": "Thresholds",
  "compare.thresholds.meaning":
    "As set on each side; or both chosen as the lowest ones that keep the observed false-positive rate within a bound. The second is fair to detectors whose scores lie otherwise.",
  "compare.thresholds.set": "as set",
  "compare.swap": "Swap A and B",
  "compare.definition": "oversight {{oversight}}, automation {{automation}}, days {{days}}",
  "compare.definition.change": "Change",
  "compare.definition.changeNamed": "Change the definition of side {{side}}",
  "compare.definition.as": "As side {{side}}",
  "compare.oversight": "Oversight of side {{side}}",
  "compare.automation": "Automation of side {{side}}",
  "compare.days": "Days of side {{side}}",

  "compare.tiers.title": "Policy against policy, tier by tier",
  "compare.tiers.meaning":
    "Who changes sides at each tier, when A’s thresholds give way to B’s: an account counts at a tier when its risk is at or above the tier’s threshold. All else on this page is about one tier; choose it here.",
  "compare.tiers.look": "Look at it",
  "compare.tiers.named": "{{words}}: {{tier}}",
  "compare.tiers.shown": "Shown here",

  "compare.same.title": "Both sides are the same",
  "compare.same.text":
    "Move the threshold or the definition of a side above, or choose another run. Or begin with one of these:",
  "compare.same.raise": "B at threshold {{threshold}}",
  "compare.same.run": "A is the run {{run}}",

  "compare.headline": "The comparison in words",
  "compare.overall.meaning":
    "Better or worse: the 95% interval leaves 0 out and the difference is large enough to matter. No change: all that the interval holds is too small to matter. Inconclusive: neither, more accounts might tell.",
  "compare.overall.better": "B is better, and worse in nothing",
  "compare.overall.worse": "B is worse, and better in nothing",
  "compare.overall.trade": "B trades one thing for another",
  "compare.overall.open": "Inconclusive: these accounts do not settle it",
  "compare.overall.none": "No change that matters",
  "compare.changed": "What changed",
  "compare.found": "What that does",
  "compare.verdict.better": "better",
  "compare.verdict.worse": "worse",
  "compare.verdict.same": "no change",
  "compare.verdict.inconclusive": "inconclusive",
  "compare.change.threshold.up": "The threshold rises from {{a}} to {{b}}.",
  "compare.change.threshold.down": "The threshold falls from {{a}} to {{b}}.",
  "compare.change.oversight": "Oversight counts as meaningful from {{b}} on instead of {{a}}.",
  "compare.change.automation": "An account is automated from {{b}} on instead of {{a}}.",
  "compare.change.days": "Automation must run on {{b}} days instead of {{a}}.",
  "compare.change.detectorsAdded": "New in B: {{detectors}}.",
  "compare.change.detectorsGone": "Missing in B: {{detectors}}.",
  "compare.change.failedInA": "Failed in A, and left out there: {{detectors}}.",
  "compare.change.failedInB": "Failed in B, and left out there: {{detectors}}.",
  "compare.change.detectorsRenewed": "Other versions: {{detectors}}.",
  "compare.change.fusion": "Fusion by {{b}} instead of {{a}}.",
  "compare.change.weights": "The same detectors, fused with other weights.",
  "compare.change.scenario": "Another scenario: {{b}} instead of {{a}}.",
  "compare.change.seed": "Another seed: {{b}} instead of {{a}}.",
  "compare.change.accounts": "{{b}} accounts instead of {{a}}.",
  "compare.change.period": "A period of {{b}} days instead of {{a}}.",
  "compare.change.prevalence": "A prevalence of {{b}} instead of {{a}}.",
  "compare.change.generator": "Generator {{b}} instead of {{a}}.",
  "compare.change.population": "Another population, by something else in the scenario.",
  "compare.unpaired.title": "Other accounts: figures only",
  "compare.unpaired.text":
    "The two runs hold different people, so nobody can be said to be newly hit or missed, and a difference may lie in the people as much as in the detectors. Figures are compared with wider intervals, each side drawn on its own. To see who flips, choose a run under “Same accounts”.",
  "compare.relabelled":
    "By B’s definition {{toManaged}} more accounts are AI-managed, and {{toAuthentic}} are authentic that are AI-managed by A’s. Below, accounts are called by A’s label.",

  "compare.flips.title": "Who is decided otherwise",
  "compare.flips.meaning":
    "Flips: the accounts that one side flags and the other does not. Choose a group to see which archetypes they are of, why, and each account.",
  "compare.flip.newlyHit": "Newly hit",
  "compare.flip.newlyHit.words": "authentic, flagged by B only",
  "compare.flip.newlyHit.who": "Newly hit: {{count}} authentic",
  "compare.flip.newlyMissed": "Newly missed",
  "compare.flip.newlyMissed.words": "AI-managed, no longer flagged",
  "compare.flip.newlyMissed.who": "Newly missed: {{count}} AI-managed",
  "compare.flip.newlyCleared": "Newly cleared",
  "compare.flip.newlyCleared.words": "authentic, no longer flagged",
  "compare.flip.newlyCleared.who": "Newly cleared: {{count}} authentic",
  "compare.flip.newlyCaught": "Newly caught",
  "compare.flip.newlyCaught.words": "AI-managed, flagged by B only",
  "compare.flip.newlyCaught.who": "Newly caught: {{count}} AI-managed",
  "compare.flip.nobody": "Nobody.",
  "compare.mcnemar": "McNemar’s exact test",
  "compare.mcnemar.meaning":
    "Of the accounts on which the sides disagree, is either side flagging more than chance would have it? A small p says that it is. It takes accounts as independent; where fleets flip as one, the intervals are the more honest.",
  "compare.mcnemar.managed": "of AI-managed accounts: only B flags {{gained}}, only A {{lost}}; p {{p}}",
  "compare.mcnemar.authentic": "of authentic accounts: only B flags {{gained}}, only A {{lost}}; p {{p}}",
  "compare.reasons": "On average:",
  "compare.reasons.meaning":
    "What moved the risk’s distance from the threshold, in log-odds: above 0 pushes towards a flag, 0.69 doubles the odds. The parts add up to the whole change; the largest are told.",
  "compare.reason.threshold.up": "the threshold fell",
  "compare.reason.threshold.down": "the threshold rose",
  "compare.reason.intercept.up": "everybody’s risk starts higher",
  "compare.reason.intercept.down": "everybody’s risk starts lower",
  "compare.reason.detector.up": "{{detector}} says more",
  "compare.reason.detector.down": "{{detector}} says less",
  "compare.why": "What moved it",
  "compare.openAccount": "Open account {{account}}",
  "compare.showAll": "Show all {{count}}",
  "compare.showFirst": "Show the first {{count}}",
  "compare.listed":
    "Listed are the {{listed}} of {{count}} whose risk moved most. The whole list: npx assay compare with --flips, or export both runs.",

  "compare.figures.title": "Figures of both sides",
  "compare.figures.meaning":
    "Each figure on both sides, the difference with its 95% interval, and what that says. Accounts are drawn once for both sides, AI-managed ones by operator, so what both find hard cancels out.",
  "compare.column.figure": "Figure",
  "compare.column.difference": "B less A",
  "compare.column.difference.meaning":
    "In percentage points for shares (pp), as it is for areas; below it the 95% interval.",
  "compare.column.bar": "Interval around 0",
  "compare.column.bar.meaning":
    "The dot is the difference, the line its 95% interval, the upright line 0. A full dot: chance alone would hardly do it. A hollow dot: it might. Where there is a shaded band, differences within it are too small to matter, and all bars are drawn in units of it.",
  "compare.column.verdict": "Verdict",
  "compare.column.verdict.meaning":
    "Better or worse: surely there and large enough to matter. No change: surely too small to matter. Inconclusive: neither.",
  "compare.points": "{{value}} pp",
  "compare.matters": "matters from {{least}}",
  "compare.settle": "about {{accounts}} accounts would tell",
  "compare.figure.recall": "Recall",
  "compare.figure.recall.meaning": "Of the AI-managed accounts, the share that is flagged.",
  "compare.figure.fpr": "False-positive rate",
  "compare.figure.fpr.meaning":
    "Of the authentic accounts, the share that is wrongly flagged. Less is better.",
  "compare.figure.precision": "Precision",
  "compare.figure.precision.meaning":
    "Of the flagged accounts, the share that really is AI-managed, at the prevalence set on Trade-offs.",
  "compare.figure.auc": "ROC AUC",
  "compare.figure.auc.meaning":
    "How well the risk tells the classes apart at any threshold: 0.5 is guessing, 1 perfect. A threshold does not move it.",
  "compare.figure.ap": "Average precision",
  "compare.figure.ap.meaning":
    "Precision averaged over all levels of recall, at the prevalence set on Trade-offs. A threshold does not move it.",

  "compare.cohorts.title": "Cohort by cohort",
  "compare.cohorts.meaning":
    "The change of the share that is flagged within each cohort: of recall for AI-managed accounts, of the false-positive rate for authentic ones. With dozens of looks one in twenty would seem real by chance, so a difference counts only when it holds after correction for all of them (Holm).",
  "compare.cohorts.all": "Also without a flip",
  "compare.cohorts.all.meaning": "Shows the cohorts in which nobody is decided otherwise as well.",
  "compare.cohorts.sum":
    "Looks, one for each cohort and class: {{tests}}. Holding after correction: {{firm}}. Without a flip: {{still}}.",
  "compare.cohorts.difference.meaning":
    "Change of the share of these accounts that is flagged, in percentage points, with its 95% interval (Bonett and Price).",
  "compare.cohorts.bar": "−{{reach}} to +{{reach}}",
  "compare.column.class": "Class",
  "compare.column.onlyB": "Only B",
  "compare.column.onlyB.meaning": "Accounts that B flags and A does not.",
  "compare.column.onlyA": "Only A",
  "compare.column.onlyA.meaning": "Accounts that A flags and B does not.",
  "compare.column.holm": "p (Holm)",
  "compare.column.holm.meaning":
    "McNemar’s exact p-value, corrected by Holm for all cohorts and classes: the chance of even one wrong discovery stays within 5% when only 0.05 or less counts.",

  "compare.roc.title": "ROC of both sides",
  "compare.roc.meaning":
    "Recall against false-positive rate at every threshold. Side A is dashed with a ring at its threshold, side B whole with a dot. One line over the other: the sides rank accounts alike and differ by threshold only. Drag a box to zoom, double-click to see all.",
  "compare.roc.aria":
    "ROC of both sides. Side A: recall {{a}} at a false-positive rate of {{rateA}}; side B: recall {{b}} at {{rateB}}.",
  "compare.sweep.title": "Sweep of both sides",
  "compare.sweep.meaning":
    "Recall and false-positive rate at every threshold, on an axis of log-odds. Upright lines are the two thresholds: A’s dashed, B’s whole.",
  "compare.sweep.aria":
    "Sweep of both sides. Side A at threshold {{thresholdA}}: recall {{a}}; side B at threshold {{thresholdB}}: recall {{b}}.",
  "compare.axis.share": "Share of the class flagged",
  "compare.distribution.title": "Risks of both sides",
  "compare.distribution.meaning":
    "How many accounts of each class have which risk, counts on a logarithmic axis. Side A dashed, side B whole. What lies right of a side’s upright line, it flags.",
  "compare.distribution.aria":
    "Risks of both sides. Side A flags {{managedA}} AI-managed and {{authenticA}} authentic accounts, side B {{managedB}} and {{authenticB}}.",
} as const
