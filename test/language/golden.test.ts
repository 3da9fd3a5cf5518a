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
      `"907 320 107 100 50 346 377 378 211 50 954 188 189 51 226 430 431 955 50 224 334 335 336 285 215 216 51 288 192 419 80 941 51 192 394 80 153 499 500 51 932 1105 1108"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"双皮奶体验两周，来交作业了，分量超出预期。我更看重汤底，打完折半价也能接受。说不出的酥脆。不喜欢的大家轻喷。 #双皮奶 #在家做饭 #甜品"`,
    )
  })

  it("of a person writing English about travel", () => {
    const note = noteOf({ ...person, language: EN, topic: 2 }, 2, "golden")
    expect([...note].join(" ")).toMatchInlineSnapshot(
      `"2625 2520 2775 2684 2538 2615 3617 2513 2712 2852 2625 3575 2514 2836 3102 2643 2626 3573 2513 2720 2712 2893 2768 2760 2555 2538 3521 2513 2648 3659 3660 2513 3584 2850 2514 2835 2538 3656 2513 2913 2914 2915 2916 2514 3562 2928 2931 3755"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"So today I took the first bus, it feels so stunning. Every corner is very romantic, also it cost fifteen dollars at the harbor, decent public transport, easygoing overall. Love the weather, your mileage may vary. #hotspringvillage #worthit #lately #traveldiary"`,
    )
  })

  it("of a model writing English about gadgets", () => {
    const note = noteOf({ ...machine, language: EN, topic: 7 }, 3, "golden")
    expect([...note].join(" ")).toMatchInlineSnapshot(
      `"2712 2684 2613 2572 2533 2658 2820 2528 2538 4615 3600 2514 2741 2543 2741 2513 2775 2894 2566 2533 2557 2895 2615 2514 2775 2688 2861 2761 2538 4547 2555 2615 2514 10 2775 2873 2761 2538 4610 4611 2543 2531 2780 2781 2718 2538 4615 3600 2874 2774 3890 2514 2775 2854 2774 4748 2513 2841 2842 2513 2898 2613 2885 2899 2514 4639"`,
    )
    expect(renderNote(note, 0, note.length)).toMatchInlineSnapshot(
      `"It took me five days to decide on the usb cable. All in all, I did ten days of research first. I was worried about the build at first. 🤣 I read about the portable drive in a group chat but the usb cable seemed more sturdy. I get more done, zero complaints, ask me anything below. #usbcable"`,
    )
  })
})
