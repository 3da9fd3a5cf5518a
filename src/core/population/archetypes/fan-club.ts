import type { Archetype } from "./archetype.ts"

export const fanClub: Archetype = {
  id: "fan-club",
  side: "authentic",
  title: "Fan club member",
  description:
    "Follows an idol, turns on notifications, and answers the club's calls to like and share within a minute, at night as well; posts the club's slogans. Coordinated, and wholly human.",
  truth: {
    creation: { mean: 0.04, concentration: 8 },
    scheduling: { mean: 0.02, concentration: 10 },
    distribution: { mean: 0.04, concentration: 8 },
    oversight: { mean: 0.95, concentration: 40 },
  },
  posting: {
    perDay: { median: 0.35, sigma: 1.3 },
    byTool: { mean: 0, concentration: 1 },
    tool: "spread",
    perSession: 1.8,
    sleepless: { mean: 0.12, concentration: 6 },
  },
  interaction: {
    perDay: { median: 2.5, sigma: 1.2 },
    mix: { like: 50, comment: 20, reply: 5, follow: 3, share: 17, save: 5 },
    fast: { mean: 0.03, concentration: 20 },
    forGroup: { mean: 0.4, concentration: 5 },
    onCall: { mean: 0.25, concentration: 4 },
  },
  writing: {
    byModel: { mean: 0.03, concentration: 6 },
    pasted: { mean: 0.14, concentration: 3 },
    edited: { mean: 0.12, concentration: 6 },
  },
  group: { least: 15, most: 400, exponent: 1.7, focus: "creators" },
  followers: { median: 90, sigma: 1.3 },
  age: { median: 400, sigma: 0.9 },
  annoyance: 0.08,
}
