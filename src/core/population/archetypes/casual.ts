import type { Archetype } from "./archetype.ts"

export const casual: Archetype = {
  id: "casual",
  side: "authentic",
  title: "Casual user",
  description:
    "Reads a lot, posts now and then, forwards a meme. Too little evidence to judge most of them, and so many that rare coincidences happen to someone.",
  truth: {
    creation: { mean: 0.04, concentration: 6 },
    scheduling: { mean: 0, concentration: 1 },
    distribution: { mean: 0, concentration: 1 },
    oversight: { mean: 0.97, concentration: 60 },
  },
  posting: {
    perDay: { median: 0.18, sigma: 1.45 },
    byTool: { mean: 0, concentration: 1 },
    tool: "spread",
    perSession: 1.5,
    sleepless: { mean: 0.05, concentration: 8 },
  },
  interaction: {
    perDay: { median: 0.9, sigma: 1.4 },
    mix: { like: 60, comment: 14, reply: 6, follow: 6, share: 4, save: 10 },
    fast: { mean: 0.004, concentration: 100 },
    forGroup: { mean: 0, concentration: 1 },
    onCall: { mean: 0, concentration: 1 },
  },
  writing: {
    byModel: { mean: 0.04, concentration: 6 },
    pasted: { mean: 0.015, concentration: 6 },
    edited: { mean: 0.08, concentration: 8 },
  },
  group: null,
  followers: { median: 60, sigma: 1.5 },
  age: { median: 500, sigma: 1 },
  annoyance: 0.02,
}
