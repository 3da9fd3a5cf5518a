/** assay new: what an engineer starts a detector of their own from. */
import { existsSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Command } from "commander"
import { DETECTOR_IDS } from "../../core/detection/ids.ts"
import { DataError, UsageError } from "../../core/errors.ts"
import { print } from "../context.ts"
import { DETECTOR_LANGUAGES, type DetectorLanguage, newDetector } from "../new-detector.ts"
import { examples, oneOf, quoted } from "../options.ts"

interface Options {
  readonly language: DetectorLanguage
  readonly folder: string
}

const WHAT = ["detector"] as const

export function addNew(program: Command): void {
  program
    .command("new")
    .summary("write a new detector with its test, to start from")
    .description(
      "Write a detector that keeps its contract at once, and a test of it. No file is ever replaced. " +
        "docs/detectors.md tells which language suits which detector.",
    )
    .argument("<what>", "detector")
    .argument("<name>", "its id: lower-case words joined by hyphens, e.g. late-poster")
    .option(
      "--language <language>",
      `${DETECTOR_LANGUAGES.join(", ")}: a module (ts, js) may join accounts, a program (python) judges one by one`,
      oneOf("--language", DETECTOR_LANGUAGES),
      "ts",
    )
    .option("--folder <folder>", "where to write it; made when it is not there", ".")
    .addHelpText(
      "after",
      examples({
        "assay new detector late-poster": "late-poster.ts and late-poster.test.ts",
        "assay new detector late-poster --language python --folder detectors":
          "detectors/late_poster.py and its test",
      }),
    )
    .action(write)
}

async function write(what: string, name: string, { language, folder }: Options): Promise<void> {
  oneOf("assay new", WHAT)(what)
  requireName(name)
  const { files, next } = newDetector(name, language)
  const paths = files.map((file) => join(folder, file.name))
  const there = paths.find((path) => existsSync(path))
  if (there !== undefined) throw new UsageError(`${there} is there already; choose another name or --folder`)
  try {
    await mkdir(folder, { recursive: true })
    // Never onto a file that came to be there meanwhile.
    for (const [at, { text }] of files.entries()) await writeFile(paths[at]!, text, { flag: "wx" })
  } catch (error) {
    throw new DataError(`${folder}: cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
  await print(
    `Wrote ${paths.join(" and ")}\n${examples(next(paths[0]!, paths[1]!)).replace("Examples:", "Next:")}`,
  )
}

function requireName(name: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 60)
    throw new UsageError(`the name must be lower-case words joined by hyphens, got ${quoted(name)}`)
  if ((DETECTOR_IDS as readonly string[]).includes(name))
    throw new UsageError(`the name must be no built-in detector's, got ${name}`)
}
