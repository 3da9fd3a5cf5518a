/** What is in the store besides whole runs: damaged folders, and deleted runs that can be had back. */
import { Alert, Button } from "@mantine/core"
import type { DamagedRun, TrashedRun } from "../../../api/contract.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { deleteRun, removeForGood, restoreRun } from "./run-actions.ts"

export function Damaged({ damaged }: { readonly damaged: readonly DamagedRun[] }) {
  const t = useT()
  const format = useFormat()
  return damaged.map(({ name, message, bytes }) => (
    <Alert
      key={name}
      color="red"
      title={t("runs.damaged.title", { folder: name })}
      mt="sm"
      data-testid={`damaged-${name}`}
    >
      <pre className="problems">{message}</pre>
      <p>{t("runs.damaged.help", { bytes: format.bytes(bytes) })}</p>
      <Button size="xs" variant="default" mt="xs" onClick={() => void deleteRun(name, name)}>
        {t("runs.damaged.delete", { folder: name })}
      </Button>
    </Alert>
  ))
}

export function Trash({ trash }: { readonly trash: readonly TrashedRun[] }) {
  const t = useT()
  const format = useFormat()
  if (trash.length === 0) return null
  return (
    <section className="runs-trash" data-testid="trash">
      <h3>
        <Meaning of={t("runs.trash.meaning")}>
          {t("runs.trash.title", { count: format.count(trash.length) })}
        </Meaning>
      </h3>
      <ul>
        {trash.map(({ token, id, title, deletedAt, bytes }) => {
          const name = title ?? id
          return (
            <li key={token}>
              <span className="runs-trash-name">{name}</span>
              <span className="facts">
                {t("runs.trash.deleted", { moment: format.shortMoment(deletedAt) })}, {format.bytes(bytes)}
              </span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t("runs.trash.restoreNamed", { run: name })}
                onClick={() => void restoreRun(token, name, false)}
              >
                {t("runs.trash.restore")}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t("runs.trash.removeNamed", { run: name })}
                onClick={() => void removeForGood(token)}
              >
                {t("runs.trash.remove")}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
