/** What the report is of, how to make run and report again, and what its words mean. */
import { stringify } from "yaml"
import type { RunManifest } from "../../core/run.ts"
import { ANYWHERE, definitionOptions, quoted } from "../command.ts"
import type { RunFigures } from "../figures.ts"
import { count, moment } from "../format.ts"
import { html, type Piece } from "../markup.ts"
import type { Section } from "../page.ts"
import type { ReportSetting } from "../setting.ts"
import { facts } from "../table.ts"
import { nameOf, type ReportLanguage, type Words } from "../words/index.ts"

export function subjectSection(words: Words, { manifest }: RunFigures): Section {
  const { scenario, versions, fusion } = manifest
  const learned = fusion.learnedFrom
  const body = facts(words.subjectCaption, [
    [words.scenario, scenario.name],
    [words.seed, scenario.seed],
    [words.period, words.periodText({ days: count(scenario.days), start: scenario.start })],
    [
      words.population,
      words.populationText({
        accounts: count(manifest.accounts),
        posts: count(manifest.posts),
        interactions: count(manifest.interactions),
      }),
    ],
    [
      words.fusion,
      words.fusionText({
        method: nameOf(words, `fusion.${fusion.method}`, fusion.method),
        accounts: count(learned.accounts),
        managed: count(learned.aiManaged),
        seed: learned.seed,
      }),
    ],
    ...pluginFacts(words, manifest),
    [words.versions, words.versionsText({ assay: versions.assay, generator: versions.generator })],
    [words.made, moment(manifest.createdAt)],
    [words.digest, html`<code>${manifest.digest}</code>`],
    [words.populationDigest, html`<code>${manifest.populationDigest}</code>`],
  ])
  return { id: "subject", title: words.sectionSubject, body }
}

/** What plug-ins were, by their contents; and why those that failed did. */
function pluginFacts(words: Words, { detectors, failures = [] }: RunManifest): [string, Piece][] {
  const plugins = detectors.flatMap(({ id, title, version, plugin }) => {
    if (!plugin) return []
    const { source, digest } = plugin
    const told = words.pluginText({
      detector: nameOf(words, `detector.${id}`, title),
      source,
      version: String(version),
    })
    return [html`<div>${told}${digest && words.pluginDigest({ digest: digest.slice(0, 12) })}</div>`]
  })
  const failed = failures.map(({ detector, message }) => html`<div>${detector}: ${message}</div>`)
  return [
    ...(plugins.length > 0 ? [[words.plugins, html`${plugins}`] as [string, Piece]] : []),
    ...(failed.length > 0 ? [[words.failed, html`${failed}`] as [string, Piece]] : []),
  ]
}

export function repeatSection(words: Words, figures: RunFigures, language: ReportLanguage): Section {
  const { scenario } = figures.manifest
  const body = html`<p>${words.repeatText({ file: `${scenario.name}.yaml` })}</p>
<pre class="command">${ANYWHERE} run ${quoted(`${scenario.name}.yaml`)}</pre>
${hasPlugins(figures.manifest) ? html`<p class="note">${words.repeatWithPlugins}</p>` : null}<p>${words.repeatReport}</p>
<pre class="command">${reportCommand(figures, language)}</pre>
${unsaid(words, figures.setting).map((note) => html`<p class="note">${note}</p>`)}
<details><summary>${words.scenarioInFull} (${scenario.name}.yaml)</summary><pre>${stringify(scenario)}</pre></details>
`
  return { id: "repeat", title: words.sectionRepeat, body }
}

const hasPlugins = ({ detectors, failures = [] }: RunManifest) =>
  failures.length > 0 || detectors.some(({ plugin }) => plugin)

function reportCommand({ manifest, setting }: RunFigures, language: ReportLanguage): string {
  const { policy, definition, prevalence, threshold, tier } = setting
  const said = [
    `${ANYWHERE} report ${quoted(manifest.id)}`,
    ...(policy === null ? [] : [`--policy ${quoted(policy.file)}`]),
    policy === null || tier === null ? `--threshold ${threshold}` : `--tier ${tier}`,
    ...(prevalence === undefined ? [] : [`--prevalence ${prevalence}`]),
    ...definitionOptions(definition, manifest.scenario.definition),
    ...(language === "en" ? [] : [`--lang ${language}`]),
    `--out ${quoted(`${manifest.id}.html`)}`,
  ]
  return said.join(" ")
}

/** What the terminal has no option for, so that the command yields another report. */
function unsaid(words: Words, { policy, tiers, caps, off }: ReportSetting): string[] {
  return [
    ...(policy === null && tiers.length + caps.length > 0 ? [words.repeatWithoutTiers] : []),
    ...(off.length > 0 ? [words.repeatWithoutOff] : []),
  ]
}

export function termsSection(words: Words): Section {
  const body = html`<dl>${words.terms.map(
    ([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>
`,
  )}</dl>
`
  return { id: "terms", title: words.sectionTerms, body }
}
