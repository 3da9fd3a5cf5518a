/** Ways in which operators adapt, by name. */
import type { StrategyName } from "../settings.ts"
import type { Strategy } from "../strategy.ts"
import { bandit } from "./bandit.ts"
import { churn } from "./churn.ts"
import { imitate } from "./imitate.ts"
import { insider } from "./insider.ts"
import { spread } from "./spread.ts"
import { steadfast } from "./steadfast.ts"

export const STRATEGIES: Readonly<Record<StrategyName, Strategy>> = {
  steadfast,
  churn,
  spread,
  bandit,
  imitate,
  insider,
}
