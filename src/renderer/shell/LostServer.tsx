/** Says that the server is gone, and looks for it again. What is on the screen stays. */
import { Alert } from "@mantine/core"
import { useEffect } from "react"
import { Retry, useLoss } from "../components/ConnectionLost.tsx"
import { useT } from "../i18n/index.ts"
import { look } from "../state/reconnect.ts"

const HEARTBEAT_MS = 4000

export function LostServer() {
  const t = useT()
  const loss = useLoss()

  useEffect(() => {
    const heartbeat = window.setInterval(() => {
      if (!document.hidden) void look()
    }, HEARTBEAT_MS)
    return () => window.clearInterval(heartbeat)
  }, [])

  if (loss === null) return null
  return (
    <Alert
      color="red"
      title={t(loss === "locked" ? "locked.title" : "lost.title")}
      role="alert"
      className="lost"
      data-testid={loss === "locked" ? "locked" : "lost-server"}
    >
      <div className="lost-body">
        <span>{t(loss === "locked" ? "locked.text" : "lost.text")}</span>
        <Retry />
      </div>
    </Alert>
  )
}
