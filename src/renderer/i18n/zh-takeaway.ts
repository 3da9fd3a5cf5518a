/** 保存图表、表格和报告时的文字；键与英文文件相同。 */
import type { enTakeaway } from "./en-takeaway.ts"

export const zhTakeaway: Readonly<Record<keyof typeof enTakeaway, string>> = {
  "save.button": "保存：{{name}}",
  "save.hint": "保存为图片或数据",
  "save.png": "图片（PNG）",
  "save.svg": "矢量图（SVG）",
  "save.csv": "数据（CSV）",
  "save.done": "已保存 {{file}}",
  "save.failed": "无法生成 {{file}}。{{why}}",
  "save.caption.run":
    "运行 {{run}}：场景 {{scenario}}，种子 {{seed}}，{{accounts}} 个账号，生成于 {{moment}}。",
  "save.caption.point": "阈值 {{threshold}}，占比 {{prevalence}}。",
  "save.caption.definition":
    "AI 托管：自动化比例达到 {{automation}}，持续 {{days}} 天以上，且把关比例不足 {{oversight}}。",
  "save.caption.off": "不含以下检测器，融合已重新学习：{{names}}。",
  "save.caption.side": "{{side}}：运行 {{run}}，阈值 {{threshold}}。",
  "save.series": "系列",
  "save.series.guessing": "随机猜测",
  "save.series.few": "{{figure}}（账号很少）",
  "save.series.cohort": "各分组的误报率及其 95% 区间",
  "save.series.all": "全部账号的误报率",
  "save.series.bin": "实际为 AI 托管的比例及其 95% 区间",
  "save.series.believed": "风险分与实际完全相符",
  "save.low": "{{figure}}，95% 区间下限",
  "save.high": "{{figure}}，95% 区间上限",
  "save.figure": "指标",
  "save.value": "数值",
  "save.intervalFrom": "95% 区间下限",
  "save.intervalTo": "95% 区间上限",
  "save.from": "{{axis}}（起）",
  "save.to": "{{axis}}（止）",
  "save.flagged": "被标记的账号数",
  "save.flaggedOf": "被标记的账号数：{{side}}",
  "report.button": "HTML 报告",
  "report.hint": "将本次运行和当前设定存为一个 HTML 页面，含全部指标、图表和分组；随处可开，便于打印。",
  "report.comparisonHint":
    "将本次对比存为一个 HTML 页面：双方指标及差值、谁的判定变了以及原因；随处可开，便于打印。",
  "report.making": "正在生成报告",
  "report.cancel": "取消",
  "report.failed": "无法生成报告。{{why}}",
}
