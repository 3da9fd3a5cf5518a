/** Leads from an account to who it acts together with. */
import { Anchor } from "@mantine/core"
import { useT } from "../../i18n/index.ts"
import { usePlace } from "../../state/location.ts"
import { formatPlace } from "../../state/place.ts"

export function NetworkLink({ account }: { readonly account: number }) {
  const place = usePlace()
  const t = useT()
  return (
    <Anchor
      size="sm"
      href={formatPlace({ ...place, view: "network", account, group: null })}
      data-testid="network-link"
    >
      {t("network.link")}
    </Anchor>
  )
}
