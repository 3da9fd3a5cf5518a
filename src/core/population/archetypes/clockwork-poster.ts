import type { Archetype } from "./archetype.ts"

export const clockworkPoster: Archetype = {
  id: "clockwork-poster",
  side: "managed",
  title: "Clockwork poster",
  description:
    "A script publishes generated notes around the clock at set times and does little else. The kind everybody imagines; a minority of what is out there.",
  truth: {
    creation: { mean: 0.9, concentration: 15 },
    scheduling: { mean: 0.95, concentration: 30 },
    distribution: { mean: 0.85, concentration: 10 },
    oversight: { mean: 0.06, concentration: 45 },
  },
  posting: {
    perDay: { median: 1.1, sigma: 1 },
    byTool: { mean: 0.88, concentration: 8 },
    tool: "interval",
    perSession: 1.3,
    sleepless: { mean: 0.5, concentration: 4 },
  },
  interaction: {
    perDay: { median: 0.7, sigma: 1.4 },
    mix: { like: 58, comment: 15, reply: 9, follow: 12, share: 2, save: 4 },
    fast: { mean: 0.12, concentration: 6 },
    forGroup: { mean: 0.05, concentration: 6 },
    onCall: { mean: 0.2, concentration: 4 },
  },
  writing: {
    byModel: { mean: 0.85, concentration: 8 },
    pasted: { mean: 0.08, concentration: 4 },
    edited: { mean: 0.25, concentration: 6 },
  },
  group: { least: 1, most: 60, exponent: 2, focus: "members" },
  followers: { median: 120, sigma: 1.5 },
  age: { median: 250, sigma: 1 },
  annoyance: 0.8,
}
