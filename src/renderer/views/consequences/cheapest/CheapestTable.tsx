/** The settings that a search found worth telling, each with a button that sets it. */
import { Button, VisuallyHidden } from "@mantine/core"
import type { CheapestReport } from "../../../../core/policy/follow/index.ts"
import { Meaning } from "../../../components/Meaning.tsx"
import { estimateCells, intervalColumns } from "../../../export/interval.ts"
import { SavableTable } from "../../../export/SavableTable.tsx"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { useDial } from "../../../state/dial.ts"
import { amount, amountInterval } from "../amounts.ts"
import { type Row, rowsOf } from "./rows.ts"
import { limitsWords, perDay, thresholdWord } from "./words.ts"

const TIERS_TRIED = ["label", "limit", "review", "suspend"] as const
const FIGURES = ["cost", "falsePositiveRate", "recall", "backlog", "hoursP95"] as const
const SHARES: ReadonlySet<string> = new Set(["falsePositiveRate", "recall"])

interface CheapestTableProps {
  readonly report: CheapestReport
  /** Whether a row is what is set now. */
  readonly isSet: (row: Row) => boolean
  /** null where the answer is of another setting. */
  readonly apply: ((row: Row) => void) | null
}

export function CheapestTable({ report, isSet, apply }: CheapestTableProps) {
  const t = useT()
  const format = useFormat()
  const { archetypes } = useDial().run.manifest.scenario
  const rows = rowsOf(report)
  const named = ({ kind, place }: Row) => t(`cheapest.row.${kind}`, { place: format.count(place) })
  const broken = ({ setting }: Row) => limitsWords(t, format, archetypes, setting.broken)
  const figureOf = ({ setting }: Row, figure: (typeof FIGURES)[number]) =>
    figure === "cost" ? perDay(setting.cost!.total, report.days) : setting[figure]
  const keyOf = ({ kind, place }: Row) => `${kind}-${place}`
  return (
    <>
      <SavableTable
        name={t("cheapest.title")}
        stem="cheapest-policy"
        table={() => ({
          columns: [
            t("cheapest.setting"),
            ...TIERS_TRIED.map((tier) => t(`tier.${tier}`)),
            t("staffing.reviewers"),
            ...FIGURES.flatMap((figure) => intervalColumns(t, t(`cheapest.${figure}`))),
            t("cheapest.broken"),
          ],
          rows: rows.map((row) => [
            named(row),
            ...TIERS_TRIED.map((tier) => row.setting[tier]),
            row.setting.reviewers,
            ...FIGURES.flatMap((figure) => estimateCells(figureOf(row, figure))),
            broken(row),
          ]),
        })}
      />
      <table className="data cheapest-table" data-testid="cheapest-table">
        <thead>
          <tr>
            <th scope="col">{t("cheapest.setting")}</th>
            {TIERS_TRIED.map((tier) => (
              <th scope="col" className="number" key={tier}>
                <Meaning of={t(`tier.${tier}.meaning`)}>{t(`tier.${tier}`)}</Meaning>
              </th>
            ))}
            <th scope="col" className="number">
              {t("staffing.reviewers")}
            </th>
            {FIGURES.map((figure) => (
              <th scope="col" className="number" key={figure}>
                <Meaning of={t(`cheapest.${figure}.meaning`)}>{t(`cheapest.${figure}`)}</Meaning>
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>{t("cheapest.apply")}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-kind={row.kind} data-testid={`cheapest-row-${keyOf(row)}`}>
              <th scope="row">
                {named(row)}
                {row.setting.broken.length > 0 ? (
                  <span className="cheapest-broken">{t("cheapest.breaks", { limits: broken(row) })}</span>
                ) : null}
              </th>
              {TIERS_TRIED.map((tier) => (
                <td className="number" key={tier}>
                  {thresholdWord(t, format, row.setting[tier])}
                </td>
              ))}
              <td className="number">{format.count(row.setting.reviewers)}</td>
              {FIGURES.map((figure) => {
                const { value, interval } = figureOf(row, figure)
                return (
                  <td className="number" key={figure}>
                    {SHARES.has(figure) ? format.share(value) : amount(format, value)}{" "}
                    <span className="figure-interval">
                      {SHARES.has(figure) ? format.shareInterval(interval) : amountInterval(format, interval)}
                    </span>
                  </td>
                )
              })}
              <td>
                {row.kind === "present" ? null : (
                  <Button
                    size="compact-xs"
                    variant={row.kind === "cheapest" ? "filled" : "default"}
                    disabled={apply === null || isSet(row)}
                    aria-label={t("cheapest.apply.named", { setting: named(row) })}
                    data-testid={`cheapest-apply-${keyOf(row)}`}
                    onClick={() => apply?.(row)}
                  >
                    {isSet(row) ? t("cheapest.applied") : t("cheapest.apply")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
