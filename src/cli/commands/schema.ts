/** assay schema: the JSON Schema that editors complete scenarios from. */
import type { Command } from "commander"
import { scenarioJsonSchema } from "../../core/scenario/json-schema.ts"
import { printJson } from "../context.ts"

export function addSchema(program: Command): void {
  program
    .command("schema")
    .description("Print the JSON Schema of scenario files.")
    .action(() => printJson(scenarioJsonSchema()))
}
