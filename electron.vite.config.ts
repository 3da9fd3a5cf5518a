import { resolve } from "node:path"
import react from "@vitejs/plugin-react"
import { defineConfig } from "electron-vite"

// One build for all: the shell, the terminal, the server and the worker are entries of `main`,
// so that they share their chunks; `renderer` is the same page for the window and the browser.
export default defineConfig({
  main: {
    build: {
      target: "node20.19",
      rollupOptions: {
        input: {
          index: resolve("src/main/index.ts"),
          cli: resolve("src/cli/index.ts"),
          worker: resolve("src/engine/worker.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js" },
      },
    },
  },
  preload: {
    build: { rollupOptions: { input: resolve("src/preload/index.ts"), output: { format: "cjs", entryFileNames: "index.cjs" } } },
  },
  renderer: {
    root: "src/renderer",
    plugins: [react()],
    build: { rollupOptions: { input: resolve("src/renderer/index.html") } },
  },
})
