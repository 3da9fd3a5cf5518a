/**
 * The files of one run, written to and read from a folder:
 *
 *   run.json          the manifest
 *   accounts.parquet  account, archetype, language, followers, age_days, post_count, interaction_count, group,
 *                     creation, scheduling, distribution, oversight, automated_from_day, automated_until_day
 *   scores.parquet    account, risk, and one column a detector, named by its id
 *   features.parquet  account, and one column a feature, named detector/feature
 *   pairs.parquet     detector, a, b, weight: the stronger first, one detector after the other
 *   learning.parquet  the sibling population that fusion learned from: account, archetype, the columns of truth, and
 *                     one column a detector; not there when fusion was read from a file
 *   reasons.parquet   detector, account, weight, text: what plug-ins said, one after the other, in the order of accounts,
 *                     an account's strongest reason first; not there without plug-ins
 *
 * Rows stand in the order of `account`, from 0. A missing value is NULL; in memory it is NaN or NONE.
 */
import { existsSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type DuckDBConnection, FLOAT, UINTEGER, UTINYINT, VARCHAR } from "@duckdb/node-api"
import type { LinkPairs } from "../core/detection/detector.ts"
import type { ToldReasons } from "../core/detection/plugin.ts"
import { DamagedRunError, DataError, PermissionError } from "../core/errors.ts"
import { LANGUAGES, NONE } from "../core/evidence/evidence.ts"
import type { Truth } from "../core/population/truth.ts"
import type { Run, RunColumns, RunFeatures, RunLearning, RunManifest } from "../core/run.ts"
import { codeOf, syncFile } from "./beside.ts"
import {
  type Chunks,
  chunksOf,
  fillNumbers,
  firstLine,
  identifier,
  literal,
  pathLiteral,
  rowsOf,
  textColumn,
  withDatabase,
} from "./duckdb.ts"
import { checkManifest } from "./manifest.ts"
import { createTable, type TableColumn } from "./table.ts"

export const MANIFEST = "run.json"
const [ACCOUNTS, SCORES, FEATURES, PAIRS] = [
  "accounts.parquet",
  "scores.parquet",
  "features.parquet",
  "pairs.parquet",
] as const
const LEARNING = "learning.parquet"
const REASONS = "reasons.parquet"

/** The files that every run has; the manifest last, so that a run with a manifest has the rest. */
export const RUN_FILES = [ACCOUNTS, SCORES, FEATURES, PAIRS, MANIFEST] as const

/** The files of this run, in the order in which they are put in place. */
export const filesOf = ({ learning, reasons }: Pick<Run, "learning" | "reasons">): readonly string[] => [
  ...(learning === undefined ? [] : [LEARNING]),
  ...(reasons === undefined ? [] : [REASONS]),
  ...RUN_FILES,
]

/** Writes all files into `folder`, which exists and is empty. */
export async function writeFiles(folder: string, run: Run) {
  const { manifest, columns, features, pairs, learning, reasons } = run
  checkManifest(`run ${manifest.id}: ${MANIFEST}`, manifest)
  checkLengths(run)
  await withDatabase(async (database) => {
    await writeAccounts(database, join(folder, ACCOUNTS), manifest, columns)
    await writeFloats(database, join(folder, SCORES), manifest.accounts, {
      risk: columns.risk,
      ...columns.scores,
    })
    await writeFloats(database, join(folder, FEATURES), manifest.accounts, flatten(features))
    await writePairs(database, join(folder, PAIRS), pairs)
    if (learning) await writeLearning(database, join(folder, LEARNING), manifest, learning)
    if (reasons) await writeReasons(database, join(folder, REASONS), reasons)
  })
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  for (const file of filesOf(run)) await syncFile(join(folder, file))
}

