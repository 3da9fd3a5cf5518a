/** Everything the page says, in English. Keys are flat; the Chinese file has the same ones. */
export const en = {
  "header.views": "Views",
  "header.run": "Run",
  "header.runOption": "{{name}} · {{accounts}} accounts · {{createdAt}}",
  "header.language": "Language",
  "header.scheme": "Colours",
  "header.job": "Running {{scenario}}: {{share}}",
  "header.jobDone": "{{scenario}} is done: open it",
  "scheme.auto": "Auto",
  "scheme.light": "Light",
  "scheme.dark": "Dark",
  "view.trade-offs": "Trade-offs",
  "view.accounts": "Accounts",
  "view.runs": "Scenarios and runs",

  "state.loading": "Loading",
  "state.retry": "Try again",
  "state.fault": "This view cannot be shown",
  "lost.title": "The server does not answer",
  "lost.text":
    "What you see stays, but nothing new can be loaded. If it was stopped, start Assay again and open the address it prints.",
  "lost.short": "Connection lost",
  "lost.job":
    "How {{scenario}} stands is not known. If the server was stopped, its job ended with it and left nothing behind.",
  "lost.account": "The account is loaded as soon as the server answers again.",
  "lost.run": "The run is loaded as soon as the server answers again.",
  "lost.badge": "{{scenario}}: connection lost",
  "library.failed": "The scenarios and runs cannot be listed",
  "run.failed": "The run {{run}} cannot be opened",
  "run.choose": "Choose another run",

  "class.managed": "AI-managed",
  "class.managed.meaning":
    "By the scenario’s definition: at least {{automation}} of creating, scheduling or distributing is automated, and a human meaningfully oversees less than {{oversight}} of that.",
  "class.authentic": "Authentic",
  "class.authentic.meaning":
    "By the scenario’s definition: less than {{automation}} of creating, scheduling and distributing is automated, or a human meaningfully oversees {{oversight}} of that or more.",
  "score.missing": "no evidence",
  "score.flagged": "flagged",

  "threshold.title": "Threshold",
  "threshold.meaning":
    "An account whose risk is at or above the threshold is flagged. A higher threshold flags fewer accounts: fewer people are wrongly hit, and more AI-managed accounts get through. Threshold 0 flags everyone.",
  "threshold.slider": "Threshold",
  "threshold.number": "Threshold as a number from 0 to 1",
  "threshold.range": "A threshold lies between 0 and 1.",
  "threshold.own": "Scenario’s: {{threshold}}",
  "threshold.ownHint": "The threshold that the scenario sets.",
  "threshold.rateAtMost": "FPR ≤ {{rate}}",
  "threshold.rateAtMostHint":
    "The lowest threshold that flags at most {{rate}} of the authentic accounts of this run. In another population it may be more; see the interval.",
  "threshold.bestF1": "Best F1",
  "threshold.bestF1Hint": "The threshold with the highest F1 at the prevalence set here.",
  "threshold.itIs": "Threshold {{threshold}}.",
  "threshold.unreachable": "No threshold does this in the present run.",

  "prevalence.title": "Prevalence",
  "prevalence.meaning":
    "Share of accounts that are AI-managed. Move it to see precision, F1, MCC, average precision and workload on a platform where they are rarer or more common, without simulating again. Recall and false-positive rate do not depend on it.",
  "prevalence.slider": "Prevalence",
  "prevalence.reset": "Run’s: {{prevalence}}",

  "oneClass.title": "Only one class",
  "oneClass.noManaged":
    "By the definition this run has no AI-managed account with a risk score: precision, recall and what rests on them cannot be told.",
  "oneClass.noAuthentic":
    "By the definition this run has no authentic account with a risk score: the false-positive rate and what rests on it cannot be told.",

  "figures.title": "At this threshold",
  "figures.meaning":
    "All figures at the present threshold, each with its 95% interval below it. Point at a name to read what it means.",
  "figures.reweighted": "re-weighted to a prevalence of {{prevalence}}",
  "figure.precision": "Precision",
  "figure.precision.meaning":
    "Of the flagged accounts, the share that really is AI-managed. The rest are people wrongly flagged. Depends on prevalence. “Few accounts” says that fewer than {{few}} of this run are flagged: read the interval, not the figure.",
  "figure.precision.few": "{{precision}} (few accounts)",
  "figure.few": "few accounts",
  "figure.recall": "Recall",
  "figure.recall.meaning":
    "Of the AI-managed accounts, the share that is flagged. The rest get through. 95% Wilson interval.",
  "figure.falsePositiveRate": "False-positive rate",
  "figure.falsePositiveRate.meaning":
    "FPR: of the authentic accounts, the share that is wrongly flagged. 95% Wilson interval.",
  "figure.f1": "F1",
  "figure.f1.meaning":
    "Harmonic mean of precision and recall, from 0 to 1: high only when both are high. Depends on prevalence.",
  "figure.matthews": "MCC",
  "figure.matthews.meaning":
    "Matthews correlation coefficient between truth and flag: 1 is perfect, 0 no better than chance, −1 always wrong. Uses all four cells of the matrix. Depends on prevalence.",
  "figure.flagged": "Flagged accounts",
  "figure.flagged.meaning":
    "The workload: how many accounts of a population of this size would be flagged at the prevalence set here, their share of all, and how many of them are authentic.",
  "figure.flagged.note": "{{share}} of all, {{wrong}} of them wrongly",
  "figure.auc": "ROC AUC",
  "figure.auc.meaning":
    "Area under the ROC curve: the chance that an AI-managed account gets a higher risk than an authentic one. 0.5 is guessing, 1 perfect. Does not depend on the threshold. 95% bootstrap interval.",
  "figure.ap": "Average precision",
  "figure.ap.meaning":
    "Precision averaged over all levels of recall; guessing reaches the prevalence. Does not depend on the threshold. 95% bootstrap interval.",

  "confusion.caption": "Accounts of this run, as counted",
  "confusion.captionMissing":
    "Accounts of this run, as counted; {{missing}} without a risk score are left out",
  "confusion.flagged": "Flagged",
  "confusion.passed": "Not flagged",
  "confusion.show": "Show these accounts",
  "outcome.tp": "AI-managed and caught",
  "outcome.fp": "authentic, wrongly flagged",
  "outcome.fn": "AI-managed, missed",
  "outcome.tn": "authentic, left alone",
  "outcome.tp.name": "True positives",
  "outcome.fp.name": "False positives",
  "outcome.fn.name": "False negatives",
  "outcome.tn.name": "True negatives",
  "outcome.all.name": "All",
  "outcome.tp.long": "AI-managed accounts that are flagged: caught.",
  "outcome.fp.long": "Authentic accounts that are flagged: people who would be wrongly hit.",
  "outcome.fn.long": "AI-managed accounts that are not flagged: they get through.",
  "outcome.tn.long": "Authentic accounts that are not flagged: left alone, as they should be.",
  "outcome.all.long": "All accounts of the run.",

  "axis.threshold": "Threshold (risk score)",
  "axis.thresholdLogOdds": "Threshold (risk score, log-odds)",
  "axis.risk": "Risk score",
  "axis.riskLogOdds": "Risk score (log-odds)",
  "axis.share": "Share of accounts; F1",
  "axis.rate": "False-positive rate",
  "axis.rateLog": "False-positive rate (log)",
  "axis.recall": "Recall",
  "axis.precision": "Precision",
  "axis.accounts": "Accounts per bin",
  "axis.accountsLog": "Accounts per bin (log)",
  "axis.day": "Day",
  "axis.perDay": "per day",

  "chart.flaggedSide": "flagged →",
  "chart.logRate": "Log FPR",
  "chart.logRate.meaning":
    "Draws the false-positive rate on a logarithmic axis, so that 1%, 0.1% and 0.01% can be told apart.",
  "chart.logOdds": "Log-odds axis",
  "chart.logOdds.meaning":
    "Spreads thresholds by their log-odds, which gives room to the scores near 0 and 1 where most accounts are.",
  "chart.logCount": "Log count",
  "chart.logCount.meaning":
    "Draws the number of accounts on a logarithmic axis, so that bins with few accounts can be seen beside those with many.",
  "chart.sweep.title": "Sweep: what a threshold costs",
  "chart.sweep.meaning":
    "Each line shows one figure at every threshold. Drag anywhere in the chart to move the threshold; with the keyboard use the slider above. Accounts to the right of the line are flagged. Where fewer than {{few}} accounts are flagged, the precision line is only faint dots: one account more or less would move it by much, so do not choose a threshold by it.",
  "chart.sweep.aria":
    "Sweep chart. At threshold {{threshold}}: precision {{precision}}, recall {{recall}}, false-positive rate {{rate}}, F1 {{f1}}.",
  "chart.roc.title": "ROC",
  "chart.roc.meaning":
    "Recall against false-positive rate at every threshold. Up and to the left is better; the dashed line is guessing. The dot is the present threshold, the cross its 95% intervals. Drag a box to zoom, double-click to see all.",
  "chart.roc.point": "Recall {{recall}} at FPR {{rate}}",
  "chart.roc.aria":
    "ROC chart. At threshold {{threshold}}: recall {{recall}} at a false-positive rate of {{rate}}.",
  "chart.pr.title": "Precision and recall",
  "chart.pr.meaning":
    "Precision against recall at every threshold, at the prevalence set above. Up and to the right is better; the dashed line is guessing. The dot is the present threshold, the cross its 95% intervals. Where fewer than {{few}} accounts are flagged, the line is only faint dots: too few to tell precision by. Drag a box to zoom, double-click to see all.",
  "chart.pr.point": "Precision {{precision}} at recall {{recall}}",
  "chart.pr.aria":
    "Precision-recall chart. At threshold {{threshold}}: precision {{precision}} at recall {{recall}}, with a prevalence of {{prevalence}}.",
  "chart.distribution.title": "Risk scores by class",
  "chart.distribution.meaning":
    "How many accounts of each class have which risk. Where the two overlap, any threshold makes mistakes: authentic accounts right of the line are wrongly flagged, AI-managed ones left of it are missed. Drag to move the threshold.",
  "chart.distribution.aria":
    "Distribution of risk scores. At or above threshold {{threshold}}: {{managed}} of {{managedAll}} AI-managed accounts and {{authentic}} of {{authenticAll}} authentic accounts.",
  "chart.cohorts.title": "False-positive rate of each cohort",
  "chart.cohorts.aria":
    "False-positive rate by cohort: {{cohorts}}. Over all authentic accounts: {{overall}} (dashed line).",

  "cohorts.title": "Who is wrongly flagged",
  "cohorts.meaning":
    "The false-positive rate of each cohort with its 95% Wilson interval; the dashed line is the rate over all. Of a cohort with fewer than {{enough}} authentic accounts no rate is given, since it is too small to judge.",
  "cohorts.kind": "Cohorts by",
  "cohorts.kind.archetype": "Archetype",
  "cohorts.kind.language": "Language",
  "cohorts.kind.followers": "Size",
  "cohorts.kind.age": "Age",
  "cohorts.cohort": "Cohort",
  "cohorts.authentic": "Authentic",
  "cohorts.authentic.meaning":
    "Authentic accounts in the cohort, by the definition. An archetype can hold accounts of both classes: what counts is truth, not the recipe. With fewer than {{enough}} of them, the false-positive rate is “too few to judge”.",
  "cohorts.managed": "AI-managed",
  "cohorts.managed.meaning":
    "AI-managed accounts in the cohort, by the definition. With fewer than {{enough}} of them, recall is “too few to judge”.",
  "cohorts.managedGroup":
    "Managed archetypes: hardly anybody here can be flagged wrongly, so look at recall. With fewer than {{enough}} authentic accounts they are not in the chart.",
  "cohorts.wrongly": "Wrongly flagged",
  "cohorts.interval": "95% interval",
  "cohorts.tooFew": "too few to judge",
  "cohorts.followers.below": "under {{high}} followers",
  "cohorts.followers.between": "{{low}} to {{high}} followers",
  "cohorts.followers.from": "{{low}} followers or more",
  "cohorts.age.below": "under {{high}} days old",
  "cohorts.age.between": "{{low}} to {{high}} days old",
  "cohorts.age.from": "{{low}} days old or more",
  "cohorts.unknown": "unknown",

  "archetype.casual": "casual",
  "archetype.creator": "creator",
  "archetype.merchant-with-scheduler": "merchant with scheduler",
  "archetype.fan-club": "fan club",
  "archetype.clockwork-poster": "clockwork poster",
  "archetype.content-farm": "content farm",
  "archetype.engagement-pod": "engagement pod",
  "archetype.stealth-agent": "stealth agent",
  "archetype.casual.meaning":
    "Reads a lot, posts now and then, forwards a meme: people, of most of whom there is little evidence.",
  "archetype.creator.meaning":
    "Writes for an audience, often with a language model’s help and now and then with a scheduler, and answers comments quickly.",
  "archetype.merchant-with-scheduler.meaning":
    "Sells on the platform, plans the week’s notes in a scheduling tool, reuses the brand’s texts and reads each note before it goes out: looks like clockwork, is authentic.",
  "archetype.fan-club.meaning":
    "Follows an idol, answers the club’s calls to like and share within a minute and posts its slogans: coordinated, and wholly human.",
  "archetype.clockwork-poster.meaning":
    "A script publishes generated notes around the clock at set times and does little else.",
  "archetype.content-farm.meaning":
    "One operator runs many accounts: notes from shared templates or one model, published by a shared tool, likes exchanged within the fleet.",
  "archetype.engagement-pod.meaning":
    "Agents like and comment on each other’s notes when the pod’s controller calls, and on much else in between to blend in.",
  "archetype.stealth-agent.meaning":
    "A language-model agent with a persona keeps people’s hours, writes its own notes and acts alone; it gives itself away only here and there.",
  "language.zh": "Chinese",
  "language.en": "English",
  "layer.behaviour": "behaviour",
  "layer.content": "content",
  "layer.network": "network",
  "layer.reports": "reports",
  "detector.posting-rhythm": "Posting rhythm",
  "detector.posting-rhythm.meaning":
    "Behaviour: does somebody post at hours that people keep, at minutes that nobody sets, with gaps that vary as people’s do? High where that is unlikely.",
  "detector.near-duplicate-text": "Near-duplicate text",
  "detector.near-duplicate-text.meaning":
    "Content: how many posts read almost like a post of another account, more so where the same two accounts share several.",
  "detector.co-action": "Co-action",
  "detector.co-action.meaning":
    "Network: how often two accounts act on the same objects within seconds of each other, beyond what chance gives for objects that popular.",
  "detector.report-reliability": "Reports, weighted",
  "detector.report-reliability.meaning":
    "Reports received, weighted by how often each reporter’s earlier reports were upheld; many within hours count little more than one.",

  "column.account": "Account",
  "column.account.meaning": "The account’s number in the run.",
  "column.archetype": "Archetype (truth)",
  "column.archetype.meaning":
    "The recipe that the account was made by: truth, which no detector sees. A square marks AI-managed accounts, a ring authentic ones. Point at a name to read what it is.",
  "column.risk": "Risk",
  "column.risk.meaning":
    "What fusion makes of all detectors’ scores, from 0 to 1. A flag marks accounts at or above the threshold.",
  "column.posts": "Posts",
  "column.posts.meaning": "Posts within the simulated period.",
  "column.followers": "Followers",
  "column.followers.meaning": "Followers on the profile.",
  "column.language": "Language",
  "column.language.meaning": "Language of the profile.",
  "accounts.filter": "Which accounts",
  "accounts.sortBy": "Sort by",
  "accounts.order": "Order",
  "accounts.descending": "High first",
  "accounts.ascending": "Low first",
  "accounts.atThreshold": "at threshold {{threshold}}",
  "accounts.table": "Accounts; arrow keys move, Enter opens",
  "accounts.none": "No account of this kind at this threshold.",
  "accounts.cut": "The first {{shown}} rows in this order are shown.",

  "account.title": "Account {{account}}",
  "account.close": "Close",
  "account.unknown": "There is no account {{account}}",
  "account.unknownHelp": "Accounts of this run are numbered 0 to {{last}}.",
  "account.failed": "The account cannot be shown",
  "account.verified": "verified",
  "account.riskFlagged": "risk, at or above the threshold {{threshold}}: flagged",
  "account.riskPassed": "risk, below the threshold {{threshold}}: not flagged",
  "account.detectors": "Scores and reasons",
  "account.posts": "Posts ({{count, number}})",
  "account.profile": "Profile",
  "account.timeline": "Activity",
  "account.interactions": "Interactions ({{count, number}})",
  "account.neighbours": "Found together with",
  "account.reports": "Reports received ({{count, number}})",
  "account.noPosts": "No posts in the period.",
  "account.noInteractions": "No interactions in the period.",
  "account.noNeighbours": "No detector found this account together with others.",
  "account.noReports": "Nobody reported this account.",

  "truth.title": "Truth",
  "truth.show": "Show what really runs it",
  "truth.hide": "Hide it again",
  "truth.note": "Known because the population is simulated. No detector sees it.",
  "truth.creation": "Posts created by automation",
  "truth.scheduling": "Posts scheduled by automation",
  "truth.distribution": "Publishing and interaction by automation",
  "truth.oversight": "Of that, overseen by a human",
  "truth.group": "Operated with others",
  "truth.group.meaning": "Accounts of one operator, fan club or pod have the same group number.",
  "truth.groupNumber": "group {{group}}",

  "profile.language": "Language",
  "profile.timeZone": "Time zone",
  "profile.age": "Registered",
  "profile.ageDays": "{{days}} days before the period",
  "profile.ageWithin": "within the period",
  "profile.followers": "Followers",
  "profile.following": "Following",

  "contribution.value": "{{value}} log-odds",
  "contribution.meaning":
    "What this detector adds to the risk score, in log-odds: above 0 it speaks for AI-managed, below 0 against. About 0.7 doubles the odds.",
  "sum.start": "Start: how common AI-managed accounts are",
  "sum.start.meaning":
    "Before any evidence, fusion takes an account to be AI-managed with these log-odds. Each detector adds to them or takes from them.",
  "sum.sum": "Sum: the risk",
  "sum.sum.meaning":
    "The start and what every detector adds, in log-odds, and the risk score that they stand for. 0 would be a risk of 0.5.",
  "detector.noEvidence": "There was no evidence to judge by.",
  "detector.noReasons": "Nothing stands out.",
  "detector.features": "Measured features ({{count, number}})",
  "features.feature": "Feature",
  "features.value": "Value",
  "unit.minute": "min",
  "unit.reports": "reports",
  "unit.nats": "nats",

  "feature.posting-rhythm.posts": "Posts",
  "feature.posting-rhythm.burstiness": "Burstiness B of the gaps between posts",
  "feature.posting-rhythm.memory": "Memory M of the gaps between posts",
  "feature.posting-rhythm.burstinessSurprise": "Surprise at gaps this regular",
  "feature.posting-rhythm.topMinute": "Most frequent minute of the hour",
  "feature.posting-rhythm.topMinuteShare": "Share of posts on that minute",
  "feature.posting-rhythm.minuteSurprise": "Surprise at posts on the same minutes of the hour",
  "feature.posting-rhythm.secondSurprise": "Surprise at posts on the same seconds of the minute",
  "feature.posting-rhythm.quietShare": "Share of posts in the quietest eight hours of the day",
  "feature.posting-rhythm.quietSurprise": "Surprise at posts in the quietest eight hours",
  "feature.near-duplicate-text.posts": "Posts long enough to compare",
  "feature.near-duplicate-text.shared": "Posts that read like one of another account",
  "feature.near-duplicate-text.partners": "Accounts with such a post",
  "feature.near-duplicate-text.repeated": "Posts shared with an account with which others are shared too",
  "feature.co-action.objects": "Objects acted on",
  "feature.co-action.partners": "Accounts that acted on one of them within the window",
  "feature.co-action.repeatedPartners": "Of those, accounts that did so on two or more objects",
  "feature.co-action.mostShared": "Objects acted on together with the strongest partner",
  "feature.co-action.expected": "Coincidences with that partner expected by chance",
  "feature.co-action.surprise": "Surprise at the strongest partner, corrected for chances",
  "feature.report-reliability.reports": "Reports received",
  "feature.report-reliability.weight": "Reports, weighted by reporter and burst",
  "feature.report-reliability.earlierDecided": "Earlier reports of the reporters that were decided",
  "feature.report-reliability.earlierUpheld": "Of those, upheld",
  "feature.report-reliability.largestBurst": "Most reports within six hours",

  "reason.posting-rhythm.minute":
    "{{count}} of {{posts}} posts came at minute :{{minute}} of the hour. Posts gather on the same minutes this much in 1 in {{oneIn}} accounts.",
  "reason.posting-rhythm.second":
    "Posts gather on the same seconds of the minute, as they do in 1 in {{oneIn}} accounts.",
  "reason.posting-rhythm.quiet":
    "{{percent}}% of {{posts}} posts fall in its quietest eight hours of the day, as much as in 1 in {{oneIn}} accounts.",
  "reason.posting-rhythm.regular":
    "Its gaps between posts are regular: burstiness {{burstiness}}, where people have about {{usual}}.",
  "reason.near-duplicate-text.shared":
    "{{shared}} of {{posts}} posts read almost like a post of another account (accounts: {{partners}}). This many are shared by 1 in {{oneIn}} accounts.",
  "reason.near-duplicate-text.repeated":
    "{{repeated}} of them are shared with an account that shares other posts with it as well.",
  "reason.co-action.repeated":
    "Acted on {{mostShared}} of {{objects}} objects within the window of one and the same account, where chance gives {{expected}}. Accounts that did so repeatedly: {{partners}}, as many as for 1 in {{oneIn}} accounts.",
  "reason.report-reliability.reported":
    "Reports received: {{reports}}. Of {{decided}} earlier reports by the same people that were decided, {{upheld}} were upheld. They count as {{weight}}, as much as in 1 in {{oneIn}} accounts.",
  "reason.report-reliability.burst":
    "{{burst}} of the reports came within six hours and count little more than one: it may be a brigade.",

  "timeline.none": "No activity in the period.",
  "timeline.weekHours": "Posts by weekday and local hour; the darkest cell has {{most}}",
  "timeline.hour": "hour {{hour}}",
  "timeline.cell": "{{day}} {{hour}}:00 – posts: {{posts}}",
  "timeline.posts": "Posts",
  "timeline.interactions": "Interactions",
  "timeline.days.aria": "Posts and interactions along the days; active on {{active}} of {{days}} days.",

  "posts.onlyDuplicates": "Only near-duplicates ({{count, number}})",
  "posts.duplicate": "{{similarity}} like a post of",
  "pages.first": "First page",
  "pages.previous": "Previous page",
  "pages.next": "Next page",
  "pages.last": "Last page",
  "pages.page": "Page {{page}}",

  "interactions.kind": "Kind",
  "interactions.count": "Number",
  "interactions.portion": "Share",
  "interactions.targets": "Accounts acted upon",
  "interaction.like": "like",
  "interaction.comment": "comment",
  "interaction.reply": "reply",
  "interaction.follow": "follow",
  "interaction.share": "share",
  "interaction.save": "save",
  "neighbours.by": "Found by",
  "neighbours.weight": "Strength",
  "neighbours.more": "and {{count}} more",
  "reports.time": "Time",
  "reports.reporter": "Reporter",
  "reports.record": "Reporter’s record",
  "reports.upheld": "{{upheld}} of {{decided}} upheld",

  "scenarios.title": "Scenarios",
  "scenarios.lead": "A scenario describes a population. Running it simulates every account and scores it.",
  "scenarios.seed": "Seed (optional)",
  "scenarios.seedHelp": "The same scenario and seed give the same run, bit by bit.",
  "scenarios.seedOwn": "the scenario’s own",
  "scenarios.facts": "{{accounts}} accounts · {{days}} days · {{prevalence}} AI-managed · seed {{seed}}",
  "scenarios.run": "Run",
  "scenarios.runNamed": "Run {{scenario}}",
  "scenarios.broken": "{{file}} cannot be used",
  "scenarios.brokenHelp": "Mend the file and reload this page.",
  "runs.title": "Runs",
  "runs.name": "Scenario",
  "runs.createdAt": "Created",
  "runs.accounts": "Accounts",
  "runs.prevalence": "AI-managed",
  "runs.seconds": "Took",
  "runs.digest": "Digest",
  "runs.digest.meaning":
    "Fingerprint of the population, the scores and the program’s version. Equal digests mean equal runs.",
  "runs.open": "Open",
  "runs.openNamed": "Open {{run}}",
  "empty.title": "No runs yet",
  "empty.text":
    "A run is a simulated population with its scores. The quickest way to one takes a few seconds; then you can drag a threshold over it.",
  "empty.noScenario":
    "There is no usable scenario. Put one into the folder simulations and reload this page.",
  "empty.run": "Run {{scenario}}",

  "job.running": "Running {{scenario}}",
  "job.cancel": "Cancel",
  "job.progress": "Progress",
  "job.starting": "starting",
  "job.estimating": "estimating the time left",
  "job.left": "{{time}} left",
  "job.failed": "{{scenario}} failed",
  "job.cancelled": "{{scenario}} was cancelled",
  "job.cancelledHelp": "Nothing was kept of it.",
  "job.done": "{{scenario}} is done",
  "job.dismiss": "Dismiss",
  "stage.roster": "drawing up accounts",
  "stage.posts": "writing posts and interactions",
  "stage.evidence": "observing evidence",
  "stage.linkage": "linking accounts",
  "stage.learning": "learning from the sibling population",
  "stage.fusion": "combining scores",
  "stage.writing": "writing the run",
} as const
