import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Definition, Grade } from "../../src/core/policy/definition.ts"
import type { CohortReport, NamedOperatingPoint, RunReport } from "../../src/core/report.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { ended, start, temporaryFolder } from "./terminal.ts"
import { assay, assayJson } from "./warm.ts"

interface Graded {
  readonly definition: Definition
  readonly grades: Readonly<Record<Grade, number>>
}

interface Grid extends Graded {
  readonly run: string
  readonly prevalence: number
  readonly rows: readonly {
    readonly threshold: number
    readonly recall: number
    readonly precision: number | null
  }[]
}

interface Point extends Graded {
  readonly score: string
  readonly operatingPoint: NamedOperatingPoint
  readonly cohorts: readonly CohortReport[]
}

const folder = temporaryFolder()
afterAll(folder.remove)

let report: RunReport
beforeAll(async () => {
  report = await putTinyRun(join(folder.path, "runs"))
})

const sweep = (...args: string[]) => assayJson(folder.path, "sweep", "--json", ...args)

describe("assay sweep", () => {
  it("flags everyone at 0, and never more as the threshold rises", async () => {
    const { rows } = (await sweep("--points", "101")) as Grid
    expect(rows).toHaveLength(101)
    expect(rows[0]).toMatchObject({ threshold: 0, recall: 1, precision: report.prevalence })
    for (let k = 1; k < rows.length; k++) {
      expect(rows[k]!.threshold).toBeGreaterThan(rows[k - 1]!.threshold)
      expect(rows[k]!.recall).toBeLessThanOrEqual(rows[k - 1]!.recall)
    }
  })

  it("takes a run by its id, by its folder and as latest", async () => {
    const byId = await sweep(report.run.split("/").at(-1)!)
    expect(await sweep(report.run)).toEqual(byId)
    expect(await sweep("latest")).toEqual(byId)
  })

  it("says at the scenario's threshold what the run said", async () => {
    const scenario = report.operatingPoints.find(({ name }) => name === "scenario")!
    const point = (await sweep("--threshold", String(scenario.threshold), "--cohort", "archetype")) as Point
    expect({ ...point.operatingPoint, name: "scenario" }).toEqual(scenario)
    expect(point.cohorts).toEqual(report.cohorts.filter(({ kind }) => kind === "archetype"))
  })

  it("re-weights precision to a prevalence, and leaves recall alone", async () => {
    const { operatingPoint: rarer } = (await sweep("--threshold", "0.05", "--prevalence", "0.001")) as Point
    const { operatingPoint: asRun } = (await sweep("--threshold", "0.05")) as Point
    expect(rarer.prevalence).toBe(0.001)
    expect(rarer.recall).toEqual(asRun.recall)
    expect(rarer.observed).toEqual(asRun.observed)
    expect(rarer.precision.value).toBeLessThan(asRun.precision.value)
  })

  it("shows as flagged what is flagged at the prevalence asked for", async () => {
    const args = ["--threshold", "0.05", "--prevalence", "0.001"]
    const { operatingPoint } = (await sweep(...args)) as Point
    const { observed, confusion } = operatingPoint
    const flagged = Math.round(confusion.truePositives + confusion.falsePositives)
    expect(flagged).not.toBe(observed.truePositives + observed.falsePositives)
    const { stdout } = await assay(folder.path, "sweep", ...args)
    expect(stdout.trimEnd().split("\n")[1]).toMatch(new RegExp(` ${flagged}$`))
  })

  it("judges by the run's definition, and says which", async () => {
    const { definition, grades, prevalence } = (await sweep()) as Grid
    expect({ definition, grades }).toEqual({ definition: report.definition, grades: report.grades })
    expect(grades.none + grades.occasional + grades.mostly + grades.full).toBe(report.accounts)
    expect((grades.mostly + grades.full) / report.accounts).toBe(prevalence)
    const { stderr } = await assay(folder.path, "sweep")
    expect(stderr).toContain("\nDefinition: AI-managed when automated to 0.5 or more for 5 days or more, ")
    expect(stderr).toContain(`mostly ${grades.mostly} (`)
  })

  it("moves the definition without simulating again: labels follow, scores stay", async () => {
    const at = ["--threshold", "0.1", "--cohort", "language"]
    const own = (await sweep(...at)) as Point
    const moved = (await sweep(...at, "--oversight", "1", "--automation", "0.3", "--days", "1")) as Point
    expect(moved.definition).toEqual({ oversight: 1, automation: 0.3, days: 1 })
    const managed = ({ observed }: NamedOperatingPoint) => observed.truePositives + observed.falseNegatives
    const flagged = ({ observed }: NamedOperatingPoint) => observed.truePositives + observed.falsePositives
    expect(managed(moved.operatingPoint)).toBeGreaterThan(2 * managed(own.operatingPoint))
    expect(managed(moved.operatingPoint)).toBe(moved.grades.mostly + moved.grades.full)
    expect(flagged(moved.operatingPoint)).toBe(flagged(own.operatingPoint))
    const inCohorts = moved.cohorts.reduce((sum, cohort) => sum + cohort.managed, 0)
    expect(inCohorts).toBe(managed(moved.operatingPoint))
    const { stderr } = await assay(folder.path, "sweep", "--days", "14")
    expect(stderr).toContain(
      "\nDefinition (moved): AI-managed when automated to 0.5 or more for 14 days or more, ",
    )
  })

  it("sweeps a detector's score, cohorts included", async () => {
    const args = ["--detector", "co-action", "--threshold", "0", "--cohort", "language"]
    const { score, operatingPoint, cohorts } = (await sweep(...args)) as Point
    const coAction = report.detectors.find(({ id }) => id === "co-action")!
    expect(score).toBe("co-action")
    expect(operatingPoint.judged).toBe(coAction.judged)
    // At 0 all that have the score are flagged; the accounts without it are counted apart.
    const authentic = cohorts.reduce((sum, cohort) => sum + cohort.authentic, 0)
    expect(cohorts.reduce((sum, cohort) => sum + cohort.falsePositives, 0)).toBe(authentic)
    expect(authentic + cohorts.reduce((sum, cohort) => sum + cohort.managed, 0)).toBe(coAction.judged)
  })

  it("aligns numbers to the right, and prints a dash where there is none", async () => {
    const { stdout } = await assay(folder.path, "sweep", "--points", "3")
    const lines = stdout.trimEnd().split("\n")
    expect(lines).toHaveLength(4)
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
    expect(lines[3]).toMatch(/^ {4}1\.000 +– /)
  })
})

describe("output through a pipe", () => {
  it("is whole however slowly it is read", async () => {
    const child = start(folder.path, "sweep", "--json", "--points", "10001")
    const outcome = ended(child)
    child.stdout!.pause()
    // Long enough for the command to be done but for its output, of which a pipe holds only a part.
    await new Promise((wake) => setTimeout(wake, 1000))
    child.stdout!.resume()
    const { code, stdout } = await outcome
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as Grid).rows).toHaveLength(10_001)
  })

  it("may be left early, as by head", async () => {
    const child = start(folder.path, "sweep", "--json", "--points", "10001")
    child.stdout!.once("data", () => child.stdout!.destroy())
    const stderr = new Promise((done) => child.stderr!.on("data", done).on("end", () => done("")))
    const code = await new Promise((done) => child.on("exit", done))
    expect(code).toBe(0)
    expect(String(await stderr)).toBe("")
  })
})
