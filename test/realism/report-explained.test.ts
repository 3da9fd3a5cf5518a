/** docs/realism.md against the report: every row that the quickstart does not meet is explained there, and no other. */
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { expect, it } from "vitest"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { measureRealism } from "../../src/engine/realism.ts"

it("docs/realism.md explains exactly the rows that the quickstart does not meet", async () => {
  const scenario = parseScenario(readFileSync("simulations/quickstart.yaml", "utf8"), "quickstart.yaml")
  const options = { workers: 2, workerFile: pathToFileURL("out/main/worker.js") }
  const { rows, met, applicable } = await measureRealism(scenario, options)
  const [, section] = readFileSync("docs/realism.md", "utf8").split("## Rows that are not met\n")
  const table = section!.slice(0, section!.indexOf("\n## "))
  const explained = [...table.matchAll(/^\| `([\w-]+)` \| \S.* \|$/gm)].map(([, id]) => id!)
  const unmet = rows.filter((row) => row.met === false).map(({ id }) => id)
  expect(explained.toSorted(), `${met} of ${applicable} met`).toEqual(unmet.toSorted())
}, 300_000)
