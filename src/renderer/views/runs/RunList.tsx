/** The runs in the store, newest first. */
import { Button } from "@mantine/core"
import type { RunEntry } from "../../../api/contract.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { OWN_SETTING } from "../../state/setting-place.ts"

export function RunList({ runs }: { readonly runs: readonly RunEntry[] }) {
  const t = useT()
  const format = useFormat()
  const { run: opened } = usePlace()
  return (
    <table className="data" data-testid="runs">
      <thead>
        <tr>
          <th scope="col">{t("runs.name")}</th>
          <th scope="col">{t("runs.createdAt")}</th>
          <th scope="col" className="number">
            {t("runs.accounts")}
          </th>
          <th scope="col" className="number">
            {t("runs.prevalence")}
          </th>
          <th scope="col" className="number">
            {t("runs.seconds")}
          </th>
          <th scope="col">
            <Meaning of={t("runs.digest.meaning")}>{t("runs.digest")}</Meaning>
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id} aria-current={run.id === opened ? "true" : undefined}>
            <th scope="row">{run.name}</th>
            <td>{format.moment(run.createdAt)}</td>
            <td className="number">{format.count(run.accounts)}</td>
            <td className="number">{format.share(run.prevalence)}</td>
            <td className="number">{format.duration(run.seconds)}</td>
            <td>
              <code title={run.digest}>{run.digest.slice(0, 10)}</code>
            </td>
            <td>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t("runs.openNamed", { run: run.id })}
                onClick={() => goTo({ view: "trade-offs", run: run.id, ...OWN_SETTING, account: null })}
              >
                {t("runs.open")}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
