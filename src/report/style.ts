/** How a report looks, on a screen and on paper. Always light: it is made to be printed and sent on. */

export const STYLE = `
:root { color-scheme: light; --text: #212529; --muted: #5c636a; --line: #d9dde0; --managed: #d55e00; --authentic: #0072b2; --rate: #b0578f; --f1: #00795a; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1040px; padding: 28px 24px 60px; color: var(--text); background: #fff; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 34px 0 8px; padding-top: 8px; border-top: 2px solid var(--text); font-size: 19px; }
h3 { margin: 0 0 2px; font-size: 14px; }
p { margin: 6px 0; max-width: 78ch; }
.lead, .note { color: var(--muted); }
.note { font-size: 13px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 14px 0 0; padding: 0; list-style: none; font-size: 14px; }
a { display: inline-block; min-height: 24px; color: #00588d; }
.short { margin: 8px 0; padding: 0 0 0 20px; }
.short li { margin: 4px 0; max-width: 78ch; }
.scroll { overflow-x: auto; }
table { min-width: min(100%, 420px); border-collapse: collapse; margin: 10px 0 16px; font-size: 13.5px; font-variant-numeric: tabular-nums; }
caption { padding: 2px 0 4px; text-align: left; color: var(--muted); font-size: 13px; }
th, td { padding: 3px 14px 3px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--muted); font-size: 12.5px; vertical-align: bottom; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.interval { display: block; color: var(--muted); font-size: 12px; }
.beside { display: flex; flex-wrap: wrap; gap: 0 56px; align-items: flex-start; }
.facts th { padding-right: 24px; color: var(--muted); white-space: nowrap; }
.facts td { overflow-wrap: anywhere; }
.tag { margin-left: 6px; padding: 0 5px; border: 1px solid var(--muted); border-radius: 3px; color: var(--muted); font-size: 11.5px; white-space: nowrap; }
.broken { font-weight: 600; color: #a33c00; }
.charts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 18px 24px; margin-top: 12px; }
.charts.calibration { grid-template-columns: minmax(0, 1fr) auto; }
.calibration th, .beside caption { white-space: nowrap; }
figure { margin: 0; break-inside: avoid; }
figcaption { color: var(--muted); font-size: 12.5px; }
.legend { display: flex; flex-wrap: wrap; gap: 0 14px; margin: 0; padding: 0; list-style: none; font-size: 12.5px; }
.legend svg { width: 26px; height: 8px; vertical-align: middle; }
.chart { display: block; width: 100%; height: auto; font-size: 11px; fill: var(--muted); }
.grid line { stroke: #e3e6e8; }
.axis { font-size: 11.5px; }
.line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
.precision, .authentic { stroke: var(--authentic); }
.recall { stroke: var(--managed); }
.managed { stroke: var(--managed); stroke-dasharray: 5 2; }
.sweep .recall { stroke-dasharray: 9 4; }
.falsePositiveRate { stroke: var(--rate); stroke-dasharray: 2 3; }
.f1 { stroke: var(--f1); stroke-dasharray: 9 3 2 3; }
.sideA { stroke: var(--f1); stroke-dasharray: 7 3; }
.sideB { stroke: var(--text); }
.letter text { fill: var(--text); font-weight: 700; font-size: 12px; }
.chance { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 4 4; }
.area { stroke: none; }
.area.authentic { fill: #0072b233; }
.area.managed { fill: #d55e0040; }
.threshold line { stroke: var(--text); stroke-width: 1.4; }
.threshold text { fill: var(--text); font-weight: 600; font-size: 10px; }
.point line { stroke: var(--text); stroke-width: 1.4; }
.point circle { fill: var(--text); stroke: #fff; stroke-width: 1.2; }
.bins line { stroke: var(--managed); stroke-width: 2; }
.bins circle { fill: var(--managed); stroke: #fff; }
.bar { width: 150px; height: 14px; vertical-align: middle; }
.bar .base { stroke: var(--line); }
.bar line { stroke: var(--authentic); stroke-width: 2; }
.bar .base { stroke-width: 1; }
.bar circle { fill: var(--authentic); }
.bar .cap { stroke: #a33c00; stroke-width: 2; stroke-dasharray: 3 2; }
.caught .bar line:not(.base) { stroke: var(--managed); }
.caught .bar circle { fill: var(--managed); }
.outcome { white-space: nowrap; }
.forest .band { fill: #eef1f3; }
.forest .zero line { stroke: var(--muted); }
.forest .quiet line { stroke: var(--authentic); stroke-width: 1.6; }
.forest .quiet circle, .forest .quiet path { fill: var(--authentic); }
.forest .worse line { stroke: var(--managed); stroke-width: 2.6; }
.forest .worse path { fill: var(--managed); }
.forest .better line { stroke: var(--f1); stroke-width: 2.6; }
.forest .better path { fill: var(--f1); }
.forest .worse text, .forest .better text { fill: var(--text); font-weight: 600; }
.forest .beyond text { fill: var(--text); font-size: 10.5px; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
pre { overflow-x: auto; padding: 10px 12px; border: 1px solid var(--line); border-radius: 4px; background: #f6f7f8; font: 12.5px/1.45 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
summary { min-height: 24px; cursor: pointer; }
dl { margin: 8px 0; columns: 2 270px; column-gap: 36px; }
dl div { break-inside: avoid; padding-bottom: 8px; }
dt { font-weight: 600; }
dd { margin: 0; max-width: 78ch; }
:focus-visible { outline: 2px solid #0072b2; outline-offset: 2px; }
@media (max-width: 760px) { .charts, .charts.calibration { grid-template-columns: minmax(0, 1fr); } }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  h2 { break-after: avoid; margin-top: 18pt; }
  h3, caption, thead { break-after: avoid; }
  tr, li, pre.command { break-inside: avoid; }
  table { font-size: 9pt; }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`

/** Each page says what it belongs to and which one it is. */
export function pageStyle(running: string, page: string): string {
  return `@page { size: A4; margin: 17mm 15mm 16mm; @top-left { content: ${running}; font: 8pt sans-serif; color: #5c636a; } @bottom-right { content: ${page} " " counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5c636a; } }`
}
