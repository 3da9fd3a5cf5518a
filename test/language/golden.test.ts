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
      `"76 77 1016 1394 2437 1889 294 127 1907 51 1440 2347 1055 53 563 2495 135 1993 51 558 592 53 4 533 395 51 233 2347 53 533 395 51 127 464 2557 240 2348 841 53 996 311 2469 1355 4965 51 488 2505 83 2506 385 306 294 53 2314 2575 2578 2581"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"趁假期终于把菜单研究了一遍，偏果香咯。先冷冻两小时，别急。🥰真心觉得，超果香。真心觉得，一口下去相当坚果香。原来点小份这么重要，而且一周的累都没了。 #麻薯 #在家做饭 #甜品 #夜宵"`,
    )
  })

  it("of a person writing English about travel", () => {
    const note = noteOf({ ...person, language: EN, topic: 2 }, 2, "golden")
    expect([...note].join(" ")).toMatchInlineSnapshot(
      `"5046 5123 5111 5081 6022 6023 5043 5040 6713 7002 5026 5381 5488 5082 5261 5028 5053 6713 7002 6019 5421 5026 5346 5728 5099 5048 5028 9 5252 5260 5329 5688 5028 5070 5668 5081 6879 5223 5041 5091 5045 5031 6126 6146 5419 5285 5081 6042 5031 7040"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"A coworker and I spent hours on this tea plantation, even Dee was sold. The tea plantation came second, once every six days. 💕 Does what it says. At Easter I ate from morning to night! Will add things as I remember! #teaplantation"`,
    )
  })

  it("of a model writing English about gadgets", () => {
    const note = noteOf({ ...machine, language: EN, topic: 7 }, 3, "golden")
    expect([...note].join(" ")).toMatchInlineSnapshot(
      `"5628 8570 5219 5063 7185 8327 8328 5028 5135 5091 5053 5093 8332 5329 6054 6264 5028 5053 7826 5111 5053 7761 7182 6051 6052 5063 6053 5026 5260 5046 7185 8327 8328 5028 5063 5124 5738 8581 5028 8361 6166 6169"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"Sixty messages about my noise canceling headset. Next to the power bank it looks lightweight. The build and the battery life both get my vote, what a noise canceling headset. My boyfriend can confirm. #noisecancelingheadset #lately #slowliving"`,
    )
  })
})
