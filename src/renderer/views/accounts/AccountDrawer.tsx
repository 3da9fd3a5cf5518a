/** One account in full, over the table that it was opened from. */
import { Alert, Drawer, Loader } from "@mantine/core"
import { api } from "../../api/client.ts"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Failed } from "../../components/Failed.tsx"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { goTo } from "../../state/location.ts"
import { useResource } from "../../state/resource.ts"
import { AccountPage } from "./AccountPage.tsx"

export function AccountDrawer({ account }: { readonly account: number | null }) {
  const { run } = useDial()
  const t = useT()
  const lost = useLost()
  const wanted = account !== null && account < run.manifest.accounts ? account : null
  const detail = useResource(wanted === null ? null : `${run.manifest.id}/${wanted}`, () =>
    api.account(run.manifest.id, wanted ?? 0),
  )
  return (
    <Drawer
      opened={account !== null}
      onClose={() => goTo({ account: null })}
      position="right"
      size="min(1120px, 94vw)"
      title={t("account.title", { account: account ?? 0 })}
      closeButtonProps={{ "aria-label": t("account.close") }}
      transitionProps={{ duration: 120 }}
    >
      {account !== null && wanted === null ? (
        <Alert color="red" title={t("account.unknown", { account })}>
          {t("account.unknownHelp", { last: run.manifest.accounts - 1 })}
        </Alert>
      ) : null}
      {detail.state === "loading" ? (
        lost ? (
          <ConnectionLost consequence={t("lost.account")} />
        ) : (
          <Loader aria-label={t("state.loading")} />
        )
      ) : null}
      {detail.state === "failed" ? <Failed title={t("account.failed")} failure={detail.failure} /> : null}
      {detail.state === "ready" ? <AccountPage detail={detail.value} /> : null}
    </Drawer>
  )
}
