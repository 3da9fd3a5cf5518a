/** docs/gate-power.svg: the share of checks that find a change, against how large it is in truth. */
import { GATE_BETTER_WHEN } from "../../src/core/gate/index.ts"
import { gateSchema } from "../../src/core/gate/settings.ts"
import { curve, dot, line, linear, type Plot, plot, text } from "../../src/report/charts/plot.ts"
import { html, type Markup } from "../../src/report/markup.ts"
import { powerOf } from "./power.ts"
import type { Studied } from "./study.ts"
import { HIT_ROW } from "./truth.ts"

const [WIDTH, HEIGHT, TOP] = [460, 290, 30]
const TITLES = ["Loss of recall at the threshold", "Rise of merchants' false-positive rate"]
const percent = (tick: number) => `${Number((100 * tick).toPrecision(3))} %`

/** By SETTINGS; the third, of several scenarios, is told in the tables. */
const LINES = [
  { setting: 0, kind: "small", name: "5,000 accounts" },
  { setting: 1, kind: "large", name: "20,000 accounts" },
] as const

export function powerFigure(studied: readonly Studied[]): string {
  const { matters } = gateSchema.parse({})
  const panels = [
    panel(studied, "recall", ["weakened"], {
      title: TITLES[0]!,
      most: 0.2,
      matters: matters.recall,
    }),
    panel(studied, HIT_ROW, ["hit"], {
      title: TITLES[1]!,
      most: 0.12,
      matters: matters.cohortFpr,
    }),
  ]
  const legend = LINES.map(
    ({ kind, name }, at) =>
      html`<g class="${kind}">${line([60 + 150 * at, 14], [86 + 150 * at, 14], "line")}${text(92 + 150 * at, 18, "start", name)}</g>`,
  )
  const placed = panels.map(
    (chart, at) =>
      html`<svg x="${at * WIDTH}" y="${TOP}" width="${WIDTH}" height="${HEIGHT}"><title>${TITLES[at]!}</title>${chart}</svg>`,
  )
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${HEIGHT + TOP}" font-family="system-ui, sans-serif" font-size="11" fill="#4c565e">
<title>Share of checks that say regress against the true effect</title>
<style>.grid line{stroke:#e3e6e8}.line{fill:none;stroke-width:1.8}.small .line{stroke:#0072b2;stroke-dasharray:6 3}.large .line{stroke:#d55e00}.small .whisker{stroke:#0072b2}.large .whisker{stroke:#d55e00}.small circle{fill:#0072b2}.large circle{fill:#d55e00}.matters line{stroke:#4c565e;stroke-dasharray:2 3}</style>
<rect width="100%" height="100%" fill="#fff"/>
${legend}${placed}</svg>
`.text
}

interface PanelOptions {
  readonly title: string
  /** Right end of the axis. */
  readonly most: number
  readonly matters: number
}

function panel(
  studied: readonly Studied[],
  row: string,
  families: readonly string[],
  { title, most, matters }: PanelOptions,
): Markup {
  const worse = row === "recall" ? -GATE_BETTER_WHEN.recall : -GATE_BETTER_WHEN.fpr
  const own = studied.filter(({ change }) => families.includes(change.family))
  return plot(
    {
      told: `Share of checks in which it regressed, against the truth: ${title}.`,
      x: linear(0, most, { title: `${title}, in truth`, name: percent }, 4),
      y: linear(0, 1, { title: "checks that say regress", name: percent }),
      width: WIDTH,
      height: HEIGHT,
    },
    (at) => [
      html`<g class="matters">${line([at.x(matters), at.top], [at.x(matters), at.bottom])}${text(at.x(matters) + 4, at.top + 10, "start", "matters")}</g>`,
      ...LINES.map(
        ({ setting, kind }) => html`<g class="${kind}">${drawn(at, own, row, setting, worse)}</g>`,
      ),
    ],
  )
}

function drawn(at: Plot, studied: readonly Studied[], row: string, setting: number, worse: number): Markup[] {
  const points = studied
    .flatMap(({ truth, tallies }) => {
      const tally = tallies[setting]
      return tally == null ? [] : [{ effect: worse * truth[row]!, ...powerOf(tally, row) }]
    })
    .sort((a, b) => a.effect - b.effect)
  return [
    curve(
      at,
      points.map(({ effect, value }) => [effect, value]),
      "",
    ),
    ...points.map(({ effect, value, interval: [low, high] }) => {
      const x = at.x(effect)
      return html`${line([x, at.y(low)], [x, at.y(high)], "whisker")}${dot(x, at.y(value), 3)}`
    }),
  ]
}
