/** An independent count, in plain SQL over the raw file, that co-action is held to. */
import { DuckDBInstance } from "@duckdb/node-api"

export interface CoActionCount {
  /** Distinct pairs of distinct accounts that acted on one object at most `window` seconds apart. */
  readonly pairs: number
  /** Those that did so on two or more distinct objects. */
  readonly repeatedPairs: number
}

export async function countCoActionPairs(
  file: string,
  columns: { account: string; object: string; time: string },
  window: number,
): Promise<CoActionCount> {
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  const found = await database.runAndReadAll(`
    WITH act AS (
      SELECT "${columns.account}" AS account, "${columns.object}" AS object, "${columns.time}"::DOUBLE AS time
      FROM read_csv('${file}', all_varchar = true) WHERE "${columns.object}" <> ''
    ), pair AS (
      SELECT x.account AS a, y.account AS b, count(DISTINCT x.object) AS objects
      FROM act x JOIN act y ON x.object = y.object AND x.account < y.account AND abs(x.time - y.time) <= ${window}
      GROUP BY ALL
    )
    SELECT count(*)::INTEGER, count(*) FILTER (objects >= 2)::INTEGER FROM pair`)
  database.closeSync()
  instance.closeSync()
  const [pairs, repeatedPairs] = found.getRows()[0] as [number, number]
  return { pairs, repeatedPairs }
}
