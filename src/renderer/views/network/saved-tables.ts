/** The accounts and lines that are drawn, as they are saved: all of them, in full precision. */
import type { NetworkGraph } from "../../../api/contract.ts"
import { EDGE_KINDS } from "../../../core/network/contents.ts"
import type { Table } from "../../export/table.ts"
import type { Translate } from "../../i18n/index.ts"
import { archetypeName } from "../../names.ts"
import type { LabelledRun, LoadedRun } from "../../state/run.ts"
import { degreesOf } from "./graph-model.ts"

export interface SavedAccounts {
  readonly run: LoadedRun
  readonly labelled: LabelledRun
  readonly threshold: number
  /** Whether what is known only of a simulation stands in it. */
  readonly showsTruth: boolean
}

export function accountsTable(
  graph: NetworkGraph,
  { run, labelled, threshold, showsTruth }: SavedAccounts,
  t: Translate,
): Table {
  const { columns, manifest } = run
  const degree = degreesOf(graph)
  const told = manifest.scenario.archetypes
  const yes = (is: boolean) => t(is ? "network.yes" : "network.no")
  const nameOf = (account: number) =>
    archetypeName(t, told, manifest.archetypes[columns.archetype[account]!]!.id)
  return {
    columns: [
      t("network.column.account"),
      t("network.column.risk"),
      t("network.column.flagged"),
      t("network.column.degree"),
      t("network.column.community"),
      t("network.column.group"),
      ...(graph.step ? [t("network.column.step")] : []),
      ...(showsTruth ? [t("column.archetype"), t("class.managed")] : []),
    ],
    rows: graph.accounts.map((account, at) => [
      account,
      columns.risk[account]!,
      yes(columns.risk[account]! >= threshold),
      degree[at]!,
      graph.community[at]! + 1,
      graph.group[at] || null,
      ...(graph.step ? [graph.step[at]!] : []),
      ...(showsTruth ? [nameOf(account), yes(labelled.label[account] === 1)] : []),
    ]),
  }
}

export function edgesTable({ accounts, edges }: NetworkGraph, t: Translate): Table {
  return {
    columns: [
      t("network.column.from"),
      t("network.column.to"),
      t("network.column.kind"),
      t("network.column.weight"),
    ],
    rows: edges.from.map((from, edge) => [
      accounts[from]!,
      accounts[edges.to[edge]!]!,
      t(`network.edge.${EDGE_KINDS[edges.kind[edge]!]!}`),
      edges.weight[edge]!,
    ]),
  }
}
