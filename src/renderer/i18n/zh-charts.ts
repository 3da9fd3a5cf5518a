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
    "风险分为 30% 的账号里，真有 30% 是 AI 托管吗？每个点是十分之一的账号，并附其比例的 95% 威尔逊区间；落在虚线上的风险分可以照字面相信。随上方的定义变化，而风险分仍是融合当初学到的。按本次运行自身的占比计算，与上方设置无关。",

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

  "groups.tiers": "处置档位",
  "groups.tiers.meaning": "每个档位的阈值带来的一切，并排对照：精确率、召回率、误报率，以及每天的误处置。",

  "hit.title": "每天谁受影响，按档位",
  "hit.meaning":
    "平均每天受到某一档位或更严处置的真实运营账号：该分组占真实运营账号的比例，乘以每天判断的账号数（在“处置档位”中设置），再乘以它在该档位阈值下的误报率。每个数字下方是其 95% 区间，由误报率的 威尔逊区间得出；分组所占比例按本次运行。受影响最重的排在最前。可在下方改按语言、规模或账号年龄分组。",
  "hit.cohort": "真实运营账号，属于",
  "hit.orHarsher": "此处计入受到该档位或更严处置的账号。",
  "hit.told":
    "{{cohort}}：每天判断的 {{judged}} 个真实运营账号中，有 {{wrong}} 个被误判为“{{tier}}”或更严（风险分不低于 {{threshold}}）。95% 的把握：每天在 {{low}} 到 {{high}} 之间。本次运行中为 {{of}} 个中的 {{hit}} 个，误报率 {{rate}}（{{rateInterval}}）。",
  "hit.toldOff": "{{cohort}}：“{{tier}}”已关闭，没有账号受到这一档。",
  "hit.toldHarshest":
    "{{cohort}}：每天判断的 {{judged}} 个真实运营账号中，有 {{wrong}} 个被误判为“{{tier}}”（风险分不低于 {{threshold}}）。95% 的把握：每天在 {{low}} 到 {{high}} 之间。本次运行中为 {{of}} 个中的 {{hit}} 个，误报率 {{rate}}（{{rateInterval}}）。",

  "cohorts.perDay": "每天误标",
  "cohorts.perDay.meaning":
    "该分组中平均每天在所选档位阈值下被标记的真实运营账号及其 95% 区间，按每天判断的账号数（在“处置档位”中设置）计算。",
  "cohorts.fewRate": "{{rate}}（{{interval}}，账号很少）",
  "chart.cohorts.meaning":
    "各分组的误报率及其 95% 威尔逊区间；虚线是总体误报率。点线须与空心圆点表示该分组账号很少：请看区间，不要看点。三角是上限：可拖动，在某行双击即可设置，也可在表格中输入。✓ 整个区间在上限之内，✕ 全部超出，? 两者皆有可能。",
  "chart.caught.title": "各分组的召回率",
  "chart.caught.meaning":
    "各分组的 AI 托管账号中被标记的比例及其 95% 威尔逊区间；虚线是总体召回率。点线须与空心圆点表示此类账号很少。",
  "chart.caught.aria": "各分组的召回率：{{cohorts}}。全部 AI 托管账号：{{overall}}（虚线）。",
  "caps.title": "误报率上限",
  "caps.meaning":
    "该分组的真实运营账号最多可有百分之几被标记。守住：误报率的整个 95% 区间在上限之内。超出：全部在上限之上。未定：两者皆有可能，需要更多账号才能判断。",
  "caps.number": "{{cohort}}的误报率上限，百分比",
  "caps.range": "上限须大于 0 且小于百分之 100。",
  "caps.remove": "去掉{{cohort}}的上限",
  "caps.verdict.kept": "✓ 守住",
  "caps.verdict.undecided": "? 未定",
  "caps.verdict.exceeded": "✕ 超出",
  "caps.told.kept": "，上限 {{cap}} 守住",
  "caps.told.undecided": "，上限 {{cap}} 未定",
  "caps.told.exceeded": "，上限 {{cap}} 超出",

  "axis.cost": "每天的预期成本",
  "cost.title": "一个阈值每天的成本",
  "cost.meaning":
    "每个阈值下每天的预期成本，单位同旁边的成本：误标、漏掉的 AI 托管账号、对所有被标记账号的审核，以及它们之和与其 95% 带。空心圆点是总和最低处，实心圆点是当前阈值。随占比和每天判断的账号数变化。拖动可移动阈值。",
  "cost.leastKey": "○ 成本最低   ● 当前阈值",
  "cost.total": "总和",
  "cost.total.meaning": "一天的全部预期成本，及由召回率和误报率的区间得出的 95% 区间。",
  "cost.falsePositives": "误标",
  "cost.falsePositives.meaning": "一天中被误标的真实运营账号的代价，不含审核。",
  "cost.missed": "漏掉",
  "cost.missed.meaning": "一天中未被标记的 AI 托管账号的代价。",
  "cost.reviews": "审核",
  "cost.reviews.meaning": "查看一天中被标记的账号的成本。",
  "cost.costs": "单项成本",
  "cost.costs.meaning":
    "一次错误与一次审核各值多少，单位任意，但须一致；起初以一次审核为单位。没有人确切知道这些数：移动它们，看看最佳阈值是否跟着移动。",
  "cost.falsePositive": "一次误标",
  "cost.falsePositive.meaning": "误标一个真实运营账号的危害，不含审核。",
  "cost.falseNegative": "一次漏报",
  "cost.falseNegative.meaning": "放过一个 AI 托管账号的危害。",
  "cost.review": "一次审核",
  "cost.review.meaning": "查看一个被标记的账号。",
  "cost.number": "{{cost}}，以数字输入",
  "cost.range": "成本须不小于 0，且不能全为 0。",
  "cost.reset": "恢复初值：{{falsePositive}}、{{falseNegative}}、{{review}}",
  "cost.toLeast": "转到成本最低处：{{threshold}}",
  "cost.nobody": "不标记任何账号成本最低",
  "chart.cost.aria":
    "成本图。阈值 {{threshold}} 下每天成本 {{total}}：误标 {{falsePositives}}，漏掉 {{missed}}，审核 {{reviews}}。最低为 {{least}}，在 {{at}}。",
}
