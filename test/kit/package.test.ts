/**
 * The package as its users have it: packed, unpacked into a project of their own with strict settings, a detector written
 * with its types, and the detector's test run by their Vitest.
 */
import { execFile } from "node:child_process"
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join, resolve } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, it } from "vitest"

const run = promisify(execFile)
const project = mkdtempSync(join(tmpdir(), "assay-package-"))
const modules = join(project, "node_modules")
afterAll(() => rmSync(project, { recursive: true, force: true }))

/** What an installation would bring along, linked from here. */
function linkPackages(names: readonly string[]) {
  for (const name of names) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(resolve("node_modules", name), join(modules, name), "junction")
  }
}

beforeAll(async () => {
  cpSync("test/kit/project", project, { recursive: true })
  // Under another name here, so that it is not taken for one of our own.
  renameSync(join(project, "detector-test.ts"), join(project, "late-poster.test.ts"))
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "mine", private: true, type: "module" }),
  )
  const packing = ["pack", "--ignore-scripts", "--json", "--pack-destination", project]
  const { stdout } = await run("npm", packing)
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  mkdirSync(join(modules, "assay"), { recursive: true })
  await run("tar", ["-xzf", join(project, filename), "-C", join(modules, "assay"), "--strip-components", "1"])
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>
  }
  linkPackages([...Object.keys(dependencies), "vitest", "@types/node"])
  const assay = join(modules, "assay/bin/assay.mjs")
  await run(process.execPath, [assay, "new", "detector", "night-owl"], { cwd: project })
})

it("has declarations that a strict project compiles with, and that refuse what the contract does not know", async () => {
  const compiler = resolve("node_modules/typescript/bin/tsc")
  const said = await run(process.execPath, [compiler, "-p", "."], { cwd: project }).then(
    () => "",
    ({ stdout }: { stdout: string }) => stdout,
  )
  expect(said).toBe("")
})

it("runs detectors' own tests in the project's Vitest, that of a new one as it is written, too", async () => {
  const vitest = join(modules, "vitest/vitest.mjs")
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, ...env } = process.env
  const args = [vitest, "run", "--reporter", "json", "--root", project]
  const { stdout } = await run(process.execPath, args, { cwd: project, env }).catch((error) => error)
  const { testResults } = JSON.parse(stdout.slice(stdout.indexOf("{"))) as {
    testResults: {
      name: string
      message: string
      assertionResults: { title: string; status: string; failureMessages: string[] }[]
    }[]
  }
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  expect(results.flatMap(({ failureMessages }) => failureMessages)).toEqual([])
  const files = testResults.map(({ name }) => basename(name))
  expect(files.toSorted()).toEqual(["late-poster.test.ts", "night-owl.test.ts"])
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["passed"]))
  expect(results.length).toBeGreaterThan(4)
}, 180_000)
