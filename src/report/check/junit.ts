/**
 * A check as JUnit XML, in the shape that Jenkins, GitLab and the like read: a suite for each scenario; a case for its
 * baseline, each figure, each promise, each cohort and each plug-in that failed. What is worse fails, what is
 * open is skipped, and what could not be looked at or failed itself is an error. A cohort that is too small to decide
 * is skipped, too: the same cases stand in every run, as whoever follows one over time expects.
 */
import type { CheckProblem, CheckReport, GateOutcome, ScenarioCheck } from "../../core/gate/report.ts"
import { printable } from "../../core/printable.ts"
import { escapeText } from "../markup.ts"
import { orderedFlips } from "./flips.ts"
import {
  expectationSentence,
  failedDetectors,
  flipCohortSentences,
  flipSentence,
  reasonsTold,
  rowName,
  rowSentence,
} from "./telling.ts"

interface Case {
  readonly name: string
  readonly kind: "figure" | "cohort" | "promise" | "baseline" | "detector"
  readonly result: "passed" | "failure" | "skipped" | "error"
  readonly message: string
  /** Lines below the message. */
  readonly detail?: string
}

interface Suite {
  readonly name: string
  readonly seconds: number
  readonly cases: readonly Case[]
  readonly output: string
}

export function junitXml(report: CheckReport): string {
  const suites = [...report.scenarios.map(suiteOf), ...report.problems.map(problemSuite)]
  const cases = suites.flatMap((suite) => suite.cases)
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="assay check" ${tallies(cases)} time="${report.seconds.toFixed(3)}">
${suites.map((suite) => suiteXml(suite, report.createdAt)).join("")}</testsuites>
`
}

function suiteOf(check: ScenarioCheck): Suite {
  return {
    name: check.scenario,
    seconds: check.seconds ?? 0,
    cases: [
      baselineCase(check),
      ...check.figures.map((row) => rowCase(row, "figure" as const)),
      ...check.expectations.map(
        (row): Case => ({
          name: row.text,
          kind: "promise",
          result: { kept: "passed", broken: "failure", inconclusive: "skipped" }[
            row.outcome
          ] as Case["result"],
          message: expectationSentence(row),
        }),
      ),
      ...check.cohorts.map((row) => rowCase(row, "cohort" as const)),
      ...failedDetectors(check).map(
        ({ detector, told }): Case => ({ name: detector, kind: "detector", result: "error", message: told }),
      ),
    ],
    output: [
      ...reasonsTold(check),
      ...flipCohortSentences(check),
      ...orderedFlips(check).map((group) => flipSentence(group, 50)),
    ].join("\n"),
  }
}

function rowCase(row: ScenarioCheck["figures"][number], kind: "figure" | "cohort"): Case {
  const message = row.counts ? rowSentence(row) : `${rowSentence(row)}; ${UNCOUNTED}`
  return { name: rowName(row), kind, result: resultOf(row.outcome), message }
}

/** GateRow.counts. */
const UNCOUNTED = "it does not count, since what was seen is not worse by what matters or may well be chance"

function resultOf(outcome: GateOutcome): Case["result"] {
  if (outcome === "regress") return "failure"
  return outcome === "pass" || outcome === "improve" ? "passed" : "skipped"
}

/** Whether there was anything to hold the run against. */
function baselineCase(check: ScenarioCheck): Case {
  const { outcome } = check
  const isOpen = outcome === "new" || outcome === "gone"
  return {
    name: "baseline",
    kind: "baseline",
    result: isOpen ? "skipped" : "passed",
    message: `${outcome}: ${reasonsTold(check).join(" ")}`,
  }
}

function problemSuite({ file, message }: CheckProblem): Suite {
  const [first = ""] = message.split("\n")
  return {
    name: file,
    seconds: 0,
    cases: [{ name: "baseline", kind: "baseline", result: "error", message: first, detail: message }],
    output: "",
  }
}

function tallies(cases: readonly Case[]): string {
  const having = (result: Case["result"]) => cases.filter((one) => one.result === result).length
  return `tests="${cases.length}" failures="${having("failure")}" errors="${having("error")}"`
}

function suiteXml({ name, seconds, cases, output }: Suite, createdAt: string): string {
  const skipped = cases.filter(({ result }) => result === "skipped").length
  const head =
    `  <testsuite name="${xmlText(name)}" ${tallies(cases)} skipped="${skipped}" ` +
    `time="${seconds.toFixed(3)}" timestamp="${createdAt.slice(0, 19)}">\n`
  const said = output === "" ? "" : `    <system-out>${xmlText(output)}</system-out>\n`
  return `${head}${cases.map((one) => caseXml(name, one)).join("")}${said}  </testsuite>\n`
}

function caseXml(suite: string, { name, kind, result, message, detail = message }: Case): string {
  const head = `    <testcase classname="${xmlText(`${suite}.${kind}`)}" name="${xmlText(name)}"`
  if (result === "passed") return `${head}/>\n`
  const told = ` message="${xmlText(message)}"`
  const type = result === "skipped" ? "" : ` type="${result === "error" ? "problem" : "regression"}"`
  return `${head}>\n      <${result}${told}${type}>${xmlText(detail)}</${result}>\n    </testcase>\n`
}

/** XML may not hold control characters, not even by their numbers. */
const xmlText = (text: string) => escapeText(printable(text))
