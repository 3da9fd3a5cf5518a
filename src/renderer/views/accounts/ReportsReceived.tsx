/** Who reported the account and when, what each reporter's word is worth, and what the report counts for. */
import type { AccountDetail } from "../../../core/account-detail.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { AccountLink } from "./parts.tsx"

const MOST = 20

export function ReportsReceived({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  const { reports } = detail
  if (reports.length === 0) return <p className="empty-note">{t("account.noReports")}</p>
  const counted = reports.reduce((sum, report) => sum + report.counted, 0)
  return (
    <>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("reports.time")}</th>
            <th scope="col">{t("reports.reporter")}</th>
            <th scope="col" className="number">
              {t("reports.record")}
            </th>
            <th scope="col" className="number">
              {t("reports.reliability")}
            </th>
            <th scope="col" className="number">
              {t("reports.counted")}
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.slice(0, MOST).map((report, i) => (
            <tr key={i}>
              <td>{format.timeAt(report.time, detail.profile.timeZone)}</td>
              <td>
                <AccountLink account={report.reporter} />
              </td>
              <td className="number">
                {t("reports.upheld", {
                  upheld: format.count(report.reporterUpheld),
                  decided: format.count(report.reporterDecided),
                })}
              </td>
              <td className="number">{format.decimal(report.reliability, 2)}</td>
              <td className="number">
                {format.decimal(report.counted, 2)}
                {report.burst > 1 ? ` (${t("reports.burst", { count: report.burst })})` : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="empty-note">
        {reports.length > MOST ? `${t("reports.more", { count: reports.length - MOST })} ` : ""}
        {t("reports.sum", { counted: format.decimal(counted, 2) })}
      </p>
    </>
  )
}
