/** Names of the archetypes, by side. A file of the same name in this folder describes each. */
export const AUTHENTIC_ARCHETYPES = ["casual", "creator", "merchant-with-scheduler", "fan-club"] as const
export const MANAGED_ARCHETYPES = [
  "clockwork-poster",
  "content-farm",
  "engagement-pod",
  "stealth-agent",
] as const

export type ArchetypeId = (typeof AUTHENTIC_ARCHETYPES)[number] | (typeof MANAGED_ARCHETYPES)[number]
