/** The tour, and what is said at the first start, in Chinese; the same keys as the English file. */
import type { enTour } from "./en-tour.ts"

export const zhTour: Readonly<Record<keyof typeof enTour, string>> = {
  "first.wait": "首次启动时，先模拟并评分一个 500 个账号的小群体供您浏览；更大的 quickstart 随后会自动开始。",
  "first.look": "首次模拟 {{scenario}} 期间，可先看看 tiny（500 个账号）。它的区间很宽，请勿据此判断效果。",

  "tour.start": "本页导览",
  "tour.leave": "退出导览",
  "tour.back": "上一步",
  "tour.next": "下一步",
  "tour.done": "完成",
  "tour.at": "第 {{at}} 步，共 {{of}} 步",
  "tour.run.title": "运行",
  "tour.run":
    "一次运行就是一个场景的模拟与评分：一群账号，多数真实，少数由 AI 托管；每个账号都有 0 到 1 的风险分，也有关于它的真值。可在此选择其他运行。",
  "tour.tiers.title": "阈值",
  "tour.tiers":
    "风险分不低于阈值的账号会被标记。从观察到封禁，每一档都有自己的滑块。拖动它，或聚焦后使用方向键：所有数字和图表随之变化，也可以撤销。",
  "tour.figures.title": "由此带来的结果",
  "tour.figures":
    "被标记者中有多少确为 AI 托管（精确率），AI 托管账号中有多少被发现（召回率），有多少真人被误伤（误报率）。数字下方是其 95% 区间：本次运行能让您有多大把握。指向任何带点状下划线的词，都会看到解释。",
  "tour.cohorts.title": "谁被误标",
  "tour.cohorts":
    "误判并不均匀。定时发布的商家、用第二语言写作的人或夜间工作者，被误伤的可能远高于他人。在对某一档采取行动之前，请先看这里。",
  "tour.definition.title": "什么算 AI 托管",
  "tour.definition":
    "定义把账号的真值变成标签。人工把关达到多少才算有效？移动它，所有账号会重新标注，无需重新模拟。",
  "tour.accounts.title": "数字背后的账号",
  "tour.accounts":
    "这里逐一列出被误标、被发现或被漏过的账号：它们的笔记、活动时段和邻居，各检测器的判断，以及怎样才能洗清嫌疑。",
  "tour.solve.title": "从问题到答案",
  "tour.solve":
    "“建议”会找出满足预算或保证的阈值，并说明为此放弃了什么。“对比”把两次运行或两套策略放在一起，说明谁新被误伤、谁新被漏过。",
}
