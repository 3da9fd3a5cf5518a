/** What the page says of detectors, their features and their reasons, in English; detector by detector. */
export const enDetectors = {
  "detector.posting-rhythm.meaning":
    "Behaviour: are the gaps between posts more regular than people’s, or is there no time of the day at which somebody sleeps?",
  "feature.posting-rhythm.posts": "Posts",
  "feature.posting-rhythm.burstiness": "Burstiness B of the gaps between posts",
  "feature.posting-rhythm.memory": "Memory M of the gaps between posts",
  "feature.posting-rhythm.burstinessSurprise": "Surprise at gaps this regular",
  "feature.posting-rhythm.quietShare": "Share of posts in the quietest eight hours of the day",
  "feature.posting-rhythm.quietSurprise": "Surprise at posts in the quietest eight hours",
  "feature.posting-rhythm.conditionalEntropy": "Conditional entropy of the gaps’ lengths, given those before",
  "feature.posting-rhythm.entropySurprise": "Surprise at gaps this predictable",
  "reason.posting-rhythm.quiet":
    "{{percent}}% of {{posts}} posts fall in its quietest eight hours of the day, as much as in 1 in {{oneIn}} accounts.",
  "reason.posting-rhythm.regular":
    "Its gaps between posts are regular: burstiness {{burstiness}}, where people have about {{usual}}.",
  "reason.posting-rhythm.predictable":
    "Each gap between posts tells the next: conditional entropy {{entropy}} nats, where people have about {{usual}}.",

  "detector.clock-alignment.meaning":
    "Behaviour: do posts gather on the same minutes of the hour or seconds of the minute, as a scheduling tool’s do?",
  "feature.clock-alignment.topMinute": "Most frequent minute of the hour",
  "feature.clock-alignment.topMinuteShare": "Share of posts on that minute",
  "feature.clock-alignment.minuteSurprise": "Surprise at posts on the same minutes of the hour",
  "feature.clock-alignment.secondSurprise": "Surprise at posts on the same seconds of the minute",
  "feature.clock-alignment.posts": "Posts",
  "reason.clock-alignment.minute":
    "{{count}} of {{posts}} posts came at minute :{{minute}} of the hour. Posts gather on the same minutes this much in 1 in {{oneIn}} accounts.",
  "reason.clock-alignment.second":
    "Posts gather on the same seconds of the minute, as they do in 1 in {{oneIn}} accounts.",

  "detector.response-latency.meaning":
    "Behaviour: does the account comment, reply or share within a minute or five of publication more often than people do?",
  "feature.response-latency.responses": "Comments, replies and shares with a known latency",
  "feature.response-latency.withinMinute": "Responses within 60 seconds of publication",
  "feature.response-latency.withinFive": "Responses within five minutes of publication",
  "feature.response-latency.median": "Median latency",
  "feature.response-latency.minuteSurprise": "Surprise at so many within 60 seconds",
  "feature.response-latency.fiveSurprise": "Surprise at so many within five minutes",
  "reason.response-latency.minute":
    "Responded within 60 s to {{count}} of {{responses}} posts, where people do so for 1 in {{usual}}. One account in {{oneIn}} is this quick.",
  "reason.response-latency.five":
    "Responded within five minutes to {{count}} of {{responses}} posts, where people do so for 1 in {{usual}}. One account in {{oneIn}} is this quick.",

  "detector.activity-mix.meaning":
    "Behaviour: are there few kinds of activity for so many actions, or sessions that are nearly all of one action, or nearly none?",
  "feature.activity-mix.actions": "Posts and interactions",
  "feature.activity-mix.kinds": "Kinds of activity",
  "feature.activity-mix.mixEntropy": "Entropy of the mix of kinds",
  "feature.activity-mix.topKind": "Most frequent kind, 0 for posts",
  "feature.activity-mix.topKindShare": "Share of actions of that kind",
  "feature.activity-mix.interactionsPerPost": "Interactions a post",
  "feature.activity-mix.kindsSurprise": "Surprise at so few kinds for so many actions",
  "feature.activity-mix.sessions": "Sessions, ended by 30 minutes without action",
  "feature.activity-mix.eventsPerSession": "Actions a session",
  "feature.activity-mix.singleShare": "Share of sessions with one action",
  "feature.activity-mix.sessionsSurprise": "Surprise at the share of sessions with one action",
  "reason.activity-mix.kinds":
    "{{actions}} actions are of only {{kinds}} of {{all}} kinds, {{percent}}% of them of one. One account in {{oneIn}} is this one-sided.",
  "reason.activity-mix.sessions":
    "{{percent}}% of {{sessions}} sessions hold one action, where people have about {{usual}}%. One account in {{oneIn}} is this far from it.",

  "detector.change-point.meaning":
    "Behaviour: from one day on, does the account do other things at other hours, more than its days differ anyway? High for accounts that were taken over.",
  "feature.change-point.actions": "Posts and interactions",
  "feature.change-point.day": "Day of the strongest change, from 1",
  "feature.change-point.before": "Actions before it",
  "feature.change-point.rateRatio": "Actions a day from it on, over those before",
  "feature.change-point.kinds": "Change of the kinds of activity, over its dispersion",
  "feature.change-point.hours": "Change of the hours, over their dispersion",
  "feature.change-point.surprise": "Surprise at a change this strong",
  "reason.change-point.kinds":
    "Since day {{day}} it does other things: {{before}} actions before, {{after}} since, {{ratio}} times as many a day. One account in {{oneIn}} changes this much.",
  "reason.change-point.hours":
    "Since day {{day}} it acts at other hours: {{before}} actions before, {{after}} since, {{ratio}} times as many a day. One account in {{oneIn}} changes this much.",
  "reason.change-point.both":
    "Since day {{day}} it does other things at other hours: {{before}} actions before, {{after}} since, {{ratio}} times as many a day. One account in {{oneIn}} changes this much.",

  "detector.near-duplicate-text.meaning":
    "Content: how many posts read almost like a post of another account, more so where the same two accounts share several.",
  "feature.near-duplicate-text.posts": "Posts long enough to compare",
  "feature.near-duplicate-text.shared": "Posts that read like one of another account",
  "feature.near-duplicate-text.partners": "Accounts with such a post",
  "feature.near-duplicate-text.repeated": "Posts shared with an account with which others are shared too",
  "reason.near-duplicate-text.shared":
    "{{shared}} of {{posts}} posts read almost like a post of another account (accounts: {{partners}}). One account in {{oneIn}} shares this many.",
  "reason.near-duplicate-text.repeated":
    "{{repeated}} of them are shared with an account that shares other posts with it as well.",

  "detector.phrase-inventory.meaning":
    "Content: does the account repeat its own posts and phrases, or use phrases that many strangers use, more than accounts with as much text?",
  "feature.phrase-inventory.posts": "Posts of three tokens or more",
  "feature.phrase-inventory.duplicates": "Posts that repeat earlier ones of the account",
  "feature.phrase-inventory.duplicateSurprise": "Surprise at so many repeated posts",
  "feature.phrase-inventory.phrases": "Three-token phrases of the posts that repeat none",
  "feature.phrase-inventory.repeated": "Share of these phrases that earlier posts had",
  "feature.phrase-inventory.usualRepeated": "Median share among accounts with as much text",
  "feature.phrase-inventory.repeatedSurprise": "Surprise at an inventory this narrow",
  "feature.phrase-inventory.common": "Share of four-token phrases used outside its own circle",
  "feature.phrase-inventory.usualCommon": "Median of that share among accounts with as much text",
  "feature.phrase-inventory.commonSurprise": "Surprise at so many phrases in common",
  "reason.phrase-inventory.duplicates":
    "{{duplicates}} of {{posts}} posts repeat earlier ones of the account. One account in {{oneIn}} repeats so many.",
  "reason.phrase-inventory.narrow":
    "{{percent}}% of {{phrases}} three-token phrases were in its earlier posts, where accounts with as much text have {{usual}}%. One account in {{oneIn}} repeats so many.",
  "reason.phrase-inventory.common":
    "Strangers use {{percent}}% of its four-token phrases as well, where accounts with as much text share {{usual}}%. One account in {{oneIn}} shares so many.",

  "detector.writing-style.meaning":
    "Content: are sentences more even, marks rarer and words more varied than people’s, as in language models’ texts?",
  "feature.writing-style.posts": "Posts with text",
  "feature.writing-style.units": "Characters or words of all posts",
  "feature.writing-style.sentenceVariation": "Variation of sentence lengths within a post",
  "feature.writing-style.sentenceSurprise": "Surprise at sentences this even",
  "feature.writing-style.markShare": "Exclamation, question and tilde marks a character",
  "feature.writing-style.markSurprise": "Surprise at so few marks",
  "feature.writing-style.typeTokenRatio": "Type-token ratio of the first 80 Chinese characters",
  "feature.writing-style.typeSurprise": "Surprise at a ratio this high",
  "feature.writing-style.emojiPerPost": "Emoji a post",
  "reason.writing-style.even":
    "Its sentences are of even length: they vary by {{variation}} of the mean, people’s by about {{usual}}. One account in {{oneIn}} is this even.",
  "reason.writing-style.marks":
    "{{marks}} exclamation, question and tilde marks in 10,000 characters, where people use {{usual}}. One account in {{oneIn}} uses so few.",
  "reason.writing-style.types":
    "{{types}} of the first {{window}} characters of a post differ, in people’s texts about {{usual}}. One account in {{oneIn}} has so many.",

  "detector.language-model.meaning":
    "Content: are the account’s notes easier to foresee, from the notes of all others, than those of accounts with as much text?",
  "feature.language-model.tokens": "Tokens judged, each by the two before it",
  "feature.language-model.crossEntropy": "Cross-entropy under a model of others’ notes",
  "feature.language-model.usual": "Median cross-entropy of accounts with as many tokens",
  "feature.language-model.surprise": "Surprise at notes this easy to foresee",
  "reason.language-model.foreseen":
    "A model of other accounts’ notes hesitates among {{own}} tokens for each of {{tokens}} of its own, and usually among {{usual}}. One account in {{oneIn}} is this easy to foresee.",

  "detector.synthetic-media.meaning":
    "Content: do pictures have a generator’s trace in their spectra, say that they were made by AI, or recur within the account or among accounts?",
  "feature.synthetic-media.media": "Images and videos",
  "feature.synthetic-media.slope": "Mean slope of the images’ log power spectra",
  "feature.synthetic-media.exifShare": "Share with EXIF data of a camera",
  "feature.synthetic-media.declared": "Covers that say they were made by AI",
  "feature.synthetic-media.reused": "Covers like an earlier one of the account",
  "feature.synthetic-media.strangestBand": "Band at which its spectra differ most from the usual",
  "feature.synthetic-media.bandDeviation": "Deviation of its spectra at that band",
  "feature.synthetic-media.spectrumSurprise": "Surprise at spectra this unusual",
  "feature.synthetic-media.shared": "Covers like one of another account",
  "feature.synthetic-media.partners": "Accounts with such a cover",
  "feature.synthetic-media.repeated": "Covers shared with an account with which others are shared too",
  "reason.synthetic-media.spectrum":
    "Its pictures’ power at {{band}} cycles a pixel is {{deviations}} standard deviations from what is usual. One account in {{oneIn}} has spectra this unusual.",
  "reason.synthetic-media.declared":
    "{{declared}} of {{media}} covers say that they were made by AI, as many as in 1 in {{oneIn}} accounts.",
  "reason.synthetic-media.reused":
    "{{reused}} of {{media}} covers are like an earlier one of the account, as many as in 1 in {{oneIn}} accounts.",
  "reason.synthetic-media.repeated":
    "{{repeated}} of {{media}} covers are like those of an account that shares several with it (accounts with any: {{partners}}). One account in {{oneIn}} shares so many.",

  "detector.co-action.meaning":
    "Network: how often two accounts act on the same objects within seconds of each other, beyond what chance gives for objects that popular.",
  "feature.co-action.objects": "Objects acted on",
  "feature.co-action.partners": "Accounts that acted on the same object within the window",
  "feature.co-action.repeatedPartners": "Accounts that did so on two or more objects",
  "feature.co-action.mostShared": "Objects acted on together with the strongest partner",
  "feature.co-action.expected": "Coincidences with that partner expected by chance",
  "feature.co-action.surprise": "Surprise at the strongest partner, corrected for chances",
  "reason.co-action.repeated":
    "Acted on {{mostShared}} of {{objects}} objects within the window of one and the same account, where chance gives {{expected}}. Accounts that did so repeatedly: {{partners}}, as many as for 1 in {{oneIn}} accounts.",

  "detector.dense-groups.meaning":
    "Network: is the account one of a group of which most act together with most others, again and again, beyond what chance gives for objects that popular?",
  "feature.dense-groups.objects": "Objects acted on",
  "feature.dense-groups.members": "Accounts of its densest group, itself included",
  "feature.dense-groups.linked": "Share of the group’s pairs that act together repeatedly",
  "feature.dense-groups.density": "Weight of the group’s links, a member",
  "feature.dense-groups.joined": "Times a member joined others on an object within the window",
  "feature.dense-groups.expected": "Times expected by chance",
  "feature.dense-groups.surprise": "Surprise at the group, a member",
  "reason.dense-groups.member":
    "One of a group of {{members}} accounts, of whose pairs {{percent}}% act together again and again: members joined others {{joined}} times, where chance gives {{expected}}. One account in {{oneIn}} is in a group this dense.",

  "detector.trust-propagation.meaning":
    "Network: do verified accounts, and those whom they follow, follow the account, as much as others with as many followers?",
  "feature.trust-propagation.followers": "Followers among the follows that were sampled",
  "feature.trust-propagation.verifiedFollowers": "Verified accounts among these followers",
  "feature.trust-propagation.trust": "Trust a follower, 1 for the average account",
  "feature.trust-propagation.rankBelow": "Share of accounts with as many followers that have more trust",
  "reason.trust-propagation.low":
    "{{percent}}% of accounts with as many followers are trusted more. Verified followers: {{verified}} of {{followers}}; trust a follower is {{trust}} of the average. One account in {{oneIn}} is trusted this little.",

  "detector.report-reliability.meaning":
    "Reports received, weighted by how often each reporter’s earlier reports were upheld; many within hours count as one.",
  "feature.report-reliability.reports": "Reports received",
  "feature.report-reliability.weight": "Reports, weighted by reporter and burst",
  "feature.report-reliability.earlierDecided": "Earlier reports of the reporters that were decided",
  "feature.report-reliability.earlierUpheld": "Earlier reports of the reporters that were upheld",
  "feature.report-reliability.largestBurst": "Most reports within six hours",
  "reason.report-reliability.reported":
    "Reports received: {{reports}}. Of {{decided}} earlier reports by the same people that were decided, {{upheld}} were upheld. They count as {{weight}}, as much as in 1 in {{oneIn}} accounts.",
  "reason.report-reliability.burst":
    "{{burst}} of the reports came within six hours and count as one: it may be a brigade.",
} as const
