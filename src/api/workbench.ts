/**
 * The whole workbench as one function from Request to Response: the api below /api, the built renderer
 * elsewhere, and on every answer the headers that keep the page to itself. Both doors hand requests to it.
 */
import { createPages } from "./pages.ts"

export type Answer = (request: Request) => Promise<Response>

/**
 * Scripts, fonts and data only from where the page came from. Styles may stand inline because the component
 * library writes its variables so; they can fetch nothing from elsewhere.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
}

export const isApiPath = (pathname: string) => pathname === "/api" || pathname.startsWith("/api/")

/** Sets the headers in place: a streaming answer stays the same stream. */
export function secure(response: Response): Response {
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value)
  return response
}

export function createWorkbench(
  api: { fetch(request: Request): Response | Promise<Response> },
  rendererFolder: string,
): Answer {
  const pages = createPages(rendererFolder)
  return async (request) => {
    const isApi = isApiPath(new URL(request.url).pathname)
    const response = secure(await (isApi ? api.fetch(request) : pages(request)))
    if (isApi) response.headers.set("cache-control", "no-store")
    return response
  }
}
