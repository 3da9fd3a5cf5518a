/** The policies that Assay comes with, by the names under which the terminal takes them. */
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { parsePolicy } from "../core/policy/parse-policy.ts"
import type { NamedPolicy } from "./contract.ts"

const EXTENSION = ".yaml"

/** Lists the folder's policies by name; a PolicyError when one is none. */
export const bundledPolicies = (folder: string) => async (): Promise<readonly NamedPolicy[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith(EXTENSION)).toSorted()
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -EXTENSION.length),
      policy: parsePolicy(await readFile(join(folder, file), "utf8"), file),
    })),
  )
}