/** Reads the columns of the run whose manifest has been read already. */
export async function readFiles(folder: string, manifest: RunManifest): Promise<Run> {
  const { accounts } = manifest
  return withDatabase(async (database) => {
    const read = <Part>(name: string, part: (file: string) => Promise<Part>) =>
      inFile(join(folder, name), () => part(join(folder, name)))
    const columns = await read(ACCOUNTS, (file) => readAccounts(database, file, manifest))
    const { risk, ...scores } = await read(SCORES, (file) => readFloats(database, file, accounts))
    requireScores(join(folder, SCORES), manifest, risk, scores)
    const features = unflatten(await read(FEATURES, (file) => readFloats(database, file, accounts)))
    const pairs = await read(PAIRS, (file) => readPairs(database, file, accounts))
    const learning = existsSync(join(folder, LEARNING))
      ? { learning: await read(LEARNING, (file) => readLearning(database, file, manifest)) }
      : {}
    const reasons = manifest.detectors.some(({ plugin }) => plugin)
      ? { reasons: await read(REASONS, (file) => readReasons(database, file, manifest)) }
      : {}
    return {
      manifest,
      columns: { ...columns, scores, risk: risk! },
      features,
      pairs,
      ...learning,
      ...reasons,
    }
  })
}

function checkLengths({ manifest, columns, features, learning }: Run) {
  const { truth, scores, ...plain } = columns
  requireLength(manifest.id, manifest.accounts, { ...plain, ...truth, ...scores, ...flatten(features) })
  if (!learning) return
  const { archetype } = learning
  const own = { archetype, ...learning.truth, ...learning.scores }
  requireLength(`${manifest.id}: ${LEARNING}`, manifest.fusion.learnedFrom.accounts, own)
}

function requireLength(run: string, accounts: number, columns: Readonly<Record<string, ArrayLike<number>>>) {
  for (const [name, column] of Object.entries(columns)) {
    if (column.length === accounts) continue
    throw new DataError(
      `run ${run}: ${name} must have one value an account (${accounts}), got ${column.length}`,
    )
  }
}

const COMPRESSION = "FORMAT parquet, COMPRESSION zstd"

async function copyTo(database: DuckDBConnection, file: string, select: string, options = "") {
  await database.run(`COPY (${select}) TO ${literal(file)} (${COMPRESSION}${options})`)
}

/** Names by index, as an SQL list. */
const listOf = (names: readonly string[]) => `([${names.map(literal).join(", ")}]::VARCHAR[])`

/** A whole column of account numbers: 0, 1, 2 and so on. */
const numbered = (accounts: number): TableColumn => ({
  name: "account",
  type: UINTEGER,
  values: new Uint32Array(accounts).map((_, account) => account),
})

/** Columns of the truth, and their names in the file. */
const TRUTH = [
  ["creation", "creation"],
  ["scheduling", "scheduling"],
  ["distribution", "distribution"],
  ["oversight", "oversight"],
  ["fromDay", "automated_from_day"],
  ["untilDay", "automated_until_day"],
] as const

async function writeAccounts(
  database: DuckDBConnection,
  file: string,
  manifest: RunManifest,
  columns: RunColumns,
) {
  await createTable(database, "accounts", [
    numbered(manifest.accounts),
    { name: "archetype", type: UTINYINT, values: columns.archetype },
    { name: "language", type: UTINYINT, values: columns.language },
    { name: "followers", type: UINTEGER, values: columns.followers },
    { name: "age_days", type: FLOAT, values: columns.ageDays },
    { name: "post_count", type: UINTEGER, values: columns.postCount },
    { name: "interaction_count", type: UINTEGER, values: columns.interactionCount },
    { name: "group", type: UINTEGER, values: columns.group },
    ...truthColumns(columns.truth),
  ])
  const archetypes = listOf(manifest.archetypes.map(({ id }) => id))
  await copyTo(
    database,
    file,
    `SELECT * REPLACE (${archetypes}[archetype + 1] AS archetype, ${listOf(LANGUAGES)}[language + 1] AS language,
       nullif("group", ${NONE}) AS "group") FROM accounts`,
  )
}

