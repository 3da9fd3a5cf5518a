/**
 * Golden notes: the same seed yields the same bits. A deliberate change of the word lists or the grammar
 * raises LEXICON_VERSION; then renew these with `npx vitest run test/language -u`.
 */
import { describe, expect, it } from "vitest"
import { LEXICON_VERSION, renderNote } from "../../src/core/population/language/index.ts"
import { EN, machine, noteOf, person } from "./samples.ts"

describe(`golden notes of lexicon version ${LEXICON_VERSION}`, () => {
  it("of a person writing Chinese about food", () => {
    const note = noteOf({ ...person, topic: 1 }, 1, "golden")
    expect([...note].join(" ")).toMatchInlineSnapshot(
      `"76 77 949 1359 2369 1810 294 127 1830 51 1822 4842 413 306 476 988 53 505 329 506 2323 287 992 56 500 421 294 157 458 311 2153 993 53 167 329 2303 293 294 56 958 208 2303 1338 53 2247 2517 2520"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"趁假期终于把菜单研究了一遍，做梦也没想到咯。先说结论肉质一般般哒！别忘了不要点提拉米苏嘞。姐姐说香气够用了！可能跟香气有关。 #麻薯 #甜品 #夜宵"`,
    )
  })

  it("of a person writing English about travel", () => {
    const note = noteOf({ ...person, language: EN, topic: 2 }, 2, "golden")
    expect([...note].join(" ")).toMatchInlineSnapshot(
      `"4963 5040 5028 4998 5939 5940 4960 4957 6630 6919 4943 5298 5405 4999 5178 4945 4970 6630 6919 5936 5338 4943 5263 5645 5016 4965 4945 9 5169 5177 5246 5605 4945 4987 5585 4998 6796 5140 4958 5008 4962 4948 6043 6063 5336 5202 4998 5959 4948 6957"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"A coworker and I spent hours on this tea plantation, even Dee was sold. The tea plantation came second, once every six days. 💕 Does what it says. At Easter I ate from morning to night! Will add things as I remember! #teaplantation"`,
    )
  })

  it("of a model writing English about gadgets", () => {
    const note = noteOf({ ...machine, language: EN, topic: 7 }, 3, "golden")
    expect([...note].join(" ")).toMatchInlineSnapshot(
      `"5016 8487 5136 4980 7102 8244 8245 4945 5052 5008 4970 5010 8249 5246 5971 6181 4945 4970 7743 5028 4970 7678 7099 5968 5969 4980 5970 4943 5177 4963 7102 8244 8245 4945 4980 5055 5655 8498 4945 8278 6083 6086"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"Six messages about my noise canceling headset. Next to the power bank it looks lightweight. The build and the battery life both get my vote, what a noise canceling headset. My grandmother can confirm. #noisecancelingheadset #lately #slowliving"`,
    )
  })
})
