/** The built renderer as a function from Request to Response: files of one folder, nothing above it. */
import { readFile } from "node:fs/promises"
import { extname, join, resolve, sep } from "node:path"

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
}

const text = (status: number, message: string) =>
  new Response(`${message}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } })

/** The file that a path of an address means, or null when it leaves the folder or is malformed. */
export function locate(folder: string, pathname: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (path.includes("\0") || path.includes("\\")) return null
  const file = resolve(join(folder, path.endsWith("/") ? `${path}index.html` : path))
  return file.startsWith(resolve(folder) + sep) ? file : null
}

export function createPages(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return text(405, "Only GET and HEAD.")
    const { pathname } = new URL(request.url)
    const file = locate(folder, pathname)
    if (!file) return text(404, "Not found.")
    try {
      const bytes = await readFile(file)
      const headers = {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-length": String(bytes.length),
        // Names under assets/ carry a hash of their content; the page itself names them anew at each build.
        "cache-control": pathname.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
      }
      return new Response(request.method === "HEAD" ? null : bytes, { headers })
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (["ENOENT", "EISDIR", "ENOTDIR", "ENAMETOOLONG"].includes(code ?? "")) return text(404, "Not found.")
      throw error
    }
  }
}
