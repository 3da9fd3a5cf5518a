/**
 * Who may ask: a request must name our own address as its host and, if any, as its origin, which stops
 * pages of other sites and names rebound to 127.0.0.1; and to use the api it must know the token, which
 * stops other users of the machine. The page itself holds no secret and needs none.
 */
import { timingSafeEqual } from "node:crypto"
import { toFailure } from "../api/failures.ts"
import { type Answer, isApiPath, secure } from "../api/workbench.ts"
import { AssayError } from "../core/errors.ts"

const OWN_NAMES = ["127.0.0.1", "localhost", "[::1]"]

/** The request does not come from the page that was opened with the printed address. */
export class AccessError extends AssayError {
  override name = "AccessError"
}

export interface GuardOptions {
  readonly token: string
  /** Known only once the server listens. */
  readonly port: () => number
}

export function guard(answer: Answer, { token, port }: GuardOptions): Answer {
  // Cookies are shared by all ports of a host: the name keeps two workbenches apart.
  const cookieName = () => `assay-${port()}`

  return async (request) => {
    const hosts = OWN_NAMES.map((name) => `${name}:${port()}`)
    const host = request.headers.get("host")?.toLowerCase() ?? ""
    if (!hosts.includes(host)) return refuse(403, `Host must be one of ${hosts.join(", ")}, got "${host}"`)
    const origin = request.headers.get("origin")
    if (origin !== null && origin !== `http://${host}`)
      return refuse(403, `Origin must be http://${host}, got "${origin}"`)

    const url = new URL(request.url)
    if (!isApiPath(url.pathname)) {
      const offered = url.searchParams.get("token")
      if (offered === null) return answer(request)
      return redirectWithoutToken(url, isEqual(offered, token) ? cookieName() : null, token)
    }
    const given = bearer(request) ?? cookie(request, cookieName())
    if (given !== null && isEqual(given, token)) return answer(request)
    return refuse(401, "the api needs the token of the address that was printed at start; open that address")
  }
}

/** Keeps the token out of the history and of screenshots; the browser carries the fragment over by itself. */
function redirectWithoutToken(url: URL, cookieName: string | null, token: string): Response {
  url.searchParams.delete("token")
  // A path of two slashes would name another host.
  const location = url.pathname.replace(/^\/+/, "/") + url.search
  const headers = new Headers({ location, "cache-control": "no-store" })
  if (cookieName) headers.set("set-cookie", `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`)
  return secure(new Response(null, { status: 303, headers }))
}

function refuse(status: 401 | 403, message: string): Response {
  return secure(Response.json(toFailure(new AccessError(message)), { status }))
}

function bearer(request: Request): string | null {
  return request.headers.get("authorization")?.match(/^Bearer (\S+)$/i)?.[1] ?? null
}

function cookie(request: Request, name: string): string | null {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=", 2)
    if (key === name && value) return value
  }
  return null
}

/** In a time that does not tell how much of it was right. */
function isEqual(given: string, token: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(token)
  return a.length === b.length && timingSafeEqual(a, b)
}
