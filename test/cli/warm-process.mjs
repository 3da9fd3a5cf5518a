/**
 * Runs commands of the built terminal one after the other, as warm.ts asks for them. The entry is evaluated anew each
 * time, as a module of another name; what it imports stays loaded. What a command leaves in the process is undone.
 */
import { Writable } from "node:stream"
import { pathToFileURL } from "node:url"

const entry = pathToFileURL(process.argv[2]).href
const LISTENED = [
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
  "uncaughtException",
  "unhandledRejection",
  "exit",
  "beforeExit",
]

/** A pipe, as it were: no terminal, and nothing is cut off. */
function pipe() {
  const parts = []
  const stream = new Writable({
    decodeStrings: true,
    write(part, _, done) {
      parts.push(part)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(parts).toString("utf8") }
}

let commands = 0
async function run({ folder, env, args }) {
  const before = new Map(LISTENED.map((event) => [event, process.rawListeners(event)]))
  const [out, err] = [pipe(), pipe()]
  process.chdir(folder)
  process.env = { ...env }
  process.argv.splice(1, Infinity, process.argv[1], ...args)
  Object.defineProperty(process, "stdout", { value: out.stream, configurable: true })
  Object.defineProperty(process, "stderr", { value: err.stream, configurable: true })
  process.exitCode = undefined
  await import(`${entry}?${commands++}`)
  const code = process.exitCode ?? 0
  process.exitCode = undefined
  for (const event of LISTENED)
    for (const listener of process.rawListeners(event)) {
      if (before.get(event).includes(listener)) continue
      process.off(event, listener)
      if (event === "exit") listener.call(process, code)
    }
  return { code, stdout: out.text(), stderr: err.text() }
}

process.on("message", async (asked) => process.send(await run(asked)))
process.on("disconnect", () => process.exit())
