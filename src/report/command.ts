/** Commands as they are typed into a terminal. */
import type { Definition } from "../core/policy/definition.ts"

/**
 * What starts Assay on a page, which is read who knows where: npx finds it in the checkout, in a project that has it
 * installed, and where it is installed for all.
 */
export const ANYWHERE = "npx assay"

/** As a shell takes it for one word. */
export const quoted = (text: string) =>
  /^[\w.+/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`

/** The options that turn one definition into another; `suffix` tells the side. */
export function definitionOptions(definition: Definition, own: Definition, suffix = ""): readonly string[] {
  return (["automation", "oversight", "days"] as const)
    .filter((part) => definition[part] !== own[part])
    .map((part) => `--${part}${suffix} ${definition[part]}`)
}
