import { cpSync, linkSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { putTinyRun } from "../setup/tiny-run.ts"
import { csvOf, ROWS } from "./logs.ts"
import { temporaryFolder } from "./terminal.ts"
import { assay } from "./warm.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const BROKEN = "name: Ring\nacounts: 500\nprevalence: 1.5\ndetectors:\n  use: [coaction]\n"

/** Of a thousand accounts to learn from, about five are AI-managed. */
const UNLEARNABLE =
  "name: few\naccounts: 100\ndays: 7\nfusion: { learning: { accounts: 1000, prevalence: 0.005 } }\n"

/** The least that can be simulated and learned from. */
const SMALL =
  "name: small\naccounts: 100\ndays: 7\nfusion: { learning: { accounts: 1000, prevalence: 0.1 } }\n"

/** In the folder: a run, a copy of it cut short, another of an older generator, logs, broken scenarios. */
beforeAll(async () => {
  const { run } = await putTinyRun(join(folder.path, "runs"))
  const cut = join(folder.path, "cut", basename(run))
  cpSync(run, cut, { recursive: true })
  truncateSync(join(cut, "scores.parquet"), 100)
  const old = join(folder.path, "old", basename(run))
  cpSync(run, old, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(old, "run.json"), "utf8"))
  manifest.versions.generator = "0.9"
  writeFileSync(join(old, "run.json"), JSON.stringify(manifest))
  mkdirSync(join(folder.path, "empty"))
  writeFileSync(join(folder.path, "few.yaml"), UNLEARNABLE)
  writeFileSync(join(folder.path, "small.yaml"), SMALL)
  writeFileSync(
    join(folder.path, "modelled.yaml"),
    "name: modelled\naccounts: 100\nfusion: { model: some.model.json }\n",
  )
  writeFileSync(join(folder.path, "broken.yaml"), BROKEN)
  writeFileSync(join(folder.path, "log.csv"), csvOf(ROWS))
  linkSync(join(folder.path, "log.csv"), join(folder.path, "hard-link.csv"))
  symlinkSync("log.csv", join(folder.path, "link.csv"))
  writeFileSync(join(folder.path, "headers.csv"), "user,at\n")
})

const MAP = ["--map", "account=user,time=at"]

