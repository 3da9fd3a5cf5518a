/** The parts of the realism report, in the order in which they are printed: each measures the rows of one domain. */
import { behaviour } from "./behaviour.ts"
import { mediaDomain } from "./media.ts"
import { network } from "./network.ts"
import type { Population } from "./population.ts"
import { reports } from "./reports.ts"
import { type Domain, measure, type RealismRow } from "./row.ts"
import { textDomain } from "./text.ts"

interface Part {
  readonly id: string
  readonly measure: (population: Population) => RealismRow[]
}

const partOf = <Sample>(domain: Domain<Sample>): Part => ({
  id: domain.group,
  measure: (population) => measure(domain, population),
})

const PARTS_OF_THE_REPORT: readonly Part[] = [
  partOf(behaviour),
  partOf(textDomain),
  partOf(mediaDomain),
  partOf(network),
  partOf(reports),
]

/** Names of the parts. */
export const PARTS: readonly string[] = PARTS_OF_THE_REPORT.map(({ id }) => id)

/** Throws a RangeError for a part that does not exist. */
export function measurePart(id: string, population: Population): RealismRow[] {
  const part = PARTS_OF_THE_REPORT.find((one) => one.id === id)
  if (!part) throw new RangeError(`part must be one of ${PARTS.join(", ")}, got ${id}`)
  return part.measure(population)
}
