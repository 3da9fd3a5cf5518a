/** Descriptions of the scenarios that come with the workbench, in Chinese; one that somebody wrote stays as it is. */
export const zhShipped: Readonly<Record<string, string>> = {
  "scenario.described.Twenty thousand accounts among readers who report out of malice and carelessness.":
    "两万个账号，读者中有人恶意举报，有人随手乱举报。",
  "scenario.described.Twenty thousand accounts, many of which belong together, some by an operator and more by choice.":
    "两万个账号，其中许多彼此关联：有些归同一运营者，更多的是自发结伴。",
  "scenario.described.Twenty thousand accounts over four weeks, all of which write English.":
    "两万个账号，为期四周，全部使用英文。",
  "scenario.described.Twenty thousand accounts, most of the authentic ones of a kind that is easily taken for AI-managed.":
    "两万个账号，真实运营者大多属于容易被误认作 AI 托管的类型。",
  "scenario.described.Twenty thousand accounts; most managed ones were somebody's own until they switched within the period.":
    "两万个账号，AI 托管的账号大多原属真人，在期间内才易手。",
  "scenario.described.Twenty thousand accounts over four weeks, 3 % of them drawn from managed archetypes.":
    "两万个账号，为期四周，其中 3% 出自托管原型。",
  "scenario.described.Two hundred thousand accounts over four weeks, 0.3 % of them drawn from managed archetypes.":
    "二十万个账号，为期四周，其中 0.3% 出自托管原型。",
  "scenario.described.Twenty thousand accounts; operators evade with most of the effort they have, and pay for it.":
    "两万个账号，运营者几乎全力规避检测，并为此付出代价。",
  "scenario.described.Five hundred accounts over two weeks, for tests.": "五百个账号，为期两周，供测试使用。",
  "scenario.described.Twenty thousand accounts over four weeks, all of which write Chinese.":
    "两万个账号，为期四周，全部使用中文。",
}
