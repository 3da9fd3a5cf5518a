import { resolve } from "node:path"
import { afterEach, expect, it, vi } from "vitest"

const started = process.argv[1]
afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
  process.argv[1] = started!
})

it.each([
  ["exec", "/home/ana/checkout/bin/assay.mjs", "npx assay"],
  ["run-script", "/home/ana/project/node_modules/.bin/assay", "npx assay"],
  ["", "/usr/local/bin/assay", "assay"],
  ["", resolve("out/main/cli.js"), "node out/main/cli.js"],
  ["", "/home/ana/my checkout/out/main/cli.js", "node '/home/ana/my checkout/out/main/cli.js'"],
])(
  "commands are told as they are typed where npm_command is %j and %s was run: %s",
  async (npm, file, called) => {
    vi.stubEnv("npm_command", npm)
    process.argv[1] = file
    vi.resetModules()
    expect((await import("../../src/cli/called.ts")).CALLED).toBe(called)
  },
)
