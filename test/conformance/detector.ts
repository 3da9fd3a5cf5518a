/**
 * The conformance kit: what any detector must keep, built in or not. In a test file of your own:
 *
 *   import { describeDetector } from "./test/conformance/detector.ts"
 *   describeDetector(myDetector)
 */
import { describe, it } from "vitest"
import { CHECKS, EVIDENCE_CHECKS } from "../../src/core/detection/conformance/checks.ts"
import { type NamedEvidence, populations } from "../../src/core/detection/conformance/populations.ts"
import type { Detector } from "../../src/core/detection/detector.ts"

export interface Conformance {
  /** Evidence to run over; by default a hand-made and a generated population, with all kinds of evidence. */
  readonly evidence?: readonly NamedEvidence[]
  /**
   * Mean by which scores may move on crowded evidence when accounts are numbered otherwise; 0 unless told. For
   * detectors that bound their work by looking at the next few of a crowd, in the order of accounts.
   */
  readonly orderTolerance?: number
}

export function describeDetector(detector: Detector, conformance: Conformance = {}): void {
  const { evidence = populations, orderTolerance = 0 } = conformance
  describe(`detector ${detector.id}`, () => {
    for (const [title, check] of Object.entries(CHECKS)) it(title, () => check(detector))
    for (const { name, isCrowded, load } of evidence) {
      describe(`over ${name}`, () => {
        const options = { orderTolerance: isCrowded ? orderTolerance : 0, alwaysTells: true }
        for (const [title, check] of Object.entries(EVIDENCE_CHECKS)) {
          it(title, async () => check(detector, await load(), options))
        }
      })
    }
  })
}
