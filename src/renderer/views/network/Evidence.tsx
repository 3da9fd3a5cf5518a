/** What joins the accounts of a group, in words and by the objects that they acted on together. */
import { Anchor, Loader } from "@mantine/core"
import type { GroupBlock, GroupEvidence, NetworkGroup } from "../../../api/contract.ts"
import { api } from "../../api/client.ts"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { goTo } from "../../state/location.ts"
import { useResource } from "../../state/resource.ts"

/** The platform's time zone, in hours east of UTC. */
const PLATFORM = 8

export function Evidence({ group, window }: { readonly group: NetworkGroup; readonly window: number }) {
  const t = useT()
  const format = useFormat()
  const size = group.members.length
  return (
    <Panel
      title={t("network.evidence.title", { number: format.count(group.number) })}
      meaning={t("network.evidence.meaning")}
      className="network-evidence"
    >
      <p data-testid="group-evidence">
        {t("network.evidence.pairs", {
          links: format.count(group.links),
          pairs: format.count((size * (size - 1)) / 2),
          density: format.share(group.density),
          window: format.count(window),
          mean: format.number(group.together / group.links),
        })}
      </p>
      {group.block ? <Block block={group.block} /> : null}
      <Shared group={group} window={window} />
    </Panel>
  )
}

/** Against chance, as dense-groups has it. */
function Block({ block }: { readonly block: GroupBlock }) {
  const t = useT()
  const format = useFormat()
  return (
    <p>
      <Meaning of={t("network.evidence.block.meaning")}>
        {t("network.evidence.block", {
          members: format.count(block.members),
          joined: format.count(Math.round(block.joined)),
          expected: format.number(block.expected),
        })}
      </Meaning>{" "}
      {t(block.surprise > Math.LN2 ? "network.evidence.beyond" : "network.evidence.chance")}
    </p>
  )
}

function Shared({ group, window }: { readonly group: NetworkGroup; readonly window: number }) {
  const { id } = useDial().run.manifest
  const lost = useLost()
  const t = useT()
  const found = useResource(`${id}/${group.number}`, () => api.groupEvidence(id, group.number))
  if (found.state === "failed")
    return <p className="network-note">{t("network.evidence.failed", { message: found.failure.message })}</p>
  if (found.state !== "ready")
    return lost ? (
      <ConnectionLost consequence={t("network.lost")} />
    ) : (
      <p className="network-note" role="status">
        <Loader size={12} mr={6} />
        {t("network.evidence.loading")}
      </p>
    )
  return <Objects evidence={found.value} of={group.members.length} window={window} />
}

interface ObjectsProps {
  readonly evidence: GroupEvidence
  readonly of: number
  readonly window: number
}

function Objects({ evidence, of, window }: ObjectsProps) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <p>
        {t("network.evidence.objects", {
          objects: format.count(evidence.objects),
          shared: format.count(evidence.sharedObjects),
          window: format.count(window),
        })}
        {evidence.members < of
          ? ` ${t("network.evidence.some", { members: format.count(evidence.members) })}`
          : null}
      </p>
      {evidence.strongest.length > 0 ? (
        <table className="data" data-testid="shared-objects">
          <thead>
            <tr>
              <th scope="col">{t("network.object")}</th>
              <th scope="col">{t("network.object.author")}</th>
              <th scope="col" className="number">
                <Meaning of={t("network.object.together.meaning")}>{t("network.object.together")}</Meaning>
              </th>
              <th scope="col" className="number">
                <Meaning of={t("network.object.within.meaning")}>{t("network.object.within")}</Meaning>
              </th>
              <th scope="col">{t("network.object.time")}</th>
            </tr>
          </thead>
          <tbody>
            {evidence.strongest.map((object) => (
              <tr key={object.object}>
                <th scope="row">{t("network.object.number", { object: object.object })}</th>
                <td>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    onClick={() => goTo({ view: "accounts", account: object.author })}
                  >
                    {t("account.title", { account: object.author })}
                  </Anchor>
                </td>
                <td className="number">
                  {t("network.object.of", {
                    together: format.count(object.together),
                    acting: format.count(object.acting),
                  })}
                </td>
                <td className="number">{format.duration(object.seconds)}</td>
                <td>{format.timeAt(object.time, PLATFORM)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}
