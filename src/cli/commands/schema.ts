/** assay schema: the JSON Schema that editors complete scenarios from. */
import type { Command } from "commander"
import { scenarioJsonSchema } from "../../core/scenario/json-schema.ts"
import { printJson } from "../context.ts"
import { examples } from "../options.ts"

export function addSchema(program: Command): void {
  program
    .command("schema")
    .summary("print the JSON Schema of scenario files")
    .description("Print the JSON Schema of scenario files: every field with its meaning, default and range.")
    .addHelpText(
      "after",
      examples({ "assay schema > scenario.schema.json": "for an editor to complete scenarios from" }),
    )
    .action(() => printJson(scenarioJsonSchema()))
}
