import { expect } from "vitest"

/** Equal but for rounding: by default to 1e-12, relative or, near 0, absolute. NaN and null are the same. */
export function expectClose(found: number, wanted: number | null, tolerance = 1e-12): void {
  if (wanted === null || Number.isNaN(wanted)) expect(found).toBeNaN()
  else if (!Number.isFinite(wanted)) expect(found).toBe(wanted)
  else
    expect(Math.abs(found - wanted), `${found} against ${wanted}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(wanted)),
    )
}

export function expectColumn(found: ArrayLike<number>, wanted: readonly (number | null)[]): void {
  expect(found.length).toBe(wanted.length)
  wanted.forEach((value, at) => {
    expectClose(found[at], value)
  })
}
