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
}
