/** What a page may never do, whatever it comes to show: leave, open windows, ask for devices, embed others. */
import { app, type Session } from "electron"
import { ADDRESS } from "./scheme.ts"

export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }))
    contents.on("will-attach-webview", (event) => event.preventDefault())
    contents.on("will-navigate", (event) => {
      // Reloading is no navigation away; anything else is.
      if (new URL(event.url).href.split("#")[0] !== ADDRESS) event.preventDefault()
    })
    contents.on("will-frame-navigate", (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
    contents.on("will-redirect", (event) => event.preventDefault())
  })
}
