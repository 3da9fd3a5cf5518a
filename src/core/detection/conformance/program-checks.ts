/**
 * What a plug-in must keep that is only known by its answers: a program or an endpoint. The same promises as those of
 * a detector, as far as they can be seen from outside.
 */
import { cut } from "../../evidence/cut.ts"
import type { Evidence } from "../../evidence/evidence.ts"
import { grammars } from "../../population/language/grammar.ts"
import type { PluginDescription, PluginFindings } from "../plugin.ts"
import { anotherOrder, holdJudged, holdSameInOrder, holdSentence, holdSilent } from "./checks.ts"
import { emptied, reordered } from "./evidence.ts"
import { holdSame } from "./hold.ts"

/** Judges evidence, in batches of so many accounts; `again` when an earlier answer about it will not do. */
export type Judge = (
  evidence: Evidence,
  how?: { readonly batch?: number; readonly again?: boolean },
) => Promise<PluginFindings>

type Check = (judge: Judge, evidence: Evidence, description: PluginDescription) => Promise<void>

export const PROGRAM_CHECKS: Readonly<Record<string, Check>> = {
  async "scores every account in [0, 1] or not at all"(judge, evidence) {
    holdJudged((await judge(evidence)).score, evidence)
  },

  async "answers the same when it is asked again"(judge, evidence) {
    holdSame(
      await judge(evidence, { again: true }),
      await judge(evidence),
      "asked again about the same evidence",
    )
  },

  async "does not depend on how accounts are cut into batches"(judge, evidence) {
    const whole = await judge(evidence)
    for (const batch of [1, 64]) holdSame(await judge(evidence, { batch }), whole, `in batches of ${batch}`)
  },

  async "scores an account the same whatever its number"(judge, evidence) {
    const order = anotherOrder(evidence.accountCount)
    const { score } = await judge(evidence)
    holdSameInOrder(score, (await judge(reordered(evidence, order))).score, order, 0)
  },

  async "takes accounts of whom nothing was seen, and none at all"(judge, evidence, { reads }) {
    holdSilent((await judge(emptied(evidence))).score, reads)
    await judge(cut(evidence, 0, 0))
  },

  async "takes accounts of whom one kind of evidence is missing"(judge, evidence, { reads }) {
    const bare = emptied(evidence)
    for (const part of ["posts", "interactions", "follows", "reports"] as const)
      if (reads.some((field) => field.startsWith(part))) await judge({ ...evidence, [part]: bare[part] })
  },

  async "gives reasons in whole sentences"(judge, evidence) {
    for (const text of (await judge(evidence)).reasons.text) holdSentence(text)
  },
}

/** The same evidence in words that can be rendered: hand-made tokens are any numbers. */
export function inWords(evidence: Evidence): Evidence {
  const { posts } = evidence
  if (!posts?.tokens) return evidence
  const words = grammars().lexicon.texts.length
  return {
    ...evidence,
    posts: { ...posts, tokens: Uint32Array.from(posts.tokens, (token) => token % words) },
  }
}
