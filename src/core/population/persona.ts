/**
 * A persona: the name and bio that an account shows. Derived on demand, never stored, never a detector's evidence.
 */
import { faker as english } from "@faker-js/faker/locale/en"
import { faker as chinese } from "@faker-js/faker/locale/zh_CN"
import { LANGUAGES } from "../evidence/evidence.ts"
import { stage } from "../random/streams.ts"

export interface Persona {
  readonly name: string
  readonly bio: string
}

const CHINESE_LINES = [
  "认真生活，随手记录",
  "爱喝咖啡，也爱发呆",
  "普通上班族的碎碎念",
  "慢慢变好",
  "养了一只猫",
  "分享不定期更新",
  "今天也要开心",
  "喜欢海边和落日",
  "新手上路，多多关照",
  "理性种草",
  "一个人也好好吃饭",
  "合作请私信",
]

const ENGLISH_LINES = [
  "small joys and strong coffee",
  "learning as I go",
  "mostly photos, some thoughts",
  "one cat, two plants",
  "sharing what works for me",
  "slow days, long walks",
  "not an expert, just curious",
  "weekend explorer",
  "probably hungry",
  "for collabs send a message",
]

/**
 * Name and bio of an account. `language` is an index into LANGUAGES. Equal arguments yield equal personas,
 * whatever was asked for before.
 */
export function personaOf(seed: string, account: number, language: number): Persona {
  const fakerSeed = stage(seed, "persona").at(account).int32() >>> 0
  return LANGUAGES[language] === "zh" ? chinesePersona(fakerSeed) : englishPersona(fakerSeed)
}

function chinesePersona(fakerSeed: number): Persona {
  chinese.seed(fakerSeed)
  const given = chinese.person.firstName()
  const region = chineseRegion()
  const nicknames = [
    () => chinese.person.fullName().replaceAll(" ", ""),
    () => `${given}的日常`,
    () => `小${given}在${region}`,
    () => `${given}${chinese.number.int({ min: 1, max: 99 })}`,
    () => `爱吃的${given}`,
  ]
  const name = chinese.helpers.arrayElement(nicknames)()
  const lines = chinese.helpers.arrayElements(CHINESE_LINES, { min: 1, max: 2 })
  return { name, bio: [region, ...lines].join("｜") }
}

/** A real province or city: Faker's Chinese towns are put together from syllables. */
const chineseRegion = () =>
  chinese.location.state().replace(/(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$/, "")

function englishPersona(fakerSeed: number): Persona {
  english.seed(fakerSeed)
  const given = english.person.firstName()
  const region = english.location.state()
  const nicknames = [
    () => english.person.fullName(),
    () => `${given.toLowerCase()}.${english.color.human().replaceAll(" ", "")}`,
    () => `${given} in ${region}`,
    () => `${given.toLowerCase()}_${english.number.int({ min: 1, max: 999 })}`,
    () => `Simply ${given}`,
  ]
  const name = english.helpers.arrayElement(nicknames)()
  const lines = english.helpers.arrayElements(ENGLISH_LINES, { min: 1, max: 2 })
  return { name, bio: [region, ...lines].join(" | ") }
}
