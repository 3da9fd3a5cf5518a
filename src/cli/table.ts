/** Tables for people: columns aligned, numbers to the right. */

export type Cell = string | number

/** Lines of a table with a heading; a column whose cells are all numbers, or say none, is aligned to the right. */
export function table(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [heading, ...rows].map((row) => row.map(String))
  const widths = heading.map((_, column) => Math.max(...texts.map((row) => widthOf(row[column]))))
  const isRight = heading.map((_, column) =>
    rows.every((row) => /^(none|[-–\d.,% [\]]*)$/.test(String(row[column]))),
  )
  return texts
    .map((row) =>
      row
        .map((text, column) => {
          const space = " ".repeat(widths[column] - widthOf(text))
          return isRight[column] ? space + text : text + space
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}

const LINE = 100

/** A paragraph in lines of at most 100 characters, each after `indent`. */
export function wrapped(text: string, indent = ""): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(" ")) {
    const isFull = line.length > indent.length && line.length + 1 + word.length > LINE
    if (isFull) lines.push(line)
    line = isFull || line === indent ? indent + word : `${line} ${word}`
  }
  return [...lines, line].join("\n")
}

/** Characters that take two places on a terminal: Chinese and the like. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Emoji_Presentation}]/u

/** Places on a terminal. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}
