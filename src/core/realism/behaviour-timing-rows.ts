/**
 * Rows on how well times alone tell AI-managed accounts from people. The published figures are of labelled GitHub
 * accounts; the source states the recall beside the area of inter-event features, so it is taken of them.
 */
import { auc } from "./behaviour-auc.ts"
import type { Conduct, Conducts } from "./behaviour-conduct.ts"
import { gapFeatures, timingFeatures } from "./behaviour-timing.ts"
import type { Valued } from "./cluster.ts"
import { crossFitted } from "./cross-fit.ts"
import { quantile, resampled, tooFew } from "./resample.ts"
import { about, type RowOf, type Target } from "./row.ts"

const LEAST_EVENTS = 20
/** Of so many people the areas are known well enough; the AI-managed accounts are fewer. */
const MOST_PEOPLE = 3000

/** Log-odds of being a person: the lower, the likelier AI-managed. */
type Judged = Valued & { readonly isManaged: boolean }

const active = (accounts: readonly Conduct[]) => accounts.filter(({ events }) => events >= LEAST_EVENTS)

function judged({ people, managed }: Conducts, features: (account: Conduct) => number[]): Judged[] {
  const step = Math.ceil(active(people).length / MOST_PEOPLE)
  const examples = [...active(people).filter((_, k) => k % step === 0), ...active(managed)].map(
    (account) => ({
      cluster: account.cluster,
      isManaged: account.sort === "managed",
      features: features(account),
    }),
  )
  const scores = crossFitted(examples)
  return examples.map(({ cluster, isManaged }, k) => ({ cluster, isManaged, value: -scores[k] }))
}

function timingRow(
  facts: Pick<Target, "id" | "title" | "unit" | "published">,
  features: (account: Conduct) => number[],
  statistic: (people: Float64Array, managed: Float64Array) => number,
): RowOf<Conducts> {
  const valuesOf = (drawn: readonly Judged[], wanted: boolean) =>
    Float64Array.from(
      drawn.filter(({ isManaged }) => isManaged === wanted),
      ({ value }) => value,
    ).sort()
  return {
    ...facts,
    side: "all",
    certainty: "measured",
    source: "labelled GitHub accounts",
    estimate(conducts) {
      return (
        tooFew(active(conducts.managed).length) ??
        tooFew(active(conducts.people).length) ??
        resampled(
          judged(conducts, features),
          (drawn) => statistic(valuesOf(drawn, false), valuesOf(drawn, true)),
          facts.id,
        )
      )
    },
  }
}

const METHOD = "logistic regression, learned from other operators' accounts, 20 or more events"

export const timingRows: readonly RowOf<Conducts>[] = [
  timingRow(
    {
      id: "timing-auc",
      title: `AUC of all timing features together: gaps, hours, weekdays, sessions and latency (${METHOD})`,
      unit: "",
      // A tenth of it, and an area ends at 1.
      published: [about(0.915)[0], 1],
    },
    timingFeatures,
    auc,
  ),
  timingRow(
    {
      id: "inter-event-auc",
      title: `AUC of the gaps between events alone (${METHOD})`,
      unit: "",
      published: about(0.82),
    },
    gapFeatures,
    auc,
  ),
  timingRow(
    {
      id: "inter-event-tpr",
      title: `Recall at a false-positive rate of 1 % of the gaps between events alone (${METHOD})`,
      unit: "share",
      published: about(0.04),
    },
    gapFeatures,
    (people, managed) => {
      const cut = quantile(people, 0.01)
      return managed.filter((value) => value < cut).length / managed.length
    },
  ),
]
