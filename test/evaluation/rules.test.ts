import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type Confusion,
  createRuleEvaluator,
  evenThresholds,
  keysOf,
  PAIR_HOWS,
  paretoOfGrid,
  paretoOfRules,
  parseRule,
  type Rule,
  ruleGroups,
  ruleText,
  scoresOf,
  tellingThresholds,
  thresholdGrid,
} from "../../src/core/evaluation/index.ts"
import { createScoreIndex } from "../../src/core/evaluation/score-index.ts"
import { threshold } from "./arbitraries.ts"

const NAMES = ["co-action", "writing-style", "risk", "a", "b", "c", "d"]

/** Ties, the ends, missing scores, and any other 32-bit number. */
const score = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8) },
  { weight: 4, arbitrary: fc.float({ min: 0, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(Number.NaN, -0, 0, 1) },
)

const row = fc.record({
  scores: fc.tuple(...NAMES.map(() => score)),
  label: fc.integer({ min: 0, max: 1 }),
  cohort: fc.integer({ min: 0, max: 2 }),
})

interface Accounts {
  readonly scores: Readonly<Record<string, Float32Array>>
  readonly label: Uint8Array
  readonly cohort: { readonly of: Uint8Array; readonly count: number }
}

const accounts: fc.Arbitrary<Accounts> = fc.array(row, { minLength: 1, maxLength: 60 }).map((rows) => ({
  scores: Object.fromEntries(
    NAMES.map((name, at) => [name, Float32Array.from(rows, ({ scores }) => scores[at]!)]),
  ),
  label: Uint8Array.from(rows, ({ label }) => label),
  cohort: { of: Uint8Array.from(rows, ({ cohort }) => cohort), count: 4 },
}))

const weight = fc.oneof(fc.double({ min: -2, max: 2, noNaN: true }), fc.constantFrom(0.5, 1, 0.1))

const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant("threshold" as const), score: fc.constantFrom(...NAMES), threshold }),
    fc.record({
      kind: fc.constant("weights" as const),
      terms: fc.array(fc.record({ weight, score: fc.constantFrom(...NAMES) }), {
        minLength: 1,
        maxLength: 8,
      }),
      threshold: fc.double({ min: -1, max: 3, noNaN: true }),
    }),
    fc
      .tuple(fc.array(tie("rule"), { minLength: 2, maxLength: 8 }), fc.nat())
      .map(([members, k]) => ({ kind: "at least" as const, k: 1 + (k % members.length), members })),
  ),
}))

/** What a rule says of one account, as its definition reads. */
function isFlagged(one: Rule, { scores }: Accounts, account: number): boolean {
  switch (one.kind) {
    case "threshold":
      return scores[one.score]![account]! >= one.threshold
    case "weights":
      return (
        one.terms.reduce((sum, term) => sum + term.weight * scores[term.score]![account]!, 0) >= one.threshold
      )
    case "at least":
      return (
        one.members.filter((member) => isFlagged(member, { scores } as Accounts, account)).length >= one.k
      )
  }
}

const keysOfAll = ({ scores }: Accounts) =>
  Object.fromEntries(Object.entries(scores).map(([name, column]) => [name, keysOf(column)]))

function bruteConfusion(of: Accounts, flagged: (account: number) => boolean): Confusion {
  const counted = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 }
  for (const [account, managed] of of.label.entries()) {
    if (managed) counted[flagged(account) ? "truePositives" : "falseNegatives"]++
    else counted[flagged(account) ? "falsePositives" : "trueNegatives"]++
  }
  return counted
}

