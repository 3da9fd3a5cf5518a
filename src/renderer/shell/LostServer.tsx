/** Says that the server is gone, and looks for it again. What is on the screen stays. */
import { Alert, Button } from "@mantine/core"
import { useEffect, useState, useSyncExternalStore } from "react"
import { api } from "../api/client.ts"
import { connection } from "../api/connection.ts"
import { useT } from "../i18n/index.ts"
import { adoptJob } from "../state/job.ts"
import { refreshLibrary } from "../state/library.ts"

const HEARTBEAT_MS = 4000

async function look(): Promise<void> {
  const wasLost = connection.isLost()
  try {
    await api.health()
  } catch {
    // The connection has taken note.
    return
  }
  if (!wasLost) return
  await refreshLibrary()
  await adoptJob()
}

export function LostServer() {
  const t = useT()
  const lost = useSyncExternalStore(connection.subscribe, connection.isLost)
  const [looking, setLooking] = useState(false)

  useEffect(() => {
    const heartbeat = window.setInterval(() => {
      if (!document.hidden) void look()
    }, HEARTBEAT_MS)
    return () => window.clearInterval(heartbeat)
  }, [])

  if (!lost) return null
  return (
    <Alert color="red" title={t("lost.title")} role="alert" className="lost" data-testid="lost-server">
      <div className="lost-body">
        <span>{t("lost.text")}</span>
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
      </div>
    </Alert>
  )
}
