/**
 * The page against the terminal: what it works out from the columns that it is sent, and a policy that went through its
 * setting, is to the last bit what the terminal prints for the policy's file.
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { encodeColumns } from "../../src/api/columns.ts"
import {
  type FollowInput,
  finish,
  followInput,
  followInputOf,
  followingFlags,
  onPlatformOf,
  reportsOf,
  reviewersUpTo,
  withSetting,
} from "../../src/core/policy/follow/index.ts"
import { parsePolicy } from "../../src/core/policy/parse-policy.ts"
import type { Policy } from "../../src/core/policy/policy.ts"
import type { Run } from "../../src/core/run.ts"
import { readColumns, readReports } from "../../src/renderer/api/columns.ts"
import { changeBy, policyOf } from "../../src/renderer/state/policy.ts"
import { changed, ownSetting } from "../../src/renderer/state/setting.ts"
import { type Decided, type Decision, decide } from "../../src/renderer/views/consequences/question.ts"
import { openStore } from "../../src/store/store.ts"
import { temporaryFolder } from "../cli/terminal.ts"
import { assay } from "../cli/warm.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const FILE = `name: file
tiers: {label: 0.2, review: 0.4}
costs: {falsePositive: 10, falseNegative: 50, review: 1, reviewerHour: 30, wrongfulDay: 1}
caps: {archetype: {casual: 0.01, night-owl: 0.2}}
workload: {accountsPerDay: 200, secondsPerReview: 600}
review: {reports: 1, overflow: {hours: 48, actFrom: 0.8}}
`
const OTHER = "name: other\ntiers: {review: 0.3, suspend: 0.7}\nreview: {reviewers: 2}\n"

const folder = temporaryFolder()
afterAll(folder.remove)

let run: Run
let input: FollowInput
let policy: Policy

beforeAll(async () => {
  await putTinyRun(join(folder.path, "runs"))
  writeFileSync(join(folder.path, "file.yaml"), FILE)
  writeFileSync(join(folder.path, "other.yaml"), OTHER)
  const store = openStore(join(folder.path, "runs"))
  run = await store.read((await store.list())[0]!.id)
  const { manifest } = run
  const bytes = encodeColumns(run.columns, reportsOf(run))
  const columns = readColumns(bytes, manifest.accounts)
  input = followInputOf({ manifest, columns }, readReports(bytes, manifest.accounts))
  policy = throughSetting(parsePolicy(FILE, "file.yaml"))
})

/** As the page has it, once the file is opened. */
function throughSetting(read: Policy): Policy {
  const { scenario } = run.manifest
  return policyOf(changed(ownSetting(scenario), changeBy(read, scenario)), read.name)
}

/** Whether it has an answer or, where no policy keeps the limits, ends with 3. */
async function print(...args: string[]): Promise<unknown> {
  const asked = ["consequences", "--json", "--replicates", "3", "--policy", "file.yaml"]
  return JSON.parse((await assay(folder.path, ...asked, ...args)).stdout)
}

/** As JSON has it: no NaN. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

function decided<Kind extends Decision["kind"]>(decision: Decision & { kind: Kind }): Decided[Kind] {
  const told: unknown[] = []
  decide(decision, (one) => told.push(one))
  const last = told.at(-1) as { kind: "found"; found: Decided[Kind] }
  expect(last.kind).toBe("found")
  expect(told.length).toBeGreaterThan(1)
  return last.found
}

describe("the page", () => {
  it("is sent all that flags are followed by, reports among it", () => {
    expect(input).toEqual(followInput(run))
    expect(Math.max(...input.reports!)).toBeGreaterThan(1)
  })

  it("follows what reports bring, as the terminal does", async () => {
    const { consequences } = (await print()) as { consequences: unknown }
    expect(plain(finish(followingFlags(input, policy, { replicates: 3 })))).toEqual(consequences)
    const unaware = { ...input, reports: null }
    expect(plain(finish(followingFlags(unaware, policy, { replicates: 3 })))).not.toEqual(consequences)
  })

  it("prices a policy without costs as the terminal does, which says that it assumes them", async () => {
    const bare = "name: bare\ntiers: {review: 0.4}\n"
    writeFileSync(join(folder.path, "bare.yaml"), bare)
    const asked = ["consequences", "--json", "--replicates", "3", "--policy", "bare.yaml"]
    const terminal = JSON.parse((await assay(folder.path, ...asked)).stdout)
    const own = throughSetting(parsePolicy(bare, "bare.yaml"))
    expect(terminal).toMatchObject({
      costsAssumed: true,
      consequences: plain(finish(followingFlags(input, own, { replicates: 3 }))),
    })
    expect(terminal.consequences.cost.total.value).toBeGreaterThan(0)
    expect(await print()).toMatchObject({ costsAssumed: false })
  })

  it("takes a tier as off where the policy says so, and nowhere else", () => {
    for (const tiers of [
      "{review: 0.4, suspend: 1}",
      "{limit: 0.4, review: 0.4}",
      "{watch: 0, label: 0.2, limit: 0.2, review: 1, suspend: 1}",
      "{watch: 0.3}",
    ]) {
      const read = parsePolicy(`name: edge\ntiers: ${tiers}\n`, "edge.yaml")
      expect(throughSetting(read).tiers).toEqual(read.tiers)
    }
  })

  it("finds the cheapest policy that the terminal finds, within the same limits", async () => {
    const limits = ["--within", "30", "--most-acted-on", "0.2", "--most-waiting", "90"]
    const terminal = (await print("--cheapest", ...limits, "--up-to-reviewers", "1")) as { cheapest: unknown }
    const options = {
      replicates: 3,
      hours: 30,
      mostActedOn: 0.2,
      mostWaiting: 90,
      reviewers: reviewersUpTo(1),
    }
    const found = decided({ kind: "cheapest", input, policy, options })
    expect(plain(found)).toEqual(terminal.cheapest)
    expect(found.binding.length).toBeGreaterThan(0)
  })

  it("sets what was found, so that the setting is the policy that was followed", () => {
    for (const found of [
      { label: 0.2, limit: 0.4, review: 0.6, suspend: 0.9, reviewers: 3 },
      { label: null, limit: 0.05, review: null, suspend: 0.1, reviewers: 1 },
      { label: 0.05, limit: null, review: 0.1, suspend: null, reviewers: 2 },
    ]) {
      const applied = withSetting(policy, found)
      const again = throughSetting(applied)
      expect(again.tiers).toEqual(applied.tiers)
      const judged = (one: Policy) => plain(finish(followingFlags(input, one, { replicates: 2 })))
      expect(judged(again)).toEqual(judged(applied))
    }
  })

  it("compares two policies as the terminal does", async () => {
    const terminal = (await print("--against", "other.yaml")) as { comparison: unknown }
    const other = onPlatformOf(policy, parsePolicy(OTHER, "other.yaml"))
    const found = decided({ kind: "comparison", input, policy, other, options: { replicates: 3 } })
    expect(plain(found)).toEqual(terminal.comparison)
    expect(found.differences.some(({ difference: { interval } }) => interval[0] > 0 || interval[1] < 0)).toBe(
      true,
    )
  })
})
