/** A small button with all that can be saved of a panel. */
import { ActionIcon, Menu, Tooltip, VisuallyHidden } from "@mantine/core"
import { Fragment, useContext, useState } from "react"
import { useT } from "../i18n/index.ts"
import { DialContext } from "../state/dial.ts"
import { download, fileName } from "./download.ts"
import "./save.css"
import { FORMAT_NAMES, SAVE_FORMATS, type Savable, type SaveFormat } from "./savables.ts"

interface SaveMenuProps {
  /** Of the panel or the chart. */
  readonly name: string
  readonly savables: readonly Savable[]
}

type Outcome = { readonly saved: string } | { readonly failed: string } | null

export function SaveMenu({ name, savables }: SaveMenuProps) {
  const t = useT()
  const run = useContext(DialContext)?.run.manifest.id
  const [outcome, setOutcome] = useState<Outcome>(null)
  // The hint would lie over the items of a menu that opens upwards.
  const [isOpen, setIsOpen] = useState(false)

  async function save({ stem, make }: Savable, format: SaveFormat): Promise<void> {
    const file = fileName([...(run ? [run] : []), stem], format)
    setOutcome(null)
    try {
      download(await make[format]!(), file)
      setOutcome({ saved: t("save.done", { file }) })
    } catch (error) {
      console.warn(error)
      setOutcome({ failed: t("save.failed", { file, why: error instanceof Error ? error.message : "" }) })
    }
  }

  return (
    <>
      {outcome && "failed" in outcome ? (
        <span role="alert" className="save-failed">
          {outcome.failed}
        </span>
      ) : null}
      <VisuallyHidden role="status">{outcome && "saved" in outcome ? outcome.saved : ""}</VisuallyHidden>
      <Menu
        onChange={setIsOpen}
        position="bottom-end"
        withinPortal
        shadow="md"
        withInitialFocusPlaceholder={false}
      >
        <Tooltip label={t("save.hint")} withArrow openDelay={300} disabled={isOpen}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              className="save-button"
              aria-label={t("save.button", { name })}
            >
              <DownloadSign />
            </ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown className="save-menu">
          {savables.map((savable) => (
            <Fragment key={savable.stem}>
              <Menu.Label>{savable.name}</Menu.Label>
              {SAVE_FORMATS.filter((format) => savable.make[format]).map((format) => (
                <Menu.Item key={format} onClick={() => void save(savable, format)}>
                  {t(FORMAT_NAMES[format])}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function DownloadSign() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="save-sign">
      <path d="M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11" />
    </svg>
  )
}
