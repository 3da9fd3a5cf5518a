/** Saved models: one JSON file each. */
import { readFile, writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import { DataError } from "../core/errors.ts"
import { type LoadedModel, parseModel, type SavedModel } from "../core/saved-model.ts"
import { writeBeside } from "./beside.ts"

/** Reads `file`, from `folder` on. Rejects with a DataError that names the file as it was given. */
export async function readModel(file: string, folder: string): Promise<LoadedModel> {
  let content: string
  try {
    content = await readFile(resolve(folder, file), "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === "ENOENT" ? "there is no such file" : `cannot be read (${code})`
    throw new DataError(`${file}: ${why}; a model that \`assay model save\` wrote is needed`)
  }
  return parseModel(content, file)
}

/** Writes a model, and resolves to it as it will be read; a file of the name is replaced. */
export async function writeModel(file: string, model: SavedModel): Promise<LoadedModel> {
  const content = `${JSON.stringify(model, null, 2)}\n`
  const loaded = parseModel(content, file)
  await writeBeside(resolve(file), (partial) => writeFile(partial, content))
  return loaded
}
