/** What somebody wishes for, as the form holds it, and as a purpose. */
import type { Costs, Purpose } from "../../../../core/evaluation/index.ts"

export const WISHES = [
  "max-fpr",
  "false-positives-per-day",
  "false-positives",
  "reviewer-hours",
  "cost",
  "best-f1",
  "caps",
] as const
export type WishKind = (typeof WISHES)[number]

/** As typed, so that a number may be unfinished. Rates and confidence are percentages. */
export interface Wish {
  readonly kind: WishKind
  readonly maxFpr: string
  readonly confidence: string
  readonly perDay: string
  readonly inRun: string
  readonly hours: string
  /** Caps hold with the confidence, and not just as observed. */
  readonly guaranteeCaps: boolean
}

export const FIRST_WISH: Wish = {
  kind: "max-fpr",
  maxFpr: "0.1",
  confidence: "95",
  perDay: "10",
  inRun: "20",
  hours: "8",
  guaranteeCaps: false,
}

/** The numbers of a wish and what they may be: [least, most], each end allowed or not. */
export const NUMBERS = {
  maxFpr: { low: 0, high: 100, isOpen: true },
  confidence: { low: 0, high: 100, isOpen: true },
  perDay: { low: 0, high: Number.MAX_SAFE_INTEGER, isOpen: false },
  inRun: { low: 0, high: Number.MAX_SAFE_INTEGER, isOpen: false },
  hours: { low: 0, high: Number.MAX_SAFE_INTEGER, isOpen: false },
} as const
export type NumberName = keyof typeof NUMBERS

/** null for what is no such number. */
export function numberOf(wish: Wish, name: NumberName): number | null {
  const { low, high, isOpen } = NUMBERS[name]
  const text = wish[name].trim()
  const value = Number(text)
  if (text === "" || !Number.isFinite(value)) return null
  const isWithin = isOpen ? value > low && value < high : value >= low && value <= high
  return isWithin ? value : null
}

/** A percentage as typed is a share of as many digits: 0.1 % is 0.001, and not the nearest product of 0.1. */
export const shareOf = (percent: number) => Number((percent / 100).toPrecision(12))

/** null while a number of it is unfinished. */
export function purposeOf(wish: Wish, costs: Costs): Purpose | null {
  const of = (name: NumberName) => numberOf(wish, name)
  const within = (
    kind: "false-positives-per-day" | "false-positives" | "reviewer-hours",
    most: number | null,
  ) => (most === null ? null : { kind, most })
  switch (wish.kind) {
    case "max-fpr": {
      const [maxFpr, confidence] = [of("maxFpr"), of("confidence")]
      if (maxFpr === null || confidence === null) return null
      return { kind: "max-fpr", maxFpr: shareOf(maxFpr), confidence: shareOf(confidence) }
    }
    case "false-positives-per-day":
      return within("false-positives-per-day", of("perDay"))
    case "false-positives":
      return within("false-positives", of("inRun"))
    case "reviewer-hours":
      return within("reviewer-hours", of("hours"))
    case "cost":
      return { kind: "cost", costs }
    case "best-f1":
    case "caps":
      return { kind: wish.kind }
  }
}
