/**
 * Evaluates rules over all accounts, exactly, fast enough to follow a pointer at a million accounts.
 */
import { addUp, BLOCK, countMet, sumOf, writeMet } from "./blocks.ts"
import { type KeysByName, type RuleGroups, requireLength } from "./keys.ts"
import type { Rule } from "./rule.ts"
import { counterOfSix } from "./six.ts"

/** A rule made ready for the accounts of an evaluator. Its calls allocate nothing. */
export interface PreparedRule {
  /**
   * Fills `flagged` with the flagged accounts of each group (of whose number it must be long) and returns it. Throws a
   * RangeError when the groups are of other accounts.
   */
  countFlagged(groups: RuleGroups, flagged: Uint32Array): Uint32Array
  /** Fills `flag` (length accounts) with 1 for flagged accounts and 0 for the others, and returns it. */
  flagAccounts<Column extends Uint8Array | Float32Array>(flag: Column): Column
}

export interface RuleEvaluator {
  readonly accounts: number
  /** Throws a RangeError when the rule names a score that there is not. */
  prepare(rule: Rule): PreparedRule
}

/** `keys`: by score name, all of one length; otherwise it throws a RangeError. */
export function createRuleEvaluator(keys: KeysByName): RuleEvaluator {
  const accounts = Object.values(keys)[0]?.length ?? 0
  for (const [name, column] of Object.entries(keys)) requireLength(name, column, accounts)
  return {
    accounts,
    prepare: (rule) => preparedRule(rule, keys, accounts),
  }
}

function preparedRule(rule: Rule, keys: KeysByName, accounts: number): PreparedRule {
  const met = sumOf(rule, keys)
  const countAtOnce = counterOfSix(rule, keys)
  const signed = new Int32Array(BLOCK)
  return {
    countFlagged(groups, flagged) {
      requireLength("groups.of", groups.of, accounts)
      flagged.fill(0)
      if (countAtOnce !== null) {
        countAtOnce(groups, flagged)
        return flagged
      }
      for (let first = 0; first < accounts; first += BLOCK) {
        const end = Math.min(accounts, first + BLOCK)
        addUp(met, first, end, signed)
        countMet(signed, groups.of, first, end, flagged)
      }
      return flagged
    },
    flagAccounts(flag) {
      for (let first = 0; first < accounts; first += BLOCK) {
        const end = Math.min(accounts, first + BLOCK)
        addUp(met, first, end, signed)
        writeMet(signed, first, end, flag)
      }
      return flag
    },
  }
}
