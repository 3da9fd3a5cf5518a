/** How far a run is, from where its stages are. The shares are those of a typical run's time. */

const SIMULATION = [
  ["roster", 0.12],
  ["evidence", 0.58],
  ["linkage", 0.3],
] as const

/** Share of one simulation that is done, in [0, 1], when `stage` is done to `fraction`. */
export function simulationFraction(stage: string, fraction: number): number {
  let before = 0
  for (const [name, share] of SIMULATION) {
    if (name === stage) return before + share * fraction
    before += share
  }
  return 1
}

/** Share of a whole run: learning first, then the evaluated population, weighed by their numbers of accounts. */
export function runFraction(
  stage: string,
  fraction: number,
  learningAccounts: number,
  accounts: number,
): number {
  const learning = learningAccounts / (learningAccounts + accounts)
  if (stage === "learning") return 0.98 * learning * fraction
  return 0.98 * (learning + (1 - learning) * simulationFraction(stage, fraction))
}
