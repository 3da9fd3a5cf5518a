/** 页面关于关闭检测器与单个检测器的中文文字。 */
import type { enOff } from "./en-off.ts"

export const zhOff: Record<keyof typeof enOff, string> = {
  "off.banner": "已关闭：{{names}}。融合已在不含它的情况下重新学习，所有数值随之变化。",
  "off.learning": "正在重新学习融合模型……",
  "off.allOn": "全部打开",
  "off.title": "关掉一个看看",
  "off.meaning":
    "关掉某个检测器后，融合会用同一学习群体在不含它的情况下重新学习；账号和其他检测器的得分不变。此后各个视图都显示没有它的结果，直到重新打开。",
  "off.hint": "关掉你认为可以不要的检测器：下表会说明在“{{tier}}”当前阈值下失去了什么、谁会漏网。",
  "off.of": "参与融合。{{meaning}}",
  "off.least":
    "关掉后损失最小的是：{{detector}}。曲线下面积变化 {{auc}}（{{aucInterval}}），误报率 {{rate}} 时的召回率变化 {{recall}} 个百分点；只有它抓到的 AI 托管账号有 {{only}} 个。",
  "off.try": "关掉它看看",
  "off.last": "至少要保留一个检测器。",
  "off.figure": "指标",
  "off.before": "全部打开",
  "off.before.meaning": "运行原本的结果：所有检测器都参与融合。",
  "off.after": "当前开关",
  "off.after.meaning": "同一次运行，但融合模型在没有已关闭检测器的情况下重新学习。",
  "off.difference": "差值",
  "off.difference.meaning":
    "当前开关减去全部打开，附配对账号的 95% 区间（Bonett 与 Price）：同一批账号被判断了两次；比例之差以百分点计。区间跨过零时，本次运行无法判定。曲线下面积的区间见下方表格。",
  "off.flips": "谁的判定变了",
  "off.flips.meaning": "在同一阈值下，全部打开时被标记而当前不被标记的账号，或相反，按原型列出。",
  "flip.newlyMissed": "漏网：AI 托管，不再被标记",
  "flip.newlyHit": "新误伤：真实运营，现被标记",
  "flip.newlyCaught": "新抓到：AI 托管，现被标记",
  "flip.newlyCleared": "解除：真实运营，不再被标记",

  "one.title": "单看一个检测器",
  "one.meaning": "只看这个检测器自己的得分：它给账号排序的能力、得分如何分布，以及一个得分说明什么。",
  "one.choose": "检测器",
  "one.roc": "单独与融合",
  "one.roc.meaning":
    "该检测器单独得分的 ROC（仅含它有证据可判的账号），以及同一批账号融合风险分的 ROC。越靠左上越好。",
  "one.roc.aria": "{{detector}} 的 ROC：单独面积 {{auc}}；同样 {{judged}} 个账号的融合风险分为 {{fused}}。",
  "one.alone": "仅{{detector}}",
  "one.fusion": "融合",
  "one.spread": "它的得分",
  "one.spread.meaning": "各得分区间内两类账号的数量，纵轴取对数。两类分得越开，检测器越能区分它们。",
  "one.spread.aria": "{{detector}} 的得分：AI 托管账号中位数 {{managed}}，真实运营账号中位数 {{authentic}}。",
  "one.says": "一个得分说明什么",
  "one.says.meaning":
    "得分大致如此的账号中，确为 AI 托管的比例，附 95% 区间。得分不是概率，融合会先校准它。稳步上升的曲线容易校准，下降的曲线会造成误导。",
  "one.says.aria": "按 {{detector}} 得分的 AI 托管比例：{{bins}}",
  "one.score": "得分",
  "one.share": "AI 托管的比例",
  "one.shareLog": "AI 托管的比例（对数）",
  "one.judged":
    "{{accounts}} 个账号中有 {{judged}} 个有证据可判。单独 AUC 为 {{auc}}；同一批账号的融合风险分为 {{fused}}。",
  "one.none": "这个检测器没有同时判到两类账号，因此没有可画的内容。",
}
