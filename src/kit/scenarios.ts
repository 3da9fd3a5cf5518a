/** Scenarios as a test names them, with what it changes of them. */
import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { basename, join, resolve } from "node:path"
import { findPlaces } from "../api/places.ts"
import { DataError, UsageError } from "../core/errors.ts"
import { parseScenario } from "../core/scenario/parse.ts"
import { type Scenario, scenarioSchema } from "../core/scenario/schema.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import type { ScenarioChange } from "./contract.ts"

/** Reads a bundled scenario by its name, or a file from `folder` on. */
export async function readScenario(
  name: string,
  folder: string,
  { seed, accounts }: ScenarioChange,
): Promise<{ readonly scenario: Scenario; readonly file: string }> {
  const file = await fileOf(name, folder)
  const read = parseScenario(await readFile(file, "utf8"), file)
  const scenario = { ...read, seed: seed ?? read.seed, accounts: accounts ?? read.accounts }
  const checked = scenarioSchema.pick({ seed: true, accounts: true }).safeParse({
    seed: scenario.seed,
    accounts: scenario.accounts,
  })
  if (checked.success) return { scenario, file }
  const problems = checked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
  throw new UsageError(problems.join("\n"))
}

async function fileOf(name: string, folder: string): Promise<string> {
  const own = resolve(folder, name)
  if (/\.ya?ml$/.test(name) && existsSync(own)) return own
  const { scenarioFolder } = findPlaces()
  const bundled = join(scenarioFolder, `${name}.yaml`)
  if (/^[\w-]+$/.test(name) && existsSync(bundled)) return bundled
  const names = (await readdir(scenarioFolder)).filter((file) => file.endsWith(".yaml"))
  const known = names.map((file) => basename(file, ".yaml"))
  throw new DataError(
    `${own}: there is no such file or bundled scenario; ${suggestion(name, known, "always list")}`,
  )
}