async function readAccounts(
  database: DuckDBConnection,
  file: string,
  manifest: RunManifest,
): Promise<Omit<RunColumns, "scores" | "risk">> {
  const archetypes = listOf(manifest.archetypes.map(({ id }) => id))
  const rows = await readParquet(
    database,
    file,
    manifest.accounts,
    `account, (list_position(${archetypes}, archetype) - 1)::UTINYINT,
     (list_position(${listOf(LANGUAGES)}, language) - 1)::UTINYINT, followers::UINTEGER, age_days::FLOAT,
     post_count::UINTEGER, interaction_count::UINTEGER, coalesce("group", ${NONE})::UINTEGER,
     ${TRUTH_SELECTED}`,
  )
  const { accounts } = manifest
  const float = (column: number) => fillNumbers(rows, column, new Float32Array(accounts))
  const integer = (column: number) => fillNumbers(rows, column, new Uint32Array(accounts))
  return {
    archetype: fillNumbers(rows, 1, new Uint8Array(accounts)),
    language: fillNumbers(rows, 2, new Uint8Array(accounts)),
    followers: integer(3),
    ageDays: float(4),
    postCount: integer(5),
    interactionCount: integer(6),
    group: integer(7),
    truth: readTruth(rows, 8, accounts),
  }
}

const truthColumns = (truth: Truth): TableColumn[] =>
  TRUTH.map(([key, name]) => ({ name, type: FLOAT, values: truth[key] }))

const TRUTH_SELECTED = TRUTH.map(([, name]) => `${name}::FLOAT`).join(", ")

/** From the column `first` on. */
function readTruth(rows: Chunks, first: number, accounts: number): Truth {
  const read = TRUTH.map(([key], at) => [key, fillNumbers(rows, first + at, new Float32Array(accounts))])
  return Object.fromEntries(read) as unknown as Truth
}

async function writeLearning(
  database: DuckDBConnection,
  file: string,
  manifest: RunManifest,
  { archetype, truth, scores }: RunLearning,
) {
  const floats = Object.entries(scores).map(([name, values]) => ({ name, type: FLOAT, values }))
  await createTable(database, "learning", [
    numbered(archetype.length),
    { name: "archetype", type: UTINYINT, values: archetype },
    ...truthColumns(truth),
    ...floats,
  ])
  const archetypes = listOf(manifest.archetypes.map(({ id }) => id))
  const names = TRUTH.map(([, name]) => name)
  const columns = [
    "account",
    `${archetypes}[archetype + 1] AS archetype`,
    ...names,
    ...floats.map(({ name }) => presentOnly(name)),
  ]
  await copyTo(database, file, `SELECT ${columns.join(", ")} FROM learning`)
}

async function readLearning(
  database: DuckDBConnection,
  file: string,
  manifest: RunManifest,
): Promise<RunLearning> {
  const { accounts } = manifest.fusion.learnedFrom
  const archetypes = listOf(manifest.archetypes.map(({ id }) => id))
  const ids = manifest.detectors.map(({ id }) => id)
  const rows = await readParquet(
    database,
    file,
    accounts,
    [
      "account",
      `(list_position(${archetypes}, archetype) - 1)::UTINYINT`,
      TRUTH_SELECTED,
      ...ids.map(presentOrNaN),
    ].join(", "),
  )
  const score = (at: number) => fillNumbers(rows, 2 + TRUTH.length + at, new Float32Array(accounts))
  return {
    archetype: fillNumbers(rows, 1, new Uint8Array(accounts)),
    truth: readTruth(rows, 2, accounts),
    scores: Object.fromEntries(ids.map((id, at) => [id, score(at)])),
  }
}

/** A missing value is NaN in memory, where nulls cost more, and NULL in a file. */
function presentOnly(name: string): string {
  const column = identifier(name)
  return `CASE WHEN NOT isnan(${column}) THEN ${column} END AS ${column}`
}

const presentOrNaN = (name: string) => `coalesce(${identifier(name)}, 'NaN')::FLOAT`

/** One column of 32-bit floats an account, by name; NaN is written as NULL. */
type Floats = Readonly<Record<string, Float32Array>>

