import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ACTIONS, ORDERS, SECOND_OPINIONS } from "../../../src/core/policy/after-flag.ts"
import {
  type Consequences,
  ENDS,
  type End,
  type FunnelRow,
  followFlags,
  STEPS,
} from "../../../src/core/policy/follow/index.ts"
import { TIERS, type Tier } from "../../../src/core/policy/tiers.ts"
import { mixedRun, policyOf } from "./small-run.ts"

const RUN = mixedRun(120)

const anyThresholds = fc
  .array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 5, maxLength: 5 })
  .map((drawn) => {
    const ascending = drawn.filter((one) => one !== null).sort((a, b) => a - b)
    return Object.fromEntries(
      TIERS.flatMap((tier, at) => (drawn[at] === null ? [] : [[tier, ascending.shift()!]])),
    ) as Partial<Record<Tier, number>>
  })

const anyAction = fc.constantFrom(...ACTIONS)
const anyPolicy = fc
  .record({
    tiers: anyThresholds,
    perDay: fc.integer({ min: 1, max: 30 }),
    enforcement: fc.record({
      horizonDays: fc.integer({ min: 1, max: 40 }),
      afterReview: fc.record({ occasional: anyAction, mostly: anyAction, full: anyAction }),
      noticeDays: fc.constantFrom(0, 0.5, 3),
      complies: fc.constantFrom(0, 0.4, 1),
      limitDays: fc.constantFrom(0.5, 4, 14),
      suspendDays: fc.constantFrom(null, 3),
      recheckDays: fc.constantFrom(0.5, 2, 7),
      strikes: fc.record({
        lastDays: fc.constantFrom(3, 90),
        limitAt: fc.constantFrom(null, 1, 2),
        suspendAt: fc.constantFrom(null, 2, 3),
      }),
    }),
    review: fc.record({
      reviewers: fc.integer({ min: 0, max: 3 }),
      hoursPerDay: fc.constantFrom(1, 8, 24),
      order: fc.constantFrom(...ORDERS),
      secondOpinion: fc.constantFrom(...SECOND_OPINIONS),
      reports: fc.constantFrom(null, 3),
      overflow: fc.constantFrom(null, { hours: 10, actFrom: 0.5 }),
    }),
    appeals: fc.record({
      authenticFile: fc.constantFrom(0, 0.3, 1),
      managedFile: fc.constantFrom(0, 0.3, 1),
      delayDays: fc.constantFrom(0.01, 1, 5),
      first: fc.boolean(),
    }),
    seconds: fc.constantFrom(6.9, 3000),
  })
  .map(({ tiers, perDay, seconds, ...rest }) =>
    policyOf(tiers, { ...rest, workload: { accountsPerDay: perDay, secondsPerReview: seconds } }),
  )

const anyRun = fc
  .array(fc.integer({ min: 0, max: 6 }), { minLength: 120, maxLength: 120 })
  .map((reports) => ({
    ...RUN,
    reports: Float32Array.from(reports),
  }))

const rowsOf = ({ funnel, cohorts }: Consequences): FunnelRow[] =>
  [funnel, ...cohorts.flatMap(({ rows }) => rows)].flatMap(({ authentic, managed }) => [authentic, managed])

const sum = (row: FunnelRow, ends: readonly End[]) =>
  ends.reduce((total, end) => total + row.ends[end].value, 0)

function follow(check: (found: Consequences) => void) {
  fc.assert(
    fc.property(anyRun, anyPolicy, (run, policy) => check(followFlags(run, policy, { replicates: 2 }))),
    { numRuns: 30 },
  )
}

describe("whatever the policy", () => {
  it("every flag ends exactly once", () => {
    follow((found) => {
      for (const row of rowsOf(found)) expect(sum(row, ENDS)).toBeCloseTo(row.steps.flagged.value, 9)
    })
  })

  it("the steps are nested, and lead to the ends that they can lead to", () => {
    follow((found) => {
      for (const row of rowsOf(found)) {
        const { steps, accounts } = row
        const count = (step: (typeof STEPS)[number]) => steps[step].value
        expect(count("sent-to-review")).toBeLessThanOrEqual(count("flagged"))
        expect(count("reviewed")).toBeLessThanOrEqual(count("sent-to-review"))
        expect(count("acted-on")).toBeLessThanOrEqual(count("flagged"))
        expect(count("appealed")).toBeLessThanOrEqual(count("acted-on"))
        expect(count("reinstated")).toBeLessThanOrEqual(count("appealed"))
        const acted = sum(row, ["labelled", "limited", "suspended", "complied", "reinstated"])
        expect(acted).toBeCloseTo(count("acted-on"), 9)
        expect(row.ends.reinstated.value).toBe(count("reinstated"))
        expect(row.ends.waiting.value).toBeLessThanOrEqual(count("sent-to-review") - count("reviewed"))
        expect(accounts.flagged.value).toBeLessThanOrEqual(count("flagged"))
        expect(accounts["acted-on"].value).toBeLessThanOrEqual(accounts.flagged.value)
        expect(accounts.caught.value).toBeLessThanOrEqual(accounts["acted-on"].value)
        expect(accounts.flagged.value).toBeLessThanOrEqual(row.judged.value + 1e-9)
      }
    })
  })

  it("the cohorts of each kind sum to all accounts", () => {
    follow(({ funnel, cohorts }) => {
      for (const { rows } of cohorts)
        for (const side of ["authentic", "managed"] as const) {
          const all = (of: (row: FunnelRow) => number) =>
            rows.reduce((total, row) => total + of(row[side]), 0)
          expect(all((row) => row.judged.value)).toBeCloseTo(funnel[side].judged.value, 6)
          for (const step of STEPS)
            expect(all((row) => row.steps[step].value)).toBeCloseTo(funnel[side].steps[step].value, 9)
          for (const end of ENDS)
            expect(all((row) => row.ends[end].value)).toBeCloseTo(funnel[side].ends[end].value, 9)
        }
    })
  })

  it("what arrives before reviewers is decided or still there", () => {
    follow(({ queue: { perDay }, funnel: { authentic, managed } }) => {
      let open = 0
      for (const day of perDay.arrivals.value.keys()) {
        open += perDay.arrivals.value[day] - perDay.decided.value[day] - perDay.automated.value[day]
        expect(perDay.backlog.value[day]).toBeCloseTo(open, 9)
      }
      const arrived = perDay.arrivals.value.reduce((total, one) => total + one, 0)
      const cases = [authentic, managed].map(
        ({ steps }) => steps["sent-to-review"].value + steps.appealed.value,
      )
      expect(arrived).toBeCloseTo(cases[0] + cases[1], 9)
    })
  })

  it("nobody is restricted for longer than the policy is followed", () => {
    follow((found) => {
      for (const { judged, accounts, restrictedDaysPer1000 } of rowsOf(found))
        if (judged.value > 0 && accounts.flagged.value === 0) expect(restrictedDaysPer1000.value).toBe(0)
      const { authentic } = found.funnel
      expect(found.wrongfulDays.value).toBeLessThanOrEqual(authentic.accounts["acted-on"].value * found.days)
      expect(found.wrongfulDays.value).toBeGreaterThanOrEqual(0)
    })
  })
})
