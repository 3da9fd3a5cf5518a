/** What the threshold does to the accounts of this run, in counts and in plain words. */
import type { Confusion } from "../../../core/evaluation/index.ts"
import { Live } from "../../components/Live.tsx"
import { useFormat } from "../../format.ts"
import { type Key, useT } from "../../i18n/index.ts"
import { goTo } from "../../state/location.ts"
import type { Outcome } from "../../state/place.ts"

interface Cell {
  readonly count: keyof Confusion
  readonly rest: keyof Confusion
  readonly outcome: Exclude<Outcome, "all">
  readonly right: boolean
}

const ROWS: readonly { readonly label: Key; readonly cells: readonly [Cell, Cell] }[] = [
  {
    label: "class.managed",
    cells: [
      { count: "truePositives", rest: "falseNegatives", outcome: "tp", right: true },
      { count: "falseNegatives", rest: "truePositives", outcome: "fn", right: false },
    ],
  },
  {
    label: "class.authentic",
    cells: [
      { count: "falsePositives", rest: "trueNegatives", outcome: "fp", right: false },
      { count: "trueNegatives", rest: "falsePositives", outcome: "tn", right: true },
    ],
  },
]

export function ConfusionMatrix() {
  const t = useT()
  return (
    <table className="confusion" data-testid="confusion">
      <caption>{t("confusion.caption")}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("confusion.flagged")}</th>
          <th scope="col">{t("confusion.passed")}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{t(label)}</th>
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
        title={t("confusion.show")}
        onClick={() => goTo({ view: "accounts", outcome, account: null })}
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
