/** What the Detectors view says, in Chinese; the same keys as the English file. */
import type { enWhy } from "./en-why.ts"

export const zhWhy: Readonly<Record<keyof typeof enWhy, string>> = {
  "why.title": "为什么有效：{{run}}",
  "why.lead":
    "各检测器和各层的价值，风险分是否可信，哪些检测器看到的是同一批账号，以及遇到融合模型没学过的原型会损失多少。本页均按场景自身的定义；区间均为 95%。",
  "why.moved":
    "“权衡”中设定的定义与场景不同。本页仍按场景自身的定义；若要按其他定义重新学习融合模型，请在终端中使用 npx assay why 及其 --oversight、--automation 或 --days 选项。",
  "why.measuring":
    "正在逐一去掉各检测器和各层，重新学习融合模型，并重抽 200 次：需要几秒，特大的运行需要几分钟。期间可以查看其他视图，报告会保留。",
  "why.failed": "无法得知 {{run}} 中各检测器的价值",
  "why.failedHelp": "本次运行的其他视图不受影响。",
  "why.lost": "服务器恢复响应后会立即生成报告。",
  "why.fullAuc": "全部检测器合起来的 AUC",
  "why.fullRecall": "误报率 {{rate}} 时的召回率",
  "why.recallAt": "误报率 {{rate}} 时的召回率",
  "why.caughtByAny":
    "各检测器各用误报率 {{rate}} 的阈值时，{{managed}} 个 AI 托管账号中有 {{caught}} 个至少被一个检测器抓到；同时共误标 {{wrong}} 个真实运营账号。",

  "why.few":
    "本次运行的 AI 托管账号只属于 {{operators}} 个运营者。区间按运营者重抽得到，不足 {{enough}} 个时区间过窄：此处的差异均不足为据。",
  "why.noLearning": "无法得知哪些检测器有额外贡献",
  "why.noLearning.earlier":
    "本次运行由旧版本生成，没有保留学习数据，无法在去掉某个检测器后重新学习融合模型。请重新运行其场景。此处的 AUC 为得分本身的 AUC。",
  "why.noLearning.model":
    "本次运行的融合模型并非为其学习，而是读自模型 {{model}}（{{file}}），无法在去掉某个检测器后重新学习。此处的 AUC 为得分本身的 AUC。",
  "why.runAgain": "前往场景",

  "why.parts.title": "检测器与层",
  "why.parts.meaning":
    "单独看很好、却没有额外贡献的检测器并非无用：别的检测器也看到了同样的东西。粗体行为层，即该层的全部检测器。",
  "why.part": "检测器或层",
  "why.layer": "{{layer}}层",
  "why.judged": "可判断",
  "why.judged.meaning": "检测器有证据可供判断的账号数。其余账号在该检测器上没有得分，既不算支持也不算反对。",
  "why.alone": "单独的 AUC",
  "why.alone.meaning":
    "融合模型只用这一部分时，区分两类账号的能力：将一个 AI 托管账号与一个真实运营账号排对先后的概率。0.5 为随机猜测，1 为完美。下方为 95% 区间；重抽时以运营者为整体，因为同一批账号往往同进同退。",
  "why.bar": "0.3 至 1",
  "why.bar.meaning": "条形从 0.5（随机猜测）开始。横线为 95% 区间。",
  "why.addedAuc": "AUC 贡献",
  "why.addedRecall": "召回率贡献（百分点）",
  "why.addedAuc.meaning":
    "去掉这一部分并重新学习融合模型后，AUC 损失多少；所用账号与重抽样本相同。大于 0 表示在其余部分之外另有贡献。",
  "why.addedRecall.meaning":
    "去掉这一部分并重新学习融合模型后，误报率 {{rate}} 时的召回率损失多少个百分点。每次都重新选定阈值。",
  "why.verdict.adds": "有贡献",
  "why.verdict.takes": "有损害",
  "why.verdict.none": "未见差异",
  "why.verdict.unknown": "无法得知",
  "why.points": "{{value}} 个百分点",
  "why.around": "0 ± {{reach}}",
  "why.difference": "差异",
  "why.difference.meaning":
    "差异的区间与 0（竖线）的相对位置。实心圆点：区间不含 0。空心圆点：凭这些账号看不出差异，但不等于没有差异。每二十个区间中约有一个会碰巧不含 0。表头若注明范围，则各行共用该轴。",
  "why.difference.aria": "{{value}}，区间 {{interval}}：{{verdict}}",
  "why.onlyIt": "只有它抓到",
  "why.onlyIt.meaning":
    "各检测器各用误报率 {{rate}} 的阈值时，只有这一部分抓到的 AI 托管账号数，以及其中最多的原型。对于层，指其他层的检测器都没有抓到的账号。",
  "why.mostly": "{{count}} 个为",

  "why.calibration.title": "风险分可信吗？",
  "why.calibration.meaning":
    "风险分为 30% 的账号中，是否有 30% 为 AI 托管？按风险分将账号分成数量相等的若干组。落在虚线上的点与预期一致；高于虚线，AI 托管账号比风险分所说的多，低于虚线则较少。须线为 95% 威尔逊区间。",
  "why.calibration.log": "对数轴",
  "why.calibration.log.meaning": "两轴均取对数，便于看清大量低风险的账号。比例为 0 的点画在下边缘。",
  "why.calibration.risk": "组内平均风险分",
  "why.calibration.riskLog": "组内平均风险分（对数）",
  "why.calibration.share": "AI 托管账号的比例",
  "why.calibration.shareLog": "AI 托管账号的比例（对数）",
  "why.calibration.point": "风险分 {{risk}}：{{share}} 为 AI 托管（{{interval}}）",
  "why.calibration.aria": "可靠性图。平均风险分与 AI 托管账号的比例：{{bins}}。",
  "why.calibration.bins": "各组的数值",
  "why.calibration.range": "风险分范围",
  "why.calibration.accounts": "账号数",
  "why.calibration.mean": "平均风险分",
  "why.calibration.actual": "AI 托管",
  "why.brier": "布里尔分数",
  "why.brier.meaning":
    "风险分与实际之差的平方的平均值，0 为完美，最大为 1。可与旁边的数值比较：即给所有账号同样的风险分（AI 托管账号的占比）时的分数。",
  "why.brier.note": "一律同分时：{{base}}",
  "why.ece": "校准误差（ECE）",
  "why.ece.meaning":
    "期望校准误差：各组中 AI 托管账号的比例与平均风险分的差距，按账号数加权平均。0 为完美。仅凭偶然它也会大于 0，其区间偏高也是同样的原因。",
  "why.resolution": "分辨度",
  "why.resolution.meaning":
    "各组比例与总体比例之差的平方：风险分掌握了多少信息，越高越好；下方的可靠性项为风险分不准的代价，越低越好（布里尔分数的墨菲分解）。",
  "why.resolution.note": "可靠性项 {{reliability}}",

  "why.transfer.title": "学过的原型与留出的原型",
  "why.transfer.meaning":
    "融合模型学过前者；留出的原型代表谁也没见过的运营者。两边都在相同的阈值下与全部真实运营账号比较。",
  "why.transfer.none": "本次运行中没有属于留出原型的 AI 托管账号，因此无法得知对没见过的运营者效果如何。",
  "why.transfer.figure": "指标",
  "why.transfer.seen": "学过",
  "why.transfer.heldOut": "留出",
  "why.transfer.side": "{{accounts}} 个账号，{{operators}} 个运营者",
  "why.transfer.side.meaning":
    "这一边的 AI 托管账号数，以及它们属于多少个运营者：单独的账号算作一个运营者。区间取决于运营者的数量，因为同一批账号往往同进同退。",
  "why.transfer.lost": "留出时的损失",
  "why.transfer.lost.meaning": "学过减去留出，召回率以百分点计。大于 0 表示融合模型在没学过的原型上更差。",
  "why.transfer.atThreshold": "阈值 {{threshold}} 时的召回率",
  "why.transfer.verdict.adds": "留出时更差",
  "why.transfer.verdict.takes": "留出时更好",
  "why.transfer.verdict.none": "未见差异",
  "why.transfer.verdict.unknown": "无法得知",
  "why.archetypes.title": "误报率 {{rate}} 时各原型的召回率",
  "why.archetypes.meaning":
    "在阈值 {{threshold}}（标记 {{rate}} 的真实运营账号）下，该原型的 AI 托管账号中被标记的比例及其 95% 威尔逊区间。该区间将账号视为相互独立，而同一运营者的账号并非如此。“账号很少”表示不足 {{enough}} 个。",
  "why.archetypes.archetype": "原型",
  "why.archetypes.accounts": "AI 托管",
  "why.archetypes.recall": "召回率",
  "why.archetypes.seen": "学习时见过",
  "why.archetypes.heldOut": "学习时留出",
  "why.archetypes.cohorts": "查看各分组的误报率",
  "why.archetypes.aria": "{{share}}，区间 {{interval}}",

  "why.matrix.title": "哪些检测器看到的相同",
  "why.matrix.meaning":
    "每格比较所在行与所在列的检测器。点击或用方向键移动，可在下方查看该格及其区间。颜色越深，越接近表中的最大值；负值带负号并用另一种颜色。",
  "why.matrix.which": "比较什么",
  "why.matrix.jaccard": "抓到的账号（Jaccard）",
  "why.matrix.jaccard.lead":
    "任一检测器抓到的 AI 托管账号中，两个都抓到的比例；各检测器各用误报率 {{rate}} 的阈值。1 为完全相同，0 为毫无重合。",
  "why.matrix.authentic": "得分，真实运营",
  "why.matrix.authentic.lead":
    "在两者都能判断的真实运营账号中，得分的斯皮尔曼等级相关系数，从 −1 到 1。在此相关的检测器会误判同一批人。",
  "why.matrix.managed": "得分，AI 托管",
  "why.matrix.managed.lead":
    "在两者都能判断的 AI 托管账号中，得分的斯皮尔曼等级相关系数，从 −1 到 1。在此相关的检测器认得的是同一批账号。",
  "why.matrix.single": "只有一个检测器，无从比较。",
  "why.matrix.table": "检测器两两比较；方向键移动",
  "why.matrix.hint": "将指针移到某格上，可查看其数值与区间。",
  "why.matrix.cell": "{{a}}与{{b}}：{{value}}，区间 {{interval}}；{{basis}}",
  "why.matrix.cellNone": "{{a}}与{{b}}：无法得知；{{basis}}",
  "why.matrix.both": "{{either}} 个中有 {{both}} 个被两者抓到",
  "why.matrix.judged": "两者都能判断的账号 {{accounts}} 个",
}
