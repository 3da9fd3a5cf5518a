/** Saves the check that is shown as a file, in the forms that `assay check` writes. */
import { Button, Menu, VisuallyHidden } from "@mantine/core"
import { useState } from "react"
import { api } from "../../api/client.ts"
import { download, fileName } from "../../export/download.ts"
import { reportLanguage } from "../../export/report-language.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"

const FORMATS = [
  { format: "html", ending: "html" },
  { format: "markdown", ending: "md" },
  { format: "junit", ending: "xml" },
  { format: "json", ending: "json" },
] as const

type Outcome = { readonly saved: string } | { readonly failed: string } | null

export function SaveCheck({ id }: { readonly id: string }) {
  const t = useT()
  const { language } = useFormat()
  const [outcome, setOutcome] = useState<Outcome>(null)

  async function save({ format, ending }: (typeof FORMATS)[number]): Promise<void> {
    const file = fileName(["check", id], ending)
    setOutcome(null)
    try {
      const response = await api.checkFile(id, `${format}?lang=${reportLanguage(language)}`)
      download(await response.blob(), file)
      setOutcome({ saved: t("gate.saved", { file }) })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      setOutcome({ failed: t("gate.save.failed", { file, why }) })
    }
  }

  return (
    <>
      <Menu position="bottom-end" withinPortal shadow="md" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" data-testid="gate-save">
            {t("gate.save")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((one) => (
            <Menu.Item key={one.format} onClick={() => void save(one)}>
              {t(`gate.save.${one.format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <VisuallyHidden role="status">{outcome && "saved" in outcome ? outcome.saved : ""}</VisuallyHidden>
      {outcome && "failed" in outcome ? (
        <span role="alert" className="save-failed">
          {outcome.failed}
        </span>
      ) : null}
    </>
  )
}
