/** All word lists, by language and topic. */
import type { Language } from "../../../evidence/evidence.ts"
import type { Topic } from "../style.ts"
import { beauty as enBeauty } from "./en/beauty.ts"
import { general as enGeneral, marks as enMarks } from "./en/general.ts"
import type { GeneralWords, Marks, TopicWords } from "./words.ts"
import { beauty as zhBeauty } from "./zh/beauty.ts"
import { general as zhGeneral, marks as zhMarks } from "./zh/general.ts"

export interface LanguageWords {
  readonly marks: Marks
  readonly general: GeneralWords
  readonly topics: Readonly<Record<Topic, TopicWords>>
}

export const WORDS: Readonly<Record<Language, LanguageWords>> = {
  zh: {
    marks: zhMarks,
    general: zhGeneral,
    topics: {
      beauty: zhBeauty,
      food: zhBeauty,
      travel: zhBeauty,
      fashion: zhBeauty,
      home: zhBeauty,
      parenting: zhBeauty,
      fitness: zhBeauty,
      gadgets: zhBeauty,
    },
  },
  en: {
    marks: enMarks,
    general: enGeneral,
    topics: {
      beauty: enBeauty,
      food: enBeauty,
      travel: enBeauty,
      fashion: enBeauty,
      home: enBeauty,
      parenting: enBeauty,
      fitness: enBeauty,
      gadgets: enBeauty,
    },
  },
}
