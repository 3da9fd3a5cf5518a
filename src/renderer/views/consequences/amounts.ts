/** Figures of consequences as they are written. */
import type { Estimate } from "../../../core/evaluation/index.ts"
import { type Format, NOTHING } from "../../format.ts"

/** Counts whole from 10 on, as nobody looks for a tenth of an account among hundreds; two digits below. */
export const amount = (format: Format, value: number): string =>
  Math.abs(value) < 10 ? format.number(Number(value.toPrecision(2))) : format.count(value)

export const amountInterval = (format: Format, [low, high]: Estimate["interval"]): string =>
  Number.isFinite(low) && Number.isFinite(high) ? `${amount(format, low)} – ${amount(format, high)}` : NOTHING
