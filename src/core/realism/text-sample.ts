/**
 * The notes that the text rows are taken of, by author: what people wrote themselves, and what models wrote for
 * AI-managed accounts.
 */
import { LANGUAGES, NONE } from "../evidence/evidence.ts"
import { AI_MANAGED } from "../policy/definition.ts"
import { renderNote } from "../population/language/index.ts"
import { drawGroupTraits, traitStages } from "../population/traits.ts"
import { DAY } from "../population/world.ts"
import { AUTHORSHIPS, isLearner, modelFamily } from "../population/writing.ts"
import { type Clustered, clusterOf, type Valued } from "./cluster.ts"
import type { Population, Witnessed } from "./population.ts"
import { proseOf } from "./text-style.ts"

/** What one account wrote; notes in the order of their publication, with all that is in them. */
export interface TextAuthor extends Clustered {
  readonly account: number
  readonly managed: boolean
  readonly chinese: boolean
  readonly topic: number
  /** Writes in a language that it is learning. */
  readonly learner: boolean
  /** Its group, or NONE. */
  readonly group: number
  /** Effort of its operator on looking authentic; 0 for an account without one. */
  readonly evasion: number
  /** Model family of the operator's fleet; NONE for an account without one. */
  readonly family: number
  readonly own: readonly string[]
  readonly model: readonly string[]
}

export interface TextSample {
  readonly authors: readonly TextAuthor[]
  /** Of authentic accounts with REPEATS_OF posts or more: the share of posts that equal an earlier one. */
  readonly repeats: readonly Valued[]
}

/** Enough to measure by, and few enough to be read in a second or two. */
const MOST_AUTHENTIC = 4000
const MOST_NOTES = 30
const REPEATS_OF = 10
const CHINESE = LANGUAGES.indexOf("zh")
const OWN = AUTHORSHIPS.indexOf("own")
const MODEL = AUTHORSHIPS.indexOf("model")

export function collectTexts({ world, label, tiles }: Population): TextSample {
  const authors: TextAuthor[] = []
  const repeats: Valued[] = []
  const stages = traitStages(world.scenario.seed)
  const { group, language, topic, fromDay } = world.columns
  // Every so many of the authentic accounts, so that all parts of the population are heard.
  const stride = Math.ceil(world.accounts / MOST_AUTHENTIC)
  for (const tile of tiles) {
    const { firstAccount, accountCount } = tile.evidence
    for (let account = firstAccount; account < firstAccount + accountCount; account++) {
      const managed = label[account] === AI_MANAGED
      const cluster = clusterOf(account, group[account])
      if (!managed)
        repeats.push(...repeatedShare(tile, account - firstAccount).map((value) => ({ cluster, value })))
      // English notes are few, so none is passed over; no row mixes the languages.
      if (!managed && language[account] === CHINESE && account % stride !== 0) continue
      const operator = group[account] === NONE ? null : drawGroupTraits(world, group[account], stages)
      authors.push({
        cluster,
        account,
        managed,
        chinese: language[account] === CHINESE,
        topic: topic[account],
        learner: isLearner(world, account, world.archetypes[world.columns.archetype[account]]),
        group: group[account],
        evasion: operator?.efforts.content ?? 0,
        family: operator === null ? NONE : modelFamily(operator.phraseSeed),
        own: managed ? [] : textsOf(tile, account - firstAccount, OWN, 0),
        model: managed ? textsOf(tile, account - firstAccount, MODEL, fromDay[account] * DAY) : [],
      })
    }
  }
  return { authors, repeats }
}

/** The first MOST_NOTES notes of the tile's account from second `from` on that came to be in one way. */
function textsOf({ evidence, behind }: Witnessed, local: number, authorship: number, from: number): string[] {
  const { offset, time, tokenOffset, tokens } = evidence.posts!
  const texts: string[] = []
  for (let post = offset[local]; post < offset[local + 1] && texts.length < MOST_NOTES; post++)
    if (behind.authorship[post] === authorship && time[post] >= from)
      texts.push(renderNote(tokens!, tokenOffset![post], tokenOffset![post + 1]))
  return texts
}

function repeatedShare({ evidence }: Witnessed, local: number): number[] {
  const { offset, tokenOffset, tokens } = evidence.posts!
  const [from, to] = [offset[local], offset[local + 1]]
  if (to - from < REPEATS_OF) return []
  const seen = new Set<string>()
  for (let post = from; post < to; post++)
    seen.add(tokens!.slice(tokenOffset![post], tokenOffset![post + 1]).join(" "))
  return [1 - seen.size / (to - from)]
}

/** Notes without hashtags and links, of one language. */
export const proses = (texts: readonly string[]): string[] => texts.map(proseOf)
