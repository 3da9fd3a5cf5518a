/** What the Detectors view says, in English. */
export const enWhy = {
  "why.title": "Why it works: {{run}}",
  "why.lead":
    "What each detector and layer is worth, whether risks can be believed, which detectors see the same, and what is lost on archetypes that fusion has not learned from. Everything here is by the scenario’s own definition; intervals are 95%.",
  "why.moved":
    "The definition set on Trade-offs is not the scenario’s. This view keeps to the scenario’s own; in a terminal, npx assay why with --oversight, --automation or --days learns fusion again by another.",
  "why.measuring":
    "Learning fusion again without each detector and layer, on 200 draws: some seconds, minutes for a very large run. It goes on while you look at other views, and the report is kept.",
  "why.failed": "What the detectors of {{run}} are worth cannot be told",
  "why.failedHelp": "The other views of this run do not depend on it.",
  "why.lost": "The report is made as soon as the server answers again.",
  "why.fullAuc": "AUC of all together",
  "why.fullRecall": "Recall at FPR {{rate}}",
  "why.recallAt": "Recall at FPR {{rate}}",
  "why.caughtByAny":
    "With a threshold of its own for each, at FPR {{rate}}, at least one detector catches {{caught}} of {{managed}} AI-managed accounts; together they flag {{wrong}} authentic ones.",

  "why.few":
    "The AI-managed accounts of this run belong to {{operators}} operators only. Intervals are drawn by operator, and with fewer than {{enough}} they are too narrow, so that no difference here counts as shown.",
  "why.noLearning": "Which detectors add to the rest cannot be told",
  "why.noLearning.earlier":
    "This run was made by an older version and keeps no learning set, so fusion cannot be learned again without a detector. Run its scenario again to see this. AUC here is that of the scores themselves.",
  "why.noLearning.model":
    "The fusion of this run was not learned for it but read from the model {{model}} ({{file}}), so it cannot be learned again without a detector. AUC here is that of the scores themselves.",
  "why.runAgain": "Go to the scenarios",

  "why.parts.title": "Detectors and layers",
  "why.parts.meaning":
    "A detector that is good alone and adds nothing is not useless: others see the same. Bold rows are layers: all of their detectors together.",
  "why.part": "Detector or layer",
  "why.layer": "Layer: {{layer}}",
  "why.judged": "Judged",
  "why.judged.meaning":
    "Accounts that the detector had evidence to judge. The others have no score by it, which speaks neither for nor against them.",
  "why.alone": "AUC alone",
  "why.alone.meaning":
    "How well fusion tells the classes apart with this part only: the chance that an AI-managed and an authentic account are put in the right order. 0.5 is guessing, 1 perfect. Below it the 95% interval; operators are drawn whole, since a fleet stands or falls together.",
  "why.bar": "From 0.3 to 1",
  "why.bar.meaning": "The bar begins at 0.5, which is guessing. The line across is the 95% interval.",
  "why.addedAuc": "Adds to AUC",
  "why.addedRecall": "Adds to recall, points",
  "why.addedAuc.meaning":
    "What AUC loses when fusion is learned again without this part, on the same accounts and the same draws. Above 0 the part adds to the rest.",
  "why.addedRecall.meaning":
    "What recall at FPR {{rate}} loses, in percentage points, when fusion is learned again without this part. The threshold is chosen again each time.",
  "why.verdict.adds": "adds",
  "why.verdict.takes": "takes away",
  "why.verdict.none": "none shown",
  "why.verdict.unknown": "cannot be told",
  "why.points": "{{value}} points",
  "why.around": "0 ± {{reach}}",
  "why.difference": "Difference",
  "why.difference.meaning":
    "The interval of the difference around 0, the upright line. A filled dot: the interval is clear of 0. A hollow one: no difference that these accounts could show, which is not the same as none. Of twenty intervals about one is clear of 0 by chance. Where the head names a reach, all rows share that axis.",
  "why.difference.aria": "{{value}}, interval {{interval}}: {{verdict}}",
  "why.onlyIt": "Only it catches",
  "why.onlyIt.meaning":
    "AI-managed accounts that this part alone catches, with a threshold of its own for each detector at FPR {{rate}}, and the archetype that most of them are of. Of a layer: those that no detector of another layer catches.",
  "why.mostly": "{{count}} ×",

  "why.calibration.title": "Can risks be believed?",
  "why.calibration.meaning":
    "Of accounts with a risk of 30%, are 30% AI-managed? Accounts are put into bins of as many each, by risk. A point on the dashed line is as foretold; above it there are more AI-managed accounts than the risk says, below it fewer. Whiskers are 95% Wilson intervals.",
  "why.calibration.log": "Log axes",
  "why.calibration.log.meaning":
    "Draws both axes logarithmically, so that the many accounts of small risk can be seen. A share of 0 is drawn on the lower edge.",
  "why.calibration.risk": "Mean risk of the bin",
  "why.calibration.riskLog": "Mean risk of the bin (log)",
  "why.calibration.share": "Share that is AI-managed",
  "why.calibration.shareLog": "Share that is AI-managed (log)",
  "why.calibration.point": "Risk {{risk}}: {{share}} AI-managed ({{interval}})",
  "why.calibration.aria": "Reliability chart. Mean risk, and share that is AI-managed: {{bins}}.",
  "why.calibration.bins": "The bins as numbers",
  "why.calibration.range": "Risk from – to",
  "why.calibration.accounts": "Accounts",
  "why.calibration.mean": "Mean risk",
  "why.calibration.actual": "AI-managed",
  "why.brier": "Brier score",
  "why.brier.meaning":
    "Mean squared distance between risk and what is so, from 0, which is perfect, to 1. To compare with: giving everybody the same risk, the share of AI-managed accounts, has the score beside it.",
  "why.brier.note": "same risk for all: {{base}}",
  "why.ece": "ECE",
  "why.ece.meaning":
    "Expected calibration error: how far the share that is AI-managed lies from the mean risk, averaged over the bins by accounts. 0 is perfect. Chance alone makes it more than 0, and its interval lies high for the same reason.",
  "why.resolution": "Resolution",
  "why.resolution.meaning":
    "How far the shares of the bins lie from the share over all, squared: what the risks know. The higher the better; reliability, below it, is what their being wrong costs, the lower the better (Murphy’s decomposition of the Brier score).",
  "why.resolution.note": "reliability {{reliability}}",

  "why.transfer.title": "Seen and held-out archetypes",
  "why.transfer.meaning":
    "Fusion has learned from the seen archetypes; those held out stand for operators whom nobody has met. Each side is held against all authentic accounts at the same thresholds.",
  "why.transfer.none":
    "No AI-managed account of this run is of an archetype that was held out, so nothing can be said about operators whom nobody has met.",
  "why.transfer.figure": "Figure",
  "why.transfer.seen": "Seen",
  "why.transfer.heldOut": "Held out",
  "why.transfer.side": "{{accounts}} accounts, {{operators}} operators",
  "why.transfer.side.meaning":
    "AI-managed accounts of this side, and whom they belong to: an account on its own counts as one operator. The intervals rest on the number of operators, since a fleet stands or falls together.",
  "why.transfer.lost": "Lost on held-out",
  "why.transfer.lost.meaning":
    "Seen less held out, in points for recall. Above 0: fusion does worse on archetypes that it has not learned from.",
  "why.transfer.atThreshold": "Recall at threshold {{threshold}}",
  "why.transfer.verdict.adds": "worse on held-out",
  "why.transfer.verdict.takes": "better on held-out",
  "why.transfer.verdict.none": "none shown",
  "why.transfer.verdict.unknown": "cannot be told",
  "why.archetypes.title": "Recall of each archetype at FPR {{rate}}",
  "why.archetypes.meaning":
    "Share of the archetype’s AI-managed accounts that is flagged at the threshold {{threshold}}, which flags {{rate}} of authentic accounts, with its 95% Wilson interval. The interval takes accounts as independent; those of one operator are not. “Few accounts” says that there are fewer than {{enough}}.",
  "why.archetypes.archetype": "Archetype",
  "why.archetypes.accounts": "AI-managed",
  "why.archetypes.recall": "Recall",
  "why.archetypes.seen": "Seen in learning",
  "why.archetypes.heldOut": "Held out from learning",
  "why.archetypes.cohorts": "False-positive rates of cohorts",
  "why.archetypes.aria": "{{share}}, interval {{interval}}",

  "why.matrix.title": "Which detectors see the same",
  "why.matrix.meaning":
    "Each cell compares the detector of its row with that of its column. Click or use the arrow keys to read a cell with its interval below. The darker, the closer to the greatest value in the table; negative values carry a minus and another colour.",
  "why.matrix.which": "What is compared",
  "why.matrix.jaccard": "Catches (Jaccard)",
  "why.matrix.jaccard.lead":
    "Of the AI-managed accounts that either catches, the share that both catch; each with a threshold of its own at FPR {{rate}}. 1: the same accounts, 0: none in common.",
  "why.matrix.authentic": "Scores, authentic",
  "why.matrix.authentic.lead":
    "Spearman’s rank correlation of the scores among authentic accounts that both have judged, from −1 to 1. Detectors that correlate here are wrong about the same people.",
  "why.matrix.managed": "Scores, AI-managed",
  "why.matrix.managed.lead":
    "Spearman’s rank correlation of the scores among AI-managed accounts that both have judged, from −1 to 1. Detectors that correlate here know the same accounts.",
  "why.matrix.single": "With one detector there is nothing to compare.",
  "why.matrix.table": "Detectors compared in pairs; arrow keys move",
  "why.matrix.hint": "Point at a cell to read it with its interval.",
  "why.matrix.cell": "{{a}} and {{b}}: {{value}}, interval {{interval}}; {{basis}}",
  "why.matrix.cellNone": "{{a}} and {{b}}: cannot be told; {{basis}}",
  "why.matrix.both": "{{both}} of {{either}} caught by both",
  "why.matrix.judged": "{{accounts}} accounts judged by both",
} as const
