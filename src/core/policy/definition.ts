/**
 * The definition: the rule that turns truth into a grade and a label.
 *
 * Follows the rule that Xiaohongshu published on 2026-03-10: AI-managed means that automated systems create,
 * schedule or distribute content without meaningful human oversight; occasional hosting is treated otherwise than
 * hosting from registration to interaction or of all public posts. So an account whose posts are all scheduled by a
 * tool, under the eyes of its owner, is authentic.
 */
import type { Truth } from "../population/truth.ts"

export interface Definition {
  /** An account counts as automated when creation, scheduling or distribution is at least this, in (0, 1]. */
  readonly automation: number
  /** Oversight at or above this is meaningful, in (0, 1]. */
  readonly oversight: number
  /** Automation for fewer days of the period than this is occasional, however much of it there was. */
  readonly days: number
}

export const AUTHENTIC = 0
export const AI_MANAGED = 1

/** How far an account is hosted by automated systems without meaningful oversight, in ascending order. */
export const GRADES = ["none", "occasional", "mostly", "full"] as const
export type Grade = (typeof GRADES)[number]
const [NONE, OCCASIONAL, MOSTLY, FULL] = GRADES.map((_, grade) => grade)

/** Less automation than this is none to speak of: a draft polished now and then. */
const HARDLY_ANY = 0.1
/** "All public posts", with room for the odd one by hand. */
const ALL = 0.9

/** One grade an account: index into GRADES. */
export function gradeAccounts(truth: Truth, definition: Definition): Uint8Array {
  const grade = new Uint8Array(truth.oversight.length)
  // A loop, since this runs in every frame in which somebody moves the definition: `from` takes ten times as long.
  for (let account = 0; account < grade.length; account++)
    grade[account] = gradeOf(truth, account, definition)
  return grade
}

/** Grade of one account: index into GRADES. */
export function gradeOf(truth: Truth, account: number, { automation, oversight, days }: Definition): number {
  if (truth.oversight[account] >= oversight) return NONE
  const creation = truth.creation[account]
  const scheduling = truth.scheduling[account]
  const distribution = truth.distribution[account]
  const most = Math.max(creation, scheduling, distribution)
  if (most < Math.min(HARDLY_ANY, automation)) return NONE
  if (most < automation || truth.untilDay[account] - truth.fromDay[account] < days) return OCCASIONAL
  const isSinceStart = truth.fromDay[account] === 0
  return isSinceStart && (creation >= ALL || scheduling >= ALL) && distribution >= automation ? FULL : MOSTLY
}

/** Accounts of each grade. */
export function countGrades(grade: Uint8Array): Record<Grade, number> {
  const count = new Uint32Array(GRADES.length)
  for (const value of grade) count[value]++
  return Object.fromEntries(GRADES.map((name, at) => [name, count[at]])) as Record<Grade, number>
}

/** One label an account: AI_MANAGED (1) when it is hosted mostly or in full, or AUTHENTIC (0). */
export function labelAccounts(truth: Truth, definition: Definition): Uint8Array {
  return labelGrades(gradeAccounts(truth, definition))
}

/** Whether accounts of this grade are AI-managed. */
export const isManaged = (grade: Grade) => GRADES.indexOf(grade) >= MOSTLY

/** The same, of an index into GRADES. */
export const isManagedGrade = (grade: number) => grade >= MOSTLY

/** One label an account, of its grade. */
export function labelGrades(grade: Uint8Array): Uint8Array {
  const label = new Uint8Array(grade.length)
  for (let account = 0; account < grade.length; account++)
    label[account] = grade[account] >= MOSTLY ? AI_MANAGED : AUTHENTIC
  return label
}
