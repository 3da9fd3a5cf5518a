/** What a policy does to creators and readers, in English. */
export const enReaders = {
  "measured.of.attention": "the attention of {{subject}}",
  "stage.engagement": "collecting who reacted to what",
  "stage.attention": "ranking feeds and sharing out attention",

  "attention.title": "Creators and readers",
  "attention.meaning":
    "Feeds are ranked over the run’s likes, comments, replies, shares and saves, day by day, by language and topic. Attention falls with the place in the feed and sums to what readers have, so what one account loses others gain. Intervals are 95%, by operator and account.",
  "attention.lead":
    "How attention is shared out among creators when nothing is done, under the policy of the present setting, and if exactly the AI-managed accounts were suspended.",
  "attention.ask": "Share out attention",
  "attention.askAgain": "Share out again",
  "attention.changed": "The setting has changed since: these figures are of the one before.",
  "attention.measuring":
    "The first time, the run’s population is generated again for its reactions; later settings take less.",
  "attention.progress": "Sharing out attention",
  "attention.cancelled": "Sharing out attention was cancelled",
  "attention.failed": "Attention could not be shared out",
  "attention.failedHelp": "The rest of the run is not affected.",
  "attention.lost": "Attention is shared out as soon as the server is there again.",
  "attention.figure": "Figure",
  "attention.baseline": "Nothing done",
  "attention.policy": "This policy",
  "attention.policy.meaning":
    "Reviewers decide once for these figures, by their rates; accounts are drawn with what was decided about them, so intervals hold that luck. Second opinions, reports and how many reviewers there are change nothing here.",
  "attention.perfect": "Exactly the AI-managed suspended",
  "attention.perfect.meaning":
    "What no policy can better: every AI-managed account suspended, and nobody else.",
  "attention.managedShare": "Attention held by AI-managed accounts",
  "attention.managedShare.meaning": "Of all attention of readers.",
  "attention.returned": "Returned to authentic creators",
  "attention.returned.meaning":
    "Of all attention: what passes from AI-managed accounts to authentic creators.",
  "attention.lostWrongly": "Lost by authentic creators acted on",
  "attention.lostWrongly.meaning":
    "Of all attention: what authentic creators lose on whom the policy acts. It goes to those on whom it does not act.",
  "attention.lostPerCreator": "Lost by each of them",
  "attention.lostPerCreator.meaning": "Of its own attention, by an authentic creator who is acted on.",
  "attention.wrongPer1000": "Authentic creators acted on, of 1,000",
  "attention.wrongPer1000.meaning":
    "Labelled, limited or suspended, reviews ending as reviewers of the policy’s rates would have it.",
  "attention.paidUndisclosed": "Paid reach on undisclosed AI-managed accounts",
  "attention.paidUndisclosed.meaning":
    "Of the attention of accounts whose reach is for sale, those with {{followers}} followers or more: what an advertiser’s money meets.",
  "attention.ndcgChange": "Change of ranking quality",
  "attention.ndcgChange.meaning": "Against doing nothing, on the same draws.",
  "attention.headline":
    "Under this policy AI-managed accounts hold {{after}} of attention, {{before}} if nothing is done, and {{returned}} of all attention passes to authentic creators.",
  "attention.noManaged":
    "No account of the run is AI-managed by this definition, so nothing can be told of attention that such accounts hold, or that is returned from them.",
  "attention.takesMore":
    "It takes more from authentic creators than it returns: those acted on lose {{lost}} of all attention.",
  "attention.takesLess": "Authentic creators acted on lose {{lost}} of all attention.",
  "attention.ndcgHonest":
    "Intervals of ranking quality come from leaving out one twentieth of the accounts after another and ranking anew; they are rather too wide than too narrow. Those of attention keep the rank scores and are somewhat too narrow where few operators run the AI-managed accounts.",
  "attention.recipe": "{{draws}} draws, {{feedDays}} feed-days, prevalence {{prevalence}}.",
  "attention.curve": "Attention along the threshold",
  "attention.curve.lead": "If everybody at or above a threshold were suspended. Bands are 95% intervals.",
  "attention.curve.y": "share of all attention",
  "attention.line.managedShare": "held by AI-managed",
  "attention.line.returned": "returned to authentic",
  "attention.line.lostWrongly": "lost by authentic creators acted on",
  "attention.curve.aria": "{{title}}. At {{threshold}}: {{lines}}.",
  "attention.curve.aria.line": "{{line}} {{value}}",
  "attention.line.paidUndisclosed": "on undisclosed AI-managed accounts",
  "attention.moneyCurve": "Advertisers’ money along the threshold",
  "attention.moneyCurve.y": "share of paid reach",
  "attention.withoutSignals": "AI-managed reactions not counted",
  "attention.withoutSignals.meaning":
    "AI-managed accounts’ likes, comments, replies, shares and saves do not count when feeds are ranked; their posts stay, and nobody is acted on: what artificial signals do to the ranking.",
  "attention.ndcg": "Ranking quality (NDCG), all posts",
  "attention.ndcg.meaning":
    "How well feeds put good posts first, against the quality the simulation gave each post; 1 is best. Of the posts that may still be shown.",
  "attention.ndcgAuthentic": "Ranking quality, authentic creators’ posts",
  "attention.ndcgAuthentic.meaning":
    "The same among authentic creators’ posts alone. Those that may no longer be shown count as missed.",
  "attention.ndcgAuthenticChange": "Change of it",
  "attention.ndcgAuthenticChange.meaning": "Against doing nothing, on the same draws.",
  "attention.change": "{{change}} ({{interval}})",
  "attention.money": "What does an advertiser’s money meet?",
  "attention.money.answer":
    "{{before}} ({{beforeInterval}}) of paid reach is on undisclosed AI-managed accounts if nothing is done, {{after}} ({{afterInterval}}) under this policy.",
  "attention.better": "Does ranking find good posts better once artificial signals are gone?",
  "attention.better.better":
    "Yes: when AI-managed accounts’ reactions do not count, NDCG over all posts changes by {{change}}.",
  "attention.better.worse":
    "No, worse: when AI-managed accounts’ reactions do not count, NDCG over all posts changes by {{change}}.",
  "attention.better.unclear":
    "There is no sign of it: when AI-managed accounts’ reactions do not count, NDCG over all posts changes by {{change}}, which cannot be told from no change.",
  "attention.betterAuthentic.better": "Among authentic creators’ posts alone it rises, by {{change}}.",
  "attention.betterAuthentic.worse": "Among authentic creators’ posts alone it falls, by {{change}}.",
  "attention.betterAuthentic.unclear":
    "Among authentic creators’ posts alone there is no sign of it either way: {{change}}.",
} as const
