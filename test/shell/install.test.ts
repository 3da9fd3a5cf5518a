import { execFile } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "../../scripts/build.mjs"

/** A project of a single source, with programs of ours in the places of electron-vite, TypeScript and Electron's installer. */
function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-project-"))
  cpSync(join(root, "scripts"), join(folder, "scripts"), { recursive: true })
  write(folder, { "package.json": '{ "type": "module" }', "src/cli/index.ts": "1", ...files })
  return folder
}

function write(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** Copies the source to the output, notes that it ran, and fails on a source that says so. */
const BUILDER = {
  "node_modules/electron-vite/bin/electron-vite.js": `
    import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
    const out = process.argv[process.argv.indexOf("--outDir") + 1]
    const source = readFileSync("src/cli/index.ts", "utf8")
    appendFileSync("builds.log", "built\\n")
    mkdirSync(out + "/main", { recursive: true })
    writeFileSync(out + "/main/cli.js", source)
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (source === "broken") { console.error("src/cli/index.ts: unexpected token"); process.exit(1) }
  `,
  "node_modules/electron-vite/package.json": '{ "type": "module" }',
  // Declares nothing of what the package exports.
  "node_modules/typescript/bin/tsc": `
    const { mkdirSync, writeFileSync } = require("node:fs")
    const out = process.argv[process.argv.indexOf("--outDir") + 1]
    mkdirSync(out + "/kit", { recursive: true })
    for (const name of ["index", "vitest"]) writeFileSync(out + "/kit/" + name + ".d.ts", "export {}")
  `,
  "node_modules/typescript/package.json": "{}",
}

function build(folder: string): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(folder, "scripts/build.mjs")], (error, _stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stderr }),
    )
  })
}

const built = (folder: string) => readFileSync(join(folder, "out/main/cli.js"), "utf8")
const builds = (folder: string) => readFileSync(join(folder, "builds.log"), "utf8").trim().split("\n").length

describe("the build", () => {
  it("is made once, and again only when a source says something else", async () => {
    const folder = project(BUILDER)
    expect(await build(folder)).toEqual({ code: 0, stderr: "Building, since the sources changed ...\n" })
    expect(await build(folder)).toEqual({ code: 0, stderr: "" })
    write(folder, { "src/cli/index.ts": "1" })
    expect(await build(folder)).toEqual({ code: 0, stderr: "" })
    write(folder, { "src/cli/index.ts": "2" })
    await build(folder)
    expect([built(folder), builds(folder)]).toEqual(["2", 2])
  })

  it("notices a source that was taken away", async () => {
    const folder = project({ ...BUILDER, "src/old.ts": "" })
    await build(folder)
    rmSync(join(folder, "src/old.ts"))
    await build(folder)
    expect(builds(folder)).toBe(2)
  })

  it("is made once by several who want it at the same time", async () => {
    const folder = project(BUILDER)
    const results = await Promise.all([build(folder), build(folder), build(folder)])
    expect(results.map((result) => result.code)).toEqual([0, 0, 0])
    expect([built(folder), builds(folder)]).toEqual(["1", 1])
    expect(readdirSync(folder).filter((name) => name.startsWith("out"))).toEqual(["out"])
  })

  it("that fails says why and leaves the last good one", async () => {
    const folder = project(BUILDER)
    await build(folder)
    write(folder, { "src/cli/index.ts": "broken" })
    const { code, stderr } = await build(folder)
    expect([code, stderr]).toEqual([1, expect.stringContaining("src/cli/index.ts: unexpected token")])
    expect(built(folder)).toBe("1")
    expect(readdirSync(folder).filter((name) => name.startsWith("out"))).toEqual(["out"])
  })

  it("goes on after one that was killed", async () => {
    const folder = project(BUILDER)
    // No process has this number: Linux stops at 4,194,304.
    write(folder, { "out.lock/pid": "99999999" })
    expect((await build(folder)).code).toBe(0)
    expect(built(folder)).toBe("1")
  })

  it("is taken as it is where it cannot be made", async () => {
    const folder = project({ "out/main/cli.js": "old" })
    expect(await build(folder)).toEqual({ code: 0, stderr: "" })
    rmSync(join(folder, "out"), { recursive: true })
    expect(await build(folder)).toEqual({
      code: 1,
      stderr: "out/ is missing and cannot be built without the development dependencies: run npm ci\n",
    })
  })
})

describe("Electron's runtime", () => {
  const installer = (source: string) => ({
    "node_modules/electron/package.json": '{ "type": "commonjs" }',
    "node_modules/electron/install.js": `require("fs").appendFileSync("${"builds.log"}", "tried\\n"); ${source}`,
  })

  async function obtain(folder: string): Promise<{ program?: string; reason?: string }> {
    const source = `import { obtainRuntime } from ${JSON.stringify(join(folder, "scripts/electron-runtime.mjs"))}
      console.log(JSON.stringify(await obtainRuntime()))`
    return new Promise((resolve, reject) => {
      const child = execFile(process.execPath, ["--input-type=module"], { cwd: folder }, (error, stdout) =>
        error ? reject(error) : resolve(JSON.parse(stdout)),
      )
      child.stdin?.end(source)
    })
  }

  it("is fetched once", async () => {
    const folder = project(
      installer(`const fs = require("fs"); fs.mkdirSync(__dirname + "/dist");
        fs.writeFileSync(__dirname + "/dist/electron", ""); fs.writeFileSync(__dirname + "/path.txt", "electron")`),
    )
    const program = join(folder, "node_modules/electron/dist/electron")
    expect(await obtain(folder)).toEqual({ program })
    expect(await obtain(folder)).toEqual({ program })
    expect(builds(folder)).toBe(1)
    expect(existsSync(program)).toBe(true)
  })

  it("that could not be fetched is not tried again at once", async () => {
    const folder = project(
      installer(`console.error("TypeError: fetch failed\\n  at somewhere"); process.exit(1)`),
    )
    const reason = "Electron's runtime could not be fetched: TypeError: fetch failed"
    expect(await obtain(folder)).toEqual({ reason })
    expect(await obtain(folder)).toEqual({ reason: `${reason} (tried less than 24 hours ago)` })
    expect(builds(folder)).toBe(1)
  })

  it("that could not be fetched is tried again the next day", async () => {
    const folder = project(installer("process.exit(1)"))
    const yesterday = { at: Date.now() - 25 * 3_600_000, reason: "offline" }
    write(folder, { "node_modules/.cache/assay/electron-not-fetched.json": JSON.stringify(yesterday) })
    expect(await obtain(folder)).toEqual({ reason: "Electron's runtime could not be fetched: exit code 1" })
    expect(builds(folder)).toBe(1)
  })

  it("is not missed where Electron is not installed at all", async () => {
    expect(await obtain(project({}))).toEqual({ reason: "Electron is not installed" })
  })
})
