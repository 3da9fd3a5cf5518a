/** Everything the page says, in English. Keys are flat; the Chinese file has the same ones. */

import { enNames } from "../../words/en-names.ts"
import { enAccounts } from "./en-accounts.ts"
import { enAfter } from "./en-after.ts"
import { enCharts } from "./en-charts.ts"
import { enCompare } from "./en-compare.ts"
import { enConsent } from "./en-consent.ts"
import { enConsequences } from "./en-consequences.ts"
import { enDecisions } from "./en-decisions.ts"
import { enDetectors } from "./en-detectors.ts"
import { enGate } from "./en-gate.ts"
import { enNetwork } from "./en-network.ts"
import { enOff } from "./en-off.ts"
import { enPlugins } from "./en-plugins.ts"
import { enPolicy } from "./en-policy.ts"
import { enReaders } from "./en-readers.ts"
import { enRounds } from "./en-rounds.ts"
import { enRuns } from "./en-runs.ts"
import { enScenario } from "./en-scenario.ts"
import { enStuck } from "./en-stuck.ts"
import { enTakeaway } from "./en-takeaway.ts"
import { enTiers } from "./en-tiers.ts"
import { enTour } from "./en-tour.ts"
import { enWhy } from "./en-why.ts"

export const en = {
  "header.views": "Views",
  "header.run": "Run",
  "header.runOption": "{{name}} · {{accounts}} accounts · {{createdAt}}",
  "header.language": "Language",
  "header.scheme": "Colours: {{scheme}}",
  "header.job": "Running {{scenario}}: {{share}}",
  "header.jobDone": "{{scenario}} is done: open it",
  "scheme.auto": "Auto",
  "scheme.light": "Light",
  "scheme.dark": "Dark",
  "view.trade-offs": "Trade-offs",
  "view.detectors": "Detectors",
  "view.accounts": "Accounts",
  "view.scenario": "Scenario",
  "view.compare": "Compare",
  "view.network": "Network",
  "view.realism": "Realism",
  "view.runs": "Runs",

  "state.loading": "Loading",
  "state.retry": "Try again",
  "state.fault": "This view cannot be shown",
  "lost.title": "The server does not answer",
  "lost.text":
    "What you see stays, but nothing new can be loaded. If it was stopped, start Assay again; then open the address it prints, whole, as the page needs the token in it.",
  "lost.short": "Connection lost",
  "lost.job":
    "How {{scenario}} stands is not known. If the server was stopped, its job ended with it and left nothing behind.",
  "lost.account": "The account is loaded as soon as the server answers again.",
  "lost.run": "The run is loaded as soon as the server answers again.",
  "lost.badge": "{{scenario}}: connection lost",
  "lost.realism": "The report is measured as soon as the server answers again.",
  "library.failed": "The scenarios and runs cannot be listed",
  "run.failed": "The run {{run}} cannot be opened",
  "run.choose": "Choose another run",

  "class.managed": "AI-managed",
  "class.managed.meaning":
    "By the definition set here: at least {{automation}} of creating, scheduling or distributing is automated, on {{days}} days or more, and a human meaningfully oversees less than {{oversight}} of that.",
  "class.authentic": "Authentic",
  "class.authentic.meaning":
    "By the definition set here: less than {{automation}} of creating, scheduling and distributing is automated, or that on fewer than {{days}} days, or a human meaningfully oversees {{oversight}} of it or more.",
  "score.missing": "no evidence",
  "score.flagged": "flagged",

  "threshold.title": "Threshold",
  "threshold.meaning":
    "An account whose risk is at or above the threshold is flagged. A higher threshold flags fewer accounts: fewer people are wrongly hit, and more AI-managed accounts get through. Threshold 0 flags everyone.",
  "threshold.number": "Threshold as a number from 0 to 1",
  "threshold.range": "A threshold lies between 0 and 1.",
  "threshold.own": "Scenario’s: {{threshold}}",
  "threshold.ownHint":
    "What this tier begins with: the scenario sets human review, the other tiers stand around it.",
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

  "definition.title": "Definition",
  "definition.meaning":
    "Which accounts count as AI-managed: a policy, not a measurement. Move it and every account is labelled anew from truth, without simulating again. Labels move, scores do not: fusion was learned under the scenario’s definition, as a platform’s would have been under its last one.",
  "definition.oversight": "Oversight",
  "definition.oversight.meaning":
    "Meaningful oversight: an account is authentic when a human oversees at least this share of what is automated, however much that is.",
  "definition.oversight.slider": "Meaningful oversight from this share on",
  "definition.automation": "Automation",
  "definition.automation.meaning":
    "An account counts as automated when at least this share of its creating, its scheduling or its distributing is. Less is occasional.",
  "definition.automation.slider": "Automated from this share on",
  "definition.days": "Days",
  "definition.days.meaning":
    "Automation that runs on fewer days of the period than this is occasional, however much of it there is.",
  "definition.days.slider": "Automation on this many days or more",
  "definition.reset": "Scenario’s own",
  "definition.resetHint":
    "As the scenario has it: oversight {{oversight}}, automation {{automation}}, days {{days}}.",
  "grades.title": "Grades",
  "grades.meaning":
    "How many accounts of this run are hosted by automation without meaningful oversight, and how far, by the definition set here. The last two grades are AI-managed.",
  "grade.none": "none",
  "grade.none.meaning": "Authentic: hardly anything is automated, or a human meaningfully oversees what is.",
  "grade.occasional": "occasional",
  "grade.occasional.meaning":
    "Authentic: automated without meaningful oversight, but less or on fewer days than the definition asks for. The published rule gives a warning or less distribution.",
  "grade.mostly": "mostly",
  "grade.mostly.meaning": "AI-managed: automated enough and long enough, without meaningful oversight.",
  "grade.full": "full",
  "grade.full.meaning":
    "AI-managed: from the start, nine in ten posts or more are created or scheduled by automation, and distributing is automated too. The published rule bans it.",

  "oneClass.title": "Only one class",
  "oneClass.noManaged":
    "By the definition this run has no AI-managed account with a risk score: whoever is flagged is flagged wrongly, and recall and what rests on it cannot be told.",
  "oneClass.noAuthentic":
    "By the definition this run has no authentic account with a risk score: the false-positive rate and what rests on it cannot be told.",

  "figures.title": "At this threshold",
  "figures.meaning":
    "All figures at the present threshold, each with its 95% interval below it. Point at a name to read what it means.",
  "figures.reweighted": "re-weighted to a prevalence of {{prevalence}}",
  "figures.relabelled": "definition moved: other labels, same scores",
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

  "cohorts.title": "Who is wrongly flagged, who is caught",
  "cohorts.meaning":
    "The false-positive rate and the recall of each cohort, each with its 95% Wilson interval. A rate that rests on fewer than {{enough}} accounts is marked “few accounts”: read its interval, which is wide, not the figure.",
  "cohorts.kind": "Cohorts by",
  "cohorts.kind.archetype": "Archetype",
  "cohorts.kind.language": "Language",
  "cohorts.kind.followers": "Size",
  "cohorts.kind.age": "Age",
  "cohorts.highestFirst": "Highest rate first",
  "cohorts.highestFirst.meaning":
    "Orders cohorts by their false-positive rate at the present threshold, managed archetypes by recall.",
  "cohorts.cohort": "Cohort",
  "cohorts.authentic": "Authentic",
  "cohorts.authentic.meaning":
    "Authentic accounts in the cohort, by the definition. An archetype can hold accounts of both classes: what counts is truth, not the recipe. With fewer than {{enough}} of them, the false-positive rate is marked “few accounts”.",
  "cohorts.managed": "AI-managed",
  "cohorts.managed.meaning":
    "AI-managed accounts in the cohort, by the definition. With fewer than {{enough}} of them, recall is marked “few accounts”.",
  "cohorts.managedGroup":
    "Managed archetypes: hardly anybody here can be flagged wrongly, so look at recall. With fewer than {{enough}} authentic accounts they are not in the chart.",
  "cohorts.wrongly": "Wrongly flagged",
  "cohorts.interval": "95% interval",
  "cohorts.interval.meaning":
    "Of a hundred populations made alike, about 95 would give an interval that holds the true rate. The fewer accounts a rate rests on, the wider it is.",
  "cohorts.tooFew": "too few to judge",
  "cohorts.followers.below": "under {{high}} followers",
  "cohorts.followers.between": "{{low}} to {{high}} followers",
  "cohorts.followers.from": "{{low}} followers or more",
  "cohorts.age.below": "under {{high}} days old",
  "cohorts.age.between": "{{low}} to {{high}} days old",
  "cohorts.age.from": "{{low}} days old or more",
  "cohorts.unknown": "unknown",

  "archetype.casual.meaning":
    "Reads a lot, posts now and then, forwards a meme: people, of most of whom there is little evidence.",
  "archetype.creator.meaning":
    "Writes for an audience, often with a language model’s help and now and then with a scheduler, and answers comments quickly.",
  "archetype.merchant-with-scheduler.meaning":
    "Sells on the platform, plans the week’s notes in a scheduling tool, reuses the brand’s texts and reads each note before it goes out: looks like clockwork, is authentic.",
  "archetype.agency-run-creator.meaning":
    "A person with a face and an agency behind it: staff plan, polish and schedule, templates and pictures recur among the agency’s creators, and an editor signs off each note. Many hands, real oversight.",
  "archetype.night-shift-worker.meaning":
    "Nurse, driver, guard: awake when the platform sleeps, and on days off awake with everybody else. Its quietest hours are others’ busiest.",
  "archetype.traveller.meaning":
    "Crosses time zones several times a month and writes from wherever it is: its nights wander over the clock, and no hour of the day stays quiet.",
  "archetype.second-language-writer.meaning":
    "Writes in a language it is learning: a small stock of words, even sentences, and a language model to polish them. Style detectors are known to take such writers for machines.",
  "archetype.assistive-tool-user.meaning":
    "Dictates, has a tool turn key points into a note and reads it back, switches by voice or eye. Most of the typing is automatic, all of the saying is the person’s own.",
  "archetype.power-user.meaning":
    "Online whenever awake, and long awake: answers within seconds, likes hundreds of notes a day, posts in volleys. Does by hand what others take for a script.",
  "archetype.deal-reposter.meaning":
    "Hunts for bargains and passes them on: the same coupon texts as a hundred others, a word changed, in quick volleys when a sale begins. Pasting as a hobby.",
  "archetype.fan-club.meaning":
    "Follows an idol, answers the club’s calls to like and share within a minute and posts its slogans: coordinated, and wholly human.",
  "archetype.newsroom.meaning":
    "Shifts of editors behind one account: publishes day and night, on schedule, often the same agency copy as other newsrooms within minutes. Nobody sleeps, everybody signs off.",
  "archetype.declared-brand-bot.meaning":
    "A brand’s service account that says it is one: answers questions by script at any hour, publishes offers on schedule, and is supervised by staff. Automated in the open.",
  "archetype.clockwork-poster.meaning":
    "A script publishes generated notes around the clock at set times and does little else.",
  "archetype.content-farm.meaning":
    "One operator runs many accounts: notes from shared templates or one model, published by a shared tool, likes exchanged within the fleet.",
  "archetype.engagement-pod.meaning":
    "Agents like and comment on each other’s notes when the pod’s controller calls, and on much else in between to blend in.",
  "archetype.reply-bot.meaning":
    "Comments wherever its keywords come up, most of it seconds to minutes after publication, and hardly posts. A few of them write a great share of all that bots write.",
  "archetype.virtual-influencer.meaning":
    "A face that does not exist, with a diary and sponsors: pictures and texts are generated, and nobody is told. Posts like a professional creator and answers its followers itself.",
  "archetype.astroturf-ring.meaning":
    "Accounts that praise a brand as if they had bought it: briefs turned into notes almost word by word alike, comments under the same few creators, and each other for company.",
  "archetype.hijacked-account.meaning":
    "Hijacked or switched: somebody’s account until one day of the period, then sold, stolen or handed over to an agent. Years of honest history, real followers, and another hand at the keyboard.",
  "archetype.stealth-agent.meaning":
    "A language-model agent with a persona keeps people’s hours, writes its own notes and acts alone; it gives itself away only here and there.",
  "archetype.cyborg.meaning":
    "A person who lets an agent run the account most of the time and looks in now and then. Too little is watched to count as oversight, except by some who watch just enough.",
  ...enAccounts,
  ...enCharts,
  ...enNames,
  ...enCompare,
  ...enDetectors,
  ...enOff,
  ...enScenario,
  ...enTakeaway,
  ...enTiers,
  ...enPlugins,
  ...enPolicy,
  ...enStuck,
  ...enTour,
  ...enRuns,
  ...enWhy,
  ...enNetwork,
  ...enGate,
  ...enReaders,
  ...enRounds,
  ...enConsent,
  ...enConsequences,
  ...enAfter,
  ...enDecisions,

  "column.account": "Account",
  "column.account.meaning": "The account’s number in the run.",
  "column.archetype": "Archetype (truth)",
  "column.archetype.meaning":
    "The recipe that the account was made by: truth, which no detector sees. A square marks AI-managed accounts, a ring authentic ones. Point at a name to read what it is.",
  "column.grade": "Grade (truth)",
  "column.grade.meaning":
    "How far the account is hosted by automation without meaningful oversight, by the definition set on Trade-offs: none or occasional is authentic, mostly or full AI-managed. Truth, which no detector sees.",
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
  "accounts.grade": "Which grade",
  "accounts.grade.all": "all grades",
  "accounts.sortBy": "Sort by",
  "accounts.order": "Order",
  "accounts.descending": "High first",
  "accounts.ascending": "Low first",
  "accounts.atThreshold": "Threshold {{threshold}}.",
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
  "truth.show": "Reveal the truth",
  "truth.hide": "Hide it again",
  "truth.note": "Known because the population is simulated. No detector sees it.",
  "truth.grade": "Grade by the definition",
  "truth.days": "Automation runs",
  "truth.days.all": "on all {{days}} days",
  "truth.days.some": "day {{from}} to day {{until}} ({{days}} days)",
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
    "What this detector adds to the risk score, in log-odds: above 0 it speaks for AI-managed, below 0 against. About 0.7 doubles the odds. Fusion has learned how to take a score, so a high one can speak against where honest accounts have it more often, and having no evidence counts as well.",
  "sum.start": "Start: how common AI-managed accounts are",
  "sum.start.meaning":
    "Before any evidence, fusion takes an account to be AI-managed with these log-odds. Each detector adds to them or takes from them.",
  "sum.sum": "Sum: the risk",
  "sum.sum.meaning":
    "The start and what every detector adds, in log-odds, and the risk score that they stand for. 0 would be a risk of 0.5.",
  "features.feature": "Feature",
  "features.value": "Value",
  "features.value.meaning":
    "What the detector measured before it scored. A surprise, in nats, tells how rare a finding is among people: 3 nats about 1 account in 20, 7 nats about 1 in 1,000.",
  "unit.minute": "min",
  "unit.reports": "reports",
  "unit.nats": "nats",
  "unit.nats a token": "nats a token",
  "unit.cycles a pixel": "cycles a pixel",
  "unit.standard deviations": "standard deviations",

  "timeline.none": "No activity in the period.",
  "timeline.weekHours": "Posts by weekday and local hour; the fullest cell has {{most}}",
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
  "reports.time": "Time",
  "reports.reporter": "Reporter",
  "reports.record": "Reporter’s record",
  "reports.upheld": "{{upheld}} of {{decided}} upheld",

  "scenarios.title": "Scenarios",
  "scenarios.lead": "A scenario describes a population. Running it simulates every account and scores it.",
  "scenarios.none": "There is no scenario in the folder.",
  "scenarios.seed": "Seed (optional)",
  "scenarios.seedHelp": "The same scenario and seed give the same run, bit by bit.",
  "scenarios.seedOwn": "the scenario’s own",
  "scenarios.facts": "{{accounts}} accounts · {{days}} days · {{prevalence}} AI-managed · seed {{seed}}",
  "scenarios.run": "Run",
  "scenarios.runNamed": "Run {{scenario}}",
  "scenarios.broken": "{{file}} cannot be used",
  "scenarios.brokenHelp": "Mend the file and reload this page.",
  "realism.title": "Realism of {{scenario}}",
  "realism.parts": "Report",
  "realism.part.statistics": "Published statistics",
  "realism.part.statistics.lead":
    "What is published about real accounts, beside what this scenario generates. Measured on a population of the scenario as its file is now, with its own seed. A row is met when its 95% interval reaches the published range.",
  "realism.part.leakage": "Give-aways",
  "realism.part.leakage.lead":
    "How well any one number tells AI-managed accounts from authentic ones, and how much fusion keeps on archetypes that it has not learned from. A population that gives them away teaches nothing.",
  "realism.measuring":
    "Generating and measuring {{scenario}}: a minute or more for a large scenario. It goes on while you look at other views, and the report is kept.",
  "realism.failed": "{{scenario}} cannot be measured",
  "realism.failedHelp":
    "The report is made of a scenario file. A run stays when its file is renamed or deleted, but then there is nothing to measure.",
  "realism.sum":
    "of the applicable rows are met, {{met}} of {{applicable}}: {{figuresMet}} of {{figures}} published figures, {{within}} of them with the value itself in the range, and {{checksMet}} of {{checks}} checks of a direction or a limit. Measured on {{accounts}} accounts.",
  "realism.target.met": "target of {{target}} reached",
  "realism.target.missed": "short of the target of {{target}}",
  "realism.explained": "docs/realism.md explains the rows that are not met.",
  "realism.groups": "Parts of the report",
  "realism.groupLink": "{{group}} {{met}} of {{applicable}}",
  "realism.onlyMissed": "Only rows not met",
  "realism.onlyMissed.meaning": "Leaves out the rows that are met and those that do not apply.",
  "realism.noneMissed": "Every row that applies is met.",
  "realism.group.behaviour": "Behaviour",
  "realism.group.behaviour.meaning":
    "When accounts act, in which bursts, how fast they answer and what they do.",
  "realism.group.text": "Text",
  "realism.group.text.meaning":
    "How notes are written: length, punctuation, vocabulary, repetition, style of an author.",
  "realism.group.media": "Media",
  "realism.group.media.meaning":
    "What the fingerprints of images and videos look like after upload, of photographs and of generated ones.",
  "realism.group.network": "Network",
  "realism.group.network.meaning": "Who follows whom, and who acts on the same objects at the same time.",
  "realism.group.reports": "Reports and review",
  "realism.group.reports.meaning":
    "Who reports whom, how often rightly, and how common AI-managed accounts are.",
  "realism.groupSum": "{{met}} of {{applicable}} met",
  "realism.statistic": "Statistic",
  "realism.statistic.meaning":
    "p10, p50 and p90: a tenth, half and nine tenths of the values lie below. Burstiness B is −1 for a perfectly regular rhythm, 0 for a random one and near 1 for bursts; memory M is above 0 where long gaps follow long ones. Point at a statistic to read where it was published.",
  "realism.side": "Of",
  "realism.side.authentic": "authentic",
  "realism.side.managed": "AI-managed",
  "realism.side.all": "all",
  "realism.published": "Published",
  "realism.generated": "Generated",
  "realism.generated.meaning":
    "Value of the generated population with its 95% interval, by drawing accounts anew.",
  "realism.plot": "On the published range",
  "realism.plot.meaning":
    "The band is the published range, the line the 95% interval of the generated value. A filled dot: met; a hollow diamond: not met. Each row has an axis of its own.",
  "realism.plot.aria": "Generated {{generated}}, interval {{interval}}; published {{published}}",
  "realism.verdict": "Verdict",
  "realism.met": "met",
  "realism.missed": "not met",
  "realism.check.passed": "check passed",
  "realism.check.failed": "check failed",
  "realism.inapplicable": "does not apply",
  "realism.certainty.measured": "Measured from published raw data:",
  "realism.certainty.paper": "Stated by a paper:",
  "realism.certainty.soft": "Second-hand:",
  "unit.seconds": "s",
  "unit.minutes": "min",
  "unit.hours": "h",
  "unit.days": "d",
  "unit.bits": "bits",
  "unit.log10": "powers of ten",
  "leakage.passed": "No give-away found.",
  "leakage.exceeded": "A limit is exceeded.",
  "leakage.sum": "Measured on {{accounts}} accounts, {{managed}} of them AI-managed.",
  "leakage.zonesSum": "as hard as published in {{met}} of {{all}} figures",
  "leakage.limits": "Limits",
  "leakage.limits.meaning":
    "A number that tells the classes apart better than its limit would do the detectors’ work alone: the population would give its AI-managed accounts away.",
  "leakage.limit": "Limit",
  "leakage.kept": "kept",
  "leakage.beyond": "exceeded",
  "leakage.greatest": "Highest, or all beyond the limit",
  "leakage.zones": "As hard as in reality?",
  "leakage.zones.meaning":
    "What published detection reaches on real accounts. A simulation on which everything scores 0.99 teaches nothing, nor does one on which nothing can be found. AUC lost is how much worse fusion does on archetypes it has not learned from; below 0 it does better.",
  "leakage.figure": "Figure",
  "leakage.auc.meaning":
    "Area under the ROC curve: the chance that the number puts an AI-managed and an authentic account in the right order. 0.5 is guessing, 1 perfect.",
  "leakage.fusion": "Fusion",
  "leakage.fusion.meaning":
    "Area under the ROC curve of the risk score: AI-managed accounts of the row against all authentic ones.",
  "leakage.against": "AI-managed accounts",
  "leakage.whenSeen": "When seen",
  "leakage.neverSeen": "held out",
  "leakage.fusion.all": "all",
  "leakage.fusion.all.meaning": "All AI-managed accounts of the scenario.",
  "leakage.fusion.seen": "archetypes seen in learning",
  "leakage.fusion.seen.meaning":
    "Those of archetypes that are in the sibling population that fusion learned from.",
  "leakage.fusion.heldOut": "archetypes held out",
  "leakage.fusion.heldOut.meaning":
    "Those of archetypes that the scenario keeps from fusion: operators nobody has seen.",
  "leakage.leaveOneOut":
    "Fusion learned without one archetype, tried on it. The diamond is the area when it was seen as well.",
  "leakage.detectors": "Detectors",
  "leakage.detectors.meaning": "Each detector’s score alone.",
  "leakage.detector": "Detector",
  "leakage.layer": "Layer",
  "leakage.features.raw": "Raw features",
  "leakage.features.raw.meaning":
    "Plain counts of the evidence, before any detector. The most telling come first.",
  "leakage.features.detectors": "Features of detectors",
  "leakage.features.detectors.meaning":
    "What detectors measure on the way to their scores. The most telling come first.",
  "leakage.named": "{{owner}}: {{name}}",
  "leakage.direction": "Speaks for AI-managed",
  "leakage.direction.high": "high values",
  "leakage.direction.low": "low values",
  "leakage.judged": "Judged",
  "leakage.judged.meaning": "Accounts that have the number.",
  "leakage.bar": "AUC from 0.3 to 1",
  "leakage.bar.meaning":
    "The bar begins at 0.5, which is guessing. The line is the 95% interval, the dashed line the limit. A bar beyond its limit is outlined.",
  "leakage.auc.aria": "AUC {{auc}}, interval {{interval}}",
  "leakage.showAll": "Show all {{count}}",
  "leakage.showFirst": "Show the first {{count}}",
  "runs.open": "Open",
  "runs.openNamed": "Open {{run}}",
  "empty.title": "No runs yet",
  "empty.text":
    "A run is a simulated population with its scores. The quickest way to one takes a few seconds; then you can drag a threshold over it.",
  "empty.smallest":
    "A run is a simulated population with its scores; over it you can drag a threshold. The smallest scenario of this folder is {{scenario}}, with {{accounts}} accounts.",
  "empty.noScenario":
    "The folder that the workbench was started with holds no scenario. Write one here, or put one there and reload this page.",
  "empty.noneReadable":
    "No scenario of the folder that the workbench was started with can be read. Runs tells why, file by file.",
  "empty.write": "Write a scenario",
  "empty.all": "All scenarios",
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
  "job.cancelledCheck":
    "There is no report of it. Scenarios that were done stay among the runs and in the cache, so the next check takes less time.",
  "job.part": "{{place}} of {{of}}, {{name}}: {{stage}}",
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
