import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { gunzipSync } from "node:zlib"
import { DuckDBInstance } from "@duckdb/node-api"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { writeTable } from "../../src/store/export.ts"
import { readLog } from "../../src/store/log.ts"
import { freshFolder } from "./folder.ts"

const COLUMNS = [
  { name: "account", values: ["007", "7", "a,b", 'q"q', "x\ny"] },
  { name: "risk", values: Float32Array.of(0.1, 0.5, Number.NaN, 1, 0) },
  { name: "posts", values: [1, 2, 3, 4, 4294967295] },
  { name: "balance", values: [-1.5, 1e300, null, 0, 2] },
  { name: "reasons", values: ["replied within 60 s", null, "", "又快又准", "NA"] },
]

async function parquetRows(file: string) {
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  const rows = (await database.runAndReadAll(`SELECT * FROM '${file}'`)).getRowsJS()
  database.closeSync()
  instance.closeSync()
  return rows
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: Error) => `${error.name}: ${error.message}`,
  )

describe("a table", () => {
  const csv = [
    '"account",risk,posts,balance,"reasons"',
    '"007",0.1,1,-1.5,"replied within 60 s"',
    '"7",0.5,2,1e+300,',
    '"a,b",,3,,""',
    '"q""q",1.0,4,0.0,"又快又准"',
    '"x\ny",0.0,4294967295,2.0,"NA"',
    "",
  ].join("\n")

  test("is written as CSV, with all text in quotes", async () => {
    const file = join(freshFolder(), "new/folder/scores.csv")
    await writeTable(file, COLUMNS)
    expect(readFileSync(file, "utf8")).toBe(csv)
    await writeTable(`${file}.gz`, COLUMNS)
    expect(gunzipSync(readFileSync(`${file}.gz`)).toString()).toBe(csv)
    expect(readdirSync(dirname(file)).sort()).toEqual(["scores.csv", "scores.csv.gz"])
  })

  test("is written as JSON lines", async () => {
    const file = join(freshFolder(), "scores.jsonl")
    await writeTable(file, COLUMNS)
    const lines = readFileSync(file, "utf8").trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { account: "007", risk: 0.1, posts: 1, balance: -1.5, reasons: "replied within 60 s" },
      { account: "7", risk: 0.5, posts: 2, balance: 1e300, reasons: null },
      { account: "a,b", risk: null, posts: 3, balance: null, reasons: "" },
      { account: 'q"q', risk: 1, posts: 4, balance: 0, reasons: "又快又准" },
      { account: "x\ny", risk: 0, posts: 4294967295, balance: 2, reasons: "NA" },
    ])
  })

  test("is written as Parquet", async () => {
    const file = join(freshFolder(), "scores.parquet")
    await writeTable(file, COLUMNS)
    const rows = await parquetRows(file)
    expect(rows[0]).toEqual(["007", Math.fround(0.1), 1, -1.5, "replied within 60 s"])
    expect(rows[2]).toEqual(["a,b", null, 3, null, ""])
  })

  test("without rows has its header", async () => {
    const file = join(freshFolder(), "none.csv")
    await writeTable(file, [{ name: "risk", values: [] }])
    expect(readFileSync(file, "utf8")).toBe("risk\n")
  })

  test("of many rows keeps their order", async () => {
    const file = join(freshFolder(), "many.csv")
    const values = Uint32Array.from({ length: 50_000 }, (_, i) => i)
    await writeTable(file, [{ name: "n", values }])
    expect(readFileSync(file, "utf8")).toBe(`n\n${values.join("\n")}\n`)
  })

  test("replaces a file only when it is whole", async () => {
    const file = join(freshFolder(), "scores.csv")
    writeFileSync(file, "before")
    const text = { name: "text", values: ["a", "b"] }
    expect(await failure(writeTable(file, [text, { name: "short", values: [1] }]))).toMatch(
      /^DataError: .*column short must have 2 values, as the first has, got 1$/,
    )
    expect(await failure(writeTable(file, [text, { ...text, name: "TEXT" }]))).toMatch(
      /names of columns must differ/,
    )
    expect(await failure(writeTable(file, []))).toMatch(/at least one column$/)
    expect(readFileSync(file, "utf8")).toBe("before")
    await writeTable(file, [text])
    expect(readFileSync(file, "utf8")).toBe('"text"\n"a"\n"b"\n')
    expect(readdirSync(dirname(file))).toEqual([basename(file)])
  })

  test("that cannot be placed says where", async () => {
    const folder = freshFolder()
    const columns = [{ name: "n", values: [1] }]
    expect(await failure(writeTable(join(folder, "x.txt"), columns))).toMatch(
      /x.txt: the name must end in .csv/,
    )
    writeFileSync(join(folder, "file"), "")
    expect(await failure(writeTable(join(folder, "file/x.csv"), columns))).toMatch(
      /^DataError: .*\/file: cannot be written \(there is a file of this name\)$/,
    )
    expect(readdirSync(folder)).toEqual(["file"])
  })
})

describe("ids of every kind", () => {
  const oddities = [
    "007",
    "7",
    "7.0",
    "NA",
    "null",
    '"',
    "a,b",
    "a\nb",
    "a\r\nb",
    " a",
    "a ",
    "😀",
    "\uff21",
    "'",
    "\\N",
  ]
  const id = fc.oneof(
    fc.constantFrom(...oddities),
    fc.string({ unit: "binary", minLength: 1 }),
    fc.string({
      unit: fc.constantFrom('"', ",", "\n", "\r", "\t", " ", "a", "0", "\\", "'", "|", ";"),
      minLength: 1,
    }),
  )
  // An id of nothing but white space counts as empty, which other tests hold.
  const ids = fc.uniqueArray(
    id.filter((text) => text.trim() !== "" && !text.includes("\0")),
    {
      minLength: 1,
      maxLength: 90,
      size: "max",
    },
  )

  test.each(["csv", "csv.gz", "jsonl", "parquet"])("survive writing and reading as %s", async (extension) => {
    const file = join(freshFolder(), `log.${extension}`)
    await fc.assert(
      fc.asyncProperty(ids, async (accounts) => {
        const time = accounts.map((_, i) => 1_700_000_000 + i)
        await writeTable(file, [
          { name: "who", values: accounts },
          { name: "when", values: time },
          { name: "what", values: accounts.toReversed() },
        ])
        const log = await readLog(file, { account: "who", time: "when", object: "what" })
        expect(log.rows).toEqual({ read: accounts.length, used: accounts.length, unreadable: 0, reasons: [] })
        expect(log.accountNames).toEqual([...accounts].sort())
        expect(log.objectNames).toEqual([...accounts].sort())
        const { interactions, periodStart } = log.evidence
        const found = accounts.map((account) => {
          const row = interactions!.offset[log.accountNames.indexOf(account)]!
          return [periodStart + interactions!.time[row]!, log.objectNames[interactions!.object[row]!]]
        })
        expect(found).toEqual(accounts.map((_, i) => [time[i], accounts[accounts.length - 1 - i]]))
      }),
      // Opening a database takes the time, not the rows.
      { numRuns: 9 },
    )
  })
})
