/** What the threshold does to the accounts of this run, in counts and in plain words. */
import type { Confusion } from "../../../core/evaluation/index.ts"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { ANY_ACCOUNT, type Outcome } from "../../state/account-filter.ts"
import { useRested } from "../../state/dial.ts"
import { goTo } from "../../state/location.ts"

interface Cell {
  readonly count: keyof Confusion
  readonly rest: keyof Confusion
  readonly outcome: Exclude<Outcome, "all" | "flagged" | "passed">
  readonly right: boolean
}

const ROWS: readonly {
  readonly side: "managed" | "authentic"
  readonly cells: readonly [Cell, Cell]
}[] = [
  {
    side: "managed",
    cells: [
      { count: "truePositives", rest: "falseNegatives", outcome: "tp", right: true },
      { count: "falseNegatives", rest: "truePositives", outcome: "fn", right: false },
    ],
  },
  {
    side: "authentic",
    cells: [
      { count: "falsePositives", rest: "trueNegatives", outcome: "fp", right: false },
      { count: "trueNegatives", rest: "falsePositives", outcome: "tn", right: true },
    ],
  },
]

export function ConfusionMatrix() {
  const t = useT()
  const format = useFormat()
  const { definition } = useRested()
  const limits = {
    automation: format.tick(definition.automation),
    oversight: format.tick(definition.oversight),
    days: format.count(definition.days),
  }
  return (
    <table className="confusion" data-testid="confusion">
      <caption>
        <Live
          read={({ point }) =>
            point.missing > 0
              ? t("confusion.captionMissing", { missing: format.count(point.missing) })
              : t("confusion.caption")
          }
        />
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("confusion.flagged")}</th>
          <th scope="col">{t("confusion.passed")}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ side, cells }) => (
          <tr key={side}>
            <th scope="row">
              <Meaning of={t(`class.${side}.meaning`, limits)}>{t(`class.${side}`)}</Meaning>
            </th>
            {cells.map((cell) => (
              <CountCell key={cell.outcome} {...cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CountCell({ count, rest, outcome, right }: Cell) {
  const t = useT()
  const format = useFormat()
  return (
    <td className={right ? "confusion-right" : "confusion-wrong"}>
      <button
        type="button"
        className="confusion-cell"
        title={t("confusion.show")}
        onClick={() => goTo({ view: "accounts", ...ANY_ACCOUNT, outcome, account: null })}
      >
        <Live
          className="confusion-count"
          testId={`confusion-${outcome}`}
          read={({ point }) => format.count(point.observed[count])}
        />
        <Live
          className="confusion-share"
          read={({ point: { observed } }) =>
            format.share(observed[count] / (observed[count] + observed[rest]))
          }
        />
        <span className="confusion-words">{t(`outcome.${outcome}`)}</span>
      </button>
    </td>
  )
}
