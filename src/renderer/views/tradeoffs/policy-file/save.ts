/** Saves a setting as a policy file, which `assay --policy` takes. */
import { formatPolicy } from "../../../../core/policy/format-policy.ts"
import { download, fileName } from "../../../export/download.ts"
import { policyOf } from "../../../state/policy.ts"
import type { Setting } from "../../../state/setting.ts"

export function savePolicy(setting: Setting, name: string): void {
  const text = formatPolicy(policyOf(setting, name))
  download(new Blob([text], { type: "application/yaml" }), fileName([name], "yaml"))
}
