/** 权衡视图各组图表的文字，中文。 */
import type { enCharts } from "./en-charts.ts"

export const zhCharts: Readonly<Record<keyof typeof enCharts, string>> = {
  "groups.title": "图表",
  "groups.curves": "曲线",
  "groups.curves.meaning":
    "无论阈值如何，这些得分究竟能做到什么：得分的分布、ROC、精确率与召回率、DET，以及风险分是否可信。",
  "groups.hit": "谁受影响",
  "groups.hit.meaning": "哪些分组和原型被误标或被抓到、每天多少个、把握有多大，以及上限是否守住。",
  "groups.cost": "成本",
  "groups.cost.meaning": "一个阈值每天的代价：误标、漏掉的账号与审核，以及总和在何处最低。",
  "groups.pair": "两个检测器",
  "groups.pair.meaning": "由两个检测器的得分组成的规则在每一对阈值下会怎样，并与融合风险分对照。",

  "axis.rateProbit": "误报率（正态分位数）",
  "axis.missedProbit": "漏报率（正态分位数）",

  "figure.missRate": "漏报率",
  "chart.det.title": "DET（检测误差权衡）",
  "chart.det.meaning":
    "检测误差权衡：漏掉的 AI 托管账号的比例，对照被误标的真实运营账号的比例；两轴均按正态分位数，使很小的比率也有位置。越靠左下越好；虚线是瞎猜。圆点是当前阈值，十字是其 95% 区间。",
  "chart.det.point": "误报率 {{rate}} 时漏掉 {{missed}}",
  "chart.det.aria": "DET 图。阈值 {{threshold}}：误报率 {{rate}}，漏掉 {{missed}} 的 AI 托管账号。",

  "reliability.meaning":
    "风险分为 30% 的账号里，真有 30% 是 AI 托管吗？每个点是十分之一的账号，并附其比例的 95% Wilson 区间；落在虚线上的风险分可以照字面相信。随上方的定义变化，而风险分仍是融合当初学到的。按本次运行自身的占比计算，与上方设置无关。",

  "chart.archetypes.title": "各原型的风险分",
  "chart.archetypes.meaning":
    "每个原型占一行，显示其账号风险分的分布；竖线右侧的被标记。真实运营原型若伸得很右，那里就有人被误标；托管原型若停在很左，就会漏网。拖动可移动阈值。",
  "chart.archetypes.log.meaning":
    "行高按账号比例的对数绘制，从千分之一到全部，使少量账号也能与大量账号一同看清。关闭后，每行以其最满的一格为满高。",
  "chart.archetypes.side": "显示哪些原型",
  "chart.archetypes.side.all": "全部",
  "chart.archetypes.side.authentic": "真实运营原型",
  "chart.archetypes.side.managed": "托管原型",
  "chart.archetypes.share": "行末：该原型被标记的比例",
  "chart.archetypes.aria": "各原型的风险分。阈值 {{threshold}} 下各原型被标记的比例：{{archetypes}}。",

  "pair.title": "两个检测器合用",
  "pair.meaning":
    "每一格是由两个检测器各自得分组成的一条规则：一个达到其阈值，并且（或者）另一个也达到其阈值。深浅表示召回率、误报率或精确率。圆点是没有任何其他规则能胜过的规则：同样的召回率，误标更少。它是在这些账号上从数百条规则中挑出来的，换一批账号会略差。点击或拖动可选一格；用键盘时请用旁边的滑块。",
  "pair.oneDetector": "本次运行的检测器不足两个，没有可看的组合。",
  "pair.x": "第一个检测器（横轴）",
  "pair.y": "第二个检测器（纵轴）",
  "pair.how": "两者如何结合",
  "pair.how.and": "同时达到",
  "pair.how.or": "任一达到",
  "pair.figure": "深浅表示什么",
  "pair.figure.recall": "召回率",
  "pair.figure.falsePositiveRate": "误报率",
  "pair.figure.precision": "精确率",
  "pair.point": "所选规则",
  "pair.point.meaning":
    "所选的一对阈值的效果，附 95% 区间；每个检测器单独用其阈值的效果；以及融合风险分在误标比例不更高的最低阈值下的效果。没有某检测器得分的账号不会被它标记。",
  "pair.rule": "规则",
  "pair.rule.and": "{{x}} ≥ {{atX}} 且 {{y}} ≥ {{atY}}",
  "pair.rule.or": "{{x}} ≥ {{atX}} 或 {{y}} ≥ {{atY}}",
  "pair.alone": "仅用 {{name}} ≥ {{at}}",
  "pair.fused": "融合风险分，误报率不更高",
  "pair.hint": "将指针移到某一格可读其数值。",
  "pair.told": "召回率 {{recall}}，误报率 {{rate}}，精确率 {{precision}}",
  "pair.front": "帕累托前沿",
  "pair.front.meaning":
    "此网格中，没有其他规则能在不多标真实运营账号的情况下召回更多的那些规则，按定义停下时的位置计算。“选用”即取为当前点。",
  "pair.take": "选用",
  "chart.pair.aria":
    "两个检测器规则的热图。所选：{{rule}}，召回率 {{recall}}，误报率 {{rate}}，精确率 {{precision}}。帕累托前沿上有 {{front}} 条规则，列于表中。",
}
