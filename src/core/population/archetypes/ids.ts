/** Names of the built-in archetypes, by side. A file of the same name in this folder describes each. */
export const AUTHENTIC_ARCHETYPES = [
  "casual",
  "creator",
  "merchant-with-scheduler",
  "agency-run-creator",
  "night-shift-worker",
  "traveller",
  "second-language-writer",
  "assistive-tool-user",
  "power-user",
  "deal-reposter",
  "fan-club",
  "newsroom",
  "declared-brand-bot",
] as const
export const MANAGED_ARCHETYPES = [
  "clockwork-poster",
  "content-farm",
  "engagement-pod",
  "reply-bot",
  "virtual-influencer",
  "astroturf-ring",
  "hijacked-account",
  "stealth-agent",
  "cyborg",
] as const
