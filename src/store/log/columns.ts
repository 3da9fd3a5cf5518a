/** From the tables `event`, `account` and `object` to the columns of evidence. */
import type { DuckDBConnection } from "@duckdb/node-api"
import {
  INTERACTION_KINDS,
  type Interactions,
  NONE,
  type Posts,
  type Reports,
} from "../../core/evidence/evidence.ts"
import { styleOfTexts } from "../../core/evidence/style.ts"
import { tokenize } from "../../core/evidence/tokenize.ts"
import { type Chunks, chunksOf, fillNumbers, literal, textColumn } from "../duckdb.ts"

const INTERACTION_LIST = `[${INTERACTION_KINDS.map(literal).join(", ")}]`
const SHARE = INTERACTION_KINDS.indexOf("share")

/** Posts: rows of kind post, or every row of a log without kinds. `periodStart` in unix seconds. */
export async function readPosts(
  database: DuckDBConnection,
  accountCount: number,
  periodStart: number,
  hasText: boolean,
): Promise<Posts> {
  const rows = await chunksOf(
    database,
    `SELECT a.number, e.second - ${periodStart} ${hasText ? ", e.text" : ""}
     FROM event e JOIN account a ON a.name = e.account
     WHERE e.kind IS NULL OR e.kind = 'post' ORDER BY a.number, e.second, e.text`,
  )
  const posts = { ...ownedTimes(rows, accountCount), firstPost: 0 }
  if (!hasText) return posts
  const texts = textColumn(rows, 2)
  return { ...posts, ...tokensOf(texts), style: styleOfTexts(texts) }
}

/**
 * Interactions: rows of such a kind, or, in a log without kinds, rows with an object (as shares). A post that names
 * itself as its object tells when that object was published, and so how long after it others acted.
 */
export async function readInteractions(
  database: DuckDBConnection,
  accountCount: number,
  periodStart: number,
  objectField: string | null,
): Promise<Interactions> {
  const column = objectField ?? "NULL::VARCHAR"
  const object = objectField ? `e.${objectField}` : column
  const rows = await chunksOf(
    database,
    `SELECT a.number, e.second - ${periodStart}, coalesce(list_position(${INTERACTION_LIST}, e.kind) - 1, ${SHARE})
       ::UTINYINT AS kind, coalesce(o.number, ${NONE}), coalesce(t.number, ${NONE}),
       CASE WHEN e.second >= p.second THEN e.second - p.second ELSE ${NONE} END
     FROM event e JOIN account a ON a.name = e.account
     LEFT JOIN object o ON o.name = ${object} LEFT JOIN account t ON t.name = e.target
     LEFT JOIN (SELECT ${column} AS name, min(second) AS second FROM event
       WHERE kind = 'post' AND ${column} IS NOT NULL GROUP BY 1) p ON p.name = ${object}
     WHERE list_contains(${INTERACTION_LIST}, e.kind) OR (e.kind IS NULL AND ${object} IS NOT NULL)
     ORDER BY a.number, e.second, o.number, 3, t.number, 6`,
  )
  return {
    ...ownedTimes(rows, accountCount),
    kind: fillNumbers(rows, 2, new Uint8Array(rows.rowCount)),
    object: fillNumbers(rows, 3, new Uint32Array(rows.rowCount)),
    target: fillNumbers(rows, 4, new Uint32Array(rows.rowCount)),
    latency: fillNumbers(rows, 5, new Uint32Array(rows.rowCount)),
    firstInteraction: 0,
  }
}

/** Reports, owned by their target. A log does not say how the reporter's earlier reports were decided. */
export async function readReports(
  database: DuckDBConnection,
  accountCount: number,
  periodStart: number,
): Promise<Reports> {
  const rows = await chunksOf(
    database,
    `SELECT t.number, e.second - ${periodStart}, a.number
     FROM event e JOIN account a ON a.name = e.account JOIN account t ON t.name = e.target
     WHERE e.kind = 'report' ORDER BY t.number, e.second, a.number`,
  )
  return {
    ...ownedTimes(rows, accountCount),
    reporter: fillNumbers(rows, 2, new Uint32Array(rows.rowCount)),
    reporterDecided: new Uint16Array(rows.rowCount),
    reporterUpheld: new Uint16Array(rows.rowCount),
  }
}

/** Rows sorted by owner (column 0), with their times (column 1). */
function ownedTimes(rows: Chunks, accountCount: number) {
  const owner = fillNumbers(rows, 0, new Uint32Array(rows.rowCount))
  const offset = new Uint32Array(accountCount + 1)
  for (const account of owner) offset[account + 1]!++
  for (let account = 0; account < accountCount; account++) offset[account + 1]! += offset[account]!
  return { offset, time: fillNumbers(rows, 1, new Uint32Array(rows.rowCount)) }
}

function tokensOf(texts: readonly string[]) {
  const tokenOffset = new Uint32Array(texts.length + 1)
  let tokens = new Uint32Array(Math.max(1024, texts.length * 16))
  let count = 0
  const push = (token: number) => {
    if (count === tokens.length) {
      const longer = new Uint32Array(count * 2)
      longer.set(tokens)
      tokens = longer
    }
    tokens[count++] = token
  }
  for (let post = 0; post < texts.length; post++) {
    tokenize(texts[post]!, push)
    tokenOffset[post + 1] = count
  }
  return { tokenOffset, tokens: tokens.slice(0, count) }
}
