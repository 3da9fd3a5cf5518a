/** What a plug-in says of itself, checked: a name that is free, a known layer, evidence that there is. */
import { z } from "zod"
import { LAYERS } from "../../core/detection/detector.ts"
import type { PluginDescription } from "../../core/detection/plugin.ts"
import { EVIDENCE_FIELDS } from "../../core/evidence/evidence.ts"
import { isBuiltIn, meansElse, NO_BUILT_IN, NOTHING_ELSE } from "../../core/scenario/plugin-names.ts"
import { nameOf, quote, valueAt } from "../../core/scenario/problems.ts"
import { PluginFault } from "./hosted.ts"

const FEATURES = 100

const title = (most: number) =>
  z
    .string("text")
    .regex(/^\S(?:.*\S)?$/, `text of 1 to ${most} characters without spaces around it`)
    .max(most, `text of at most ${most} characters`)

const distinct = <Item>(items: readonly Item[]) => new Set(items).size === items.length

/** A message says what is allowed, as it follows "must be". */
const descriptionSchema = z.object({
  id: z
    .string("text")
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case words joined by hyphens")
    .max(60, "at most 60 characters")
    .refine((id) => !isBuiltIn(id), NO_BUILT_IN)
    .refine((id) => !meansElse(id), NOTHING_ELSE),
  layer: z.enum(LAYERS, `one of ${LAYERS.join(", ")}`),
  title: title(100),
  version: z.int("a whole number of 1 or more").min(1, "a whole number of 1 or more"),
  reads: z
    .array(z.enum(EVIDENCE_FIELDS, `one of ${EVIDENCE_FIELDS.join(", ")}`), "a list")
    .min(1, "a list of one or more")
    .refine(distinct, "a list of distinct fields"),
  features: z
    .array(
      z.object(
        {
          id: z
            .string("text")
            .regex(/^[a-z][a-zA-Z0-9]*$/, "a name like postsPerDay")
            .max(60, "at most 60 characters"),
          title: title(200),
          unit: z.string("text").max(40, "at most 40 characters"),
        },
        "a mapping of id, title, unit",
      ),
      "a list",
    )
    .max(FEATURES, `a list of at most ${FEATURES}`)
    .refine((features) => distinct(features.map(({ id }) => id)), "a list of distinct ids"),
})

/** All that is wrong with it in one PluginFault. */
export function parseDescription(found: unknown): PluginDescription {
  const result = descriptionSchema.safeParse(found)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => {
    const value = valueAt(found, path)
    const field = path.length > 0 ? nameOf(path) : "its description"
    return value === undefined
      ? `${field} is missing; it must be ${message}`
      : `${field} must be ${message}, got ${quote(value)}`
  })
  throw new PluginFault(problems.join("; "))
}

export function requireSame(now: PluginDescription, before: PluginDescription): void {
  if (JSON.stringify(now) === JSON.stringify(before)) return
  throw new PluginFault("describes itself otherwise than when it was opened; has it changed meanwhile?")
}
