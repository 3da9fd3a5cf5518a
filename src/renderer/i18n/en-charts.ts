/** What the trade-offs' groups of charts say, in English. */
export const enCharts = {
  "groups.title": "Charts",
  "groups.curves": "Curves",
  "groups.curves.meaning":
    "What the scores can do at all, whatever the threshold: how they are spread, ROC, precision and recall, DET, and whether risks can be believed.",
  "groups.hit": "Who is hit",
  "groups.hit.meaning":
    "Which cohorts and archetypes are wrongly flagged or caught, how many a day, how sure that is, and whether caps hold.",
  "groups.cost": "Cost",
  "groups.cost.meaning":
    "What a threshold costs a day: wrong flags, missed accounts and reviews, and where the sum is least.",
  "groups.pair": "Two detectors",
  "groups.pair.meaning":
    "What a rule over two detectors' scores would do at every pair of thresholds, beside the fused risk.",

  "axis.rateProbit": "False-positive rate (normal quantiles)",
  "axis.missedProbit": "Miss rate (normal quantiles)",

  "figure.missRate": "Miss rate",
  "chart.det.title": "DET",
  "chart.det.meaning":
    "Detection error trade-off: the share of AI-managed accounts that is missed against the share of authentic ones that is wrongly flagged, both by normal quantiles, so that small rates have room. Down and to the left is better; the dashed line is guessing. The dot is the present threshold, the cross its 95% intervals.",
  "chart.det.point": "{{missed}} missed at FPR {{rate}}",
  "chart.det.aria":
    "DET chart. At threshold {{threshold}}: {{missed}} of the AI-managed accounts missed at a false-positive rate of {{rate}}.",

  "reliability.meaning":
    "Of accounts with a risk of 30%, are 30% AI-managed? Each dot is a tenth of the accounts, with the 95% Wilson interval of its share; on the dashed line risks could be taken at their word. Follows the definition set above, while risks stay as fusion learned them. At the run’s own prevalence, whatever is set above.",

  "chart.archetypes.title": "Risk scores by archetype",
  "chart.archetypes.meaning":
    "How the risks of each archetype’s accounts are spread, one row each; what lies right of the line is flagged. An authentic archetype that reaches far to the right is where people are wrongly flagged, a managed one far to the left gets through. Drag to move the threshold.",
  "chart.archetypes.log.meaning":
    "Draws the height of a row by the logarithm of the share of accounts, from one in a thousand to all, so that few accounts can be seen beside many. Without it, each row is as high as its fullest bin.",
  "chart.archetypes.side": "Which archetypes",
  "chart.archetypes.side.all": "All",
  "chart.archetypes.side.authentic": "Authentic archetypes",
  "chart.archetypes.side.managed": "Managed archetypes",
  "chart.archetypes.share": "at the end of each row: its share that is flagged",
  "chart.archetypes.aria":
    "Risk scores by archetype. Flagged at threshold {{threshold}}, of each archetype: {{archetypes}}.",

  "pair.title": "Two detectors together",
  "pair.meaning":
    "Each cell is a rule over two detectors’ own scores: at or above the one threshold and, or or, at or above the other. Shades tell its recall, false-positive rate or precision. Dots mark the rules that no other beats: fewer wrong flags for as much recall. They are picked from hundreds of rules on these very accounts, so on others they will do somewhat worse. Press or drag to choose a cell; with the keyboard use the sliders beside it.",
  "pair.oneDetector": "This run has fewer than two detectors, so there is no pair to look at.",
  "pair.x": "First detector (across)",
  "pair.y": "Second detector (up)",
  "pair.how": "How the two are joined",
  "pair.how.and": "Both",
  "pair.how.or": "Either",
  "pair.figure": "What shades tell",
  "pair.figure.recall": "Recall",
  "pair.figure.falsePositiveRate": "FPR",
  "pair.figure.precision": "Precision",
  "pair.point": "The chosen rule",
  "pair.point.meaning":
    "What the chosen pair of thresholds does, with 95% intervals; what each detector would do alone at its threshold; and the fused risk at the lowest threshold that flags no greater a share of the authentic accounts. An account without a detector’s score is not flagged by it.",
  "pair.rule": "Rule",
  "pair.rule.and": "{{x}} ≥ {{atX}} and {{y}} ≥ {{atY}}",
  "pair.rule.or": "{{x}} ≥ {{atX}} or {{y}} ≥ {{atY}}",
  "pair.alone": "{{name}} ≥ {{at}} alone",
  "pair.fused": "Fused risk, at no higher an FPR",
  "pair.hint": "Point at a cell to read its figures.",
  "pair.told": "recall {{recall}}, FPR {{rate}}, precision {{precision}}",
  "pair.front": "Pareto front",
  "pair.front.meaning":
    "The rules of this grid that no other beats in recall without flagging more authentic accounts, by the definition where it came to rest. “Choose” takes one as the point.",
  "pair.take": "Choose",
  "chart.pair.aria":
    "Heat map of a rule over two detectors. Chosen: {{rule}}, with recall {{recall}}, false-positive rate {{rate}} and precision {{precision}}. {{front}} rules are on the Pareto front, listed in the table.",

  "groups.tiers": "Tiers",
  "groups.tiers.meaning":
    "All that follows from each tier’s threshold, side by side: precision, recall, false-positive rate, and wrong actions a day.",

  "hit.title": "Who is hit a day, by tier",
  "hit.meaning":
    "Authentic accounts that get a tier or a harsher one on an average day: each cohort’s share of the authentic accounts, times as many accounts as are judged a day (set under Tiers), times its false-positive rate at the tier’s threshold. Below each figure its 95% interval, from the Wilson interval of the rate; the cohort’s share is taken as the run has it. The hardest hit stand first. Choose cohorts by language, size or age below.",
  "hit.cohort": "Authentic accounts of",
  "hit.orHarsher": "Counted here: whoever gets this tier or a harsher one.",
  "hit.told":
    "{{cohort}}: of {{judged}} authentic accounts judged a day, {{wrong}} wrongly get “{{tier}}” or harsher (risk {{threshold}} or more). 95% sure: between {{low}} and {{high}} a day. In this run it was {{hit}} of {{of}}, a rate of {{rate}} ({{rateInterval}}).",
  "hit.toldOff": "{{cohort}}: nobody gets “{{tier}}”, which is off.",
  "hit.toldHarshest":
    "{{cohort}}: of {{judged}} authentic accounts judged a day, {{wrong}} wrongly get “{{tier}}” (risk {{threshold}} or more). 95% sure: between {{low}} and {{high}} a day. In this run it was {{hit}} of {{of}}, a rate of {{rate}} ({{rateInterval}}).",

  "cohorts.perDay": "Wrongly flagged a day",
  "cohorts.perDay.meaning":
    "Authentic accounts of the cohort that are flagged at the selected tier’s threshold on an average day, with the 95% interval, of as many accounts as are judged a day (set under Tiers).",
  "cohorts.fewRate": "{{rate}} ({{interval}}, few accounts)",
  "chart.cohorts.meaning":
    "Each cohort’s false-positive rate with its 95% Wilson interval; the dashed line is the rate over all. A dotted whisker and a hollow dot say that the cohort has few accounts: read the interval, not the dot. A triangle is a cap: drag it, double-click in a row to set one, or type it in the table. ✓ the whole interval is within the cap, ✕ all of it is above, ? it may be either.",
  "chart.caught.title": "Recall of each cohort",
  "chart.caught.meaning":
    "Of the AI-managed accounts of each cohort, the share that is flagged, with its 95% Wilson interval; the dashed line is the recall over all. A dotted whisker and a hollow dot say that there are few of them.",
  "chart.caught.aria":
    "Recall by cohort: {{cohorts}}. Over all AI-managed accounts: {{overall}} (dashed line).",
  "caps.title": "Cap on FPR",
  "caps.meaning":
    "The most of the cohort’s authentic accounts that may be flagged, in per cent. Kept: the whole 95% interval of the rate is within it. Exceeded: all of it is above. Undecided: it may be either, more accounts would tell.",
  "caps.number": "Cap on the false-positive rate of {{cohort}}, in per cent",
  "caps.range": "A cap is above 0 and below 100 per cent.",
  "caps.remove": "Take away the cap on {{cohort}}",
  "caps.verdict.kept": "✓ kept",
  "caps.verdict.undecided": "? undecided",
  "caps.verdict.exceeded": "✕ exceeded",
  "caps.told.kept": ", cap {{cap}} kept",
  "caps.told.undecided": ", cap {{cap}} undecided",
  "caps.told.exceeded": ", cap {{cap}} exceeded",

  "axis.cost": "Expected cost a day",
  "cost.title": "What a threshold costs a day",
  "cost.meaning":
    "Expected cost a day at every threshold, in the unit of the costs beside: wrong flags, missed AI-managed accounts, reviews of all that is flagged, and their sum with its 95% band. The hollow dot is where the sum is least, the full one the present threshold. Follows prevalence and the accounts judged a day. Drag to move the threshold.",
  "cost.leastKey": "○ least cost   ● present threshold",
  "cost.total": "Sum",
  "cost.total.meaning":
    "All expected costs of a day, with the 95% interval that follows from those of recall and false-positive rate.",
  "cost.falsePositives": "Wrong flags",
  "cost.falsePositives.meaning":
    "What a day’s wrongly flagged authentic accounts cost, their reviews not counted.",
  "cost.missed": "Missed",
  "cost.missed.meaning": "What a day’s AI-managed accounts cost that are not flagged.",
  "cost.reviews": "Reviews",
  "cost.reviews.meaning": "What it costs to look at a day’s flagged accounts.",
  "cost.costs": "Costs",
  "cost.costs.meaning":
    "What one mistake and one review cost, in any one unit; to begin with, in reviews. Nobody knows these exactly: move them and see whether the best threshold moves.",
  "cost.falsePositive": "A wrong flag",
  "cost.falsePositive.meaning": "The harm of flagging one authentic account, its review not counted.",
  "cost.falseNegative": "A miss",
  "cost.falseNegative.meaning": "The harm of leaving one AI-managed account alone.",
  "cost.review": "A review",
  "cost.review.meaning": "Looking at one flagged account.",
  "cost.number": "{{cost}}, as a number",
  "cost.range": "Costs are 0 or more, and not all 0.",
  "cost.reset": "As at first: {{falsePositive}}, {{falseNegative}}, {{review}}",
  "cost.toLeast": "Go to the least cost: {{threshold}}",
  "cost.nobody": "Flagging nobody costs least",
  "chart.cost.aria":
    "Cost chart. At threshold {{threshold}} a day costs {{total}}: wrong flags {{falsePositives}}, missed {{missed}}, reviews {{reviews}}. The least is {{least}}, at {{at}}.",
}
