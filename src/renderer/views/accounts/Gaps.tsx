/** How long the account waits between posts, against authentic accounts of its size: a histogram that is a table. */
import type { CSSProperties } from "react"
import type { AccountGaps } from "../../../core/account-detail.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"

export function Gaps({ gaps }: { readonly gaps: AccountGaps }) {
  const t = useT()
  const format = useFormat()
  const all = gaps.count.reduce((sum, count) => sum + count, 0)
  if (all === 0) return <p className="empty-note">{t("gaps.none")}</p>
  const bins = gaps.from.map((from, bin) => ({
    from,
    to: gaps.from[bin + 1] ?? null,
    count: gaps.count[bin]!,
    own: gaps.count[bin]! / all,
    usual: gaps.usual[bin]!,
  }))
  // Bins that hold next to nothing at either end tell nothing.
  const filled = bins.map(({ own, usual }) => own > 0 || usual >= 0.005)
  const shown = bins.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1)
  const most = Math.max(...shown.flatMap(({ own, usual }) => [own, usual]))
  return (
    <>
      <p className="gap-legend">
        <span className="gap-sample" aria-hidden="true" /> {t("gaps.own", { count: all })}{" "}
        {gaps.accounts > 0 ? (
          <>
            <span className="gap-sample gap-sample-usual" aria-hidden="true" />{" "}
            {t("gaps.usual", { count: gaps.accounts })}
          </>
        ) : (
          t("gaps.noPeers")
        )}
      </p>
      <table className="gaps">
        <thead className="hidden-head">
          <tr>
            <th scope="col">{t("gaps.bin")}</th>
            <th scope="col">{t("gaps.shares")}</th>
            <th scope="col">{t("gaps.count")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ from, to, count, own, usual }) => (
            <tr key={from}>
              <th scope="row">
                {to === null
                  ? t("gaps.from", { from: format.duration(from) })
                  : from === 0
                    ? t("gaps.below", { to: format.duration(to) })
                    : t("gaps.between", { from: format.duration(from), to: format.duration(to) })}
              </th>
              <td>
                <span
                  className="gap-bar"
                  style={{ "--own": own / most, "--usual": usual / most } as CSSProperties}
                  data-usual={gaps.accounts > 0}
                >
                  <span className="gap-words">
                    {gaps.accounts > 0
                      ? t("gaps.cell", { own: format.share(own), usual: format.share(usual) })
                      : format.share(own)}
                  </span>
                </span>
              </td>
              <td className="number">{format.count(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
