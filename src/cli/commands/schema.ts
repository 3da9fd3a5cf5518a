/** assay schema: the JSON Schema that editors complete scenarios from. */
import type { Command } from "commander"
import { policyJsonSchema } from "../../core/policy/policy-schema.ts"
import { scenarioJsonSchema } from "../../core/scenario/json-schema.ts"
import { printJson } from "../context.ts"
import { examples } from "../options.ts"

export function addSchema(program: Command): void {
  program
    .command("schema")
    .summary("print the JSON Schema of scenario or policy files")
    .description(
      "Print the JSON Schema of scenario files, or of policy files: every field with its meaning, default and range.",
    )
    .option("--policy", "of policy files")
    .addHelpText(
      "after",
      examples({
        "assay schema > scenario.schema.json": "for an editor to complete scenarios from",
        "assay schema --policy > policy.schema.json": "and policies",
      }),
    )
    .action(({ policy }: { readonly policy?: boolean }) =>
      printJson(policy ? policyJsonSchema() : scenarioJsonSchema()),
    )
}
