/** The page around a report: one file that asks for nothing and runs nothing. */
import { cssText, html, Markup } from "./markup.ts"
import { pageStyle, STYLE } from "./style.ts"
import type { Words } from "./words/index.ts"

export interface Section {
  /** In addresses within the page. */
  readonly id: string
  readonly title: string
  readonly body: Markup
}

interface Page {
  readonly title: string
  readonly lead: string
  readonly sections: readonly Section[]
}

/** Nothing may be fetched or run, whatever the page came to hold. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function pageOf(words: Words, { title, lead, sections }: Page): string {
  // Of texts from a run only `running` goes into the style sheet, and by cssText.
  const style = new Markup(STYLE + pageStyle(cssText(`Assay · ${title}`), cssText(words.page)))
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Assay">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${lead === "" ? null : html`<p class="lead">${lead}</p>`}
<nav aria-label="${words.contents}"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main>
${sections.map(
  ({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}</section>
`,
)}</main>
</body>
</html>
`.text
}
