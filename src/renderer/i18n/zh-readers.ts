/** What a policy does to creators and readers, in Chinese; the same keys as the English file. */
import type { enReaders } from "./en-readers.ts"

export const zhReaders: Readonly<Record<keyof typeof enReaders, string>> = {
  "measured.of.attention": "{{subject}} 的注意力分配",
  "stage.engagement": "收集互动记录",
  "stage.attention": "为信息流排序并分配注意力",

  "attention.title": "创作者与读者",
  "attention.meaning":
    "按语言和话题，逐日用运行中的点赞、评论、回复、分享和收藏为信息流排序。注意力随位次下降，总和等于读者所拥有的量，因此一个账号失去的，会由其他账号得到。区间为 95%，按运营者和账号抽样。",
  "attention.lead":
    "注意力在创作者之间如何分配：不采取任何措施、采用当前设定的策略，以及恰好封停所有 AI 托管账号时。",
  "attention.ask": "分配注意力",
  "attention.askAgain": "重新分配",
  "attention.changed": "设定已改变：这些数字属于之前的设定。",
  "attention.measuring": "第一次需要重新生成该运行的群体以取得互动记录；之后换设定会更快。",
  "attention.progress": "正在分配注意力",
  "attention.cancelled": "已取消分配注意力",
  "attention.failed": "无法分配注意力",
  "attention.failedHelp": "运行的其他内容不受影响。",
  "attention.lost": "服务器恢复后即开始分配注意力。",
  "attention.figure": "指标",
  "attention.baseline": "不采取措施",
  "attention.policy": "此策略",
  "attention.policy.meaning":
    "这些数字中审核员只按其正误率判断一次，抽样时账号连同对它的判断一起抽取，区间因此含审核员的偶然性；第二人复核、举报和审核员人数在此不起作用。",
  "attention.perfect": "恰好封停 AI 托管账号",
  "attention.perfect.meaning": "任何策略都无法超越的结果：封停每一个 AI 托管账号，且不误封任何人。",
  "attention.managedShare": "AI 托管账号占有的注意力",
  "attention.managedShare.meaning": "占读者全部注意力的比例。",
  "attention.returned": "归还真实创作者",
  "attention.returned.meaning": "占全部注意力的比例：从 AI 托管账号转到真实创作者的部分。",
  "attention.lostWrongly": "受处置的真实创作者所失",
  "attention.lostWrongly.meaning":
    "占全部注意力的比例：被策略处置的真实创作者失去的部分，由未受处置的创作者得到。",
  "attention.lostPerCreator": "其中每位所失",
  "attention.lostPerCreator.meaning": "占受处置的真实创作者自身注意力的比例。",
  "attention.wrongPer1000": "每 1,000 位真实创作者中受处置者",
  "attention.wrongPer1000.meaning": "被标注、限流或封停；人工审核按策略所设的审核员正误率得出结果。",
  "attention.paidUndisclosed": "投放在未披露 AI 托管账号上的付费触达",
  "attention.paidUndisclosed.meaning":
    "占可售触达账号（粉丝数 {{followers}} 及以上）所获注意力的比例，即广告主的钱花到了谁身上。",
  "attention.ndcgChange": "排序质量的变化",
  "attention.ndcgChange.meaning": "与不采取措施相比，使用同样的抽样。",
  "attention.headline":
    "采用此策略时，AI 托管账号占有 {{after}} 的注意力（不采取措施时为 {{before}}），全部注意力的 {{returned}} 转到真实创作者。",
  "attention.noManaged":
    "按此定义，本次运行没有 AI 托管账号，因此无从得知它们占有多少注意力，也无从得知有多少得以归还。",
  "attention.takesMore": "它从真实创作者那里拿走的多于归还的：受处置者失去全部注意力的 {{lost}}。",
  "attention.takesLess": "受处置的真实创作者失去全部注意力的 {{lost}}。",
  "attention.ndcgHonest":
    "排序质量的区间通过依次去掉二十分之一的账号并重新排序得到，宁宽勿窄。注意力的区间保持排序分不变，在运营者很少时略窄。",
  "attention.recipe": "{{draws}} 次抽样，{{feedDays}} 个信息流日，占比 {{prevalence}}。",
  "attention.curve": "注意力随阈值的变化",
  "attention.curve.lead": "假设封停所有达到阈值的账号。色带为 95% 区间。",
  "attention.curve.y": "占全部注意力",
  "attention.line.managedShare": "AI 托管账号占有",
  "attention.line.returned": "归还真实创作者",
  "attention.line.lostWrongly": "受处置的真实创作者所失",
  "attention.curve.aria": "{{title}}。阈值为 {{threshold}} 时：{{lines}}。",
  "attention.curve.aria.line": "{{line}} {{value}}",
  "attention.line.paidUndisclosed": "落在未披露的 AI 托管账号上",
  "attention.moneyCurve": "广告主的钱随阈值的变化",
  "attention.moneyCurve.y": "占付费触达",
  "attention.withoutSignals": "不计 AI 托管账号的互动",
  "attention.withoutSignals.meaning":
    "为信息流排序时不计 AI 托管账号的点赞、评论、回复、分享和收藏；它们的笔记保留，也不处置任何人：由此可见人为信号对排序的影响。",
  "attention.ndcg": "排序质量（NDCG），全部笔记",
  "attention.ndcg.meaning":
    "信息流把好笔记排在前面的程度，以模拟赋予每篇笔记的质量为准，1 为最佳。只计仍可展示的笔记。",
  "attention.ndcgAuthentic": "排序质量，真实创作者的笔记",
  "attention.ndcgAuthentic.meaning": "同上，但只在真实创作者的笔记之间比较。不能再展示的笔记算作漏掉。",
  "attention.ndcgAuthenticChange": "其变化",
  "attention.ndcgAuthenticChange.meaning": "与不采取措施相比，使用同样的抽样。",
  "attention.change": "{{change}}（{{interval}}）",
  "attention.money": "广告主的钱花到了谁身上？",
  "attention.money.answer":
    "不采取措施时，付费触达的 {{before}}（{{beforeInterval}}）落在未披露的 AI 托管账号上；采用此策略时为 {{after}}（{{afterInterval}}）。",
  "attention.better": "去掉人为信号后，排序是否更能找到好笔记？",
  "attention.better.better": "是：不计 AI 托管账号的互动时，全部笔记的 NDCG 变化为 {{change}}。",
  "attention.better.worse": "否，反而更差：不计 AI 托管账号的互动时，全部笔记的 NDCG 变化为 {{change}}。",
  "attention.better.unclear":
    "看不出来：不计 AI 托管账号的互动时，全部笔记的 NDCG 变化为 {{change}}，与没有变化无法区分。",
  "attention.betterAuthentic.better": "只看真实创作者的笔记，则有所上升：{{change}}。",
  "attention.betterAuthentic.worse": "只看真实创作者的笔记，则有所下降：{{change}}。",
  "attention.betterAuthentic.unclear": "只看真实创作者的笔记，也看不出升降：{{change}}。",
}
