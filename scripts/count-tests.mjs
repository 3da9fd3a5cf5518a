/**
 * node scripts/count-tests.mjs REPORT STATUS: prints "N passed, N failed" from Vitest's JSON report.
 * A run that failed without a failing test (a type error, a lint, a file that does not load) counts as one.
 */
import { readFileSync } from "node:fs"

const [file, status] = process.argv.slice(2)

function readCounts() {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(file, "utf8"))
    return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

const { passed, failed } = readCounts()
const otherFailure = Number(status) !== 0 && failed === 0 ? 1 : 0
process.stdout.write(`${passed} passed, ${failed + otherFailure} failed\n`)
