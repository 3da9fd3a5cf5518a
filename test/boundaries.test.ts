import { readdirSync, readFileSync } from "node:fs"
import { join, normalize } from "node:path/posix"
import { describe, expect, it } from "vitest"
import { findCycles, findViolations, importsOf, RULES, type Violation } from "./setup/boundaries.ts"

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => join("src", name.replaceAll("\\", "/")))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))

const describeViolation = ({ file, line, found, rule }: Violation) => `${file}:${line}: ${found}: ${rule}`

describe("the boundaries between the folders of src", () => {
  it("are kept by every import and every global", () => {
    const violations = sources.flatMap((file) => findViolations(file, readFileSync(file, "utf8")))
    expect(violations.map(describeViolation)).toEqual([])
  })

  it("leave no cycle between folders", () => {
    const edges = new Set<string>()
    for (const file of sources)
      for (const { specifier } of importsOf(file, readFileSync(file, "utf8"))) {
        const target = specifier.startsWith(".") ? normalize(join(file, "..", specifier)) : ""
        const [from, to] = [file.split("/")[1], target.split("/")[1]]
        if (target.startsWith("src/") && from !== to) edges.add(`${from} -> ${to}`)
      }
    expect(findCycles(edges)).toEqual([])
  })
})

describe("the checker", () => {
  const planted: [what: string, file: string, source: string, rule: string][] = [
    ["a static import upwards", "src/core/a.ts", `import { b } from "../engine/b.ts"`, RULES.core],
    ["a type import upwards", "src/core/a.ts", `import type { B } from "../api/b.ts"`, RULES.core],
    ["a type named in place", "src/core/a.ts", `let b: import("../api/b.ts").B`, RULES.core],
    ["a re-export upwards", "src/engine/a.ts", `export * from "../store/b.ts"`, RULES.engine],
    ["a dynamic import upwards", "src/store/a.ts", `await import("../api/b.ts")`, RULES.store],
    ["an import sideways", "src/api/a.ts", `import "../server/b.ts"`, RULES.api],
    ["the window in the server", "src/server/a.ts", `import "../main/b.ts"`, RULES.server],
    ["the page's words in a report", "src/report/a.ts", `import "../renderer/i18n/en.ts"`, RULES.report],
    ["the clock in a report", "src/report/a.ts", "export const a = new Date()", RULES.pure],
    ["the server in the window", "src/main/a.ts", `import "../server/b.ts"`, RULES.main],
    ["the page in the terminal", "src/cli/a.ts", `import "../renderer/b.ts"`, RULES.cli],
    ["the terminal in the kit", "src/kit/a.ts", `import "../cli/b.ts"`, RULES.kit],
    ["the kit in the engine", "src/engine/a.ts", `import "../kit/b.ts"`, RULES.engine],
    ["the api in the preload", "src/preload/a.ts", `import "../api/b.ts"`, RULES.preload],
    ["the api's code in the page", "src/renderer/a.ts", `import { b } from "../api/app.ts"`, RULES.renderer],
    [
      "the generator in the page",
      "src/renderer/a.ts",
      `import { b } from "../core/pipeline.ts"`,
      RULES.renderer,
    ],
    [
      "the engine's types in the page",
      "src/renderer/a.ts",
      `import type { B } from "../engine/b.ts"`,
      RULES.renderer,
    ],
    ["the tests in the sources", "src/api/a.ts", `import "../../test/b.ts"`, RULES.outside],
    ["electron in the api", "src/api/a.ts", `import { app } from "electron"`, RULES.electron],
    ["a part of electron", "src/cli/a.ts", `import { app } from "electron/main"`, RULES.electron],
    ["react in the server", "src/server/a.ts", `import { createRoot } from "react-dom/client"`, RULES.react],
    ["Node in core", "src/core/a.ts", `import { join } from "node:path"`, RULES.node],
    ["Node by its bare name", "src/renderer/a.tsx", `import fs from "fs/promises"`, RULES.node],
    ["a global of Node in core", "src/core/a.ts", "export const a = process.env.A", RULES.pure],
    ["a global of Node in the page", "src/renderer/a.tsx", "export const a = Buffer.alloc(1)", RULES.node],
    ["the document in core", "src/core/a.ts", "document.title = 'a'", RULES.pure],
    ["chance in core", "src/core/a.ts", "export const a = () => Math.random()", RULES.pure],
    ["chance by another spelling", "src/core/a.ts", `export const a = Math["random"]`, RULES.pure],
    ["the clock in core", "src/core/a.ts", "export const a = Date.now()", RULES.pure],
    ["the present date in core", "src/core/a.ts", "export const a = new Date()", RULES.pure],
    ["the stopwatch in core", "src/core/a.ts", "export const a = performance.now()", RULES.pure],
    ["the locale in core", "src/core/a.ts", "export const a = (1).toLocaleString()", RULES.pure],
    [
      "an order of the locale in core",
      "src/core/a.ts",
      `export const a = "a".localeCompare("b")`,
      RULES.pure,
    ],
  ]
  it.each(planted)("catches %s", (_what, file, source, rule) => {
    expect(findViolations(file, source).map((violation) => violation.rule)).toEqual([rule])
  })

  const allowed: [what: string, file: string, source: string][] = [
    ["core within core", "src/core/a/b.ts", `import { c } from "../c/d.ts"`],
    ["a package in core", "src/core/a.ts", `import { z } from "zod"`],
    ["api's types in the page", "src/renderer/a.ts", `import type { B } from "../api/contract.ts"`],
    ["types marked one by one", "src/renderer/a.ts", `import { type B } from "../core/pipeline.ts"`],
    ["the evaluation in the page", "src/renderer/a.ts", `import { b } from "../core/evaluation/index.ts"`],
    ["electron in main", "src/main/a.ts", `import { app } from "electron"`],
    ["a date that is given", "src/core/a.ts", "export const a = (b: string) => new Date(b)"],
    ["a property named as a global", "src/core/a.ts", "export const a = { process: 1 }.process"],
    ["an own name like a global's", "src/core/a.ts", "export const a = (window: number) => window + 1"],
    ["a violation in a comment", "src/core/a.ts", `// import "electron"; Math.random()\nexport const a = 1`],
  ]
  it.each(allowed)("lets %s pass", (_what, file, source) => {
    expect(findViolations(file, source).map(describeViolation)).toEqual([])
  })

  it("finds the cycles among folders, each once", () => {
    expect(findCycles(new Set(["a -> b", "b -> c", "c -> a", "c -> d"]))).toEqual(["a -> b -> c -> a"])
    expect(findCycles(new Set(["a -> b", "b -> c", "a -> c"]))).toEqual([])
  })
})