describe("a rule", () => {
  it("flags the accounts that its definition flags, overall and by cohort", () => {
    fc.assert(
      fc.property(accounts, rule, (of, one) => {
        const prepared = createRuleEvaluator(keysOfAll(of)).prepare(one)
        const wanted = Array.from(of.label, (_, account) => Number(isFlagged(one, of, account)))
        expect([...prepared.flagAccounts(new Uint8Array(of.label.length))]).toEqual(wanted)
        const groups = ruleGroups(of.label, of.cohort)
        const flagged = prepared.countFlagged(groups, new Uint32Array(groups.count))
        const counted = new Array(groups.count).fill(0)
        for (const [account, is] of wanted.entries())
          counted[2 * of.cohort.of[account]! + of.label[account]!] += is
        expect([...flagged]).toEqual(counted)
        const all = prepared.countFlagged(ruleGroups(of.label), new Uint32Array(2))
        expect(all[0]! + all[1]!).toBe(wanted.reduce((sum, is) => sum + is, 0))
      }),
      { numRuns: 400 },
    )
  })

  it("is the same beyond the accounts of one block", () => {
    const many = 5000
    const of: Accounts = {
      scores: Object.fromEntries(
        NAMES.map((name, at) => [
          name,
          Float32Array.from({ length: many }, (_, account) =>
            (account * (at + 3)) % 11 === 0 ? Number.NaN : ((account * (at + 7)) % 101) / 100,
          ),
        ]),
      ),
      label: Uint8Array.from({ length: many }, (_, account) => account % 2),
      cohort: { of: new Uint8Array(many), count: 1 },
    }
    for (const text of [
      "a>=0.5 or (b>=0.3 and c>=0.3)",
      "2 of (a>=0.5, b>=0.5, c>=0.5, d>=0.5)",
      "0.4*a+0.6*b>=0.6",
      "a>=0.5 and b>=0.5",
    ]) {
      const one = parseRule(text, NAMES)
      const groups = ruleGroups(of.label)
      const prepared = createRuleEvaluator(keysOfAll(of)).prepare(one)
      const flagged = prepared.countFlagged(groups, new Uint32Array(2))
      const wanted = bruteConfusion(of, (account) => isFlagged(one, of, account))
      expect([...flagged]).toEqual([wanted.falsePositives, wanted.truePositives])
      expect(prepared.flagAccounts(new Float32Array(many)).reduce((sum, is) => sum + is, 0)).toBe(
        wanted.falsePositives + wanted.truePositives,
      )
    }
  })

  it("is never met by missing evidence, not even at a threshold of 0", () => {
    const of = { a: keysOf(Float32Array.of(Number.NaN, 0)), b: keysOf(Float32Array.of(1, 1)) }
    const evaluator = createRuleEvaluator(of)
    const flags = (text: string) => [
      ...evaluator.prepare(parseRule(text, ["a", "b"])).flagAccounts(new Uint8Array(2)),
    ]
    expect(flags("a>=0")).toEqual([0, 1])
    expect(flags("a>=0 or b>=1")).toEqual([1, 1])
    expect(flags("a>=0 and b>=0")).toEqual([0, 1])
    expect(flags("1*a+1*b>=0")).toEqual([0, 1])
    expect(flags("-1*a+0*b>=-1")).toEqual([0, 1])
  })

  it("compares as a threshold does: a score of 0.7 kept in 32 bits lies below 0.7", () => {
    const score7 = Float32Array.of(0.7)
    const flags = (text: string) =>
      createRuleEvaluator({ a: keysOf(score7) })
        .prepare(parseRule(text, ["a"]))
        .flagAccounts(new Uint8Array(1))[0]
    expect(flags("a>=0.7")).toBe(0)
    expect(flags(`a>=${score7[0]}`)).toBe(1)
  })

  it("refuses scores out of range, unknown scores and groups of other accounts", () => {
    expect(() => keysOf(Float32Array.of(0.5, 1.5))).toThrow("a score must be in [0, 1], got 1.5 of account 1")
    const evaluator = createRuleEvaluator({ a: keysOf(Float32Array.of(0.5)) })
    const one = { kind: "threshold", score: "b", threshold: 0.5 } as const
    expect(() => evaluator.prepare(one)).toThrow('there is no score "b"')
    const prepared = evaluator.prepare({ ...one, score: "a" })
    expect(() => prepared.countFlagged(ruleGroups(new Uint8Array(2)), new Uint32Array(2))).toThrow(
      "groups.of must have one value for each of 1 accounts, got 2",
    )
  })
})

