/** What a consent is given to: which files a module reaches, and what is told of what cannot be seen. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { pluginSchema } from "../../../src/core/detection/plugin.ts"
import { readPluginContent } from "../../../src/engine/plugins/content.ts"

const base = realpathSync(mkdtempSync(join(tmpdir(), "assay-imports-")))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const outside = join(base, "outside")
mkdirSync(outside)

let made = 0
/** A folder of its own with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(base, `folder-${made++}`)
  mkdirSync(join(folder, "lib"), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const read = (folder: string, settings: object = { module: "main.ts" }) =>
  readPluginContent(pluginSchema.parse(settings), folder)

const reached = async (folder: string, settings?: object) =>
  (await read(folder, settings)).files.map((file) => file.replace(folder, ".").replace(outside, "OUT"))

const far = join(outside, "far.ts")
writeFileSync(far, "export {}")

describe("the files of a module", () => {
  it.each([
    ["a relative path", 'import { a } from "./a"'],
    ["a path after comments", 'import /* of */ { a } from // where?\n "./a.ts"'],
    ["an export", "export * from './a.js'"],
    ["a call", 'await import(/* later */ "./a.ts")'],
    ["a template without parts", "await import(`./a.ts`)"],
    ["require", 'require.resolve("./a")'],
    ["import.meta.resolve", 'import.meta.resolve("./a.ts")'],
    ["new URL", 'new URL("./a.ts", import.meta.url)'],
  ])("are found by %s", async (_, text) => {
    const folder = folderOf({ "main.ts": text, "a.ts": "" })
    expect(await reached(folder)).toEqual(["./a.ts", "./main.ts"])
    expect((await read(folder)).unseen).toEqual([])
  })

  it.each([
    ["an absolute path", JSON.stringify(far)],
    ["the address of a file", JSON.stringify(pathToFileURL(far).href)],
  ])("are found by %s", async (_, named) => {
    const folder = folderOf({ "main.ts": `import ${named}` })
    expect(await reached(folder)).toEqual(["./main.ts", "OUT/far.ts"])
  })

  it("are all that may be meant, since which is taken is the loader's to say", async () => {
    const folder = folderOf({ "main.ts": 'import "./a"', "a.ts": "", "a.js": "", "a.json": "{}" })
    expect(await reached(folder)).toEqual(["./a.js", "./a.json", "./a.ts", "./main.ts"])
  })

  it.runIf(process.platform !== "win32")(
    "are a link and what it leads to, wherever that is, and what is imported from there",
    async () => {
      const folder = folderOf({ "main.ts": 'import "./link.ts"' })
      writeFileSync(join(outside, "target.ts"), 'import "./beside.ts"')
      writeFileSync(join(outside, "beside.ts"), "1")
      symlinkSync(join(outside, "target.ts"), join(folder, "link.ts"))
      expect(await reached(folder)).toEqual(["./link.ts", "./main.ts", "OUT/beside.ts", "OUT/target.ts"])
      const before = (await read(folder)).digest
      writeFileSync(join(outside, "beside.ts"), "2")
      expect((await read(folder)).digest).not.toBe(before)
    },
  )

  it.runIf(process.platform !== "win32")("are the same in a folder that a link leads to", async () => {
    const folder = folderOf({ "main.ts": 'import "./lib/a.ts"', "lib/a.ts": "" })
    const link = join(base, "to-folder")
    symlinkSync(folder, link)
    expect(await reached(link)).toEqual(["./lib/a.ts", "./main.ts"])
    expect((await read(link)).digest).toBe((await read(folder)).digest)
  })

  it.runIf(process.platform !== "win32")("follow links in a folder that `files` names, and end", async () => {
    const folder = folderOf({ "main.ts": "", "lib/own.json": "1" })
    const models = join(outside, "models")
    mkdirSync(models)
    writeFileSync(join(models, "weights.json"), "1")
    symlinkSync(models, join(folder, "lib/models"))
    symlinkSync(join(folder, "lib"), join(folder, "lib/round"))
    expect(await reached(folder, { module: "main.ts", files: ["lib"] })).toEqual([
      "./lib/models/weights.json",
      "./lib/own.json",
      "./main.ts",
      "OUT/models/weights.json",
    ])
  })
})

it("are found in no time, whatever is written there", async () => {
  const text = `import ${"/* ** */ ".repeat(20_000)} nothing`
  expect(await reached(folderOf({ "main.ts": text }))).toEqual(["./main.ts"])
})

describe("what a module may load besides", () => {
  it.each([
    ["a package", 'import _ from "lodash"', "lodash"],
    ["a module of Node's that opens files", 'import fs from "node:fs"', "node:fs"],
    ["an address", 'await import("https://example.org/x.js")', "https://example.org/x.js"],
    ["a file that is not there", 'import "./no.ts"', "./no.ts"],
    ["a name", "await import(name)", "import(name)"],
    ["a template with parts", `require(\`./$\{name}.js\`)`, `require(\`./$\{name}.js\`)`],
    ["a text with more to come", 'import("./a" + name)', 'import("./a" +'],
    ["an escape", 'import "./\\x61.ts"', 'import "./\\x61.ts"'],
    ["a text that is run", 'eval("1")', "eval("],
    ["another text that is run", 'new Function("return 1")', "new Function"],
  ])("is told: %s", async (_, text, told) => {
    expect((await read(folderOf({ "main.ts": text }))).unseen).toEqual([told])
  })

  it("is told of files that it imports, too, and of folders whose package.json decides", async () => {
    const folder = folderOf({
      "main.ts": 'import "./a.ts"; import "./lib"',
      "a.ts": 'import "node:child_process"',
      "lib/package.json": "{}",
      "lib/index.js": "",
    })
    expect((await read(folder)).unseen).toEqual(["./lib", "node:child_process"])
  })

  it("is nothing where it only computes", async () => {
    const folder = folderOf({
      "main.ts":
        'import { defineDetector } from "assay"\nimport { join } from "node:path"\nimport type { A } from "./a.ts"\n' +
        'const text = Array.from("abc"); const other = Buffer.from(text)\nexport default defineDetector({})',
      "a.ts": "export type A = 1",
    })
    expect((await read(folder)).unseen).toEqual([])
  })
})
