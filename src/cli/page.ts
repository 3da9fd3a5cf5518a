/** Reports as HTML pages: the language that is asked for, and writing one whole or not at all. */
import { writeFile } from "node:fs/promises"
import { Option } from "commander"
import { REPORT_LANGUAGES } from "../report/words/index.ts"
import { writeBeside } from "../store/beside.ts"
import { print } from "./context.ts"
import { oneOf } from "./options.ts"

export const langOption = (of: string) =>
  new Option("--lang <language>", `language ${of}: ${REPORT_LANGUAGES.join(" or ")}`)
    .default("en")
    .argParser(oneOf("--lang", REPORT_LANGUAGES))

/** Writes the page and prints where; without a file the page itself. */
export async function writePage(file: string | undefined, page: string): Promise<void> {
  if (file === undefined) return print(page)
  await writeBeside(file, (path) => writeFile(path, page))
  await print(file)
}
