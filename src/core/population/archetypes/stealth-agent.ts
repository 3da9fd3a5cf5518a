import type { Archetype } from "./archetype.ts"

export const stealthAgent: Archetype = {
  id: "stealth-agent",
  side: "managed",
  title: "Stealth agent",
  description:
    "A language-model agent with a persona, a time zone and a bed time. Keeps people's hours, writes its own notes, acts alone; gives itself away only here and there.",
  truth: {
    creation: { mean: 0.95, concentration: 30 },
    scheduling: { mean: 0.9, concentration: 12 },
    distribution: { mean: 0.9, concentration: 12 },
    oversight: { mean: 0.08, concentration: 45 },
  },
  posting: {
    perDay: { median: 0.5, sigma: 1.2 },
    byTool: { mean: 0.15, concentration: 4 },
    tool: "spread",
    perSession: 1.5,
    sleepless: { mean: 0.12, concentration: 6 },
  },
  interaction: {
    perDay: { median: 1.6, sigma: 1.3 },
    mix: { like: 52, comment: 24, reply: 8, follow: 6, share: 3, save: 7 },
    fast: { mean: 0.2, concentration: 4 },
    forGroup: { mean: 0.03, concentration: 6 },
    onCall: { mean: 0.1, concentration: 4 },
  },
  writing: {
    byModel: { mean: 0.95, concentration: 20 },
    pasted: { mean: 0.02, concentration: 6 },
    edited: { mean: 0.3, concentration: 6 },
  },
  group: { least: 1, most: 30, exponent: 2.2, focus: "members" },
  followers: { median: 200, sigma: 1.5 },
  age: { median: 300, sigma: 0.9 },
  annoyance: 0.35,
}