async function writeFloats(database: DuckDBConnection, file: string, accounts: number, floats: Floats) {
  const columns = Object.entries(floats).map(([name, values]) => ({ name, type: FLOAT, values }))
  await createTable(database, file, [numbered(accounts), ...columns])
  const present = columns.map(({ name }) => presentOnly(name))
  await copyTo(database, file, `SELECT ${["account", ...present].join(", ")} FROM ${identifier(file)}`)
}

async function readFloats(database: DuckDBConnection, file: string, accounts: number) {
  const described = await rowsOf(database, `DESCRIBE SELECT * FROM ${source(file)}`)
  const names = described.map(({ column_name }) => column_name as string).filter((name) => name !== "account")
  const values = names.map(presentOrNaN)
  const rows = await readParquet(database, file, accounts, ["account", ...values].join(", "))
  const floats: Record<string, Float32Array> = {}
  for (const [i, name] of names.entries()) floats[name] = fillNumbers(rows, i + 1, new Float32Array(accounts))
  return floats
}

function requireScores(file: string, manifest: RunManifest, risk: Float32Array | undefined, scores: Floats) {
  if (!risk) throw new DamagedRunError(`${file}: there is no column "risk"`)
  const found = Object.keys(scores)
  const wanted = manifest.detectors.map(({ id }) => id)
  const missing = wanted.filter((id) => !found.includes(id))
  const unknown = found.filter((id) => !wanted.includes(id))
  if (missing.length + unknown.length === 0) return
  throw new DamagedRunError(
    `${file}: the columns must be risk and the detectors of ${MANIFEST} (${wanted.join(", ")}), got ${found.join(", ")}`,
  )
}

/** A detector's feature is the column detector/feature; neither holds a slash. */
function flatten(features: RunFeatures): Floats {
  return Object.fromEntries(
    Object.entries(features).flatMap(([detector, own]) =>
      Object.entries(own).map(([feature, values]) => [`${detector}/${feature}`, values]),
    ),
  )
}

function unflatten(floats: Floats): RunFeatures {
  const features: Record<string, Record<string, Float32Array>> = {}
  for (const [name, values] of Object.entries(floats)) {
    const slash = name.indexOf("/")
    const detector = name.slice(0, slash)
    features[detector] ??= {}
    features[detector][name.slice(slash + 1)] = values
  }
  return features
}

/** Names of the detectors that joined accounts, in the file's own metadata: one that found no pair has no row. */
const PAIR_DETECTORS = "assay-detectors"

async function writePairs(database: DuckDBConnection, file: string, pairs: Run["pairs"]) {
  await database.run("CREATE TABLE pairs (detector VARCHAR, a UINTEGER, b UINTEGER, weight FLOAT)")
  for (const [detector, { a, b, weight }] of Object.entries(pairs)) {
    await createTable(database, detector, [
      { name: "a", type: UINTEGER, values: a },
      { name: "b", type: UINTEGER, values: b },
      { name: "weight", type: FLOAT, values: weight },
    ])
    await database.run(
      `INSERT INTO pairs SELECT ${literal(detector)}, a, b, weight FROM ${identifier(detector)}`,
    )
    await database.run(`DROP TABLE ${identifier(detector)}`)
  }
  const metadata = literal(JSON.stringify(Object.keys(pairs)))
  await copyTo(database, file, "SELECT * FROM pairs", `, KV_METADATA {'${PAIR_DETECTORS}': ${metadata}}`)
}

async function readPairs(database: DuckDBConnection, file: string, accounts: number) {
  const [metadata] = await rowsOf(
    database,
    `SELECT decode(value) AS detectors FROM parquet_kv_metadata(${pathLiteral(file)})
     WHERE decode(key) = ${literal(PAIR_DETECTORS)}`,
  )
  const detectors = JSON.parse((metadata?.detectors as string | undefined) ?? "[]") as string[]
  const pairs: Record<string, LinkPairs> = {}
  for (const detector of detectors) pairs[detector] = await pairsOf(database, file, detector, accounts)
  return pairs
}

