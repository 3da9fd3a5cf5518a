/** The samples of docs/json.md: parts of what the commands really print. */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** What tells one item of a list from the others, where it is there. */
const KEYS = ["id", "kind", "name", "rank", "threshold", "archetype", "path"]

/**
 * `sample` with the values of `real`: of an object the fields that the sample has, of a list the items that it has
 * (by KEYS, else by place), one where it has none. Equal to the sample when that is true to what is printed.
 */
export function revised(sample: unknown, real: unknown): unknown {
  if (isObject(sample) && isObject(real)) {
    const fields = Object.keys(sample).filter((key) => key in real)
    return Object.fromEntries(fields.map((key) => [key, revised(sample[key], real[key])]))
  }
  if (!Array.isArray(sample) || !Array.isArray(real) || !real.every(isObject)) return real
  if (sample.length === 0) return real.slice(0, 1)
  const counterparts = sample.map((item, place) => counterpartOf(item, real) ?? real[place])
  return counterparts.flatMap((item, place) => (item === undefined ? [] : [revised(sample[place], item)]))
}

function counterpartOf(item: unknown, real: readonly Record<string, unknown>[]) {
  if (!isObject(item)) return undefined
  // A threshold names a row of a grid; an operating point has a name, and its threshold is a figure.
  const names = KEYS.filter((key) => key in item && !(key === "threshold" && "name" in item))
  if (names.length === 0) return undefined
  return real.find((other) => names.every((key) => other[key] === item[key]))
}

const WIDTH = 110

/** JSON for people: what fits stands on one line. `taken` characters of it are used up by a key before it. */
export function pretty(value: unknown, indent = "", taken = 0): string {
  const line = oneLine(value)
  const fits = indent.length + taken + line.length < WIDTH
  const isWholeAnswer = indent === "" && isObject(value) && Object.keys(value).length > 2
  if (typeof value !== "object" || value === null || (fits && !isWholeAnswer)) return line
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((item) => inner + pretty(item, inner))
    : Object.entries(value).map(([name, item]) => {
        const key = `${JSON.stringify(name)}: `
        return inner + key + pretty(item, inner, key.length)
      })
  const [open, close] = Array.isArray(value) ? "[]" : "{}"
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`
  if (!isObject(value)) return JSON.stringify(value)
  const fields = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`)
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`
}

/** A scenario whose AI-managed accounts post hundreds of times as often as anybody else: an audit must fail it. */
export const GIVEAWAY = `
name: plain
accounts: 300
days: 7
prevalence: 0.1
archetypes:
  clockwork-poster:
    posting: { perDay: { median: 40, sigma: 0 } }
population:
  authentic: { casual: { share: 1 } }
  managed: { clockwork-poster: { share: 1, evasion: 0 } }
fusion: { learning: { accounts: 1000, prevalence: 0.03 } }
`
