/** Says, on every view, that plug-ins failed and that the run went on without them; and why, for whoever asks. */
import { printable } from "../../core/printable.ts"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"
import type { LoadedRun } from "../state/run.ts"
import "./plugins-failed.css"

export function PluginsFailed({ run }: { readonly run: LoadedRun }) {
  const t = useT()
  const format = useFormat()
  const { failures = [] } = run.manifest
  if (failures.length === 0) return null
  const names = format.list(failures.map(({ detector }) => detector))
  return (
    <div className="plugins-failed" role="status" data-testid="plugins-failed">
      <span>{t("plugin.failed", { names })}</span>
      <details>
        <summary>{t("plugin.failed.why")}</summary>
        <ul>
          {failures.map(({ detector, message }) => (
            <li key={detector}>{t("plugin.failed.one", { name: detector, message: printable(message) })}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
