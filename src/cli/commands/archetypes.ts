/** assay archetypes: who populations are made of, and what evading costs operators. */
import type { Command } from "commander"
import { UsageError } from "../../core/errors.ts"
import { archetypeEntries, archetypeSheet } from "../../core/population/archetypes/entries.ts"
import { resolveScenario } from "../../core/scenario/parse.ts"
import { suggestion } from "../../core/scenario/suggest.ts"
import { archetypesText, archetypeText } from "../archetypes-text.ts"
import { loadScenario, placesFor, print, printJson } from "../context.ts"
import { examples, jsonOption, quoted } from "../options.ts"

interface Options {
  readonly scenario?: string
  readonly json?: boolean
}

export function addArchetypes(program: Command): void {
  program
    .command("archetypes")
    .summary("list the kinds of accounts, or print one in full")
    .description(
      "List the archetypes of both sides: who they are, their share of the mix, and what an account costs its operator. " +
        "With an id, print one with all parameters and their meanings.",
    )
    .argument("[id]", "an archetype, e.g. content-farm")
    .option(
      "--scenario <file>",
      "as this scenario mixes, changes and makes them (default: the built-in ones)",
    )
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples({
        "assay archetypes": "who there is",
        "assay archetypes stealth-agent": "every parameter of one",
        "assay archetypes sold-creator --scenario hijacked": "one that a scenario makes",
      }),
    )
    .action(archetypes)
}

async function archetypes(id: string | undefined, { scenario: name, json }: Options): Promise<void> {
  const scenario =
    name === undefined
      ? resolveScenario({ name: "default" }, "default")
      : await loadScenario(name, placesFor(undefined))
  const entries = archetypeEntries(scenario)
  if (id === undefined) {
    const mix = name === undefined ? "the default mix" : `${scenario.name}'s mix`
    return json ? printJson({ archetypes: entries }) : print(archetypesText(entries, mix))
  }
  const sheet = archetypeSheet(id, scenario)
  if (sheet) return json ? printJson(sheet) : print(archetypeText(sheet))
  const known = entries.map((entry) => entry.id)
  throw new UsageError(`archetype: there is no ${quoted(id)}; ${suggestion(id, known, "always list")}`)
}
