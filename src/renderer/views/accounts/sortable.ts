/** The columns that the table can be ordered by, by id. The account's number needs no column. */
import type { LabelledRun, LoadedRun } from "../../state/run.ts"

export function sortableColumns(
  run: LoadedRun,
  { grade }: LabelledRun,
): Readonly<Record<string, ArrayLike<number>>> {
  const { columns } = run
  return {
    ...columns.scores,
    risk: columns.risk,
    posts: columns.postCount,
    followers: columns.followers,
    grade,
    archetype: columns.archetype,
    language: columns.language,
  }
}
