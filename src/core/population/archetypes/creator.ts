import type { Archetype } from "./archetype.ts"

export const creator: Archetype = {
  id: "creator",
  side: "authentic",
  title: "Creator",
  description:
    "Writes for an audience, often with a language model's help and now and then with a scheduler, and answers comments quickly. Draws reports because it is seen.",
  truth: {
    creation: { mean: 0.22, concentration: 4 },
    scheduling: { mean: 0.15, concentration: 3 },
    distribution: { mean: 0.02, concentration: 20 },
    oversight: { mean: 0.88, concentration: 20 },
  },
  posting: {
    perDay: { median: 0.55, sigma: 1.1 },
    byTool: { mean: 0.15, concentration: 3 },
    tool: "slots",
    perSession: 1.3,
    sleepless: { mean: 0.07, concentration: 8 },
  },
  interaction: {
    perDay: { median: 2, sigma: 1.3 },
    mix: { like: 40, comment: 22, reply: 26, follow: 4, share: 3, save: 5 },
    fast: { mean: 0.012, concentration: 60 },
    forGroup: { mean: 0, concentration: 1 },
    onCall: { mean: 0, concentration: 1 },
  },
  writing: {
    byModel: { mean: 0.22, concentration: 4 },
    pasted: { mean: 0.02, concentration: 6 },
    edited: { mean: 0.15, concentration: 8 },
  },
  group: null,
  followers: { median: 1500, sigma: 1.7 },
  age: { median: 700, sigma: 0.8 },
  annoyance: 0.03,
}
