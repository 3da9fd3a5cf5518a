/** Rounds of operators who adapt, in English. */
export const enRounds = {
  "measured.of.rounds": "the rounds of {{subject}}",

  "rounds.title": "The other side moves",
  "rounds.meaning":
    "Operators see which of their accounts were caught and answer within a budget: with effort on behaviour, content or their network, and with new accounts in place of lost ones. The platform learns its fusion again every few rounds, or not. Each round lasts the scenario’s days; all is repeated on several populations.",
  "rounds.lead": "How recall and false alarms fare, round by round, when operators answer what was caught.",
  "rounds.strategy": "Operators",
  "rounds.strategy.steadfast": "Steadfast",
  "rounds.strategy.steadfast.meaning": "Change nothing, and replace nobody: round 0, again and again.",
  "rounds.strategy.churn": "Churn",
  "rounds.strategy.churn.meaning":
    "Evade as they always did, and buy new accounts for those that were caught.",
  "rounds.strategy.spread": "Spread",
  "rounds.strategy.spread.meaning": "Evade a little more everywhere whenever accounts were caught.",
  "rounds.strategy.bandit": "Bandit",
  "rounds.strategy.bandit.meaning":
    "Try one layer after the other and keep what lowered their own losses, which is all that they see.",
  "rounds.strategy.imitate": "Imitate",
  "rounds.strategy.imitate.meaning": "Copy what those of their kind do who lost least.",
  "rounds.strategy.insider": "Insider",
  "rounds.strategy.insider.meaning":
    "Know which layers pulled their caught accounts’ risk up, and put effort there in proportion.",
  "rounds.of": "Population",
  "rounds.of.own": "Assay’s own for it",
  "rounds.of.run": "This run’s scenario",
  "rounds.retrain": "Learn again",
  "rounds.retrain.never": "never",
  "rounds.retrain.each": "every round",
  "rounds.retrain.every": "every {{rounds}} rounds",
  "rounds.rounds": "Rounds",
  "rounds.seeds": "Populations",
  "rounds.budget": "Budget, of spending at first",
  "rounds.times": "× {{factor}}",
  "rounds.play": "Play the rounds",
  "rounds.changed": "What is chosen above has changed since: below are the rounds played before.",
  "rounds.measuring":
    "A population is generated, observed and judged for every round and seed, so this takes a while: rounds × populations.",
  "rounds.progress": "Playing {{count}} rounds on {{seeds}} populations",
  "rounds.cancelled": "The rounds were cancelled",
  "rounds.failed": "The rounds could not be played",
  "rounds.failedHelp":
    "Rounds need a fusion that is learned, and no plug-ins. Assay’s own population for the strategy has both.",
  "rounds.lost": "The rounds are played as soon as the server is there again.",
  "rounds.halfLife.reached":
    "Half-life of the threshold: {{rounds}} rounds. Then mean recall is half of round 0’s.",
  "rounds.halfLife.longer":
    "Half-life of the threshold: longer than the {{within}} rounds after round 0. Mean recall stayed above half of what it was.",
  "rounds.halfLife.seeds": "On their own, {{reached}} of {{seeds}} populations fell to half.",
  "rounds.fromTo":
    "Recall goes from {{first}} to {{last}}, false positives from {{firstFpr}} to {{lastFpr}}; an account costs its operator {{firstCost}} CNY a month at first and {{lastCost}} at the end.",
  "rounds.recipe":
    "{{scenario}}: {{accounts}} accounts, {{days}} days a round, flagged from risk {{threshold}}. Bands are 95% intervals over {{seeds}} populations.",
  "rounds.recall": "Recall by round",
  "rounds.recall.aria": "Recall by round: {{first}} in round 0, {{last}} in round {{round}}.",
  "rounds.fpr": "False positives by round",
  "rounds.fpr.aria": "False-positive rate by round: {{first}} in round 0, {{last}} in round {{round}}.",
  "rounds.cost": "Recall against attacker cost",
  "rounds.cost.aria": "Recall against cost: {{points}}.",
  "rounds.cost.point": "{{recall}} at {{cost}} CNY in round {{round}}",
  "rounds.cost.x": "CNY a month for each account that is there",
  "rounds.cost.line": "one dot a round, joined in order",
  "rounds.effort": "Effort by layer",
  "rounds.effort.aria":
    "Mean effort in round {{round}}: behaviour {{behaviour}}, content {{content}}, network {{network}}.",
  "rounds.effort.behaviour": "behaviour",
  "rounds.effort.content": "content",
  "rounds.effort.network": "network",
  "rounds.effort.y": "mean effort, 0 to 1",
  "rounds.round": "round",
  "rounds.table": "Rounds",
  "rounds.retrained": "learned again",
  "rounds.column.costPerAccount": "CNY a month for an account",
  "rounds.column.replaced": "accounts replaced",
} as const
