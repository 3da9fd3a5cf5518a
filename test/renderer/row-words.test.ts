import { describe, expect, it } from "vitest"
import { createFormat } from "../../src/renderer/format.ts"
import type { Translate } from "../../src/renderer/i18n/index.ts"
import { digitsFor, rowWords } from "../../src/renderer/views/realism/row-words.ts"

const known: Translate["known"] = (key) => key.replace("unit.", "")
const t: Translate = Object.assign((key: string) => key, { known })
const words = (
  unit: string,
  published: [number, number],
  generated: number | null,
  interval: [number, number] | null,
  id = "row",
) => rowWords(t, createFormat("en"), { id, unit, published, generated, interval })

describe("a realism row in words", () => {
  it("keeps to the same decimals within a cell", () => {
    expect(words("", [0.5, 0.78], 0.42, [0.4122, 0.4271])).toEqual({
      published: "0.50 – 0.78",
      generated: "0.420",
      interval: "0.412 – 0.427",
    })
    expect(words("", [-0.5, -0.4], 0.0091, [0.00081, 0.0195]).interval).toBe("0.0008 – 0.0195")
    expect(words("count", [18, 22], 23, [22, 24])).toMatchObject({ generated: "23", interval: "22 – 24" })
    expect(digitsFor([0, 0])).toBe(0)
  })

  it("tells seconds in the unit that suits all of the row", () => {
    expect(words("seconds", [13.5, 16.5], 15.07, [12.95, 21.09]).published).toBe("13.5 – 16.5 seconds")
    expect(words("seconds", [297, 363], 356.2, [233.4, 653.6]).interval).toBe("3.9 – 10.9 minutes")
    expect(words("seconds", [46656, 57024], 68809, [42265, 110877]).generated).toBe("19.1 hours")
  })

  it("tells an hour of the day as a time, and one value as one", () => {
    const row = words("hours", [4, 4], 4, [4, 5], "rhythm-least-hour")
    expect(row).toEqual({ published: "4:00", generated: "4:00", interval: "4:00 – 5:00" })
  })

  it("tells what is published where nothing was generated", () => {
    expect(words("share", [0.11, 0.15], null, null)).toEqual({
      published: "11.0% – 15.0%",
      generated: "",
      interval: "",
    })
  })
})
