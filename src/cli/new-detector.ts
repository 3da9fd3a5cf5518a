/** The files that `assay new detector` writes: a detector that keeps its contract at once, and its test. */

export const DETECTOR_LANGUAGES = ["ts", "js", "python"] as const
export type DetectorLanguage = (typeof DETECTOR_LANGUAGES)[number]

export interface NewFile {
  readonly name: string
  readonly text: string
}

export interface NewDetector {
  /** The detector first. */
  readonly files: readonly NewFile[]
  /** What to type next, and what it is for; `detector` is the path as it was written. */
  readonly next: (detector: string, test: string) => Readonly<Record<string, string>>
}

/** `id`: lower-case words joined by hyphens. */
export function newDetector(id: string, language: DetectorLanguage): NewDetector {
  return language === "python" ? pythonDetector(id) : moduleDetector(id, language)
}

const titleOf = (id: string) => {
  const words = id.replaceAll("-", " ")
  return words[0]!.toUpperCase() + words.slice(1)
}

function moduleDetector(id: string, ending: "ts" | "js"): NewDetector {
  const name = `${id}.${ending}`
  return {
    files: [
      { name, text: moduleText(id, ending === "ts") },
      { name: `${id}.test.${ending}`, text: moduleTest(name, ending === "ts") },
    ],
    next: (detector, test) => ({
      [`assay conform ${detector}`]: "does it keep its contract?",
      [`npx vitest run ${test}`]: "its own test",
      [`assay run tiny --detector ${detector}`]: "what it adds to the built-in ones",
    }),
  }
}

function pythonDetector(id: string): NewDetector {
  const module = id.replaceAll("-", "_")
  return {
    files: [
      { name: `${module}.py`, text: pythonText(id) },
      { name: `test_${module}.py`, text: pythonTest(module) },
    ],
    next: (detector, test) => ({
      [`assay conform --program "python3 ${detector}"`]: "does it keep its contract?",
      [`python3 ${test}`]: "its own test",
      [`assay run tiny --program "python3 ${detector}"`]: "what it adds to the built-in ones",
    }),
  }
}

/** Strict TypeScript (noUncheckedIndexedAccess) wants to be told that there is one. */
const sure = (isTyped: boolean) => (isTyped ? "!" : "")

const moduleText = (id: string, isTyped: boolean) => `/**
 * ${titleOf(id)}: accounts that post at hours at which people sleep.
 *
 * What it measures: the share of an account's posts within its own quietest eight hours of the day. Somebody who sleeps
 * has next to none there; whoever posts around the clock has a third.
 */
import { defineDetector } from "assay"

const HOUR = 3600
/** Fewer posts say nothing about when somebody sleeps. */
const FEWEST_POSTS = 12

export default defineDetector({
  id: "${id}",
  layer: "behaviour",
  title: "${titleOf(id)}",
  // Raise it whenever the same evidence would yield other scores.
  version: 1,
  // What it does not name here it is not shown.
  reads: ["posts.time"],
  features: [{ id: "quiet", title: "Share of posts within the quietest eight hours", unit: "share" }],
  observe(tile, columns) {
    const { offset, time } = tile.posts
    for (let account = 0; account < tile.accountCount; account++) {
      // NaN says that there is nothing to judge by. It is not zero.
      columns.quiet[account] = quietShare(time.subarray(offset[account], offset[account + 1]))
    }
  },
  // A number in [0, 1], or NaN; of one account's features alone.
  score: (row) => Math.min(1, 3 * row[0]${sure(isTyped)}),
  // Whole sentences with the numbers that speak for it, the strongest first.
  reasons(row) {
    const percent = Math.round(100 * row[0]${sure(isTyped)})
    if (!(percent >= 10)) return []
    const text = \`\${percent} % of its posts lie within its quietest eight hours; people sleep there\`
    return [{ id: "${id}.quiet", values: { percent }, text, weight: Math.min(1, 3 * row[0]${sure(isTyped)}) }]
  },
})

function quietShare(times${isTyped ? ": Uint32Array" : ""})${isTyped ? ": number" : ""} {
  if (times.length < FEWEST_POSTS) return Number.NaN
  const byHour = new Array${isTyped ? "<number>" : ""}(24).fill(0)
  for (const second of times) byHour[Math.floor(second / HOUR) % 24]${sure(isTyped)}++
  let fewest = times.length
  for (let first = 0; first < 24; first++) {
    let within = 0
    for (let k = 0; k < 8; k++) within += byHour[(first + k) % 24]${sure(isTyped)}
    fewest = Math.min(fewest, within)
  }
  return fewest / times.length
}
`

