import type { Archetype } from "./archetype.ts"

export const merchantWithScheduler: Archetype = {
  id: "merchant-with-scheduler",
  side: "authentic",
  title: "Merchant with scheduler",
  description:
    "Sells on the platform. Plans the week's notes on Sunday in a scheduling tool, reuses product texts that the brand hands to every shop, and reads each one before it goes out. Looks like clockwork; is not AI-managed.",
  truth: {
    creation: { mean: 0.3, concentration: 4 },
    scheduling: { mean: 0.8, concentration: 8 },
    distribution: { mean: 0.15, concentration: 6 },
    oversight: { mean: 0.75, concentration: 10 },
  },
  posting: {
    perDay: { median: 1, sigma: 0.9 },
    byTool: { mean: 0.75, concentration: 4 },
    tool: "slots",
    perSession: 1.4,
    sleepless: { mean: 0.08, concentration: 8 },
  },
  interaction: {
    perDay: { median: 1.5, sigma: 1.2 },
    mix: { like: 25, comment: 20, reply: 40, follow: 5, share: 7, save: 3 },
    fast: { mean: 0.04, concentration: 20 },
    forGroup: { mean: 0, concentration: 1 },
    onCall: { mean: 0, concentration: 1 },
  },
  writing: {
    byModel: { mean: 0.3, concentration: 4 },
    pasted: { mean: 0.18, concentration: 3 },
    edited: { mean: 0.15, concentration: 6 },
  },
  group: { least: 2, most: 60, exponent: 1.8, focus: "members" },
  followers: { median: 900, sigma: 1.5 },
  age: { median: 600, sigma: 0.8 },
  annoyance: 0.12,
}
