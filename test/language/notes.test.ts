import { describe, expect, it } from "vitest"
import { grammars, THING_SLOT } from "../../src/core/population/language/grammar.ts"
import {
  MAX_NOTE_TOKENS,
  renderNote,
  TOKEN_KINDS,
  TOPICS,
  tokenKinds,
  type WritingStyle,
  writeNote,
} from "../../src/core/population/language/index.ts"
import { LONGEST_PATTERN } from "../../src/core/population/language/style.ts"
import { stage } from "../../src/core/random/streams.ts"
import {
  EN,
  machine,
  noteOf,
  notesOfModel,
  notesOfPeople,
  person,
  quantile,
  similarities,
  ZH,
} from "./samples.ts"

const textOf = (note: Uint16Array) => renderNote(note, 0, note.length)
const LANGUAGE_NAMES = ["zh", "en"]
const everywhere = [ZH, EN].flatMap((language) => TOPICS.map((_, topic) => ({ language, topic })))

interface Shape {
  sentences: number
  wordsMean: number
  wordsCv: number
  exclamationRate: number
  emojiRate: number
  hashtagMean: number
  tokensMean: number
}

/** What one can count in notes, over all their sentences. */
function shapeOf(notes: readonly Uint16Array[]): Shape {
  const kinds = tokenKinds()
  const kindOf = (token: number) => TOKEN_KINDS[kinds[token]]
  const lengths: number[] = []
  const count = { exclamation: 0, emoji: 0, hashtag: 0, tokens: 0 }
  for (const note of notes) {
    let words = 0
    count.tokens += note.length
    for (const token of note) {
      const kind = kindOf(token)
      if (kind === "word") words++
      if (kind === "emoji" || kind === "hashtag") count[kind]++
      if (kind === "exclamation" || kind === "tilde") count.exclamation++
      if (kind === "full-stop" || kind === "question" || kind === "exclamation" || kind === "tilde") {
        lengths.push(words)
        words = 0
      }
    }
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length
  return {
    sentences: lengths.length / notes.length,
    wordsMean: mean,
    wordsCv: Math.sqrt(variance) / mean,
    exclamationRate: count.exclamation / lengths.length,
    emojiRate: count.emoji / lengths.length,
    hashtagMean: count.hashtag / notes.length,
    tokensMean: count.tokens / notes.length,
  }
}

describe("writeNote", () => {
  it("writes the same tokens for the same style and stream, whatever was written between", () => {
    const before = noteOf(person, 3)
    noteOf(machine, 4)
    noteOf({ ...person, language: EN, vocabularySkew: 1.4 }, 5)
    expect(noteOf(person, 3)).toEqual(before)
  })

  it("stays within its limit and leaves the rest of the column alone", () => {
    const out = new Uint16Array(3 * MAX_NOTE_TOKENS).fill(65535)
    const endless: WritingStyle = {
      ...person,
      sentencesMedian: 1000,
      sentenceLengthMean: 60,
      hashtagMean: 50,
    }
    const begin = 100
    for (const { language, topic } of everywhere) {
      out.fill(65535)
      const end = writeNote({ ...endless, language, topic }, stage("long", "notes").at(topic), out, begin)
      expect(end - begin).toBeLessThanOrEqual(MAX_NOTE_TOKENS)
      expect(end - begin).toBeGreaterThan(MAX_NOTE_TOKENS / 2)
      expect(out.slice(0, begin).every((token) => token === 65535)).toBe(true)
      expect(out.slice(end).every((token) => token === 65535)).toBe(true)
    }
  })

  it.each(everywhere)(
    "follows the style of a person in language $language, topic $topic",
    ({ language, topic }) => {
      const shape = shapeOf(notesOfPeople({ ...person, language, topic }, 400))
      expect(shape.sentences).toBeGreaterThan(4)
      expect(shape.sentences).toBeLessThan(5)
      expect(shape.wordsMean).toBeGreaterThan(8.2)
      expect(shape.wordsMean).toBeLessThan(10)
      // Measured in people: 0.49 to 0.59.
      expect(shape.wordsCv).toBeGreaterThan(0.46)
      expect(shape.wordsCv).toBeLessThan(0.6)
      expect(Math.abs(shape.exclamationRate - person.exclamationRate)).toBeLessThan(0.04)
      expect(Math.abs(shape.emojiRate - person.emojiRate)).toBeLessThan(0.04)
      expect(Math.abs(shape.hashtagMean - person.hashtagMean)).toBeLessThan(0.3)
      expect(shape.tokensMean).toBeGreaterThan(25)
      expect(shape.tokensMean).toBeLessThan(60)
    },
  )

  it.each([ZH, EN])("writes sentences as even as a machine's in language %i", (language) => {
    const shape = shapeOf(notesOfModel({ ...machine, language }, 400))
    // Measured in models: 0.22 to 0.44, and hardly an exclamation mark.
    expect(shape.wordsCv).toBeGreaterThan(0.2)
    expect(shape.wordsCv).toBeLessThan(0.36)
    expect(shape.exclamationRate).toBeLessThan(0.025)
  })

  it.each(everywhere)(
    "hardly ever lets two people write alike in language $language, topic $topic",
    (where) => {
      const sorted = similarities(notesOfPeople({ ...person, ...where }, 150))
      expect(quantile(sorted, 0.5)).toBeLessThan(0.01)
      expect(quantile(sorted, 0.95)).toBeLessThan(0.06)
      expect(quantile(sorted, 1)).toBeLessThan(0.5)
    },
  )

  it.each(everywhere)(
    "makes notes of one model more alike, yet no copies, in language $language, topic $topic",
    (where) => {
      const sorted = similarities(notesOfModel({ ...machine, ...where }, 150))
      // Measured within one model family: p95 of 0.05 to 0.18.
      expect(quantile(sorted, 0.95)).toBeGreaterThan(0.05)
      expect(quantile(sorted, 0.95)).toBeLessThan(0.18)
      expect(quantile(sorted, 0.999)).toBeLessThan(0.5)
    },
  )

  it("varies words more with a lower skew", () => {
    const distinctWords = (vocabularySkew: number) =>
      new Set(notesOfModel({ ...person, vocabularySkew }, 200).flatMap((note) => [...note])).size
    expect(distinctWords(0.5)).toBeGreaterThan(distinctWords(1.6) * 1.1)
  })

  it("draws on more patterns with a larger inventory", () => {
    const meanSimilarity = (phraseInventory: number) => {
      const all = similarities(notesOfModel({ ...person, phraseInventory }, 100))
      return all.reduce((sum, one) => sum + one, 0) / all.length
    }
    expect(meanSimilarity(6)).toBeGreaterThan(3 * meanSimilarity(100))
  })

  it("keeps to the language and the topic of the style", () => {
    const { lexicon } = grammars()
    for (const language of [ZH, EN])
      for (const note of notesOfPeople({ ...person, language }, 50))
        for (const token of note) {
          const isEmoji = TOKEN_KINDS[lexicon.kinds[token]] === "emoji"
          if (!isEmoji) expect(lexicon.languages[token]).toBe(language)
        }
  })

  it("names each hashtag once", () => {
    const kinds = tokenKinds()
    for (const note of notesOfPeople({ ...person, hashtagMean: 6 }, 200)) {
      const tags = [...note].filter((token) => TOKEN_KINDS[kinds[token]] === "hashtag")
      expect(new Set(tags).size).toBe(tags.length)
    }
  })
})

describe("the form of a note", () => {
  const kindsOf = (note: Uint16Array) => [...note].map((token) => TOKEN_KINDS[tokenKinds()[token]])

  it("begins with a title line for those who write titles", () => {
    for (const note of notesOfPeople({ ...person, titleRate: 1 }, 50)) {
      const title = textOf(note).split("\n")[0]
      expect(textOf(note)).toContain("\n")
      expect(title.length).toBeGreaterThan(1)
      expect(title).not.toMatch(/。$|[^.]\.$/)
    }
  })

  it("has a line for each sentence of those who break lines, and neither blank lines nor one at the end", () => {
    for (const note of notesOfPeople({ ...person, breakRate: 1, hashtagMean: 0 }, 50)) {
      const kinds = kindsOf(note)
      expect(kinds.at(-1)).not.toBe("break")
      expect(textOf(note)).not.toMatch(/\n\s*\n/)
      const sentences = shapeOf([note]).sentences
      expect(kinds.filter((kind) => kind === "break").length).toBe(Math.round(sentences) - 1)
    }
  })

  it("ends lines without full stops for those who leave them out", () => {
    const notes = notesOfPeople({ ...person, breakRate: 1, bareRate: 1, exclamationRate: 0 }, 50)
    expect(notes.flatMap(kindsOf).filter((kind) => kind === "comma").length).toBeGreaterThan(0)
    for (const note of notes) expect(textOf(note)).not.toMatch(/。\n/)
  })

  it("links or mentions for those who do, apart from the words around", () => {
    for (const language of [ZH, EN])
      for (const note of notesOfPeople({ ...person, language, linkRate: 1, bareRate: 0.5 }, 100)) {
        const text = textOf(note)
        expect(text).toMatch(/https?:\/\/|@/)
        expect(text).not.toMatch(/(http\S*|@\S*)\p{Script=Han}{8}/u)
        expect(text).not.toMatch(/\p{Script=Han}http/u)
      }
  })

  it("asks nothing in the name of those who never do", () => {
    const asked = notesOfPeople({ ...person, questionRate: 0 }, 300).flatMap(kindsOf)
    const usual = notesOfPeople({ ...person, questionRate: 1 }, 300).flatMap(kindsOf)
    const questions = (kinds: string[]) => kinds.filter((kind) => kind === "question").length
    expect(questions(asked)).toBeLessThan(0.05 * questions(usual))
  })
})

describe("renderNote", () => {
  it("yields sound text for every topic and style", () => {
    const short: WritingStyle = { ...person, sentencesMedian: 1, sentencesSigma: 0, sentenceLengthMean: 2 }
    for (const { language, topic } of everywhere)
      for (const style of [person, machine, short]) {
        const text = textOf(noteOf({ ...style, language, topic }, topic))
        expect(text, `${LANGUAGE_NAMES[language]} ${TOPICS[topic]}`).toMatch(/\p{L}/u)
        expect(text).not.toMatch(/undefined|NaN|[{}|]|\s\s|^\s|\s$/)
        // No mark follows a comma, no sentence begins with one, and nobody asks and states at once.
        expect(text).not.toMatch(/^[,，。.!！?？]|[,，]\s*[,，。.!！?？]|[?？][。.!！]/)
      }
  })

  it("spaces and capitalizes English, and sets Chinese without spaces", () => {
    const english = renderNote(
      noteOf({ ...person, language: EN, emojiRate: 0, hashtagMean: 0 }, 1),
      0,
      MAX_NOTE_TOKENS,
    )
    for (const sentence of english.split(/(?<=[.!?~]) /)) expect(sentence[0]).toBe(sentence[0].toUpperCase())
    expect(english).not.toMatch(/ [,.!?]|,\S/)
    const chinese = renderNote(noteOf({ ...person, hashtagMean: 0 }, 1), 0, MAX_NOTE_TOKENS)
    expect(chinese).not.toMatch(/\p{Script=Han}\s\p{Script=Han}/u)
  })

  it("refuses an id that no token has", () => {
    expect(() => renderNote([65_535], 0, 1)).toThrow(/token id must be below \d+, got 65535/)
  })

  it("renders a part of a column", () => {
    const note = noteOf(person, 2)
    const column = Uint16Array.from([...noteOf(machine, 1), ...note, ...noteOf(machine, 3)])
    const from = noteOf(machine, 1).length
    expect(renderNote(column, from, from + note.length)).toBe(renderNote(note, 0, note.length))
    expect(renderNote(column, from, from)).toBe("")
  })
})

describe("the lexicon", () => {
  it("has unique ids below 65,536, each for one token of one language", () => {
    const { lexicon } = grammars()
    const keys = lexicon.texts.map((text, id) => `${lexicon.languages[id]}/${lexicon.kinds[id]}/${text}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeLessThan(65_536)
    expect(tokenKinds()).toHaveLength(keys.length)
  })

  it("offers 60 sentence patterns or more, of every length, and 150 content words for each topic", () => {
    grammars().languages.forEach((grammar) => {
      grammar.pools.forEach((pools, topic) => {
        expect(pools.size).toBeGreaterThanOrEqual(60)
        for (const pool of [pools.open, pools.close, ...pools.body])
          expect(pool.sequences.length).toBeGreaterThan(8)
        const ofTopic = [0, 1].flatMap((theme) => grammar.lists[2 * topic + theme].slice(12))
        const entries = new Set(
          ofTopic.flatMap((list) => Array.from({ length: list.count }, (_, i) => list.first + i)),
        )
        expect(entries.size).toBeGreaterThanOrEqual(150)
      })
    })
  })

  it("has no pattern that can grow longer than is left room for, and none that leads to itself", () => {
    for (const { code, start, lists, pools } of grammars().languages) {
      lists.forEach((slots, at) => {
        const longest = new Map<number, number>()
        const lengthOf = (sequence: number): number => {
          const known = longest.get(sequence)
          if (known !== undefined) return known
          longest.set(sequence, Number.POSITIVE_INFINITY)
          let length = 0
          for (const token of code.slice(start[sequence], start[sequence + 1])) {
            // The subject, slot 0, is a thing.
            const list = token === -1 ? slots[THING_SLOT] : slots[-1 - token]
            length +=
              token >= 0
                ? 1
                : Math.max(...Array.from({ length: list.count }, (_, i) => lengthOf(list.first + i)))
          }
          longest.set(sequence, length)
          return length
        }
        const { open, close, title, body } = pools[Math.floor(at / 2)]
        for (const { sequences } of [open, close, title, ...body])
          for (const sequence of sequences) expect(lengthOf(sequence)).toBeLessThanOrEqual(LONGEST_PATTERN)
      })
    }
  })

  it("visits every pattern of a pool with the pool's step", () => {
    for (const grammar of grammars().languages)
      for (const pools of grammar.pools)
        for (const { sequences, step } of [pools.open, pools.close, ...pools.body])
          expect(new Set(sequences.map((_, i) => (i * step) % sequences.length)).size).toBe(sequences.length)
  })

  it("names no entry twice in a list", () => {
    const { languages, lexicon } = grammars()
    for (const { code, start, lists } of languages)
      for (const list of lists.flat()) {
        const entries = Array.from({ length: list.count }, (_, i) => {
          const sequence = list.first + i
          return [...code.slice(start[sequence], start[sequence + 1])]
            .map((c) => (c < 0 ? c : lexicon.texts[c]))
            .join(" ")
        })
        expect(entries.filter((entry, i) => entries.indexOf(entry) < i)).toEqual([])
      }
  })
})
