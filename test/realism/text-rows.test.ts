import { beforeAll, describe, expect, it } from "vitest"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import { writePosts } from "../../src/core/population/notes.ts"
import { tilesOf } from "../../src/core/population/populate.ts"
import { livesOf } from "../../src/core/population/tile.ts"
import type { Population } from "../../src/core/realism/population.ts"
import { measure, type RealismRow } from "../../src/core/realism/row.ts"
import { textDomain } from "../../src/core/realism/text.ts"
import { buildTestWorld, scenario } from "../population/world.ts"

/** A population of whose evidence there are the notes only. */
async function witnessNotes(): Promise<Population> {
  const world = await buildTestWorld({ ...scenario, accounts: 1500 })
  const tiles = tilesOf(world.accounts).map(({ first, end }) => {
    const { posts, authorship } = writePosts(world, first, end, livesOf(world, first, end))
    const evidence = {
      firstAccount: first,
      accountCount: end - first,
      periodStart: 0,
      periodSeconds: 0,
      posts,
    }
    return { evidence, behind: { authorship, origin: new Uint8Array(authorship.length) } }
  })
  return { world, label: labelAccounts(world.columns, scenario.definition), tiles }
}

describe("the text rows", () => {
  let rows: RealismRow[]
  let population: Population
  const row = (id: string) => rows.find((one) => one.id === id)!

  beforeAll(async () => {
    population = await witnessNotes()
    rows = measure(textDomain, population)
  })

  it("have names of their own, a published range and an answer or the reason for none", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const { id, published, generated, interval, why } of rows) {
      expect(published[0], id).toBeLessThanOrEqual(published[1])
      expect(generated === null, id).toBe(why !== null)
      if (generated !== null) expect(interval![0], id).toBeLessThanOrEqual(interval![1])
    }
  })

  it("cover every published cell of the text table", () => {
    expect(rows.map(({ id }) => id)).toMatchInlineSnapshot(`
      [
        "ttr-80-authentic",
        "ttr-80-managed",
        "sentence-variation-short-authentic",
        "sentence-variation-long-authentic",
        "sentence-variation-short-managed",
        "sentence-variation-long-managed",
        "marks-authentic",
        "marks-managed",
        "self-duplicates-median-authentic",
        "self-duplicates-p95-authentic",
        "icc-length-authentic",
        "icc-links-authentic",
        "icc-sentence-length-authentic",
        "icc-punctuation-authentic",
        "icc-ttr-authentic",
        "heaps-authentic",
        "heaps-managed",
        "zlib-authentic",
        "zlib-managed",
        "trigram-jaccard-p95-authentic",
        "trigram-jaccard-p95-managed",
        "near-duplicate-pairs-managed",
        "classifier-auc-same-topics-managed",
        "classifier-auc-other-topics-30-managed",
        "classifier-auc-other-topics-80-managed",
        "classifier-auc-other-topics-160-managed",
        "classifier-tpr-other-topics-30-managed",
        "classifier-tpr-other-topics-80-managed",
        "classifier-tpr-other-topics-160-managed",
        "perplexity-fpr-second-language-authentic",
        "perplexity-fpr-native-authentic",
        "perplexity-second-language-authentic",
        "perplexity-model-managed",
        "perplexity-evasive-model-managed",
      ]
    `)
  })

  it("find people's sentences less even than models', and their marks more", () => {
    expect(row("sentence-variation-short-authentic").generated).toBeGreaterThan(
      row("sentence-variation-short-managed").generated!,
    )
    expect(row("marks-authentic").generated).toBeGreaterThan(5 * row("marks-managed").generated!)
  })

  it("find models' notes more alike than people's", () => {
    expect(row("trigram-jaccard-p95-managed").generated).toBeGreaterThan(
      row("trigram-jaccard-p95-authentic").generated!,
    )
  })

  it("say the same of the same population", () => {
    expect(measure(textDomain, population)).toEqual(rows)
  })
})
