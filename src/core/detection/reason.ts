/** Builds reasons: the sentence in English is filled from the same values that a translation gets. */
import type { Reason } from "./detector.ts"

/** `template` names its places in braces, e.g. "{count} of {posts} posts". */
export function reason(
  id: string,
  weight: number,
  template: string,
  values: Record<string, number | string>,
): Reason {
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
  return { id, weight: Math.min(1, Math.max(0, weight)), values, text }
}

/** The n of "1 in n" for a share of the population; 10,000 for a share of 0. */
export function oneIn(share: number): number {
  return share > 0 ? Math.max(1, Math.round(1 / share)) : 10_000
}

/** Strongest first, and only those that say something. */
export function strongest(reasons: readonly (Reason | null)[]): Reason[] {
  return reasons
    .filter((item): item is Reason => item !== null && item.weight > 0.05)
    .sort((a, b) => b.weight - a.weight)
}

/** Rounds for a sentence: two digits behind the point. */
export const rounded = (value: number) => Math.round(value * 100) / 100

export const percent = (share: number) => Math.round(share * 100)
