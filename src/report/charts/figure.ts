/** A chart with its title, and a legend of the lines in it. */
import { html, type Markup } from "../markup.ts"

interface LegendLine {
  readonly label: string
  /** As the line in the chart. */
  readonly kind: string
}

export function figure(title: string, legend: readonly LegendLine[], chart: Markup, kind = ""): Markup {
  return html`<figure class="${kind}"><h3>${title}</h3>${
    legend.length === 0
      ? null
      : html`<ul class="legend">${legend.map(
          ({ label, kind }) =>
            html`<li><svg viewBox="0 0 26 8" aria-hidden="true"><line class="line ${kind}" x1="0" x2="26" y1="4" y2="4"/></svg> ${label}</li>`,
        )}</ul>`
  }${chart}</figure>
`
}
