/** 对比报告中另有的文字，中文；与英文文件逐项对应。 */
import type { enComparison } from "./en-comparison.ts"

export const zhComparison: typeof enComparison = {
  comparisonTitle: (a, b) => (a === b ? `${a} 两种设置的对比` : `${a} 与 ${b} 的对比`),
  comparisonLead: "A 是 B 的参照；差值是 B 减 A。",
  sectionSides: "双方",
  sectionDifferences: "差别",
  sectionFlips: "谁的判定变了",
  sectionWithin: "逐个分组",
  sectionListed: "账号",

  side: "一方",
  run: "运行",
  score: "得分",
  noThreshold: "无：不标记任何账号",
  chosenFor: ({ rate }) => `双方的阈值都是使观测到的误报率不超过 ${rate} 的最低阈值。`,
  missingScore: "没有该得分的账号",

  overall: {
    better: "B 更好，没有一项更差。",
    worse: "B 更差，没有一项更好。",
    trade: "B 有得有失。",
    open: "无法定论：这些账号不足以判断。",
    none: "没有有意义的变化。",
  },
  verdict: "结论",
  verdicts: { better: "更好", worse: "更差", "no change": "无变化", inconclusive: "无法定论" },
  figureSays: ({ figure, a, b, difference, interval, verdict }) =>
    `${figure}：从 ${a} 变为 ${b}，${difference}（95% 区间 ${interval}）：${verdict}。`,
  flipsSay: ({ hit, missed, cleared, caught }) =>
    `真实运营账号：新被误伤 ${hit} 个，新获放过 ${cleared} 个。AI 托管账号：新被抓到 ${caught} 个，新被漏掉 ${missed} 个。`,
  unpairedSays: "两次运行里的人不同，因此说不上谁新被误伤或新被漏掉；差别可能来自人群，也可能来自检测器。",
  relabelledSays: ({ toManaged, toAuthentic }) =>
    `按 B 的定义，多出 ${toManaged} 个 AI 托管账号；另有 ${toAuthentic} 个按 A 是 AI 托管、按 B 是真实运营的账号。一律按 A 的标签称呼。`,
  settle: ({ accounts }) => `约需 ${accounts} 个账号才能定论`,
  points: "个百分点",
  difference: "B 减 A",
  mattersFrom: "达到此值才有意义",
  differencesCaption: "双方的指标，以及差值和 95% 区间",
  verdictNote:
    "更好或更差：区间不含 0，且差别大到有意义。无变化：区间内的差别都小到没有意义。无法定论：两者都不是，更多账号也许能说明问题。",

  flip: {
    newlyCaught: "新被抓到",
    newlyMissed: "新被漏掉",
    newlyHit: "新被误伤",
    newlyCleared: "新获放过",
  },
  flipNote: "新被抓到和新被漏掉的是 AI 托管账号，新被误伤和新获放过的是真实运营账号。",
  flipsCaption: "一方标记而另一方不标记的账号，按原型",
  all: "全部",
  nobodyFlips: "没有账号的判定改变。",
  causesCaption: "变化的原因，以风险的对数几率计，取平均：大于 0 推向标记",
  causes: "最大的几项变化",
  causeIntercept: "所有人的风险起点",
  causeThreshold: "阈值",
  flipHead: "变化",

  withinCaption: ({ kind }) => `按${kind}：有账号判定改变的分组中，被标记比例的变化`,
  className: { "AI-managed": "AI 托管", authentic: "真实运营" },
  classHead: "类别",
  onlyB: "只有 B 标记",
  onlyA: "只有 A 标记",
  holm: "p 值（Holm）",
  withinNote: ({ tests, still }) =>
    `每个分组和类别各看一次，共 ${tests} 次，其中 ${still} 处没有账号的判定改变。p 值为 McNemar 精确检验，按 Holm 法对全部检验校正：只认 0.05 及以下。`,

  listedCaption: "各类变化中得分变动最大的账号",
  account: "账号",
  scoreA: "A 的得分",
  scoreB: "B 的得分",
  command: "在终端中：",
  noCommand: "没有命令可以重现此对比；请在工作台的“对比”中选择同样的双方。",
  noCommandOff: "关闭了部分检测器。",
  noCommandOthers: "两次运行里的人不同。",
  noCommandPrevalence: "精确率按另一占比重新加权。",
  failedSays: ({ side, detectors }) => `${side} 的运行中有插件出错而未计入：${detectors}。`,
  offSays: ({ side, detectors }) => `${side} 不含以下检测器，融合已重新学习：${detectors}。`,
  twoRocTold: ({ points }) => `双方的 ROC 曲线。各自阈值处的误报率和召回率：${points}。`,
  twoRocNote: "圆点为双方的工作点，十字为 95% 区间。",
}
