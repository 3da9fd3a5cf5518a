/** The accounts and lines of the picture as tables, for whoever does not see it or wants to look something up. */
import { SegmentedControl } from "@mantine/core"
import { useMemo, useState } from "react"
import type { NetworkGraph } from "../../../api/contract.ts"
import { EDGE_KINDS } from "../../../core/network/contents.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { ClassMark } from "../../components/ClassMark.tsx"
import { Panel } from "../../components/Panel.tsx"
import { Score } from "../../components/Score.tsx"
import { csvFile, useSavable } from "../../export/savables.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useLabelled, useRested } from "../../state/dial.ts"
import { accountsTable, edgesTable } from "./saved-tables.ts"
import { type GridColumn, VirtualGrid } from "./VirtualGrid.tsx"

interface ContentsProps {
  readonly graph: NetworkGraph
  /** Edges at each account, by place. */
  readonly degrees: Uint32Array
  readonly showsTruth: boolean
  readonly chosen: number | null
  readonly onChoose: (account: number) => void
}

export function Contents(props: ContentsProps) {
  const t = useT()
  const [part, setPart] = useState<"accounts" | "edges">("accounts")
  return (
    <Panel
      title={t("network.table.title")}
      meaning={t("network.table.meaning")}
      className="network-contents"
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t("network.table")}
          value={part}
          onChange={setPart}
          data={[
            { value: "accounts", label: t("network.table.accounts") },
            { value: "edges", label: t("network.table.edges") },
          ]}
        />
      }
    >
      <Saved {...props} />
      {part === "accounts" ? <Accounts {...props} /> : <Edges {...props} />}
    </Panel>
  )
}

/** Announces both tables to the panel's menu, whichever is open. */
function Saved({ graph, showsTruth }: ContentsProps) {
  const { run } = useDial()
  const { threshold } = useRested()
  const labelled = useLabelled()
  const t = useT()
  useSavable({
    name: t("network.table.accounts"),
    stem: "network-accounts",
    make: {
      csv: async () => csvFile(accountsTable(graph, { run, labelled, threshold, showsTruth }, t)),
    },
  })
  useSavable({
    name: t("network.table.edges"),
    stem: "network-edges",
    make: { csv: async () => csvFile(edgesTable(graph, t)) },
  })
  return null
}

function Accounts({ graph, degrees, showsTruth, chosen, onChoose }: ContentsProps) {
  const { run } = useDial()
  const { threshold } = useRested()
  const labelled = useLabelled()
  const t = useT()
  const format = useFormat()
  const columns = useMemo((): GridColumn[] => {
    const { archetype, risk } = run.columns
    const account = (row: number) => graph.accounts[row]!
    const number = (
      id: "group" | "community" | "degree" | "step",
      width: number,
      value: (row: number) => number,
    ) => ({
      id,
      header: t(`network.column.${id}`),
      meaning: t(id === "community" ? "network.community.meaning" : `network.column.${id}.meaning`),
      width,
      isNumber: true,
      value,
      cell: (row: number) => (value(row) === 0 && id === "group" ? "" : format.count(value(row))),
    })
    return [
      {
        id: "account",
        header: t("network.column.account"),
        meaning: t("network.column.account.meaning"),
        width: 84,
        isNumber: true,
        value: account,
        cell: account,
      },
      {
        id: "risk",
        header: t("network.column.risk"),
        meaning: t("column.risk.meaning"),
        width: 110,
        value: (row) => risk[account(row)]!,
        cell: (row) => (
          <Score value={risk[account(row)]!} digits={4} flagged={risk[account(row)]! >= threshold} />
        ),
      },
      {
        id: "flagged",
        header: t("network.column.flagged"),
        meaning: t("network.column.flagged.meaning"),
        width: 84,
        value: (row) => (risk[account(row)]! >= threshold ? 1 : 0),
        cell: (row) => t(risk[account(row)]! >= threshold ? "network.yes" : "network.no"),
      },
      number("degree", 72, (row) => degrees[row]!),
      number("community", 100, (row) => graph.community[row]! + 1),
      number("group", 72, (row) => graph.group[row]!),
      ...(graph.step ? [number("step", 72, (row) => graph.step![row]!)] : []),
      ...(showsTruth
        ? [
            {
              id: "archetype",
              header: t("column.archetype"),
              meaning: t("column.archetype.meaning"),
              width: 190,
              value: (row: number) => archetype[account(row)]!,
              cell: (row: number) => (
                <ClassMark managed={labelled.label[account(row)] === 1}>
                  <ArchetypeName id={run.manifest.archetypes[archetype[account(row)]!]!.id} tabIndex={-1} />
                </ClassMark>
              ),
            },
          ]
        : []),
    ]
  }, [graph, degrees, run, threshold, labelled, showsTruth, t, format])
  return (
    <VirtualGrid
      label={t("network.table.aria.accounts")}
      rows={graph.accounts.length}
      columns={columns}
      chosen={chosen === null ? null : graph.accounts.indexOf(chosen)}
      onChoose={(row) => onChoose(graph.accounts[row]!)}
      testId="network-accounts"
    />
  )
}

function Edges({ graph, onChoose }: ContentsProps) {
  const t = useT()
  const format = useFormat()
  const { accounts, edges } = graph
  const columns = useMemo((): GridColumn[] => {
    const end = (id: "from" | "to") => ({
      id,
      header: t(`network.column.${id}`),
      meaning: t(`network.column.${id}.meaning`),
      width: 100,
      isNumber: true,
      value: (row: number) => accounts[edges[id][row]!]!,
      cell: (row: number) => accounts[edges[id][row]!]!,
    })
    return [
      end("from"),
      end("to"),
      {
        id: "kind",
        header: t("network.column.kind"),
        meaning: t("network.column.kind.meaning"),
        width: 150,
        value: (row) => edges.kind[row]!,
        cell: (row) => t(`network.edge.${EDGE_KINDS[edges.kind[row]!]!}`),
      },
      {
        id: "weight",
        header: t("network.column.weight"),
        meaning: t("network.column.weight.meaning"),
        width: 100,
        isNumber: true,
        value: (row) => edges.weight[row]!,
        cell: (row) => format.count(edges.weight[row]!),
      },
    ]
  }, [accounts, edges, t, format])
  return (
    <VirtualGrid
      label={t("network.table.aria.edges")}
      rows={edges.from.length}
      columns={columns}
      chosen={null}
      onChoose={(row) => onChoose(accounts[edges.from[row]!]!)}
      testId="network-edges"
    />
  )
}
