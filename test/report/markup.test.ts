import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cssText, html } from "../../src/report/markup.ts"

describe("markup", () => {
  it("escapes whatever is put into it, wherever it is put", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { text: told } = html`<p title="${text}">${text}</p>`
        const [, inAttribute, inText] = told.match(/^<p title="([^"]*)">([^<]*)<\/p>$/su)!
        expect(inAttribute).toBe(inText)
        expect(told).not.toMatch(/<(?!\/?p)|&(?!(amp|lt|gt|quot|#39);)/)
      }),
    )
  })

  it("keeps markup as it is, joins lists, and takes null for nothing", () => {
    const row = (name: string) => html`<li>${name}</li>`
    expect(html`<ul>${["a", "<b>"].map(row)}${null}</ul>`.text).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul>")
  })

  it("lets no text out of a style sheet", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cssText(text)).toMatch(/^"(?:[\p{Letter}\p{Number} ._-]|\\[0-9a-f]+ )*"$/u)
      }),
    )
    expect(cssText('"</style>')).toBe('"\\22 \\3c \\2f style\\3e "')
  })
})
