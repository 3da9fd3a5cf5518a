/** What rounds are called: by their strategy, and by the settings in which those that are looked at differ. */
import type { RoundsQuestion } from "../../../../api/contract.ts"
import type { Format } from "../../../format.ts"
import type { Translate } from "../../../i18n/index.ts"

export const strategyOf = (t: Translate, { strategy }: RoundsQuestion) => t(`rounds.strategy.${strategy}`)

export const retrainName = (t: Translate, every: number | null) =>
  every === null
    ? t("rounds.retrain.never")
    : every === 1
      ? t("rounds.retrain.each")
      : t("rounds.retrain.every", { rounds: every })

/** One for each, in their order; none the same as another. */
export function namesOf(t: Translate, format: Format, questions: readonly RoundsQuestion[]): string[] {
  const differ = (of: (question: RoundsQuestion) => unknown) => new Set(questions.map(of)).size > 1
  const parts: readonly (readonly [isTold: boolean, name: (question: RoundsQuestion) => string])[] = [
    [
      differ(({ retrainEvery }) => retrainEvery),
      ({ retrainEvery }) => t("rounds.name.retrain", { every: retrainName(t, retrainEvery ?? null) }),
    ],
    [
      differ(({ budget }) => budget),
      ({ budget }) => t("rounds.name.budget", { factor: format.plain(budget ?? Number.NaN) }),
    ],
    [differ(({ run }) => run), ({ run }) => t(run === null ? "rounds.of.own" : "rounds.of.run")],
    [
      differ(({ rounds }) => rounds),
      ({ rounds }) => t("rounds.name.rounds", { count: format.count(rounds ?? Number.NaN) }),
    ],
    [
      differ(({ seeds }) => seeds),
      ({ seeds }) => t("rounds.name.seeds", { count: format.count(seeds ?? Number.NaN) }),
    ],
  ]
  return questions.map((question) => {
    const told = parts.filter(([isTold]) => isTold).map(([, name]) => name(question))
    const strategy = strategyOf(t, question)
    return told.length === 0
      ? strategy
      : t("rounds.name", { strategy, settings: told.join(t("rounds.name.between")) })
  })
}
