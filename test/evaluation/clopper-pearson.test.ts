import { describe, expect, it } from "vitest"
import { clopperPearson } from "../../src/core/evaluation/clopper-pearson.ts"
import { expectClose } from "./expect-close.ts"
import { guaranteesReference } from "./guarantees-reference.ts"

describe("clopperPearson", () => {
  it.each(guaranteesReference.clopperPearson)(
    "is scipy's for %i of %i at confidence %f",
    (successes, trials, confidence, low, high) => {
      const interval = clopperPearson(successes, trials, confidence)
      expectClose(interval[0], low, 1e-11)
      expectClose(interval[1], high, 1e-11)
    },
  )

  it("knows nothing without trials", () => {
    expect(clopperPearson(0, 0)).toEqual([0, 1])
  })
})
