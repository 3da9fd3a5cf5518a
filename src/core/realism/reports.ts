/** Realism of reports and base rates. What the simulation does not hold says so. */
import { AI_MANAGED } from "../policy/definition.ts"
import { type Clustered, clusterOf, type Valued } from "./cluster.ts"
import type { Population } from "./population.ts"
import { resampled } from "./resample.ts"
import { about, defineDomain, type RowOf } from "./row.ts"

/** A reporter's reports from before the period that were decided, and those upheld. */
interface Record extends Clustered {
  readonly decided: number
  readonly upheld: number
}

interface Sample {
  /** Of everybody who reported within the period and of whose earlier reports any was decided. */
  readonly records: readonly Record[]
  /** Of each account: 1 when it is AI-managed. */
  readonly managed: readonly Valued[]
}

function collect({ tiles, label, world }: Population): Sample {
  const { group } = world.columns
  const records = new Map<number, Record>()
  for (const { evidence } of tiles) {
    const { reporter, reporterDecided, reporterUpheld } = evidence.reports!
    for (const [k, account] of reporter.entries())
      records.set(account, {
        cluster: clusterOf(account, group[account]),
        decided: reporterDecided[k],
        upheld: reporterUpheld[k],
      })
  }
  return {
    records: [...records.values()].filter(({ decided }) => decided > 0),
    managed: Array.from(label, (one, account) => ({
      cluster: clusterOf(account, group[account]),
      value: one === AI_MANAGED ? 1 : 0,
    })),
  }
}

const shareUpheld = (records: readonly Record[]) =>
  records.reduce((sum, { upheld }) => sum + upheld, 0) /
  records.reduce((sum, { decided }) => sum + decided, 0)

const mean = (values: readonly Valued[]) => values.reduce((sum, { value }) => sum + value, 0) / values.length

type Published = Pick<RowOf<Sample>, "id" | "title" | "unit" | "published" | "certainty" | "source">

/** A row about review, which is not simulated. */
const ofReview = (row: Published): RowOf<Sample> => ({
  ...row,
  side: "all",
  estimate: () => ({ why: "human review and appeals are not simulated" }),
})

const VK = "VK: 29 reviewers of bought accounts (MKMETRIC2022)"

export const reports = defineDomain<Sample>({
  group: "reports",
  collect,
  rows: [
    {
      id: "reports-upheld",
      title: "Share of decided reports that lead to action",
      side: "all",
      unit: "share",
      published: about(0.16),
      certainty: "paper",
      source: "TikTok, DSA transparency",
      estimate: ({ records }) => resampled(records, shareUpheld, "reports-upheld"),
    },
    {
      id: "prevalence",
      title: "Share of accounts that are AI-managed",
      side: "all",
      unit: "share",
      published: [0.001, 0.05],
      certainty: "soft",
      source: "unknown; range to sweep",
      // The scenario's own parameter.
      check: true,
      estimate: ({ managed }) => resampled(managed, mean, "prevalence"),
    },
    ofReview({
      id: "reviewer-recall",
      title: "Share of bought accounts that reviewers recognise",
      unit: "share",
      published: about(0.67),
      certainty: "measured",
      source: VK,
    }),
    ofReview({
      id: "reviewer-false-positives",
      title: "Share of real users whom reviewers take for bought",
      unit: "share",
      published: about(0.37),
      certainty: "measured",
      source: VK,
    }),
    ofReview({
      id: "reviewer-agreement",
      title: "Agreement of reviewers, kappa",
      unit: "",
      published: [0.34, 0.39],
      certainty: "measured",
      source: VK,
    }),
    ofReview({
      id: "reviewer-seconds",
      title: "Time that a reviewer takes for a decision",
      unit: "seconds",
      published: about(6.9),
      certainty: "measured",
      source: VK,
    }),
    ofReview({
      id: "reviewer-undecided",
      title: "Share of accounts of which reviewers say that they do not know",
      unit: "share",
      published: [0.11, 0.15],
      certainty: "measured",
      source: VK,
    }),
    ofReview({
      id: "appeals-filed",
      title: "Share of actions that are appealed",
      unit: "share",
      published: about(0.019),
      certainty: "soft",
      source: "YouTube",
    }),
    ofReview({
      id: "appeals-overturned",
      title: "Share of appeals that are granted",
      unit: "share",
      published: about(0.216),
      certainty: "soft",
      source: "YouTube",
    }),
    ofReview({
      id: "time-to-action",
      title: "Time to action, median",
      unit: "hours",
      published: about(13),
      certainty: "soft",
      source: "second-hand; report review on Xiaohongshu 0.5 h",
    }),
    {
      id: "posts-per-user",
      title: "Posts a day for each monthly user of the platform",
      side: "all",
      unit: "",
      published: about(10 / 350),
      certainty: "soft",
      source: "Xiaohongshu: 10 M posts a day, 350 M monthly users",
      estimate: () => ({
        why: "accounts that read only are not simulated, and they are most of a platform's users",
      }),
    },
  ],
})
