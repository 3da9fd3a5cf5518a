import { describe, expect, it } from "vitest"
import { addToMapping, completeMapping } from "../../src/cli/mapping.ts"

describe("--map", () => {
  it("takes pairs joined by commas, and further options", () => {
    const first = addToMapping("account=user id, time=at")
    expect(addToMapping("text=body", first)).toEqual({ account: "user id", time: "at", text: "body" })
  })

  it("leaves = and commas in a column's name alone", () => {
    expect(addToMapping("account=a=b,time=x,y")).toEqual({ account: "a=b", time: "x,y" })
  })

  it("names an unknown field, the nearest and all that there are", () => {
    expect(() => addToMapping("acount=a")).toThrow(
      '--map: there is no field "acount"; did you mean account? (allowed: account, time, object, hash, text, target, kind)',
    )
  })

  it("refuses half a pair and a field named twice, in one option or in two", () => {
    expect(() => addToMapping("account")).toThrow('got "account"')
    expect(() => addToMapping("account=")).toThrow('got "account="')
    expect(() => addToMapping("=x")).toThrow('got "=x"')
    expect(() => addToMapping("time=a,time=b")).toThrow("--map names time twice: a and b")
    expect(() => addToMapping("time=b", { time: "a" })).toThrow("--map names time twice: a and b")
  })

  it("needs who and when", () => {
    expect(() => completeMapping({ object: "o" })).toThrow(
      "account and time, e.g. account=COLUMN,time=COLUMN",
    )
    expect(() => completeMapping({ account: "a" })).toThrow("must also name time, e.g. time=COLUMN")
  })
})
