/** What Suggest, pins and the policy's file say, in English. */
export const enPolicy = {
  "suggest.open": "Suggest a threshold",
  "suggest.title": "Suggest a threshold",
  "suggest.meaning":
    "Say what the threshold is for; the answer is the lowest threshold that serves, with what remains and what it trades against the present setting. Intervals are 95% and know that the threshold was chosen on these accounts. Nothing moves until you set it.",
  "suggest.close": "Close Suggest",
  "suggest.purpose": "What the threshold is for",
  "suggest.max-fpr": "At most {{maxFpr}} % of authentic accounts flagged, with {{confidence}} % confidence",
  "suggest.max-fpr.meaning":
    "A guarantee for authentic accounts yet to come, not just those of this run: the chance that more than this share of them would be flagged is at most what the confidence leaves. It needs many authentic accounts, and says how many.",
  "suggest.false-positives-per-day": "At most {{perDay}} authentic accounts flagged a day",
  "suggest.false-positives-per-day.meaning":
    "As expected on an average day, at the accounts judged a day and the prevalence set here.",
  "suggest.false-positives": "At most {{inRun}} authentic accounts flagged in this run",
  "suggest.false-positives.meaning":
    "Counted among the accounts of this run, re-weighted to the prevalence set here.",
  "suggest.reviewer-hours": "Reviewing what is flagged takes at most {{hours}} hours a day",
  "suggest.reviewer-hours.meaning": "All flagged accounts of a day, at the seconds a review of this setting.",
  "suggest.cost": "Least cost: {{falsePositive}} a wrong flag, {{falseNegative}} a miss, {{review}} a review",
  "suggest.cost.meaning":
    "The threshold at which wrong flags, missed AI-managed accounts and reviews cost least together, by the costs of this setting.",
  "suggest.best-f1": "The highest F1",
  "suggest.best-f1.meaning":
    "Precision and recall in balance, at the prevalence set here. It knows no costs and protects nobody: take it only to compare detectors.",
  "suggest.caps": "As many flagged as the caps allow",
  "suggest.caps.meaning": "The lowest threshold at which no capped cohort is above its cap.",
  "suggest.number.maxFpr": "Share of authentic accounts flagged, in percent",
  "suggest.number.confidence": "Confidence, in percent",
  "suggest.number.perDay": "Authentic accounts flagged a day",
  "suggest.number.inRun": "Authentic accounts flagged in this run",
  "suggest.number.hours": "Hours of reviewing a day",
  "suggest.range.maxFpr": "A number above 0 and below 100.",
  "suggest.range.confidence": "A number above 0 and below 100.",
  "suggest.range.perDay": "A number of 0 or more.",
  "suggest.range.inRun": "A number of 0 or more.",
  "suggest.range.hours": "A number of 0 or more.",
  "suggest.noCaps": "No cohort has a cap. With caps set under “Who is hit”, every suggestion keeps them.",
  "suggest.caps.held": "Kept as well: {{caps}}.",
  "suggest.guaranteeCaps": "Caps hold with {{confidence}} % confidence",
  "suggest.guaranteeCaps.meaning":
    "Guaranteed for accounts yet to come, all caps together, and not just as counted in this run. It needs more accounts in each cohort.",
  "suggest.thinking": "Choosing the threshold again on a thousand draws of the accounts …",
  "suggest.unfinished": "Complete the numbers at the left.",
  "suggest.failed": "The suggestion could not be computed",
  "suggest.failedHelp":
    "The browser ended its worker, most likely for want of memory. Nothing else is affected; npx assay suggest gives the same answer in a terminal.",

  "suggest.said": "Suggested threshold: {{threshold}}",
  "suggest.none": "No threshold does this",
  "suggest.nobody": "Only flagging nobody does this",
  "suggest.why.too-few-authentic":
    "The guarantee needs {{needed}} authentic accounts or more, and the run has {{authentic}}. With these the lowest rate that can be guaranteed with {{confidence}} confidence is {{least}}. A run with more accounts can say more.",
  "suggest.why.no-judged-cohort":
    "No capped cohort has enough authentic accounts in this run to be judged by.",
  "suggest.why.no-managed":
    "By the definition set here no account is AI-managed, so there is nothing to catch.",
  "suggest.why.no-authentic":
    "By the definition set here no account is authentic, so there is nobody to spare.",
  "suggest.why.nobody-flagged":
    "At every threshold that flags anybody, more is asked of this run than the purpose allows, or it costs more than it saves. Ask for less, or look at which cap binds.",
  "suggest.threshold.meaning":
    "An account whose risk is at or above it is flagged. The range is where the threshold would fall if it were chosen on other accounts of the same kind.",
  "suggest.thresholdInterval": "chosen on other such accounts: {{low}} to {{high}}",
  "suggest.aboveAll": "above every risk",
  "suggest.set": "Set {{tier}} to this",
  "suggest.isSet": "{{tier}} is at this",
  "suggest.here": "At the suggestion",
  "suggest.here.meaning":
    "With 95% intervals that know that the threshold was chosen on these accounts, so they are wider than the figures’ own.",
  "suggest.against": "Against {{tier}} at {{threshold}}",
  "suggest.against.meaning":
    "What is traded: the suggestion less the present setting of the selected tier. The 95% interval takes both thresholds as given.",
  "suggest.flagged": "Flagged a day",
  "suggest.flagged.meaning":
    "Accounts at or above the threshold on an average day, of as many as are judged a day.",
  "suggest.falsePositives": "Wrongly flagged a day",
  "suggest.falsePositives.meaning": "Authentic accounts among those flagged a day.",
  "suggest.missed": "Missed a day",
  "suggest.missed.meaning": "AI-managed accounts judged on an average day that are not flagged.",
  "suggest.hours": "{{hours}} hours",
  "suggest.reviewerHours": "Reviewing a day",
  "suggest.reviewerHours.meaning": "To look at each account that is flagged a day once.",
  "suggest.guarantee":
    "Of {{authentic}} authentic accounts at most {{allowed}} may be flagged (at least {{needed}} are needed for the guarantee). The true rate is above {{rate}} with a chance of at most {{risk}}.",
  "suggest.costs":
    "Costs {{total}} a day ({{low}} – {{high}}): {{falsePositives}} for wrong flags, {{missed}} for what is missed, {{reviews}} for reviews. Flagging nobody costs {{nobody}}, flagging everyone {{everyone}}.",
  "suggest.next":
    "{{points}} points more recall, at {{threshold}}, would flag {{wrong}} more wrongly a day and take {{time}} more of reviewing.",
  "suggest.workload":
    "A day: {{accounts}} accounts judged, {{seconds}} s a review; both can be changed under Tiers.",
  "suggest.binding":
    "Held by the cap of {{cohorts}}: without caps the threshold would be {{uncapped}}. The caps cost {{cost}} of recall ({{low}} – {{high}}).",
  "suggest.noBinding": "No cap that can be judged binds.",
  "suggest.tooSmall": "Too few authentic accounts to judge, so not known to be kept: {{cohorts}}.",
  "suggest.cohorts.meaning":
    "Whom the suggestion hits otherwise than the present setting: the cohorts with the most accounts a day, of the kind shown under “Who is hit”.",
  "suggest.cohorts.more": "Wrongly flagged a day",
  "suggest.cohorts.more.meaning": "More of its authentic accounts a day than now, or fewer (−).",
  "suggest.cohorts.rates": "FPR now → then",
  "suggest.cohorts.rates.meaning": "Share of the cohort’s authentic accounts that are flagged.",

  "pins.pin": "Pin",
  "pins.pin.meaning":
    "Keep this setting under a name: compare it with others in a table, and go back to it. Pins are part of the address, so a shared link has them.",
  "pins.full": "There are {{most}} pins already; remove one first.",
  "pins.name": "{{tier}} at {{threshold}}",
  "pins.title": "Pinned operating points",
  "pins.meaning":
    "Each pin is a whole setting: thresholds, definition, prevalence, costs, caps and workload. Figures are those of its selected tier, with 95% intervals; below them the difference to the row chosen at the left. The address holds the pins.",
  "pins.now": "Present setting",
  "pins.referenceHead": "To",
  "pins.referenceHead.meaning": "Differences are told to this row.",
  "pins.reference": "Tell differences to {{name}}",
  "pins.nameHead": "Name",
  "pins.thresholds": "Tier and threshold",
  "pins.thresholds.meaning": "The selected tier. Point at one to see the others and the definition.",
  "pins.definition":
    "AI-managed: automated to {{automation}} or more, overseen below {{oversight}}, on {{days}} days or more.",
  "pins.cost": "Cost a day",
  "pins.cost.meaning":
    "Wrong flags, misses and reviews of an average day together, by the costs of the pin itself. Pins with other costs cannot be compared by it.",
  "pins.worst": "Worst cohort",
  "pins.worst.meaning":
    "The cohort ({{kind}}) with the highest false-positive rate, of those with enough authentic accounts to judge.",
  "pins.actions": "Actions",
  "pins.rename": "Name of the pin {{name}}",
  "pins.goBack": "Go to it",
  "pins.goBackTo": "Go to it: {{name}}",
  "pins.isHere": "You are here",
  "pins.isHereAt": "You are here: {{name}}",
  "pins.compare": "Compare",
  "pins.compareNamed": "Compare {{name}} with the row chosen at the left, account by account",
  "pins.save": "Save YAML",
  "pins.saveAs": "Save YAML of {{name}}, as a policy file",
  "pins.remove": "Remove",
  "pins.removeNamed": "Remove {{name}}",

  "policy.open": "Open policy",
  "policy.save": "Save policy",
  "policy.name": "Name of the policy",
  "policy.nameNeeded": "A policy needs a name.",
  "policy.saveHint":
    "A YAML file with definition, tiers, costs, caps, workload and prevalence. assay takes it with --policy.",
  "policy.download": "Save",
  "policy.dismiss": "Dismiss",
  "policy.opened": "Opened the policy {{name}}",
  "policy.off":
    "Tiers that are off in the file begin here where the next harsher one does, so that nobody is in them; with none harsher, at 1. Each stays off until it is moved.",
  "policy.left": "This run has no such cohort, so its cap is left out: {{cohorts}}.",
  "policy.failed": "{{file}} cannot be opened",
  "policy.unchanged": "The setting is as it was. Mend the file and open it again.",
  "policy.unchanged.lost": "The setting is as it was. Open the file again when the server answers.",
  "policy.lost": "The server that reads policy files does not answer.",
  "policy.days": "definition.days must be at most {{most}}, the days of this run, but is {{days}}.",
} as const
