/** Accounts that a detector found together with this one, how often, and what they shared. */
import { Button } from "@mantine/core"
import { useState } from "react"
import type { AccountDetail } from "../../../core/account-detail.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { detectorName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"
import { AccountLink } from "./parts.tsx"

const FEW = 10

type Neighbour = AccountDetail["neighbours"][number]

export function Neighbours({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const [all, showAll] = useState(false)
  const { neighbours } = detail
  if (neighbours.length === 0) return <p className="empty-note">{t("account.noNeighbours")}</p>
  return (
    <>
      <table className="data neighbours">
        <thead>
          <tr>
            <th scope="col">{t("column.account")}</th>
            <th scope="col">{t("neighbours.by")}</th>
            <th scope="col">{t("neighbours.shared")}</th>
            <th scope="col" className="number">
              {t("column.risk")}
            </th>
          </tr>
        </thead>
        <tbody>
          {neighbours.slice(0, all ? undefined : FEW).map((neighbour) => (
            <Row key={`${neighbour.detector}/${neighbour.account}`} neighbour={neighbour} detail={detail} />
          ))}
        </tbody>
      </table>
      {neighbours.length > FEW && !all ? (
        <Button size="compact-xs" variant="default" onClick={() => showAll(true)}>
          {t("neighbours.showAll", { count: neighbours.length })}
        </Button>
      ) : null}
    </>
  )
}

function Row({ neighbour, detail }: { readonly neighbour: Neighbour; readonly detail: AccountDetail }) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  const { account, detector } = neighbour
  const title = run.manifest.detectors.find(({ id }) => id === detector)?.title ?? detector
  return (
    <tr>
      <th scope="row">
        <AccountLink account={account} />
      </th>
      <td>{detectorName(t, detector, title)}</td>
      <td>
        <Shared neighbour={neighbour} timeZone={detail.profile.timeZone} />
      </td>
      <td className="number">{format.decimal(run.columns.risk[account] ?? Number.NaN, 3)}</td>
    </tr>
  )
}

/** How often, and for co-action on what and how many seconds apart. */
function Shared({ neighbour, timeZone }: { readonly neighbour: Neighbour; readonly timeZone: number }) {
  const t = useT()
  const format = useFormat()
  const { detector, weight, objects } = neighbour
  const words =
    detector === "co-action"
      ? t("neighbours.objects", { count: weight })
      : detector === "near-duplicate-text"
        ? t("neighbours.posts", { count: weight })
        : detector === "synthetic-media"
          ? t("neighbours.covers", { count: weight })
          : t("neighbours.times", { count: weight })
  if (objects.length === 0) return words
  return (
    <details>
      <summary>{words}</summary>
      <ul className="shared-objects">
        {objects.map(({ object, owner, time, secondsApart }) => (
          <li key={object}>
            {t("neighbours.object", { object, time: format.timeAt(time, timeZone) })}{" "}
            {t("neighbours.apart", { seconds: format.duration(secondsApart) })}{" "}
            {owner === null ? null : <AccountLink account={owner} />}
          </li>
        ))}
      </ul>
    </details>
  )
}
