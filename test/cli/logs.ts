/** Small hand-made logs whose outcome can be counted by hand. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { writeTable } from "../../src/store/export.ts"

export interface Row {
  readonly user: string
  readonly at: number
  readonly link: string
  readonly image: string
  readonly body: string
  readonly to: string
  readonly kind: string
}

const START = 1_770_000_000
const PASTED = "the very same words pasted again and again under every link of ours"

const row = (user: string, at: number, link: string): Row => {
  return {
    user,
    at: START + at,
    link,
    image: `i-${link}`,
    body: `${PASTED} ${link}`,
    to: "shop",
    kind: "share",
  }
}

/**
 * `north` and `south` share five links three seconds apart; `east` follows `north` once, nine seconds later.
 * Thirty others share links of their own, hours apart. At the end `east` is reported, and a few posts are made.
 */
export const ROWS: readonly Row[] = [
  ...[0, 1, 2, 3, 4].flatMap((k) => [row("north", k * 5000, `l${k}`), row("south", k * 5000 + 3, `l${k}`)]),
  row("east", 9, "l0"),
  ...Array.from({ length: 30 }, (_, k) => row(`other-${k}`, 7200 * (k + 1), `own-${k}`)),
  { ...row("other-1", 300_000, "l0"), kind: "report", to: "east" },
  ...[0, 1, 2].map((k) => ({ ...row("north", 310_000 + 777 * k, ""), kind: "post", body: PASTED })),
  ...[0, 1, 2].map((k) => ({ ...row("south", 320_000 + 913 * k, ""), kind: "post", body: PASTED })),
]

const COLUMNS = Object.keys(ROWS[0]!) as (keyof Row)[]

export const csvOf = (rows: readonly Row[]) =>
  [COLUMNS.join(","), ...rows.map((one) => COLUMNS.map((name) => one[name]).join(","))].join("\n")

/** The same log in every format. */
export async function writeLogs(folder: string): Promise<readonly string[]> {
  const jsonl = ROWS.map((one) => JSON.stringify(one)).join("\n")
  writeFileSync(join(folder, "log.csv"), csvOf(ROWS))
  writeFileSync(join(folder, "log.csv.gz"), gzipSync(csvOf(ROWS)))
  writeFileSync(join(folder, "log.jsonl"), jsonl)
  writeFileSync(join(folder, "log.jsonl.gz"), gzipSync(jsonl))
  const columns = COLUMNS.map((name) => ({ name, values: ROWS.map((one) => one[name]) }))
  await writeTable(join(folder, "log.parquet"), columns)
  return ["log.csv", "log.csv.gz", "log.jsonl", "log.jsonl.gz", "log.parquet"]
}
