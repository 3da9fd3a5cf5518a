/** The window's private door: assay://workbench/ answers with the api and the built page, and nothing else. */
import { type CustomScheme, protocol } from "electron"
import type { Answer } from "../api/workbench.ts"

const SCHEME = "assay"
const HOST = "workbench"
export const ADDRESS = `${SCHEME}://${HOST}/`

/** A standard and secure scheme has an origin, so the CSP's 'self', fetch and storage work as on the web. */
const SCHEMES: CustomScheme[] = [
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged(SCHEMES)
}

export function handleScheme(answer: Answer): void {
  protocol.handle(SCHEME, async (request) => {
    const { host } = new URL(request.url)
    return host === HOST ? answer(request) : new Response("Not found.\n", { status: 404 })
  })
}
