/** One account in full, over the list that it was opened from; the list goes on beneath, account by account. */
import { Alert, Button, Drawer } from "@mantine/core"
import { useEffect } from "react"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { goTo, replacePlace } from "../../state/location.ts"
import { AccountPage } from "./AccountPage.tsx"

interface AccountDrawerProps {
  readonly account: number | null
  /** The list that it was opened from. */
  readonly rows: Uint32Array
  readonly onClosed: () => void
}

export function AccountDrawer({ account, rows, onClosed }: AccountDrawerProps) {
  const { run } = useDial()
  const t = useT()
  const isThere = account !== null && account < run.manifest.accounts
  return (
    <Drawer.Root
      opened={account !== null}
      onClose={() => goTo({ account: null })}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      position="right"
      size="min(1320px, 96vw)"
      transitionProps={{ duration: 120 }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header>
          <div className="account-head">
            <Drawer.Title>{t("account.title", { account: account ?? 0 })}</Drawer.Title>
            {isThere ? <Steps account={account} rows={rows} /> : null}
          </div>
          <Drawer.CloseButton aria-label={t("account.close")} />
        </Drawer.Header>
        <Drawer.Body>
          {account !== null && !isThere ? (
            <Alert color="red" title={t("account.unknown", { account })}>
              {t("account.unknownHelp", { last: run.manifest.accounts - 1 })}
            </Alert>
          ) : null}
          {isThere ? <AccountPage key={account} account={account} /> : null}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null

/** To the account before and after it in the list, by button or by K and J. */
function Steps({ account, rows }: { readonly account: number; readonly rows: Uint32Array }) {
  const t = useT()
  const format = useFormat()
  const place = rows.indexOf(account)
  const before = place > 0 ? rows[place - 1] : undefined
  const after = place >= 0 ? rows[place + 1] : rows[0]

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const next = key === "j" ? after : key === "k" ? before : undefined
      // Leafing through a list leaves one step in the history, not one an account.
      if (next !== undefined) replacePlace({ account: next })
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [before, after])

  return (
    <span className="account-steps">
      <span className="controls-note" data-testid="account-place">
        {place < 0
          ? t("account.notInList")
          : t("account.place", { place: format.count(place + 1), count: format.count(rows.length) })}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={before === undefined}
        aria-keyshortcuts="K"
        onClick={() => before !== undefined && replacePlace({ account: before })}
      >
        {t("account.before")} <kbd>K</kbd>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={after === undefined}
        aria-keyshortcuts="J"
        onClick={() => after !== undefined && replacePlace({ account: after })}
      >
        {t("account.after")} <kbd>J</kbd>
      </Button>
    </span>
  )
}
