/**
 * Communities: people of one language who care for one topic, know each other and follow the same creators.
 *
 * Sizes follow Zipf's law within a language and topic: the r-th community is as likely as 1/r. So their tail is a power
 * law of exponent 2, the upper end of what is found in real networks (1 to 2: Lancichinetti, Fortunato and Radicchi
 * 2008). How many there are depends on the scenario's size and languages alone, so each account finds its own from its
 * own stream, whoever else there is.
 */
import { LANGUAGES, NONE } from "../../evidence/evidence.ts"
import { below } from "../../random/distributions.ts"
import { type Random, type Stage, stage } from "../../random/streams.ts"
import type { Scenario } from "../../scenario/schema.ts"
import type { World } from "../world.ts"

/** As many topics as accounts have. */
const TOPICS = 8
/** Mean members of a community. */
const MEAN_SIZE = 60
/** Share of accounts whose community cares for their own topic, and of group members who are in their group's. */
const OWN_TOPIC = 0.85
const WITH_GROUP = 0.6

/** Communities by language and topic: the kth of these holds numbers first[k] to first[k + 1] - 1. */
export function communityNumbers({ accounts, population }: Scenario): Uint32Array {
  const total = population.languages.zh + population.languages.en
  const first = new Uint32Array(LANGUAGES.length * TOPICS + 1)
  for (const [language, name] of LANGUAGES.entries()) {
    const expected = (accounts * population.languages[name]) / total / TOPICS
    const count = Math.max(1, Math.round(expected / MEAN_SIZE))
    for (let topic = 0; topic < TOPICS; topic++) {
      const place = language * TOPICS + topic
      first[place + 1] = first[place] + count
    }
  }
  return first
}

export interface CommunityStages {
  readonly account: Stage
  readonly group: Stage
}

export function communityStages(seed: string): CommunityStages {
  return { account: stage(seed, "community"), group: stage(seed, "community/group") }
}

/** The community of an account whose language, topic and group are known; `random` is its own stream. */
export function drawCommunity(
  { columns }: Pick<World, "columns">,
  account: number,
  first: Uint32Array,
  { group: groups }: CommunityStages,
  random: Random,
): number {
  const language = columns.language[account]
  const ownTopic = random() < OWN_TOPIC ? columns.topic[account] : below(TOPICS, random)
  const own = oneOf(first, language * TOPICS + ownTopic, random)
  const group = columns.group[account]
  if (group === NONE || random() >= WITH_GROUP) return own
  const shared = groups.at(group)
  return oneOf(first, language * TOPICS + below(TOPICS, shared), shared)
}

/** A community of one language and topic, the rth in proportion to 1/r. */
function oneOf(first: Uint32Array, place: number, random: Random): number {
  const count = first[place + 1] - first[place]
  return first[place] + Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count + 1))) - 1)
}