describe("a rule's text", () => {
  it("reads as the rule that it was made from", () => {
    fc.assert(
      fc.property(rule, accounts, (one, of) => {
        const again = parseRule(ruleText(one), NAMES)
        const evaluator = createRuleEvaluator(keysOfAll(of))
        const flags = (which: Rule) => [
          ...evaluator.prepare(which).flagAccounts(new Uint8Array(of.label.length)),
        ]
        expect(flags(again)).toEqual(flags(one))
        expect(ruleText(again)).toBe(ruleText(one))
        expect(scoresOf(again).sort()).toEqual(scoresOf(one).sort())
      }),
    )
  })

  it("binds and closer than or, and takes brackets, spaces, capitals and ≥", () => {
    const told = (text: string) => ruleText(parseRule(text, NAMES))
    expect(told("a>=.1 or b>=0.2 and c>=0.3")).toBe("a>=0.1 or (b>=0.2 and c>=0.3)")
    expect(told("( a >= 0.10 OR b≥0.2 ) AND c>=0.3")).toBe("(a>=0.1 or b>=0.2) and c>=0.3")
    expect(told("2 of (a>=0.1, b>=0.2, c>=0.3 and d>=1)")).toBe("2 of (a>=0.1, b>=0.2, c>=0.3 and d>=1)")
    expect(told("0.5*co-action+writing-style>=1.2")).toBe("0.5*co-action+1*writing-style>=1.2")
  })

  it.each([
    ["", 'rule, character 1: found the end, allowed: a score, a weight, "k of (...)" or ('],
    ["co-acton>=0.9", 'rule, character 1: found "co-acton", allowed: a score; did you mean co-action?'],
    ["zzzzzz>=0.9", `rule, character 1: found "zzzzzz", allowed: one of ${NAMES.join(", ")}`],
    ["a and b>=0.5", 'rule, character 3: found "and", allowed: >= or +'],
    ["a>0.5", 'rule, character 2: found ">", allowed: >= or +'],
    ["a>=1.5", 'rule, character 4: found "1.5", allowed: a threshold in [0, 1]'],
    ["a>=-0.5", 'rule, character 4: found "-0.5", allowed: a threshold in [0, 1]'],
    ["a>=b", 'rule, character 4: found "b", allowed: a threshold in [0, 1]'],
    ["0.5*a>=x", 'rule, character 8: found "x", allowed: a number'],
    ["a>=0.5 b>=0.5", 'rule, character 8: found "b", allowed: and, or, or the end of the rule'],
    ["(a>=0.5", "rule, character 8: found the end, allowed: and, or, or )"],
    ["a>=0.5 and", 'rule, character 11: found the end, allowed: a score, a weight, "k of (...)" or ('],
    ["3 of (a>=0.5, b>=0.5)", 'rule, character 1: found "3", allowed: a whole number from 1 to 2'],
    ["1.5 of (a>=0.5, b>=0.5)", 'rule, character 1: found "1.5", allowed: a whole number from 1 to 2'],
    ["2 of a>=0.5", 'rule, character 6: found "a", allowed: ('],
    ["2 of (a>=0.5; b>=0.5)", 'rule, character 13: found ";", allowed: and, or, a comma or )'],
    ["2 a>=0.5", 'rule, character 3: found "a", allowed: * and a score, or "of"'],
    ["0.5*a+2 b>=0.5", 'rule, character 9: found "b", allowed: * and a score'],
    ["0.5*>=1", `rule, character 5: found ">=", allowed: one of ${NAMES.join(", ")}`],
    ["or>=0.5", `rule, character 1: found "or", allowed: one of ${NAMES.join(", ")}`],
    [
      `${"(".repeat(30)}a>=0.5`,
      'rule, character 22: found "(", allowed: at most 20 brackets within each other',
    ],
  ])("is refused where it goes wrong: %s", (text, message) => {
    let told = ""
    try {
      parseRule(text, NAMES)
    } catch (error) {
      told = (error as Error).message
      expect((error as Error).name).toBe("UsageError")
    }
    expect(told.startsWith(message), told).toBe(true)
  })

  it("never breaks the parser, whatever is typed", () => {
    const word = fc.constantFrom(
      "a",
      "co-action",
      "and",
      "or",
      "of",
      "(",
      ")",
      ">=",
      "*",
      "+",
      ",",
      "2",
      "0.5",
      "-1",
      "$",
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map((words) => words.join(" ")),
          fc.string(),
        ),
        (text) => {
          try {
            parseRule(text, NAMES)
          } catch (error) {
            expect((error as Error).name).toBe("UsageError")
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe("a grid of thresholds", () => {
  const axis = fc
    .uniqueArray(threshold, { minLength: 1, maxLength: 9 })
    .map((list) => list.sort((a, b) => a - b))

  it("counts what both and what either flags, exactly", () => {
    fc.assert(
      fc.property(accounts, axis, axis, (of, xs, ys) => {
        const [x, y] = [of.scores.a!, of.scores.b!]
        const grid = thresholdGrid(
          { keys: keysOf(x), thresholds: xs },
          { keys: keysOf(y), thresholds: ys },
          of.label,
        )
        for (const [atX, tx] of xs.entries()) {
          expect(grid.aloneAt(0, atX)).toEqual(bruteConfusion(of, (account) => x[account]! >= tx))
          for (const [atY, ty] of ys.entries())
            for (const how of PAIR_HOWS) {
              const wanted = bruteConfusion(of, (account) => {
                const [byX, byY] = [x[account]! >= tx, y[account]! >= ty]
                return how === "and" ? byX && byY : byX || byY
              })
              expect(grid.confusionAt(atX, atY, how)).toEqual(wanted)
            }
        }
        for (const [atY, ty] of ys.entries())
          expect(grid.aloneAt(1, atY)).toEqual(bruteConfusion(of, (account) => y[account]! >= ty))
      }),
      { numRuns: 300 },
    )
  })

  it("has a front of the points that no other beats", () => {
    fc.assert(
      fc.property(accounts, axis, axis, fc.constantFrom(...PAIR_HOWS), (of, xs, ys, how) => {
        const grid = thresholdGrid(
          { keys: keysOf(of.scores.a!), thresholds: xs },
          { keys: keysOf(of.scores.b!), thresholds: ys },
          of.label,
        )
        const all = xs.flatMap((_, x) => ys.map((_, y) => grid.confusionAt(x, y, how)))
        const front = paretoOfGrid(grid, xs.length, ys.length, how)
        const beats = (a: Confusion, b: Confusion) =>
          a.falsePositives <= b.falsePositives &&
          a.truePositives >= b.truePositives &&
          (a.falsePositives < b.falsePositives || a.truePositives > b.truePositives)
        for (const { x, y, confusion } of front) {
          expect(confusion).toEqual(grid.confusionAt(x, y, how))
          expect(all.some((other) => beats(other, confusion))).toBe(false)
        }
        for (const one of all)
          if (one.truePositives > 0)
            expect(
              front.some(
                ({ confusion }) =>
                  confusion.falsePositives <= one.falsePositives &&
                  confusion.truePositives >= one.truePositives,
              ),
            ).toBe(true)
      }),
    )
  })

  it("takes an even axis, and refuses one out of order", () => {
    expect(evenThresholds(4)).toEqual([0, 0.25, 0.5, 0.75])
    const keys = keysOf(Float32Array.of(0.5))
    const even = { keys, thresholds: evenThresholds(64) }
    expect(() => thresholdGrid(even, { keys, thresholds: [0.5, 0.5] }, new Uint8Array(1))).toThrow(
      "ascending",
    )
    expect(() => thresholdGrid(even, even, new Uint8Array(2))).toThrow("one value for each of 2 accounts")
  })
})

describe("telling thresholds", () => {
  it("are short, and flag what the scores that they stand for flag", () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 2, max: 12 }), (of, most) => {
        const index = createScoreIndex(of.scores.a!, of.label)
        const found = tellingThresholds(index, most)
        expect(found.length).toBeLessThanOrEqual(most)
        expect(found).toEqual([...found].sort((a, b) => a - b))
        const steps = Array.from(index.thresholds.score, (value) => index.confusionAt(value))
        for (const one of found) expect(steps).toContainEqual(index.confusionAt(one))
      }),
    )
    const scores = Float32Array.of(0.1234567, 0.4999999, 0.87654)
    expect(tellingThresholds(createScoreIndex(scores, Uint8Array.of(0, 0, 1)), 9)).toEqual([0, 0.4, 0.8])
  })
})

describe("the Pareto front of rules", () => {
  const options = (of: Accounts) => ({
    scores: of.scores,
    label: of.label,
    pairs: [
      ["a", "b"],
      ["b", "c"],
    ] as const,
    fused: "risk",
    steps: 8,
  })

  it("holds rules that do what they say, and that nobody beats", () => {
    fc.assert(
      fc.property(accounts, (of) => {
        const front = paretoOfRules(options(of))
        const evaluator = createRuleEvaluator(keysOfAll(of))
        for (const [at, { rule: one, confusion }] of front.entries()) {
          const again = parseRule(ruleText(one), NAMES)
          const [fp, tp] = evaluator.prepare(again).countFlagged(ruleGroups(of.label), new Uint32Array(2))
          expect([fp, tp]).toEqual([confusion.falsePositives, confusion.truePositives])
          const before = front[at - 1]
          if (before) expect(confusion.truePositives).toBeGreaterThan(before.confusion.truePositives)
          if (before) expect(confusion.falsePositives).toBeGreaterThan(before.confusion.falsePositives)
        }
        // No rule over all pairs of thresholds on the axes beats it.
        const axis = (name: string) => tellingThresholds(createScoreIndex(of.scores[name]!, of.label), 8)
        const [managed, all] = [of.label.reduce((sum, own) => sum + own, 0), of.label.length]
        if (managed === 0 || managed === all) {
          expect(front).toEqual([])
          return
        }
        for (const ta of axis("a"))
          for (const tb of axis("b")) {
            const { truePositives, falsePositives } = bruteConfusion(
              of,
              (account) => of.scores.a![account]! >= ta || of.scores.b![account]! >= tb,
            )
            const best = front.filter(({ confusion }) => confusion.falsePositives <= falsePositives).at(-1)
            expect(best?.confusion.truePositives ?? 0).toBeGreaterThanOrEqual(truePositives)
          }
      }),
      { numRuns: 60 },
    )
  })

  it("prefers the fused score, then one score, to a pair that does the same", () => {
    const same = Float32Array.of(0.9, 0.8, 0.1, 0.2)
    const label = Uint8Array.of(1, 1, 0, 0)
    const scores = { a: same, b: same, risk: same }
    const pairs = [["a", "b"]] as const
    const sources = (more: object) =>
      paretoOfRules({ scores, label, pairs, ...more }).map(({ source }) => source)
    expect(sources({ fused: "risk" })).toEqual(["fusion"])
    expect(sources({})).toEqual(["single"])
  })
})
