import type { Archetype } from "./archetype.ts"

export const engagementPod: Archetype = {
  id: "engagement-pod",
  side: "managed",
  title: "Engagement pod",
  description:
    "Agents that like and comment on each other's notes when the pod's controller calls, and on much else in between to blend in.",
  truth: {
    creation: { mean: 0.6, concentration: 5 },
    scheduling: { mean: 0.5, concentration: 4 },
    distribution: { mean: 0.9, concentration: 25 },
    oversight: { mean: 0.09, concentration: 45 },
  },
  posting: {
    perDay: { median: 0.5, sigma: 1.1 },
    byTool: { mean: 0.3, concentration: 3 },
    tool: "slots",
    perSession: 1.4,
    sleepless: { mean: 0.12, concentration: 6 },
  },
  interaction: {
    perDay: { median: 2.5, sigma: 1.1 },
    mix: { like: 50, comment: 28, reply: 4, follow: 5, share: 7, save: 6 },
    fast: { mean: 0.12, concentration: 6 },
    forGroup: { mean: 0.45, concentration: 4 },
    onCall: { mean: 0.5, concentration: 3 },
  },
  writing: {
    byModel: { mean: 0.5, concentration: 3 },
    pasted: { mean: 0.05, concentration: 4 },
    edited: { mean: 0.25, concentration: 6 },
  },
  group: { least: 4, most: 60, exponent: 1.7, focus: "members" },
  followers: { median: 300, sigma: 1.4 },
  age: { median: 350, sigma: 0.9 },
  annoyance: 0.5,
}
