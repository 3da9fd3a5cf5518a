/**
 * npm run gate-power: how often the gate finds what was put in, and how often it cries wolf. Writes its tables into
 * docs/gate.md and draws docs/gate-power.svg.
 *
 *   --populations N  simulated populations of 20,000 accounts, and a quarter as large of each other mix (default 6)
 *   --checks N       checks of each change and setting (default 16), thrice as many where nothing
 *                    is to be found, and half as many of more than 5,000 accounts
 *   --folder PATH    where populations and finished tallies are kept
 *   --resume         takes up a study that was broken off, of the same sources
 *   --only SETTING   studies one setting and writes nothing but its tallies
 *
 * It takes a quarter of an hour of two cores; populations are kept for the next time.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { findPlaces } from "../../src/api/places.ts"
import { bundledScenario, withTables } from "../results/document.ts"
import { DOCUMENT, FIGURE, MIXES, tablesOf } from "./document.ts"
import { powerFigure } from "./figure.ts"
import { populationsIn } from "./populations.ts"
import { type Folder, SETTINGS, study } from "./study.ts"
import { universeOf } from "./universe.ts"

const { values } = parseArgs({
  options: {
    populations: { type: "string", default: "6" },
    checks: { type: "string", default: "16" },
    folder: { type: "string", default: join(tmpdir(), "assay-gate-power") },
    resume: { type: "boolean", default: false },
    only: { type: "string" },
  },
})
const { root, workerFile } = findPlaces()
const { folder, resume, only } = values
mkdirSync(folder, { recursive: true })
const made = populationsIn(folder, { workers: availableParallelism(), workerFile })
const say = (text: string) => process.stderr.write(`${text}\n`)

const folders: Folder[] = []
for (const { name, accounts } of MIXES) {
  const mix = await made.mix(bundledScenario(root, name))
  const populations = []
  for (let number = 0; number < Number(values.populations); number++) {
    say(`${name} ${number + 1} of ${values.populations}`)
    populations.push(await made.population(mix, accounts, number))
  }
  folders.push({ mix, universe: universeOf(populations) })
}

const settings = SETTINGS.filter(({ id }) => only === undefined || id === only)
const studied = study(folders, settings, {
  checks: Number(values.checks),
  keep: { folder, resume },
  onTally: (name, { checks, outcomes }) => say(`${name}: ${outcomes.regress} of ${checks} regress`),
})
if (only === undefined) {
  const file = join(root, DOCUMENT)
  writeFileSync(file, withTables(readFileSync(file, "utf8"), tablesOf(root, folders, studied), DOCUMENT))
  writeFileSync(join(root, FIGURE), powerFigure(studied))
  say(`wrote ${DOCUMENT} and ${FIGURE}`)
}
