import { afterEach, expect, it, vi } from "vitest"

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

it.each([
  ["exec", "npx assay"],
  ["run", "assay"],
  ["", "assay"],
])("commands are told as they are typed where npm_command is %j: %s", async (npm, called) => {
  vi.stubEnv("npm_command", npm)
  vi.resetModules()
  expect((await import("../../src/cli/called.ts")).CALLED).toBe(called)
})
