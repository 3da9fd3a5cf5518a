import type { Archetype } from "./archetype.ts"

export const contentFarm: Archetype = {
  id: "content-farm",
  side: "managed",
  title: "Content farm",
  description:
    "One operator, many accounts: notes spun from shared templates or written by one model, published by a shared tool at drawn moments, likes exchanged within the fleet.",
  truth: {
    creation: { mean: 0.85, concentration: 12 },
    scheduling: { mean: 0.8, concentration: 8 },
    distribution: { mean: 0.7, concentration: 6 },
    oversight: { mean: 0.09, concentration: 45 },
  },
  posting: {
    perDay: { median: 0.9, sigma: 1.2 },
    byTool: { mean: 0.6, concentration: 4 },
    tool: "spread",
    perSession: 2.2,
    sleepless: { mean: 0.18, concentration: 5 },
  },
  interaction: {
    perDay: { median: 0.8, sigma: 1.4 },
    mix: { like: 60, comment: 19, reply: 4, follow: 8, share: 4, save: 5 },
    fast: { mean: 0.1, concentration: 6 },
    forGroup: { mean: 0.2, concentration: 4 },
    onCall: { mean: 0.3, concentration: 4 },
  },
  writing: {
    byModel: { mean: 0.7, concentration: 3 },
    pasted: { mean: 0.35, concentration: 2 },
    edited: { mean: 0.14, concentration: 4 },
  },
  group: { least: 3, most: 300, exponent: 1.8, focus: "members" },
  followers: { median: 100, sigma: 1.5 },
  age: { median: 200, sigma: 1 },
  annoyance: 1.2,
}
