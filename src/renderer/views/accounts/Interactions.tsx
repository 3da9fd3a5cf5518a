/** What the account did to others, by kind. */
import type { AccountDetail } from "../../../core/account-detail.ts"
import { INTERACTION_KINDS } from "../../../core/evidence/evidence.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"

export function Interactions({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  if (detail.interactions.length === 0) return <p className="empty-note">{t("account.noInteractions")}</p>
  const rows = INTERACTION_KINDS.map((kind) => {
    const some = detail.interactions.filter((interaction) => interaction.kind === kind)
    const targets = new Set(some.map(({ target }) => target).filter((target) => target !== null))
    return { kind, count: some.length, targets: targets.size }
  }).filter(({ count }) => count > 0)
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t("interactions.kind")}</th>
          <th scope="col" className="number">
            {t("interactions.count")}
          </th>
          <th scope="col" className="number">
            {t("interactions.portion")}
          </th>
          <th scope="col" className="number">
            {t("interactions.targets")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, count, targets }) => (
          <tr key={kind}>
            <th scope="row">{t(`interaction.${kind}`)}</th>
            <td className="number">{format.count(count)}</td>
            <td className="number">{format.share(count / detail.interactions.length)}</td>
            <td className="number">{format.count(targets)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