const moduleTest = (
  name: string,
  isTyped: boolean,
) => `import { account, at, expect, test } from "assay/vitest"

const DETECTOR = "./${name}"

test("tells who posts around the clock from who sleeps, and judges nobody by nothing", async ({ assay }) => {
  const days = Array.from({ length: 28 }, (_, day) => day)
  const sleepless = account({ posts: days.flatMap((day) => [at(day, "03:00"), at(day, "11:00"), at(day, "19:00")]) })
  const sleeper = account({ posts: days.map((day) => at(day, "20:30")) })
  const [first, second, nobody] = await assay.score(DETECTOR, [sleepless, sleeper, account({})])
  expect(first${sure(isTyped)}.score).toBeGreaterThan(0.9)
  expect(second${sure(isTyped)}.score).toBe(0)
  expect(nobody${sure(isTyped)}.score).toBeNaN()
})

test("tells AI-managed accounts from authentic ones better than chance", async ({ assay }) => {
  const judged = await assay.judge(DETECTOR, { scenario: "tiny" })
  expect(judged).toReachAuc(0.5)
  // Say what yours must reach and whom it must spare. An account that it has no score for counts as not flagged:
  //   expect(judged).toReachRecall(0.6, { atFpr: 0.01 })
  //   expect(judged).toHitNobodyOf("merchant-with-scheduler", { threshold: 0.9 })
})
`

const pythonText = (id: string) => `#!/usr/bin/env python3
"""${titleOf(id)}: accounts that post at hours at which people sleep.

What it measures: the share of an account's posts within its own quietest eight hours of the day. Somebody who sleeps
has next to none there; whoever posts around the clock has a third.

One line of JSON in, one out, until stdin ends. What is meant for people goes to stderr.
"""

import json
import sys

HOUR = 3600
# Fewer posts say nothing about when somebody sleeps.
FEWEST_POSTS = 12

DESCRIPTION = {
    "type": "detector",
    "protocol": 1,
    "id": "${id}",
    "layer": "behaviour",
    "title": "${titleOf(id)}",
    # Raise it whenever the same evidence would yield other scores.
    "version": 1,
    # What it does not name here it is not sent.
    "reads": ["posts.time"],
    "features": [{"id": "quiet", "title": "Share of posts within the quietest eight hours", "unit": "share"}],
}


def quiet_share(times):
    """None says that there is nothing to judge by. It is not zero."""
    if len(times) < FEWEST_POSTS:
        return None
    by_hour = [0] * 24
    for time in times:
        by_hour[time // HOUR % 24] += 1
    return min(sum(by_hour[(first + k) % 24] for k in range(8)) for first in range(24)) / len(times)


def judge(account):
    """Score in [0, 1] or None, features, and reasons in whole sentences."""
    quiet = quiet_share([post["time"] for post in account["posts"]])
    if quiet is None:
        return None, [None], []
    score = min(1.0, 3 * quiet)
    if quiet < 0.1:
        return score, [quiet], []
    text = f"{round(100 * quiet)} % of its posts lie within its quietest eight hours; people sleep there"
    return score, [quiet], [{"text": text, "weight": score}]


def answer(message):
    if message["type"] == "hello":
        return DESCRIPTION
    judged = [judge(account) for account in message["accounts"]]
    return {
        "type": "scores",
        "batch": message["batch"],
        "scores": [score for score, _, _ in judged],
        "features": [features for _, features, _ in judged],
        "reasons": [reasons for _, _, reasons in judged],
    }


def main():
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line)), allow_nan=False), flush=True)


if __name__ == "__main__":
    main()
`

const pythonTest = (module: string) => `import unittest

from ${module} import judge

DAY = 86400
HOUR = 3600


def posting_at(times):
    return {"account": 0, "posts": [{"post": k, "time": time} for k, time in enumerate(times)]}


class Judges(unittest.TestCase):
    def test_who_posts_around_the_clock_scores_high(self):
        score, _, reasons = judge(posting_at(range(0, 28 * DAY, 3 * HOUR)))
        self.assertGreater(score, 0.7)
        self.assertEqual(len(reasons), 1)

    def test_who_sleeps_scores_nothing(self):
        score, _, reasons = judge(posting_at([day * DAY + 20 * HOUR for day in range(28)]))
        self.assertEqual(score, 0)
        self.assertEqual(reasons, [])

    def test_who_never_posts_has_no_score(self):
        self.assertEqual(judge(posting_at([])), (None, [None], []))


if __name__ == "__main__":
    unittest.main()
`