/** What is typed, and what must stand on standard error, each line of it. */
const MISTAKES: readonly (readonly [readonly string[], ...string[]])[] = [
  [["rnu"], "unknown command 'rnu'; did you mean run? (see assay --help)"],
  [
    ["frob"],
    "unknown command 'frob'; there are run, sweep, compare, check, bisect, rules, suggest, consequences, rounds, why, report, model, detect, conform, new, inspect, realism, archetypes, serve, schema " +
      "(see assay --help)",
  ],
  [["schemes"], "unknown command 'schemes'; did you mean schema? (see assay --help)"],
  [["check", "nowhere"], "nowhere: there is no such folder; assay check needs one of scenarios"],
  [["check", "empty"], "empty: there is no scenario to check"],
  [["check", "--only", "tinny"], '--only: there is no scenario "tinny"; did you mean tiny?'],
  [["check", "--rate", "1"], "--rate must be in (0, 1), got 1"],
  [["check", "--matters", "recal=0.1"], "--matters: there is no recal; did you mean recall?"],
  [["check", "--matters", "cohortFpr"], "--matters must be figure=least, separated by commas"],
  [
    ["check", "--junit", "x", "--html", "./x"],
    '--junit and --html must name different files, got "./x" twice',
  ],
  [["check", "--junit", "no/check.xml"], '--junit: no is no folder to write "no/check.xml" to'],
  [["run"], "missing required argument 'scenario' (see assay run --help)"],
  [["run", "tiny", "--sede", "a"], "unknown option '--sede'; did you mean --seed? (see assay run --help)"],
  [["run", "tiny", "more"], "too many arguments for 'run'"],
  [["run", "tiny", "--workers", "0"], "--workers must be a whole number in [1, 256], got 0"],
  [["run", "tiny", "--workers", ""], '--workers must be a whole number in [1, 256], got ""'],
  [["run", "tiny", "--seed", ""], "--seed must be a text of 1 to 100 characters, got 0"],
  [["run", "quikstart"], "quikstart: there is no such file or bundled scenario; did you mean quickstart?"],
  [["run", "no/such.yaml"], "no/such.yaml: there is no such file or bundled scenario; allowed: "],
  [["run", "empty"], "empty: this is a folder; a scenario file is needed"],
  [["run", "small.yaml", "--store", "log.csv/runs"], "log.csv/runs: cannot be written"],
  [
    ["run", "broken.yaml"],
    "broken.yaml: name must be lower-case letters",
    "broken.yaml: prevalence must be in [0, 1], got 1.5",
    `broken.yaml: detectors.use[0] must be one of ${DETECTOR_IDS.join(", ")}, got "coaction"; did you mean co-action?`,
    "broken.yaml: acounts is not a field here; did you mean accounts?",
  ],
  [
    ["run", "few.yaml"],
    "fusion.learning must yield at least 20 AI-managed and 20 authentic accounts to learn from, got ",
  ],
  [["sweep", "no-run"], 'runs: there is no run "no-run"; there are tiny-'],
  [["sweep", "--store", "empty"], "empty: there is no run here yet; make one with: assay run quickstart"],
  [["sweep", "--store", "cut"], "scores.parquet: "],
  [["sweep", "empty"], "empty: this is not a run, as it has no run.json"],
  [["sweep", "--threshold", "1.5"], "--threshold must be in [0, 1], got 1.5"],
  [["sweep", "--oversight", "0"], "--oversight must be in (0, 1], got 0"],
  [["sweep", "--oversight", "1.5"], "--oversight must be in (0, 1], got 1.5"],
  [["sweep", "--automation", "half"], "--automation must be in (0, 1], got half"],
  [["sweep", "--days", "15"], "--days must be a whole number in [1, 14], the days of the run, got 15"],
  [["sweep", "--days", "2.5"], "--days must be a whole number in [1, 14], the days of the run, got 2.5"],
  [
    ["inspect", "latest", "0", "--truth", "--days", "0"],
    "--days must be a whole number in [1, 14], the days of the run, got 0",
  ],
  [["sweep", "--points", "1"], "--points must be a whole number in [2, 10001], got 1"],
  [["sweep", "--cohort", "age"], "--cohort needs --threshold"],
  [
    ["sweep", "--cohort", "aeg", "--threshold", "1"],
    "--cohort: there is no aeg; did you mean age? (allowed: ",
  ],
  [
    ["sweep", "--detector", "coaction"],
    "--detector: there is no coaction; did you mean co-action? (allowed: ",
  ],
  [
    ["inspect", "latest", "0", "--store", "old"],
    ": was made by generator 0.9 and can be inspected with that only, ",
  ],
  [
    ["rounds", "chrun"],
    "chrun: there is no such scenario file, strategy or bundled scenario; did you mean churn? (allowed: steadfast, churn, spread, bandit, imitate, insider, ",
  ],
  [["consequences", "tiny"], 'runs: there is no run "tiny"; did you mean tiny-'],
  [["consequences", "rare"], "; make one with: assay run rare"],
  [["rounds", "--strategy", "chrun"], "--strategy: there is no chrun; did you mean churn? (allowed: "],
  [["rounds", "--rounds", "0"], "--rounds must be a whole number in [1, 100], got 0"],
  [["rounds", "--seeds", "1.5"], "--seeds must be a whole number in [1, 100], got 1.5"],
  [["rounds", "--retrain", "often"], "--retrain must be a whole number in [1, 100] or never, got often"],
  [["rounds", "--retrain", "0"], "--retrain must be a whole number in [1, 100] or never, got 0"],
  [["rounds", "--budget", "0.5"], "--budget must be in [1, 100], got 0.5"],
  [
    ["rounds", "modelled.yaml"],
    "fusion.model must be null where rounds are played, since they learn again, got some.model.json",
  ],
  [
    ["consequences", "--attention", "--policy", "graded", "--store", "old"],
    ": was made by generator 0.9 and can be inspected with that only, ",
  ],
  [["inspect", "latest", "500"], "account must be a whole number in [0, 499], got 500"],
  [["inspect", "latest", "1.5"], "account must be a whole number in [0, 499], got 1.5"],
  [["inspect", "latest", "three"], "account must be a whole number in [0, 499], got three"],
  [
    ["detect", "log.csv"],
    "required option '--map <field=column,...>' not specified (see assay detect --help)",
  ],
  [["detect", "log.csv", "--map", "time=at"], "--map must also name account, e.g. account=COLUMN"],
  [
    ["detect", "log.csv", "--map", "acount=user"],
    'there is no field "acount"; did you mean account? (allowed: ',
  ],
  [
    ["detect", "log.csv", "--map", "account=usr,time=at"],
    'log.csv: account: there is no column "usr"; did you mean "user"?',
  ],
  [["detect", "log.csv", "--map", "account=user,time=body"], "log.csv: none of its"],
  [["detect", "no.csv", ...MAP], "no.csv: there is no such file"],
  [["detect", "broken.yaml", ...MAP], "broken.yaml: the name must end in one of .csv, .tsv, .jsonl, .ndjson"],
  [["detect", "headers.csv", ...MAP], "headers.csv: there are no rows"],
  [["detect", "log.csv", ...MAP, "--out", "x.xls"], "x.xls: the name must end in .csv, .jsonl, .ndjson"],
  [["detect", "log.csv", ...MAP, "--out", "log.csv/x.csv"], "log.csv: cannot be written"],
  ...["log.csv", "./log.csv", "empty/../log.csv", "link.csv", "hard-link.csv"].map((out) => {
    const told = `--out must not be the log itself: ${out} is the same file as log.csv`
    return [["detect", "log.csv", ...MAP, "--out", out], told] as const
  }),
  [["detect", "log.csv", ...MAP, "--window", "0"], "--window must be a whole number in [1, 86400], got 0"],
  [
    ["archetypes", "stealth"],
    "archetype: there is no stealth; did you mean stealth-agent? (allowed: casual, ",
  ],
  [["archetypes", "sold-creator"], "archetype: there is no sold-creator; allowed: casual, "],
  [["archetypes", "--scenario", "no.yaml"], "no.yaml: there is no such file or bundled scenario; allowed: "],
  [["serve", "--port", "99999"], "--port must be a whole number in [0, 65535], got 99999"],
]

