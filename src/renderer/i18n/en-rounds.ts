/** Rounds of operators who adapt, in English. */
export const enRounds = {
  "measured.of.rounds": "the rounds of {{subject}}",

  "rounds.title": "The other side moves",
  "rounds.meaning":
    "Operators see which of their accounts were caught and answer within a budget: with effort on behaviour, content or their network, and with new accounts in place of lost ones. The platform learns its fusion again every few rounds, or not. Each round lasts the scenario’s days; all is repeated on several populations.",
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
  "rounds.play": "Play the rounds",
  "rounds.failedHelp":
    "Rounds need a fusion that is learned, and no plug-ins. Assay’s own population for the strategy has both.",
  "rounds.lost": "The rounds are played as soon as the server is there again.",
  "rounds.recall": "Recall by round",
  "rounds.fpr": "False positives by round",
  "rounds.cost": "Recall against attacker cost",
  "rounds.cost.point": "{{recall}} at {{cost}} CNY in round {{round}}",
  "rounds.cost.x": "CNY a month for each account that is there",
  "rounds.effort": "Effort by layer",
  "rounds.effort.behaviour": "behaviour",
  "rounds.effort.content": "content",
  "rounds.effort.network": "network",
  "rounds.effort.y": "mean effort, 0 to 1",
  "rounds.round": "round",
  "rounds.table": "Rounds",
  "rounds.retrained": "learned again",
  "rounds.column.costPerAccount": "CNY a month for an account",
  "rounds.column.replaced": "accounts replaced",

  "rounds.lead":
    "How recall, false alarms and costs fare, round by round, when operators answer what was caught. Several kinds of operators can be held beside one another, and so can platforms that learn again or not.",
  "rounds.basis.own":
    "Rounds play populations of their own, of 4,000 accounts with 10% AI-managed, flagged from their scenario’s threshold: this run and the thresholds set above do not enter.",
  "rounds.basis.run":
    "Rounds simulate this run’s scenario anew, flagged from that scenario’s threshold: the thresholds set above do not enter.",
  "rounds.strategies": "Operators",
  "rounds.of.meaning":
    "Each strategy has a scenario that comes with Assay, of 4,000 accounts. This run’s scenario is simulated anew for every round, so a large one takes long.",
  "rounds.retrain.meaning":
    "Whether the platform learns its fusion again on what operators have become, with true labels at once: an upper bound of what it can do.",
  "rounds.rounds.meaning": "Round 0, the plain run, is one of them.",
  "rounds.seeds.meaning":
    "All is repeated on so many populations, drawn by other seeds. Intervals are over them: with one there are none.",
  "rounds.budget": "Budget",
  "rounds.budget.meaning":
    "What an operator can spend a month on running, replacing and evading: so many times what it spent at first.",
  "rounds.range": "A number from {{least}} to {{most}}",
  "rounds.range.whole": "A whole number from {{least}} to {{most}}",
  "rounds.amount": "{{simulations}} simulations: operators × rounds × populations",
  "rounds.playMore": "Play these as well",
  "rounds.pickOne": "Tick one kind of operators at least.",
  "rounds.allThere": "What is chosen here is shown below, or on its way.",
  "rounds.tooMany": "At most {{most}} are shown together: the oldest make room.",
  "rounds.adds": "They join what is shown below, which stays.",
  "rounds.progress": "Playing rounds: {{strategy}} ({{at}} of {{count}})",
  "rounds.measuring":
    "A population is generated, observed and judged for every round and seed. What is finished appears below at once. Time left takes each of those behind for as long as this one.",
  "rounds.cancelled": "The rounds were cancelled",
  "rounds.cancelledHelp": "Not played: {{names}}. What was played before stays.",
  "rounds.resume": "Play them now",
  "rounds.forget": "Leave them out",
  "rounds.failed": "The rounds could not be played: {{strategy}}",
  "rounds.remove": "Take away",
  "rounds.removeNamed": "Take {{name}} away",
  "rounds.name": "{{strategy}}: {{settings}}",
  "rounds.name.between": ", ",
  "rounds.name.retrain": "learn again {{every}}",
  "rounds.name.budget": "budget × {{factor}}",
  "rounds.name.rounds": "{{count}} rounds",
  "rounds.name.seeds": "{{count}} populations",
  "rounds.halfLife": "Half-life, rounds",
  "rounds.halfLife.meaning":
    "Rounds until half is left, in the mean over populations, of each one’s recall in round 0. Its 95% interval over populations ends where a t-test no longer, or not yet, tells what is left from half; an end can lie beyond the rounds that were played.",
  "rounds.halfLife.reached":
    "The threshold holds for {{rounds}} rounds against {{name}} [{{ends}}]: then half of round 0’s recall is left.",
  "rounds.halfLife.shortest":
    "The threshold holds shortest against {{name}}: after {{rounds}} rounds [{{ends}}] half of round 0’s recall is left.",
  "rounds.halfLife.reachedOnce":
    "Against {{name}} half of round 0’s recall is left after {{rounds}} rounds. One population tells no interval.",
  "rounds.halfLife.longer":
    "Half-life not within the {{within}} rounds after round 0 that were played: in the mean, more than half of round 0’s recall is left.",
  "rounds.halfLife.longer.one":
    "Half-life not within the one round after round 0 that was played: in the mean, more than half of round 0’s recall is left.",
  "rounds.halfLife.longer.sure": "The low end of its 95% interval lies beyond them, too.",
  "rounds.halfLife.longer.unsure":
    "That is not sure: against {{name}} its 95% interval is from {{low}} to longer than {{within}} rounds.",
  "rounds.halfLife.oneRound": "One round tells nothing of how long the threshold holds: play more.",
  "rounds.halfLife.noManaged":
    "No half-life: by the scenario’s definition no account is AI-managed, so there is no recall.",
  "rounds.halfLife.noneCaught":
    "No half-life: nobody AI-managed is caught in round 0, so there is no recall to halve. A lower threshold catches some.",
  "rounds.halfLife.table": "Half-lives",
  "rounds.halfLife.within": "rounds after round 0",
  "rounds.halfLife.reachedBy": "populations that fell to half",
  "rounds.longerThan": "> {{rounds}}",
  "rounds.table.caption": "From round 0 to the last; 95% intervals, of the last round’s figures.",
  "rounds.recipe":
    "{{scenario}}: {{accounts}} accounts, {{days}} days a round, flagged from risk {{threshold}}, budget × {{budget}}. Bands and bars are 95% intervals over {{seeds}} populations.",
  "rounds.price": "Attacker cost by round",
  "rounds.aria": "{{title}}. {{lines}}.",
  "rounds.aria.clause": "{{name}}: {{text}}",
  "rounds.aria.between": "; ",
  "rounds.aria.line": "{{first}} in round 0, {{last}} in round {{round}}",
  "rounds.cost.line": "one mark a round, joined in order",
} as const
