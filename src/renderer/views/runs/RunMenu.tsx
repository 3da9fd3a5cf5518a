/** What else can be done with a run: rename, take away, delete. */
import { ActionIcon, Menu } from "@mantine/core"
import type { RunEntry } from "../../../api/contract.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { runName } from "../../names.ts"
import { deleteRun, exportRun, saveReport } from "./run-actions.ts"

interface RunMenuProps {
  readonly run: RunEntry
  readonly rename: () => void
}

export function RunMenu({ run, rename }: RunMenuProps) {
  const t = useT()
  const { language } = useFormat()
  const name = runName(run)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={26} aria-label={t("runs.more", { run: name })}>
          <svg width="14" height="4" viewBox="0 0 14 4" aria-hidden="true" fill="currentColor">
            <circle cx="2" cy="2" r="1.6" />
            <circle cx="7" cy="2" r="1.6" />
            <circle cx="12" cy="2" r="1.6" />
          </svg>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={rename}>{t("runs.rename")}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("runs.export")}</Menu.Label>
        <Menu.Item onClick={() => void exportRun(run, "csv")}>{t("runs.export.csv")}</Menu.Item>
        <Menu.Item onClick={() => void exportRun(run, "parquet")}>{t("runs.export.parquet")}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void saveReport(run, language)}>{t("runs.report")}</Menu.Item>
        <Menu.Divider />
        <Menu.Item className="runs-delete" onClick={() => void deleteRun(run.id, name)}>
          {t("runs.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
