import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { CancelledError, DetectorError } from "../../src/core/errors.ts"
import { baselineOf, writeBaseline } from "../../src/core/gate/index.ts"
import type { Run } from "../../src/core/run.ts"
import { type CheckOptions, type CheckProgress, checkScenarios } from "../../src/engine/check.ts"
import { checkSubjects } from "../../src/engine/check-subjects.ts"
import { readCheckFolder } from "../../src/store/check-folder.ts"
import { openStore } from "../../src/store/store.ts"
import { temporaryFolder } from "../cli/terminal.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

let tiny: Run
let baseline: string
beforeAll(async () => {
  await putTinyRun(folder.path)
  const store = openStore(folder.path)
  tiny = await store.read((await store.list())[0]!.id)
  baseline = writeBaseline(baselineOf(tiny))
})

const TINY = readFileSync("simulations/tiny.yaml", "utf8")
const file = (name: string, text: string) => ({ file: name, path: `sim/${name}`, text })
const scenario = (name: string) => file(`${name}.yaml`, TINY.replace("name: tiny", `name: ${name}`))

const subjectsOf = (given: Partial<Parameters<typeof checkSubjects>[0]>) =>
  checkSubjects({ scenarios: [], baselines: [], anew: false, ...given })

describe("what of a folder is checked", () => {
  it("pairs scenarios with baselines by their files, and leaves policies out", () => {
    const policy = file("strict.yaml", readFileSync("simulations/policies/strict.yaml", "utf8"))
    const { subjects, gone, problems } = subjectsOf({
      scenarios: [scenario("a"), scenario("b"), policy],
      baselines: [file("b.yaml", baseline), file("c.yaml", baseline)],
    })
    expect(subjects.map((one) => [one.scenario.name, one.baseline?.run])).toEqual([
      ["a", undefined],
      ["b", tiny.manifest.id],
    ])
    expect([gone.map((one) => one.file), problems]).toEqual([["c.yaml"], []])
  })

  it("looks at files that end with .yml as at those with .yaml, and at no others", async () => {
    const place = join(folder.path, "endings")
    mkdirSync(join(place, "baselines"), { recursive: true })
    for (const name of ["a.yaml", "b.yml", "c.json", ".d.yaml", "baselines/b.yml"])
      writeFileSync(
        join(place, name),
        name.startsWith("baselines") ? baseline : scenario(name.slice(0, 1)).text,
      )
    const { subjects } = subjectsOf({ ...(await readCheckFolder(place)), only: ["a", "b"] })
    expect(subjects.map((one) => [one.file, one.baseline?.run])).toEqual([
      ["a.yaml", undefined],
      ["b.yml", tiny.manifest.id],
    ])
  })

  it("tells of what is broken by its file, and goes on with the rest", () => {
    const given = {
      scenarios: [
        scenario("a"),
        file("b.yaml", "name: b\nprevalence: 2\n"),
        file("c.yaml", TINY),
        file("d.yaml", TINY),
      ],
      baselines: [file("a.yaml", baseline.slice(0, 400)), file("b.yaml", baseline)],
    }
    const { subjects, gone, problems } = subjectsOf(given)
    expect(subjects.map((one) => one.file)).toEqual(["c.yaml"])
    // The file is there, so its scenario is not gone.
    expect(gone).toEqual([])
    expect(problems.map((one) => one.file)).toEqual(["baselines/a.yaml", "b.yaml", "d.yaml"])
    const [cut, wrong, twin] = problems.map(({ message }) => message)
    expect(cut).not.toContain("sim/")
    expect(wrong).toMatch(/^prevalence must be .* got 2$/)
    expect(twin).toBe('name must be unique, got "tiny", which c.yaml has')
    // To write baselines anew nobody needs the old ones.
    expect(subjectsOf({ ...given, anew: true }).subjects.map((one) => one.file)).toEqual(["a.yaml", "c.yaml"])
    const unread = { baselines: [file("old.yaml", "no")], anew: true }
    expect(subjectsOf(unread).gone).toEqual([{ file: "old.yaml", baseline: null }])
  })

  it("takes those that are named, by scenario or file, also one that is gone", () => {
    const given = { scenarios: [scenario("a"), scenario("b")], baselines: [file("old.yaml", baseline)] }
    const some = subjectsOf({ ...given, only: ["old", "b"] })
    expect([some.subjects.map((one) => one.file), some.gone.length]).toEqual([["b.yaml"], 1])
    const other = subjectsOf({ scenarios: [file("b.yaml", TINY)], only: ["b"] })
    expect(other.subjects.map((one) => one.scenario.name)).toEqual(["tiny"])
    expect(() => subjectsOf({ ...given, only: ["c"] })).toThrow('--only: there is no scenario "c"')
    expect(() => subjectsOf({})).toThrow("there is no scenario to check")
  })
})

