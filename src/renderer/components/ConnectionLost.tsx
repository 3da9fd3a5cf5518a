/** In the place of what cannot be had while the server is lost: says so, and lets one look for it again. */
import { Alert, Button } from "@mantine/core"
import { useState, useSyncExternalStore } from "react"
import { connection, type Loss } from "../api/connection.ts"
import { useT } from "../i18n/index.ts"
import { look } from "../state/reconnect.ts"

export function useLost(): boolean {
  return useSyncExternalStore(connection.subscribe, connection.isLost)
}

/** Why it is lost; null while it is not. */
export function useLoss(): Loss | null {
  return useSyncExternalStore(connection.subscribe, connection.loss)
}

export function Retry() {
  const t = useT()
  const [looking, setLooking] = useState(false)
  return (
    <Button
      size="xs"
      variant="default"
      loading={looking}
      onClick={() => {
        setLooking(true)
        void look().finally(() => setLooking(false))
      }}
    >
      {t("state.retry")}
    </Button>
  )
}

/** `consequence` tells what that means here. */
export function ConnectionLost({ consequence }: { readonly consequence: string }) {
  const t = useT()
  const isLocked = useLoss() === "locked"
  return (
    <Alert color="red" title={t(isLocked ? "locked.short" : "lost.short")} data-testid="connection-lost">
      <div className="lost-body">
        <span>{isLocked ? t("locked.here") : consequence}</span>
        <Retry />
      </div>
    </Alert>
  )
}
