import { LEXICON_VERSION } from "./population/language/index.ts"
import { GENERATOR_VERSION } from "./population/world.ts"

/** Version of everything that a population depends on. */
export const generatorVersion = `${GENERATOR_VERSION}.${LEXICON_VERSION}`