describe("a check", () => {
  /** Runs of tiny under other names, so that nothing has to be simulated. */
  const options = (change: Partial<CheckOptions> = {}): CheckOptions => ({
    folder: "sim",
    path: "/work/sim",
    rate: 0.05,
    matters: {},
    simulate: async ({ scenario }) => {
      const manifest = { ...tiny.manifest, name: scenario.name, scenario }
      return { run: { ...tiny, manifest }, reused: 12, made: 2 }
    },
    ...change,
  })

  it("reports all scenarios in order, those that are gone last, and what it took", async () => {
    const subjects = subjectsOf({
      scenarios: [scenario("a"), scenario("b")],
      baselines: [file("b.yaml", baseline), file("c.yaml", baseline)],
    })
    const kept: string[] = []
    const { report, baselines } = await checkScenarios(
      subjects,
      options({ onRun: async ({ manifest }) => void kept.push(manifest.name) }),
    )
    expect(report.scenarios.map((one) => [one.file, one.outcome])).toEqual([
      ["a.yaml", "new"],
      ["b.yaml", "pass"],
      ["c.yaml", "gone"],
    ])
    expect([report.outcome, report.exitCode]).toEqual(["new", 3])
    expect([report.folder, report.path]).toEqual(["sim", "/work/sim"])
    expect(report.scenarios[1]).toMatchObject({ identical: true, reused: 12, made: 2 })
    expect([kept, [...baselines.keys()]]).toEqual([
      ["a", "b"],
      ["a.yaml", "b.yaml"],
    ])
  })

  it("goes on past a scenario that fails by its fault, and vouches for nothing then", async () => {
    const subjects = subjectsOf({
      scenarios: [scenario("a"), scenario("b")],
      baselines: [file("a.yaml", baseline), file("b.yaml", baseline)],
    })
    const { simulate } = options()
    const failing: CheckOptions["simulate"] = (subject, onProgress) => {
      if (subject.file === "a.yaml") throw new DetectorError("late", "threw: no")
      return simulate(subject, onProgress)
    }
    const { report } = await checkScenarios(subjects, options({ simulate: failing }))
    expect(report.problems).toEqual([{ file: "a.yaml", message: "detector late: threw: no" }])
    expect(report.scenarios.map((one) => one.file)).toEqual(["b.yaml"])
    expect([report.outcome, report.exitCode]).toEqual(["incomplete", 2])
    const ours: CheckOptions["simulate"] = () => Promise.reject(new TypeError("a fault of ours"))
    await expect(checkScenarios(subjects, options({ simulate: ours }))).rejects.toThrow(TypeError)
  })

  it("is incomplete when a plug-in failed, whatever the scenarios came to without it", async () => {
    const subjects = subjectsOf({ scenarios: [scenario("a")], baselines: [file("a.yaml", baseline)] })
    const { simulate } = options()
    const withFailure: CheckOptions["simulate"] = async (...asked) => {
      const { run, ...made } = await simulate(...asked)
      const failures = [{ detector: "late", message: "detector late: took longer than 30 seconds" }]
      return { run: { ...run, manifest: { ...run.manifest, failures } }, ...made }
    }
    const { report } = await checkScenarios(subjects, options({ simulate: withFailure }))
    expect(report.scenarios.map((one) => one.outcome)).toEqual(["inconclusive"])
    expect([report.outcome, report.exitCode, report.problems]).toEqual(["incomplete", 2, []])
  })

  it("names the baseline's file where that cannot be true of the accounts, unless it is to be written anew", async () => {
    const wrong = { ...baselineOf(tiny), accounts: 501 }
    const subjects = subjectsOf({ scenarios: [scenario("a")], baselines: [file("a.yaml", baseline)] })
    const contradicted = {
      ...subjects,
      subjects: subjects.subjects.map((one) => ({ ...one, baseline: wrong })),
    }
    const plain = await checkScenarios(contradicted, options())
    expect(plain.report.problems).toEqual([
      { file: "baselines/a.yaml", message: expect.stringContaining("accounts must be 500, got 501") },
    ])
    const gone = [{ file: "old.yaml", baseline: null }]
    const { report, baselines } = await checkScenarios({ ...contradicted, gone }, options({ anew: true }))
    expect(report.problems).toEqual([])
    expect(report.scenarios.map((one) => [one.scenario, one.outcome])).toEqual([
      ["a", "new"],
      ["old", "gone"],
    ])
    expect([...baselines.keys()]).toEqual(["a.yaml"])
  })

  it("takes what matters as it is told, and keeps the run as its scenario says", async () => {
    const subjects = subjectsOf({ scenarios: [scenario("a")] })
    const kept: Run[] = []
    const { report } = await checkScenarios(
      subjects,
      options({ matters: { recall: 0.125 }, onRun: async (run) => void kept.push(run) }),
    )
    const [row] = report.scenarios[0]!.figures
    expect([row!.figure, row!.matters]).toEqual(["recall", 0.125])
    expect(kept[0]!.manifest.scenario.gate.matters.recall).toBe(0.02)
  })

  it("tells how far the whole check is, and ends when it is called off", async () => {
    const subjects = subjectsOf({ scenarios: [scenario("a"), scenario("b")] })
    const seen: CheckProgress[] = []
    const controller = new AbortController()
    const { simulate } = options()
    const halting: CheckOptions["simulate"] = async (subject, onProgress) => {
      onProgress("posts", 0.5)
      if (subject.file === "b.yaml") controller.abort()
      return simulate(subject, onProgress)
    }
    const { signal } = controller
    const check = checkScenarios(
      subjects,
      options({
        simulate: halting,
        signal,
        onProgress: (progress) => seen.push(progress),
        onRun: async () => {
          if (signal.aborted) throw new CancelledError()
        },
      }),
    )
    await expect(check).rejects.toThrow(CancelledError)
    expect(seen).toEqual([
      { scenario: "a", place: 1, of: 2, stage: "posts", fraction: 0.25 },
      { scenario: "b", place: 2, of: 2, stage: "posts", fraction: 0.75 },
    ])
  })
})
