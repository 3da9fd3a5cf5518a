/** Opens an address in the user's browser, where there is a display to show one. */
import { spawn } from "node:child_process"

export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  if (platform === "darwin" || platform === "win32") return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** The program and its arguments; `start` is a word of the Windows shell, whose first argument is a title. */
export function openCommand(
  address: string,
  platform: NodeJS.Platform,
): [program: string, ...rest: string[]] {
  if (platform === "darwin") return ["open", address]
  if (platform === "win32") return ["cmd", "/c", "start", '""', address.replaceAll("&", "^&")]
  return ["xdg-open", address]
}

/** Does not wait; where it fails, the address is printed anyway. */
export function openBrowser(address: string): void {
  const [program, ...rest] = openCommand(address, process.platform)
  const child = spawn(program, rest, { stdio: "ignore", detached: true, windowsVerbatimArguments: true })
  child.on("error", () => {})
  child.unref()
}