describe.concurrent("a mistake ends with 2, on one line a problem, and nothing on stdout", () => {
  it.each(MISTAKES.map(([args, ...lines]) => ({ typed: `assay ${args.join(" ")}`, args, lines })))(
    "$typed",
    async ({ args, lines }) => {
      const { code, stdout, stderr } = await assay(folder.path, ...args)
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
      const told = stderr.trimEnd().split("\n")
      expect(told).toHaveLength(lines.length)
      for (const [k, line] of lines.entries()) expect(told[k]).toContain(line)
      for (const line of told) expect(line).toMatch(/^assay: \S/)
    },
  )
})

it("no mistake has touched the log", () => {
  expect(readFileSync(join(folder.path, "log.csv"), "utf8")).toBe(csvOf(ROWS))
})

describe.concurrent("help", () => {
  it.each(["run", "sweep", "detect", "inspect", "realism", "archetypes", "serve", "schema"])(
    "of %s ends with examples",
    async (name) => {
      const { code, stdout, stderr } = await assay(folder.path, name, "--help")
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
      expect(stdout).toContain(`Usage: assay ${name} `)
      expect(stdout).toMatch(new RegExp(`\nExamples:\n(  assay ${name}\\b.*\n(      .*\n)?)+$`))
      expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100)
    },
  )

  it("is on stdout when asked for, and on stderr with 2 when nothing is typed", async () => {
    const asked = await assay(folder.path, "--help")
    const silent = await assay(folder.path)
    expect(asked).toMatchObject({ code: 0, stderr: "" })
    expect(silent).toEqual({ code: 2, stdout: "", stderr: asked.stdout })
    expect(asked.stdout).toContain(
      "0 good, 1 a check failed, 2 wrong usage or input, 3 inconclusive, 70 a fault of Assay's own, 130 interrupted",
    )
  })
})
