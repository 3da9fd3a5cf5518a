import { defineDetector } from "assay"

const NIGHT_ENDS = 6

export default defineDetector({
  id: "late-poster",
  layer: "behaviour",
  title: "Late poster",
  version: 1,
  reads: ["posts.time"],
  features: [{ id: "late", title: "Share of posts at night", unit: "share" }],
  observe(tile, columns) {
    const { offset, time } = tile.posts
    for (let account = 0; account < tile.accountCount; account++) {
      const own = time.subarray(offset[account], offset[account + 1])
      const late = own.filter((second) => (second % 86_400) / 3600 < NIGHT_ENDS)
      columns.late[account] = own.length > 0 ? late.length / own.length : Number.NaN
    }
  },
  score: (row) => row[0] ?? Number.NaN,
  reasons(row) {
    const late = row[0] ?? Number.NaN
    if (!(late > 0.5)) return []
    const percent = Math.round(100 * late)
    const text = `${percent} % of its posts are from the night`
    return [{ id: "late-poster.late", values: { percent }, text, weight: late }]
  },
})
