/** Raw features of the public profile, and whom the account follows. */
import type { FeatureSection } from "./features-section.ts"

export const profileFeatures: FeatureSection = {
  of: "profile",
  features: [
    { id: "followers", title: "Followers", unit: "count" },
    { id: "following", title: "Accounts followed, as the profile says", unit: "count" },
    { id: "followers-per-following", title: "Followers for each account followed", unit: "" },
    { id: "follows", title: "Accounts of the population followed", unit: "count" },
    { id: "age", title: "Days since registration", unit: "days" },
    { id: "verified", title: "Verified", unit: "" },
    { id: "language", title: "Writes English rather than Chinese", unit: "" },
  ],
  describe({ profiles, follows }, account) {
    if (!profiles) return null
    const followers = profiles.followers[account]
    const following = profiles.following[account]
    return [
      followers,
      following,
      followers / (1 + following),
      follows ? follows.offset[account + 1] - follows.offset[account] : Number.NaN,
      profiles.ageDays[account],
      profiles.verified[account],
      profiles.language[account],
    ]
  },
}
