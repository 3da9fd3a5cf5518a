/** The tables of docs/gate.md, section "How far to trust it". Its words are written by hand. */

import { FALSE_ALARMS, type GateOutcome } from "../../src/core/gate/index.ts"
import { gateSchema } from "../../src/core/gate/settings.ts"
import { count } from "../../src/report/plain-numbers.ts"
import { madeBy, markdownTable } from "../results/document.ts"
import type { Family } from "./changes.ts"
import { effectFound, powerOf } from "./power.ts"
import { type Folder, SETTINGS, type Studied } from "./study.ts"
import { type Share, shareOf } from "./tally.ts"
import { HIT_ROW } from "./truth.ts"

export const DOCUMENT = "docs/gate.md"
export const FIGURE = "docs/gate-power.svg"

/** The first is the one that a single scenario is of. Accounts of each simulated population. */
export const MIXES = [
  { name: "quickstart", accounts: 20_000 },
  { name: "coordinated", accounts: 5_000 },
  { name: "stealth", accounts: 5_000 },
  { name: "hard-humans", accounts: 5_000 },
] as const

export function tablesOf(
  root: string,
  folders: readonly Folder[],
  studied: readonly Studied[],
): Record<string, string> {
  return {
    "gate belongs to": belongsTo(root),
    "gate universe": universeTable(folders),
    "gate false alarms": outcomesTable(studied, ["none"]),
    "gate harmless": outcomesTable(studied, ["harmless"]),
    "gate regressions": outcomesTable(studied, ["blinded", "hit", "weakened", "threshold"]),
    "gate smallest": smallestTable(studied),
  }
}

/** What the tables depend on and can be told without a study. */
export function belongsTo(root: string): string {
  const { matters } = gateSchema.parse({})
  const { recall, fpr, precision, auc, recallAtFpr1, cohortRecall, cohortFpr } = matters
  return markdownTable(
    ["made by", "version or checksum"],
    [
      ...madeBy(
        root,
        MIXES.map(({ name }) => name),
      ),
      ["rate of false alarms", percent(FALSE_ALARMS)],
      [
        "what matters",
        `recall ${recall}, FPR ${fpr}, precision ${precision}, AUC ${auc}, recall at FPR 1 % ${recallAtFpr1}; of a cohort recall ${cohortRecall}, FPR ${cohortFpr}`,
      ],
    ],
  )
}

const universeTable = (folders: readonly Folder[]) =>
  markdownTable(
    ["scenario", "simulated accounts"],
    folders.map(({ mix, universe }) => [`\`${mix.scenario.name}\``, count(universe.all.manifest.accounts)]),
  )

const OUTCOMES = ["regress", "improve", "inconclusive", "pass"] as const satisfies readonly GateOutcome[]

/** One row a change and setting in which it was tried. */
function outcomesTable(studied: readonly Studied[], families: readonly Family[]): string {
  const rows = studied
    .filter(({ change }) => families.includes(change.family))
    .flatMap(({ change, truth, tallies }) => {
      const effect = ["recall", "fpr", "auc"].map((row) => points(truth[row]!)).join(" / ")
      const tried = tallies.flatMap((tally, at) =>
        tally === null ? [] : [{ tally, setting: SETTINGS[at]! }],
      )
      return tried.map(({ tally, setting }, at) => [
        at === 0 ? change.title : "",
        at === 0 ? effect : "",
        setting.id,
        count(tally.checks),
        ...OUTCOMES.map((outcome) => told(shareOf(tally.outcomes[outcome], tally.checks))),
      ])
    })
  return markdownTable(
    ["change", "true effect on recall / FPR / AUC, points", "accounts", "checks", ...OUTCOMES],
    rows,
  )
}

/** Where power is asked for: a figure, and the changes that move it. */
const ASKED = [
  { title: "recall", row: "recall", families: ["weakened"], worse: -1 },
  { title: "recall at FPR 1 %", row: "recallAtFpr1", families: ["weakened"], worse: -1 },
  { title: "AUC", row: "auc", families: ["weakened"], worse: -1 },
  { title: "precision", row: "precision", families: ["hit"], worse: -1 },
  { title: "FPR", row: "fpr", families: ["hit"], worse: 1 },
  { title: "FPR of merchants", row: HIT_ROW, families: ["hit"], worse: 1 },
] as const

const POWER = 0.8

function smallestTable(studied: readonly Studied[]): string {
  const single = SETTINGS.flatMap((setting, at) => (setting.scenarios === 1 ? [{ setting, at }] : []))
  return markdownTable(
    ["figure", ...single.map(({ setting }) => `${setting.id} accounts`)],
    ASKED.map(({ title, row, families, worse }) => [
      title,
      ...single.map(({ at }) => {
        const points = studied.flatMap(({ change, truth, tallies }) => {
          const tally = (families as readonly Family[]).includes(change.family) ? tallies[at] : null
          return tally ? [{ effect: worse * truth[row]!, power: powerOf(tally, row).value }] : []
        })
        return smallest(points)
      }),
    ]),
  )
}

function smallest(tried: readonly { readonly effect: number; readonly power: number }[]): string {
  const found = effectFound(tried, POWER)
  if (found !== null) return `${points(found)} points`
  return tried.length === 0 ? "" : `above ${points(Math.max(...tried.map(({ effect }) => effect)))} points`
}

/** Hundredths of a point. */
const points = (share: number) => (100 * share).toFixed(2).replace(/^-0\.00$/, "0.00")
const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`

const told = ({ value, interval: [low, high] }: Share) =>
  `${(100 * value).toFixed(0)} % [${(100 * low).toFixed(0)}, ${(100 * high).toFixed(0)}]`
