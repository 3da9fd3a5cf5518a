/** Runs Electron until its window is closed. */
import { spawn } from "node:child_process"

/** Resolves with null when there was a window, otherwise with a few words on why there was none. */
export function runWindow(program, args) {
  return new Promise((resolve) => {
    let wasShown = false
    const child = spawn(program, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] })
    child.on("message", () => {
      wasShown = true
    })
    // The terminal tells Electron of Ctrl-C itself; of the rest only we are told.
    const handlers = {
      SIGINT: () => {},
      SIGTERM: (signal) => child.kill(signal),
      SIGHUP: (signal) => child.kill(signal),
    }
    for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler)
    const settle = (outcome) => {
      for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler)
      resolve(outcome)
    }
    child.on("error", (error) => settle(`Electron did not start: ${error.message}`))
    child.on("exit", (code, signal) => {
      const wasAsked = signal === "SIGINT" || signal === "SIGTERM" || signal === "SIGHUP"
      if (wasShown || wasAsked || code === 0) settle(null)
      else settle(`Electron did not start (${signal ?? `exit code ${code}`})`)
    })
  })
}
