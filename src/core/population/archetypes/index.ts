/** The built-in archetypes: ordinary authentic accounts, those that look automated, and AI-managed ones. */

import { agencyRunCreator } from "./agency-run-creator.ts"
import type { Archetype } from "./archetype.ts"
import { assistiveToolUser } from "./assistive-tool-user.ts"
import { astroturfRing } from "./astroturf-ring.ts"
import { casual } from "./casual.ts"
import { clockworkPoster } from "./clockwork-poster.ts"
import { contentFarm } from "./content-farm.ts"
import { creator } from "./creator.ts"
import { cyborg } from "./cyborg.ts"
import { dealReposter } from "./deal-reposter.ts"
import { declaredBrandBot } from "./declared-brand-bot.ts"
import { engagementPod } from "./engagement-pod.ts"
import { fanClub } from "./fan-club.ts"
import { hijackedAccount } from "./hijacked-account.ts"
import { merchantWithScheduler } from "./merchant-with-scheduler.ts"
import { newsroom } from "./newsroom.ts"
import { nightShiftWorker } from "./night-shift-worker.ts"
import { powerUser } from "./power-user.ts"
import { replyBot } from "./reply-bot.ts"
import { secondLanguageWriter } from "./second-language-writer.ts"
import { stealthAgent } from "./stealth-agent.ts"
import { traveller } from "./traveller.ts"
import { virtualInfluencer } from "./virtual-influencer.ts"

export const ARCHETYPES: readonly Archetype[] = [
  casual,
  creator,
  merchantWithScheduler,
  agencyRunCreator,
  nightShiftWorker,
  traveller,
  secondLanguageWriter,
  assistiveToolUser,
  powerUser,
  dealReposter,
  fanClub,
  newsroom,
  declaredBrandBot,
  clockworkPoster,
  contentFarm,
  engagementPod,
  replyBot,
  virtualInfluencer,
  astroturfRing,
  hijackedAccount,
  stealthAgent,
  cyborg,
]
