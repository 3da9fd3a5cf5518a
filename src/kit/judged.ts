/**
 * What a detector, or the fusion of several, made of a simulated population whose truth is known. Its figures are those
 * of a scenario's expectations (core/gate), so that a detector's test and `assay check` agree to the last digit. An
 * account without a score counts: it is not flagged.
 */
import { UsageError } from "../core/errors.ts"
import { indexOfSide } from "../core/evaluation/comparison/side.ts"
import { thresholdForFalsePositiveRate } from "../core/evaluation/index.ts"
import { type Members, membersOf } from "../core/gate/cohort-members.ts"
import { checkExpectations, type PromisedRun } from "../core/gate/expectations.ts"
import type { Expectation } from "../core/gate/settings.ts"
import { AI_MANAGED, labelAccounts } from "../core/policy/definition.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import { requireAt } from "./asked.ts"
import type { At, Estimate, HitAccount, Judged } from "./contract.ts"

export interface JudgedParts {
  /** "risk", or a detector's id. */
  readonly of: string
  readonly run: PromisedRun
  readonly score: Float32Array
  /** The strongest first. */
  readonly reasons: (account: number) => readonly string[]
  readonly repeat: string
}

type Question = Pick<Expectation, "figure" | "of" | "threshold" | "atFpr">

export class JudgedPopulation implements Judged {
  readonly of: string
  readonly scenario: string
  readonly seed: string
  readonly accounts: number
  readonly managed: number
  readonly authentic: number
  readonly scores: Float32Array
  readonly labels: Uint8Array
  readonly archetypes: readonly string[]
  readonly repeat: string
  readonly #run: PromisedRun
  readonly #reasons: JudgedParts["reasons"]

  constructor({ of, run, score, reasons, repeat }: JudgedParts) {
    const { manifest, columns } = run
    this.of = of
    this.scenario = manifest.name
    this.seed = manifest.scenario.seed
    this.scores = score
    this.labels = labelAccounts(columns.truth, manifest.scenario.definition)
    this.accounts = score.length
    this.managed = this.labels.reduce((sum, label) => sum + (label === AI_MANAGED ? 1 : 0), 0)
    this.authentic = this.accounts - this.managed
    this.archetypes = Array.from(columns.archetype, (kind) => manifest.archetypes[kind].id)
    this.repeat = repeat
    this.#run = run
    this.#reasons = reasons
  }

  threshold(at: At): number {
    return this.#thresholdOf(requireAt("threshold", at))
  }

  recall(at: At, cohort?: string): Estimate {
    return this.#estimate({ figure: "recall", ...requireAt("recall", at), of: cohort })
  }

  falsePositiveRate(at: At, cohort?: string): Estimate {
    return this.#estimate({ figure: "fpr", ...requireAt("falsePositiveRate", at), of: cohort })
  }

  precision(at: At): Estimate {
    return this.#estimate({ figure: "precision", ...requireAt("precision", at) })
  }

  auc(): Estimate {
    return this.#estimate({ figure: "auc" })
  }

  hit(at: At, cohort?: string): readonly HitAccount[] {
    const threshold = this.#thresholdOf(requireAt("hit", at))
    const members = cohort === undefined ? null : this.#membersOf(cohort)
    return Array.from(this.scores.keys())
      .filter((one) => this.labels[one] !== AI_MANAGED && this.scores[one] >= threshold)
      .filter((one) => members?.has(one) ?? true)
      .sort((a, b) => this.scores[b] - this.scores[a] || a - b)
      .map((account) => ({
        account,
        archetype: this.archetypes[account],
        score: this.scores[account],
        reasons: this.reasons(account),
      }))
  }

  reasons(account: number): readonly string[] {
    return this.#reasons(account)
  }

  #thresholdOf(at: At): number {
    if (at.threshold !== undefined) return at.threshold
    return thresholdForFalsePositiveRate(indexOfSide({ score: this.scores, label: this.labels }), at.atFpr)
  }

  #estimate(question: Question): Estimate {
    const members = question.of === undefined ? null : this.#membersOf(question.of)
    const { manifest, columns } = this.#run
    const scenario = { ...manifest.scenario, expectations: [{ score: this.of, ...question, atLeast: 0 }] }
    const [row] = checkExpectations({ manifest: { ...manifest, scenario }, columns })
    return {
      value: row.value ?? Number.NaN,
      interval: row.interval ?? [0, 1],
      accounts: row.accounts,
      unscored: this.#unscored(question.figure, members),
    }
  }

  /** Of the accounts that a figure counts. */
  #unscored(figure: Question["figure"], members: Members | null): number {
    // Whoever is flagged has a score.
    if (figure === "precision") return 0
    const counts = (label: number) => figure === "auc" || (label === AI_MANAGED) === (figure === "recall")
    return this.scores.reduce((sum, score, account) => {
      const isCounted = counts(this.labels[account]) && (members?.has(account) ?? true)
      return sum + (isCounted && Number.isNaN(score) ? 1 : 0)
    }, 0)
  }

  #membersOf(cohort: string): Members {
    const members = membersOf(cohort, this.#run)
    if ("has" in members) return members
    const { name, known } = members
    throw new UsageError(
      `${this.scenario} has no cohort ${cohort}; ${suggestion(name, known, "always list")}`,
    )
  }
}
