/** What the Gate view says, in English. */
export const enGate = {
  "view.gate": "Gate",
  "gate.title": "Gate",
  "gate.meaning":
    "The gate runs every scenario of a folder and holds each against its committed baseline, on the same accounts. A difference stops a change only when it is surely there and large enough to matter.",
  "gate.lost": "The check is loaded as soon as the server answers again.",
  "gate.list": "Check",
  "gate.list.failed": "The checks cannot be listed",
  "gate.failed": "This check cannot be opened",
  "gate.newest": "Open the newest",
  "gate.empty.title": "No checks yet",
  "gate.empty.text":
    "A check says whether a change made a detector worse: it runs the scenarios, holds each against its baseline on the same accounts, and tells what changed, for whom, and whether that is real. Each check is kept here, whether it was started in this window or in a terminal:",

  "gate.outcome.pass": "pass",
  "gate.outcome.pass.meaning": "Shown not to be worse by what matters, or nothing changed.",
  "gate.outcome.improve": "improve",
  "gate.outcome.improve.meaning":
    "Better: the difference is significant over all tests of the check, and at least as large as what matters.",
  "gate.outcome.regress": "regress",
  "gate.outcome.regress.meaning":
    "Worse: the difference is significant over all tests of the check, and at least as large as what matters. A scenario also regresses when a promise of it is broken.",
  "gate.outcome.inconclusive": "inconclusive",
  "gate.outcome.inconclusive.meaning":
    "Neither shown to be worse nor shown not to be: these accounts do not settle it. More accounts would.",
  "gate.outcome.new": "new",
  "gate.outcome.new.meaning":
    "There is no baseline to hold it against, or the baseline holds other accounts. Updating the baselines makes one.",
  "gate.outcome.gone": "gone",
  "gate.outcome.gone.meaning":
    "There is a baseline but no scenario any more. Updating the baselines removes it.",

  "gate.outcome.incomplete": "incomplete",
  "gate.outcome.incomplete.meaning":
    "Not everything could be looked at, or a plug-in failed. Whatever the rest says, such a check vouches for nothing, and no baseline is written from it.",

  "gate.overall.pass": "Nothing got worse",
  "gate.overall.improve": "Better, and worse in nothing",
  "gate.overall.regress": "Something got worse: do not merge unseen",
  "gate.overall.inconclusive": "Not settled: more accounts are needed",
  "gate.overall.new": "Not settled: something has no baseline",
  "gate.overall.gone": "Not settled: a scenario is missing",
  "gate.overall.incomplete": "Not everything could be looked at",
  "gate.overall.failed":
    "{{detectors}} failed, so not everything was looked at: mend what failed, and check again",
  "gate.overall.nothing": "Nothing could be looked at",
  "gate.rest": "of the rest:",
  "gate.exit": "exit code {{code}}",
  "gate.exit.meaning":
    "What npx assay check ends with, and what a pipeline goes by: 0 nothing got worse, 1 something did, 2 something could not be looked at or a plug-in failed, 3 not settled.",
  "gate.rate": "false alarms at most {{rate}}",
  "gate.rate.meaning":
    "The chance that a check raises any false alarm when nothing got worse. All tests of the check share it, so it does not grow with more scenarios or cohorts. Each promise is held by its own 95 % interval instead.",
  "gate.cache": "{{reused}} findings reused, {{made}} made",
  "gate.cache.meaning":
    "Findings of a detector in a population. What depends on nothing that changed is taken from the cache; the rest was made again.",
  "gate.folder": "Folder {{folder}}",
  "gate.took": "took {{time}}",
  "gate.problems": "Could not be looked at",

  "gate.filter": "Scenarios by outcome",
  "gate.filter.all": "All",
  "gate.scenarios": "Scenarios of this check",
  "gate.scenarios.none": "No scenario has this outcome.",
  "gate.accounts": "{{accounts}} accounts, {{managed}} AI-managed",
  "gate.threshold": "threshold {{threshold}}",
  "gate.why": "Why",
  "gate.openRun": "Open the run",
  "gate.compare": "Compare with the baseline’s run",
  "gate.compare.meaning":
    "Opens this run in Compare, held against the run that the baseline was made from: risks, curves and every flip with what moved it.",
  "gate.runMissing":
    "The run is not in this store, so its accounts cannot be opened. Run the scenario to have it again.",
  "gate.baselineMissing":
    "The baseline’s run is not in this store, so Compare has nothing to hold it against.",

  "gate.decided.identical": "Equal to the baseline, bit for bit: nothing was left to test.",
  "gate.decided.none": "No figure and no cohort is worse by what matters.",
  "gate.decided.noBaseline": "There is no baseline yet. Updating the baselines makes one.",
  "gate.decided.otherAccounts":
    "The baseline is of other accounts or by another definition, so nothing can be held against it account by account. Updating the baselines makes a new one.",
  "gate.decided.gone": "A baseline is there, but the scenario is not. Updating the baselines removes it.",
  "gate.decided.fell":
    "{{what}} fell from {{before}} to {{after}} ({{difference}}, 95% interval {{interval}}).",
  "gate.decided.rose":
    "{{what}} rose from {{before}} to {{after}} ({{difference}}, 95% interval {{interval}}).",
  "gate.decided.unsettled":
    "{{what}} may be worse by what matters ({{least}}): {{difference}}, 95% interval {{interval}}. {{settle}}",
  "gate.decided.broken": "Broken: {{promise}}. It is {{value}} ({{interval}}).",
  "gate.decided.open": "Not settled: {{promise}}. It is {{value}} ({{interval}}). {{settle}}",
  "gate.decided.and": " and ",
  "gate.decided.better": "Better in {{what}}, but something else is open.",
  "gate.decided.detector": "{{detector}} failed: {{message}}",
  "gate.decided.more": "And {{count}} more, below.",
  "gate.decided.settle": "About {{accounts}} accounts would settle it.",
  "gate.decided.settle.none": "No number of accounts would settle it.",
  "gate.what": "{{figure}}",
  "gate.whatCohort": "{{figure}} of {{cohort}}",

  "gate.settle": "about {{accounts}} accounts would settle it",
  "gate.settle.none": "no number of accounts would settle it",
  "gate.matters": "matters from {{least}}",
  "gate.uncounted": "does not count",
  "gate.uncounted.meaning":
    "What was seen in this cohort is no worse than what matters, so it is told but does not make the scenario inconclusive.",
  "gate.points": "{{value}} pp",

  "gate.figure.recall": "Recall",
  "gate.figure.recall.meaning": "Of the AI-managed accounts, the share that is flagged at the threshold.",
  "gate.figure.fpr": "False-positive rate",
  "gate.figure.fpr.meaning":
    "Of the authentic accounts, the share that is wrongly flagged at the threshold. Less is better.",
  "gate.figure.precision": "Precision",
  "gate.figure.precision.meaning": "Of the flagged accounts, the share that really is AI-managed.",
  "gate.figure.auc": "ROC AUC",
  "gate.figure.auc.meaning":
    "How well the risk tells the classes apart at any threshold: 0.5 is guessing, 1 perfect.",
  "gate.figure.recallAtFpr1": "Recall at FPR 1%",
  "gate.figure.recallAtFpr1.meaning":
    "The share of AI-managed accounts that is flagged where 1% of the authentic accounts are: independent of the threshold.",
  "gate.figure.averagePrecision": "Average precision",

  "gate.figures.title": "Figures against the baseline",
  "gate.figures.meaning":
    "Each figure over all accounts, before and now, with the 95% interval of the difference. Operators are drawn as one, so a fleet that is caught whole counts once.",
  "gate.column.figure": "Figure",
  "gate.column.before": "Baseline",
  "gate.column.after": "Now",
  "gate.column.difference": "Difference",
  "gate.column.difference.meaning":
    "Now less baseline, in percentage points (pp) for shares; below it the 95% interval.",
  "gate.column.bar": "Against what matters",
  "gate.column.bar.meaning":
    "The dot is the difference, the line its 95% interval, the upright line 0. The shaded band is what does not matter; all bars are drawn in units of it. A full dot: significant over all tests of the check, and the interval leaves 0 out. A hollow one: it may be chance. An arrow at the edge: more than twelve bands away.",
  "gate.column.p": "p adjusted",
  "gate.column.p.meaning":
    "Adjusted for all tests of the check: significant when at or below its rate of false alarms. A dash: nothing flipped, or the cohort is too small for any difference to be significant.",
  "gate.column.outcome": "Outcome",
  "gate.column.outcome.meaning":
    "Regress and improve: significant and at least as large as what matters. Pass: shown not to be worse by what matters. Inconclusive: neither.",
  "gate.column.cohort": "Cohort",
  "gate.column.accounts": "Accounts",
  "gate.column.accounts.meaning":
    "Those that the figure counts: AI-managed ones for recall, authentic ones for the false-positive rate.",

  "gate.cohorts.title": "Cohort by cohort",
  "gate.cohorts.meaning":
    "Recall and false-positive rate within archetypes, languages, sizes and ages. A regression that hits one cohort is lost in the figures of all; here it is not. Shown are those that count; the others on demand.",
  "gate.cohorts.all": "All cohorts",
  "gate.cohorts.all.meaning": "Also shows the cohorts that pass, and those that do not count.",
  "gate.cohorts.sum": "{{tests}} tests: {{parts}}.",
  "gate.cohorts.sum.part": "{{count}} {{outcome}}",
  "gate.cohorts.none": "No cohort changed in a way that counts.",

  "gate.promises.title": "Expectations",
  "gate.promises.meaning":
    "What the scenario promises, whatever the baseline says. Kept when the whole 95% interval is on the right side of the bound, broken when it is wholly on the wrong side, inconclusive otherwise.",
  "gate.promises.none": "The scenario promises nothing. Add expectations to its file to have them checked.",
  "gate.promise.kept": "kept",
  "gate.promise.broken": "broken",
  "gate.promise.inconclusive": "inconclusive",
  "gate.promise.kept.meaning": "The whole 95% interval is on the right side of the bound.",
  "gate.promise.broken.meaning": "The whole 95% interval is on the wrong side of the bound.",
  "gate.promise.inconclusive.meaning":
    "The bound lies within the 95% interval: these accounts do not settle it.",
  "gate.promise.least": "{{figure}}{{cohort}}{{score}}{{at}} at least {{bound}}",
  "gate.promise.most": "{{figure}}{{cohort}}{{score}}{{at}} at most {{bound}}",
  "gate.promise.cohort": " of {{cohort}}",
  "gate.promise.score": " by {{detector}} alone",
  "gate.promise.atThreshold": " at threshold {{threshold}}",
  "gate.promise.atFpr": " at FPR {{rate}}",
  "gate.column.promise": "Promise",
  "gate.column.value": "Found",
  "gate.column.value.meaning": "On this run’s accounts, with its 95% interval below.",
  "gate.column.bound": "Against the bound",
  "gate.column.bound.meaning":
    "The upright line is the bound, the shaded side is where the promise is kept. The dot is what was found, the line its 95% interval. The axis is cut to what is told.",

  "gate.flips.title": "Who changed sides",
  "gate.flips.meaning":
    "Flips: accounts that are flagged now and were not, or the other way round, at the same threshold. Grouped by archetype, and by the detector that speaks loudest for the flag: now for those newly flagged, in the baseline for those no longer flagged. A cohort is named where those who changed sides hold far more of it than chance would give them.",
  "gate.flips.none": "Nobody changed sides.",
  "gate.flip.newlyHit": "Newly hit",
  "gate.flip.newlyHit.words": "authentic, flagged now",
  "gate.flip.newlyHit.cohort":
    "Newly hit: {{accounts}} of {{flipped}} are of the cohort “{{cohort}}”, which holds {{share}} of the authentic accounts that were not flagged.",
  "gate.flip.newlyMissed": "Newly missed",
  "gate.flip.newlyMissed.words": "AI-managed, no longer flagged",
  "gate.flip.newlyMissed.cohort":
    "Newly missed: {{accounts}} of {{flipped}} are of the cohort “{{cohort}}”, which holds {{share}} of the AI-managed accounts that were flagged.",
  "gate.flip.newlyCleared": "Newly cleared",
  "gate.flip.newlyCleared.words": "authentic, no longer flagged",
  "gate.flip.newlyCleared.cohort":
    "Newly cleared: {{accounts}} of {{flipped}} are of the cohort “{{cohort}}”, which holds {{share}} of the authentic accounts that were flagged.",
  "gate.flip.newlyCaught": "Newly caught",
  "gate.flip.newlyCaught.words": "AI-managed, flagged now",
  "gate.flip.newlyCaught.cohort":
    "Newly caught: {{accounts}} of {{flipped}} are of the cohort “{{cohort}}”, which holds {{share}} of the AI-managed accounts that were not flagged.",
  "gate.column.flip": "Flip",
  "gate.column.archetype": "Archetype",
  "gate.column.reason": "Loudest detector",
  "gate.column.reason.meaning":
    "The detector with the largest contribution towards the flag. For accounts that are no longer flagged it is the one that spoke loudest before, and so the first to look at. It need not have changed itself.",
  "gate.column.count": "Accounts",
  "gate.column.numbers": "Account numbers",
  "gate.numbers.all": "Show all {{count}}",
  "gate.numbers.first": "Show the first {{count}}",
  "gate.openAccount": "Open account {{account}} of this run",

  "gate.detectors.title": "Detectors alone",
  "gate.detectors.meaning":
    "How well each detector tells the classes apart by itself. It explains what changed; it is no ground to fail, since what counts is what the accounts’ risk becomes.",
  "gate.column.detector": "Detector",
  "gate.column.state": "State",
  "gate.column.version": "Version",
  "gate.column.auc": "ROC AUC",
  "gate.state.same": "same",
  "gate.state.same.meaning": "The same version with the same scores’ AUC.",
  "gate.state.changed": "changed",
  "gate.state.changed.meaning": "Another version, or another AUC.",
  "gate.state.new": "new",
  "gate.state.new.meaning": "The baseline does not have it.",
  "gate.state.gone": "gone",
  "gate.state.gone.meaning": "The baseline has it, this run does not.",
  "gate.state.failed": "failed",
  "gate.state.failed.meaning":
    "It failed in this run, which went on without it; fusion was learned without it.",
  "gate.detectors.same": "The same: {{count}}",
  "gate.detectors.all": "All detectors",
  "gate.detectors.all.meaning": "Also shows the detectors that are the same.",

  "gate.run": "Run a check",
  "gate.run.title": "Run a check",
  "gate.run.lead":
    "Runs these scenarios and holds each against its baseline, in the folder baselines beside them. What has not changed since an earlier check is taken from the cache.",
  "gate.run.all": "All",
  "gate.run.none": "None",
  "gate.run.choose": "Scenarios to check",
  "gate.run.facts": "{{accounts}} accounts",
  "gate.run.broken": "cannot be read; the check tells why",
  "gate.run.noScenario": "There is no scenario in the folder.",
  "gate.run.start": "Check {{count}} of {{all}}",
  "gate.update": "Update baselines",
  "gate.update.title": "Update the baselines from this check?",
  "gate.update.meaning":
    "Makes what this check found the new baselines, after showing what that changes. The same as npx assay check --update.",
  "gate.update.lead":
    "What this check found becomes what later checks are held against. Review the change with git diff and commit it with the change that caused it.",
  "gate.update.unknown":
    "A baseline holds more than a report does. What this check would write is known only where it ran, and that was not in this window since it was started. Run it again: what has not changed comes from the cache.",
  "gate.update.elsewhere":
    "This check is of another folder than the one the workbench was started with, so it is neither run again nor are baselines written from it here.",
  "gate.update.elsewhere.checked": "Folder of this check",
  "gate.update.elsewhere.served": "Folder of the workbench",
  "gate.update.elsewhere.command": "To write its baselines, in a terminal:",
  "gate.update.problems":
    "Some scenarios could not be looked at. Nothing is written as long as that is so: a baseline that is left behind would look accepted.",
  "gate.update.unreadable":
    "These baselines cannot be read, or are not as they were written. Nothing is written as long as that is so. Running it again takes them for none, so that they can be written anew.",
  "gate.update.failedPlugins":
    "A plug-in failed. Nothing is written as long as that is so: a baseline without it would let it fail for good.",
  "gate.update.nothing": "All baselines hold this already. There is nothing to write.",
  "gate.update.new": "new",
  "gate.update.changed": "changed",
  "gate.update.unchanged": "unchanged",
  "gate.update.removed": "removed",
  "gate.update.file": "baselines/{{file}}: {{update}}",
  "gate.update.without": "without it: {{sign}} {{outcome}}",
  "gate.update.flips": "{{flip}} {{count}}",
  "gate.update.figure": "{{figure}} {{before}} → {{after}}",
  "gate.update.broken": "A baseline changes no promise. These are not kept, whatever is written:",
  "gate.update.write": "Write {{count}}",
  "gate.update.written": "The baselines are written. Review them with git diff, and commit them.",
  "gate.update.again": "Run it again",
  "gate.update.close": "Close",
  "gate.update.failed": "The baselines could not be written",
  "gate.cancel": "Cancel",

  "gate.save.settle": "Accounts that would settle it",
  "gate.save": "Save",
  "job.check": "Gate check",
  "gate.save.html": "HTML page",
  "gate.save.markdown": "Markdown for a pull request",
  "gate.save.junit": "JUnit XML",
  "gate.save.json": "JSON",
  "gate.save.failed": "{{file}} could not be saved: {{why}}",
  "gate.saved": "{{file}} is saved.",
} as const