async function pairsOf(
  database: DuckDBConnection,
  file: string,
  detector: string,
  accounts: number,
): Promise<LinkPairs> {
  const rows = await chunksOf(
    database,
    `SELECT a::UINTEGER, b::UINTEGER, weight::FLOAT FROM ${source(file)} WHERE detector = ${literal(detector)}`,
  )
  const a = fillNumbers(rows, 0, new Uint32Array(rows.rowCount))
  const b = fillNumbers(rows, 1, new Uint32Array(rows.rowCount))
  if (a.some((account, pair) => account >= accounts || b[pair]! >= accounts)) {
    throw new DataError(`${file}: a pair names an account that is not one of the run's ${accounts}`)
  }
  return { a, b, weight: fillNumbers(rows, 2, new Float32Array(rows.rowCount)) }
}

async function writeReasons(
  database: DuckDBConnection,
  file: string,
  reasons: Readonly<Record<string, ToldReasons>>,
) {
  await database.run("CREATE TABLE told (detector VARCHAR, account UINTEGER, weight FLOAT, text VARCHAR)")
  for (const [detector, { account, weight, text }] of Object.entries(reasons)) {
    await createTable(database, detector, [
      { name: "account", type: UINTEGER, values: account },
      { name: "weight", type: FLOAT, values: weight },
      { name: "text", type: VARCHAR, values: text },
    ])
    await database.run(
      `INSERT INTO told SELECT ${literal(detector)}, account, weight, text FROM ${identifier(detector)}`,
    )
    await database.run(`DROP TABLE ${identifier(detector)}`)
  }
  await copyTo(database, file, "SELECT * FROM told")
}

/** Of every plug-in of the run: one that said nothing has no row. */
async function readReasons(database: DuckDBConnection, file: string, manifest: RunManifest) {
  const reasons: Record<string, ToldReasons> = {}
  for (const { id, plugin } of manifest.detectors)
    if (plugin) reasons[id] = await reasonsOf(database, file, id, manifest.accounts)
  return reasons
}

async function reasonsOf(
  database: DuckDBConnection,
  file: string,
  detector: string,
  accounts: number,
): Promise<ToldReasons> {
  const rows = await chunksOf(
    database,
    `SELECT account::UINTEGER, weight::FLOAT, text FROM ${source(file)} WHERE detector = ${literal(detector)}`,
  )
  const account = fillNumbers(rows, 0, new Uint32Array(rows.rowCount))
  if (account.some((number, row) => number >= accounts || (row > 0 && number < account[row - 1]!))) {
    throw new DataError(`${file}: reasons must stand in the order of the run's ${accounts} accounts`)
  }
  return {
    account,
    weight: fillNumbers(rows, 1, new Float32Array(rows.rowCount)),
    text: textColumn(rows, 2),
  }
}

const source = (file: string) => `read_parquet(${pathLiteral(file)})`

/** Rows of a file whose first column is `account`: 0, 1, 2 and so on, up to the number of accounts. */
async function readParquet(database: DuckDBConnection, file: string, accounts: number, columns: string) {
  const rows = await chunksOf(database, `SELECT ${columns} FROM ${source(file)}`)
  if (rows.rowCount !== accounts) {
    throw new DataError(`${file}: there must be one row an account (${accounts}), got ${rows.rowCount}`)
  }
  const account = fillNumbers(rows, 0, new Uint32Array(accounts))
  if (account.some((number, row) => number !== row)) {
    throw new DataError(`${file}: accounts must be numbered from 0, in order`)
  }
  return rows
}

/** Runs `work`; a failure of DuckDB's becomes an error that names the file and whether it is damaged. */
async function inFile<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DataError) throw new DamagedRunError(error.message)
    if (codeOf(error) === "EACCES") throw new PermissionError(`${file}: cannot be read (EACCES)`)
    throw new DamagedRunError(`${file}: this is not a readable part of a run (${firstLine(error)})`)
  }
}
