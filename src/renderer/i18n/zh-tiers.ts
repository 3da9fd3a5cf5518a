/** 页面关于处置档位的中文文字。 */
import type { enTiers } from "./en-tiers.ts"

export const zhTiers: Record<keyof typeof enTiers, string> = {
  "tiers.title": "处置档位",
  "tiers.meaning":
    "平台按风险分对账号采取的措施：每一档从自己的阈值开始，到下一档的阈值为止。拖动手柄即可移动；推到相邻手柄时会带着它一起走。各项数值和图表对应所选的档位。",
  "tier.off": "已关闭",
  "tier.watch": "观察",
  "tier.watch.meaning": "只是留意。不通知任何人，也不作任何限制。",
  "tier.label": "标注",
  "tier.label.meaning": "读者会看到“该账号可能由 AI 托管”的标注。",
  "tier.limit": "限流",
  "tier.limit.meaning": "笔记展示给更少的人。",
  "tier.review": "人工审核",
  "tier.review.meaning": "由审核员查看账号后决定。场景里的阈值就是这一档的阈值。",
  "tier.suspend": "封禁",
  "tier.suspend.meaning": "未经人工查看即封禁账号。在这里被误伤的人受害最重。",
  "tier.handle": "风险分从这里起：{{tier}}",
  "threshold.of": "“{{tier}}”的阈值",

  "undo.undo": "撤销",
  "undo.redo": "重做",
  "undo.undoHint": "回到上一个设置（Ctrl+Z，⌘Z）。",
  "undo.redoHint": "再次前进（Ctrl+Shift+Z，⇧⌘Z）。",

  "tierTable.title": "各档的工作点",
  "tierTable.meaning":
    "每档一行，列出由其阈值得出的一切，并附 95% 区间。账号的风险分达到某档阈值，就计入该档；“恰在此档”只计入其中最严的一档。点击档名即可选择该档。",
  "tierTable.tier": "档位",
  "tierTable.threshold": "起始风险分",
  "tierTable.threshold.meaning": "该档的阈值：风险分大于或等于它的账号至少受到这一档处置。",
  "tierTable.band": "恰在此档",
  "tierTable.band.meaning": "风险分大于或等于该档阈值、低于下一档阈值的账号数，按这里设定的占比计。",
  "tierTable.flagged": "此档及更严",
  "tierTable.flagged.meaning":
    "风险分大于或等于该档阈值的账号数，按这里设定的占比计。右侧各项数值都是针对它们的。",
  "tierTable.wrong": "每天误伤",
  "tierTable.wrong.meaning": "按每天判定的账号数计算，平均每天受到此档或更严处置的真实运营的账号数。",
  "tierTable.perDay": "每天判定",
  "tierTable.perDay.meaning":
    "平台每天判定的账号数。“每天”的数值都由它得出：把本次运行的比率用在这么多账号上，按这里设定的占比计。初始值是把本次运行的账号平摊到各天。",
  "tierTable.perDay.range": "须为大于 0 且不超过 10,000,000,000 的数。",
  "tierTable.seconds": "每次审核秒数",
  "tierTable.seconds.meaning":
    "审核员处理一个被标记账号所用的时间。初始值为 6.9 秒，即人们判断一个被收购的 VK 账号所用的时间；仔细审核要几分钟。",
  "tierTable.seconds.range": "须为 0 到 86,400 之间的数。",
  "tierTable.perDay.reset": "按本次运行：{{accounts}}",
}
