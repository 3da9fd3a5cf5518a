/** All archetypes, authentic ones first, in the order of ids.ts. */
import type { Archetype } from "./archetype.ts"
import { casual } from "./casual.ts"
import { clockworkPoster } from "./clockwork-poster.ts"
import { contentFarm } from "./content-farm.ts"
import { creator } from "./creator.ts"
import { engagementPod } from "./engagement-pod.ts"
import { fanClub } from "./fan-club.ts"
import { merchantWithScheduler } from "./merchant-with-scheduler.ts"
import { stealthAgent } from "./stealth-agent.ts"

export const ARCHETYPES: readonly Archetype[] = [
  casual,
  creator,
  merchantWithScheduler,
  fanClub,
  clockworkPoster,
  contentFarm,
  engagementPod,
  stealthAgent,
]
