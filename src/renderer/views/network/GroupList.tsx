/** The groups of a run, as a table that can be ordered; choosing one draws it. */
import { Tooltip, VisuallyHidden } from "@mantine/core"
import { useMemo, useState } from "react"
import type { GroupList as Groups } from "../../../api/contract.ts"
import { Live } from "../../components/Live.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import {
  flaggedShare,
  GROUP_COLUMNS,
  type GroupColumn,
  type GroupRow,
  groupRow,
  groupValue,
  isBeyondChance,
  managedShare,
} from "./group-rows.ts"

/** Rows drawn; by another order others come first. */
const MOST_ROWS = 200

export function GroupList({ list, showsTruth }: { readonly list: Groups; readonly showsTruth: boolean }) {
  const { run } = useDial()
  const { threshold } = useRested()
  const labelled = useLabelled()
  const t = useT()
  const format = useFormat()
  const [order, setOrder] = useState<{ column: GroupColumn; falls: boolean }>({
    column: "number",
    falls: false,
  })
  const rows = useMemo(() => list.groups.map((group) => groupRow(group, run.columns.risk)), [list, run])
  const sorted = useMemo(() => {
    const value = (row: GroupRow) => groupValue(row, order.column, threshold, labelled.label)
    const direction = order.falls ? -1 : 1
    return rows.toSorted((p, q) => direction * (value(p) - value(q)) || p.group.number - q.group.number)
  }, [rows, order, threshold, labelled])
  const columns = GROUP_COLUMNS.filter((column) => column !== "managed" || showsTruth)
  return (
    <>
      <p className="network-note">
        {t(
          list.groups.length === 0
            ? "network.groups.lead.none"
            : list.groups.length === 1
              ? "network.groups.lead.one"
              : "network.groups.lead.many",
          {
            groups: format.count(list.groups.length),
            accounts: format.count(list.linkedAccounts),
            window: format.count(list.window),
          },
        )}
        {list.isCut ? ` ${t("network.groups.cut")}` : null}
      </p>
      {rows.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="network-groups" tabIndex={0} aria-label={t("network.groups.title")}>
          <table className="data" data-testid="group-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <GroupHead key={column} column={column} order={order} onOrder={setOrder} />
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, MOST_ROWS).map((row) => (
                <GroupLine key={row.group.number} row={row} showsTruth={showsTruth} label={labelled.label} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > MOST_ROWS ? (
        <p className="network-note">
          {t("network.groups.more", { shown: format.count(MOST_ROWS), all: format.count(rows.length) })}
        </p>
      ) : null}
    </>
  )
}

interface GroupHeadProps {
  readonly column: GroupColumn
  readonly order: { readonly column: GroupColumn; readonly falls: boolean }
  readonly onOrder: (order: { column: GroupColumn; falls: boolean }) => void
}

function GroupHead({ column, order, onOrder }: GroupHeadProps) {
  const t = useT()
  const isOrder = order.column === column
  return (
    <th
      scope="col"
      className={column === "number" || column === "beyond" ? undefined : "number"}
      aria-sort={isOrder ? (order.falls ? "descending" : "ascending") : "none"}
    >
      <Tooltip
        label={t(`network.groups.${column}.meaning`)}
        multiline
        w={280}
        withArrow
        openDelay={150}
        events={{ hover: true, focus: true, touch: false }}
      >
        <button
          type="button"
          className="network-head"
          // What is large is looked for first, but groups are counted from 1.
          onClick={() => onOrder({ column, falls: isOrder ? !order.falls : column !== "number" })}
        >
          {t(`network.groups.${column}`)}
          <span aria-hidden="true">{isOrder ? (order.falls ? " ↓" : " ↑") : ""}</span>
        </button>
      </Tooltip>
    </th>
  )
}

interface GroupLineProps {
  readonly row: GroupRow
  readonly showsTruth: boolean
  readonly label: Uint8Array
}

function GroupLine({ row, showsTruth, label }: GroupLineProps) {
  const { group, account } = usePlace()
  const t = useT()
  const format = useFormat()
  const { number, members, density } = row.group
  const isChosen = account === null && group === number
  return (
    <tr className={isChosen ? "network-chosen" : undefined}>
      <th scope="row">
        <button
          type="button"
          className="network-group"
          aria-label={t("network.group", { number: format.count(number) })}
          aria-current={isChosen ? "true" : undefined}
          data-testid={`group-${number}`}
          onClick={() => goTo({ group: number, account: null })}
        >
          {format.count(number)}
        </button>
      </th>
      <td className="number">{format.count(members.length)}</td>
      <td className="number">{format.share(density)}</td>
      <td className="number">{format.decimal(row.meanRisk)}</td>
      <td className="number">
        <Live read={({ setting }) => format.share(flaggedShare(row, setting.threshold))} />
      </td>
      <td>
        {isBeyondChance(row) ? (
          <>
            <span aria-hidden="true">✓</span>
            <VisuallyHidden>{t("network.groups.beyond")}</VisuallyHidden>
          </>
        ) : null}
      </td>
      {showsTruth ? <td className="number">{format.share(managedShare(row, label))}</td> : null}
    </tr>
  )
}
