/** The gallery: pictures that tests take of the page on their way, with an index page to leaf through. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Page } from "playwright-core"

const GALLERY = resolve(import.meta.dirname, "../../test-results/gallery")

export const LANGUAGES = ["en", "zh-CN"] as const
export const SCHEMES = ["light", "dark"] as const
export type PictureLanguage = (typeof LANGUAGES)[number]
export type PictureScheme = (typeof SCHEMES)[number]

/** `name`: of what is shown, as "trade-offs-cost"; the same in all languages and colours. */
export interface PictureOf {
  readonly name: string
  readonly language: PictureLanguage
  readonly scheme: PictureScheme
}

export async function picture(page: Page, { name, language, scheme }: PictureOf): Promise<void> {
  mkdirSync(GALLERY, { recursive: true })
  await page.screenshot({ path: join(GALLERY, `${name}.${language}.${scheme}.png`) })
}

/** One row for all pictures of one thing, whichever test took them. */
export function writeIndex(): void {
  const names = [
    ...new Set(readdirSync(GALLERY).flatMap((file) => /^(.+)\.[^.]+\.[^.]+\.png$/.exec(file)?.[1] ?? [])),
  ]
  const columns = LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })))
  const head = columns.map(({ language, scheme }) => `<th scope="col">${language}, ${scheme}</th>`).join("")
  const rows = names.sort().map((name) => {
    const cells = columns.map(({ language, scheme }) => {
      const file = `${name}.${language}.${scheme}.png`
      return `<td><a href="${file}"><img src="${file}" alt="${name}, ${language}, ${scheme}" loading="lazy"></a></td>`
    })
    return `<tr><th scope="row">${name}</th>${cells.join("")}</tr>`
  })
  writeFileSync(
    join(GALLERY, "index.html"),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Assay: gallery</title>
<style>
body { font: 14px system-ui, sans-serif; margin: 16px; }
td { width: 24%; padding: 4px; }
img { width: 100%; border: 1px solid #ccc; }
th { text-align: left; padding: 4px; }
</style>
<h1>Gallery</h1>
<table><thead><tr><th scope="col">Shown</th>${head}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table>
</html>
`,
  )
}
