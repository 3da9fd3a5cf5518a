import { existsSync } from "node:fs"
import { resolve } from "node:path"
import react from "@vitejs/plugin-react"
import { defineConfig } from "electron-vite"
import { codeDigestsPlugin } from "./scripts/code-digests.ts"

// One build for all: the shell, the terminal, the server, the worker and the benchmark are entries of `main`,
// so that they share their chunks; `renderer` is the same page for the window and the browser.
const entries = {
  index: "src/main/index.ts",
  cli: "src/cli/index.ts",
  server: "src/server/serve.ts",
  worker: "src/engine/worker.ts",
  kit: "src/kit/index.ts",
  host: "src/engine/plugins/host.ts",
  "kit-vitest": "src/kit/vitest.ts",
  bench: "bench/index.ts",
  results: "scripts/results/index.ts",
  "gate-power": "scripts/gate-power/index.ts",
}

// The benchmark and the makers of documents are not part of an installed copy.
const input = Object.fromEntries(
  Object.entries(entries)
    .map(([name, file]) => [name, resolve(file)] as const)
    .filter(([name, file]) => !["bench", "results", "gate-power"].includes(name) || existsSync(file)),
)

/**
 * Libraries of many small files, which Node takes a quarter of a second to find and read whenever a command starts;
 * in our own chunks they take a tenth of it.
 */
const BUNDLED = [
  "@duckdb/node-api",
  "zod",
  "yaml",
  "commander",
  "hono",
  "@hono/node-server",
  "@uwdata/flechette",
  "@faker-js/faker",
]

export default defineConfig({
  main: {
    plugins: [codeDigestsPlugin()],
    build: {
      target: "node20.19",
      externalizeDeps: { exclude: BUNDLED },
      rollupOptions: {
        input,
        external: [/^@duckdb\/node-bindings/, "vitest"],
        output: { format: "es", entryFileNames: "[name].js" },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: resolve("src/preload/index.ts"),
        output: { format: "cjs", entryFileNames: "index.cjs" },
      },
    },
  },
  renderer: {
    root: "src/renderer",
    plugins: [react()],
    build: {
      minify: true,
      rollupOptions: { input: resolve("src/renderer/index.html") },
      chunkSizeWarningLimit: 2000,
    },
  },
})
