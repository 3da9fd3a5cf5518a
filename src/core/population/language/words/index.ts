/** All word lists, by language and topic. */
import type { Language } from "../../../evidence/evidence.ts"
import type { Topic } from "../style.ts"
import { beauty as enBeauty } from "./en/beauty.ts"
import { fashion as enFashion } from "./en/fashion.ts"
import { fitness as enFitness } from "./en/fitness.ts"
import { food as enFood } from "./en/food.ts"
import { gadgets as enGadgets } from "./en/gadgets.ts"
import { general as enGeneral, marks as enMarks } from "./en/general.ts"
import { home as enHome } from "./en/home.ts"
import { parenting as enParenting } from "./en/parenting.ts"
import { travel as enTravel } from "./en/travel.ts"
import type { GeneralWords, Marks, TopicWords } from "./words.ts"
import { beauty as zhBeauty } from "./zh/beauty.ts"
import { fashion as zhFashion } from "./zh/fashion.ts"
import { fitness as zhFitness } from "./zh/fitness.ts"
import { food as zhFood } from "./zh/food.ts"
import { gadgets as zhGadgets } from "./zh/gadgets.ts"
import { general as zhGeneral, marks as zhMarks } from "./zh/general.ts"
import { home as zhHome } from "./zh/home.ts"
import { parenting as zhParenting } from "./zh/parenting.ts"
import { travel as zhTravel } from "./zh/travel.ts"

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
      food: zhFood,
      travel: zhTravel,
      fashion: zhFashion,
      home: zhHome,
      parenting: zhParenting,
      fitness: zhFitness,
      gadgets: zhGadgets,
    },
  },
  en: {
    marks: enMarks,
    general: enGeneral,
    topics: {
      beauty: enBeauty,
      food: enFood,
      travel: enTravel,
      fashion: enFashion,
      home: enHome,
      parenting: enParenting,
      fitness: enFitness,
      gadgets: enGadgets,
    },
  },
}
