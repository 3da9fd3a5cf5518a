/** The account that is chosen in the graph: what is known of it, and where to go from it. */
import { Anchor, CloseButton } from "@mantine/core"
import type { NetworkGraph } from "../../../api/contract.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { ClassMark } from "../../components/ClassMark.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { formatPlace } from "../../state/place.ts"

interface AccountCardProps {
  readonly graph: NetworkGraph
  /** Edges at each account, by place. */
  readonly degrees: Uint32Array
  readonly account: number
  readonly showsTruth: boolean
  readonly onClose: () => void
}

export function AccountCard({ graph, degrees, account, showsTruth, onClose }: AccountCardProps) {
  const { run } = useDial()
  const { threshold } = useRested()
  const labelled = useLabelled()
  const place = usePlace()
  const t = useT()
  const format = useFormat()
  const at = graph.accounts.indexOf(account)
  const risk = run.columns.risk[account]!
  const group = graph.group[at]!
  const archetype = run.manifest.archetypes[run.columns.archetype[account]!]!.id
  return (
    <section className="network-card" aria-label={t("network.card")} data-testid="network-card">
      <header>
        <h3>{t("account.title", { account })}</h3>
        <CloseButton size="sm" aria-label={t("network.card.close")} onClick={onClose} />
      </header>
      <dl>
        <dt>{t("column.risk")}</dt>
        <dd>
          {Number.isNaN(risk) ? t("score.missing") : format.decimal(risk, 4)}
          {risk >= threshold ? ` · ${t("score.flagged")}` : null}
        </dd>
        <dt>{t("network.degree")}</dt>
        <dd>{format.count(degrees[at]!)}</dd>
        <dt>{t("network.column.community")}</dt>
        <dd>{format.count(graph.community[at]! + 1)}</dd>
        {group > 0 ? (
          <>
            <dt>{t("network.column.group")}</dt>
            <dd>
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => goTo({ group, account: null })}
              >
                {t("network.group", { number: format.count(group) })}
              </Anchor>
            </dd>
          </>
        ) : null}
        {showsTruth ? (
          <>
            <dt>{t("truth.title")}</dt>
            <dd>
              <ClassMark managed={labelled.label[account] === 1}>
                <ArchetypeName id={archetype} />
              </ClassMark>
            </dd>
          </>
        ) : null}
      </dl>
      <footer>
        <Anchor size="sm" href={formatPlace({ ...place, view: "accounts", account })}>
          {t("network.card.page")}
        </Anchor>
        {place.account === account ? null : (
          <Anchor component="button" type="button" size="sm" onClick={() => goTo({ account, group: null })}>
            {t("network.card.around")}
          </Anchor>
        )}
      </footer>
    </section>
  )
}
