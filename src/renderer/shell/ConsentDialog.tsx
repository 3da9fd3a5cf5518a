/** Asks before plug-ins of a scenario run: what they are, what that means, and whether they are trusted. */
import { Alert, Button, Modal } from "@mantine/core"
import { useState } from "react"
import type { Failure, PluginEntry } from "../../api/contract.ts"
import { printable } from "../../core/printable.ts"
import { asFailure } from "../api/client.ts"
import { Meaning } from "../components/Meaning.tsx"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"
import { type AskedConsent, askedConsent, giveConsent } from "../state/consent.ts"
import { useStore } from "../state/store.ts"
import "./consent.css"

export function ConsentDialog() {
  const asked = useStore(askedConsent)
  return asked === null ? null : <Dialog asked={asked} />
}

function Dialog({ asked }: { readonly asked: AskedConsent }) {
  const t = useT()
  const [giving, setGiving] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { of, plugins, changed } = asked
  const isCode = plugins.some(({ kind }) => kind !== "endpoint")

  async function give(): Promise<void> {
    setGiving(true)
    setFailure(null)
    try {
      await giveConsent(asked)
    } catch (error) {
      setFailure(asFailure(error))
    } finally {
      setGiving(false)
    }
  }

  const leave = () => askedConsent.set(null)
  return (
    <Modal
      opened
      onClose={leave}
      size="lg"
      title={t("consent.title", { scenario: "scenario" in of ? of.scenario : t("consent.ownText") })}
      closeButtonProps={{ "aria-label": t("consent.cancel") }}
      transitionProps={{ duration: 0 }}
    >
      <div className="consent" data-testid="consent">
        {changed ? (
          <Alert color="yellow" className="notice" data-testid="consent-changed">
            {t("consent.changed")}
          </Alert>
        ) : null}
        <p>{t("consent.lead")}</p>
        <ul className="consent-plugins">
          {plugins.map((plugin) => (
            <li key={plugin.source}>
              <Plugin plugin={plugin} />
            </li>
          ))}
        </ul>
        {isCode ? (
          <Alert color="red" className="notice" title={t("consent.warning.title")}>
            {t("consent.warning")}
          </Alert>
        ) : null}
        <p className="facts">{t(isCode ? "consent.remembered" : "consent.remembered.endpoint")}</p>
        {failure ? (
          <Alert color="red" title={t("consent.failed")}>
            <pre className="problems">{failure.message}</pre>
          </Alert>
        ) : null}
        <div className="consent-ends">
          <Button variant="default" data-autofocus onClick={leave}>
            {t("consent.cancel")}
          </Button>
          <Button color="red.9" loading={giving} data-testid="consent-trust" onClick={() => void give()}>
            {t("consent.trust")}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Plugin({ plugin: { kind, source, files, unseen, digest } }: { readonly plugin: PluginEntry }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <p className="consent-source">
        <Meaning of={t(`consent.kind.${kind}.meaning`)}>{t(`consent.kind.${kind}`)}</Meaning>
        {/* Its words begin with its kind, in English. */}
        <code>{printable(source.startsWith(`${kind} `) ? source.slice(kind.length + 1) : source)}</code>
      </p>
      {kind === "endpoint" ? <p>{t("consent.warning.endpoint")}</p> : null}
      {files.length === 0 ? null : (
        <>
          <p className="facts">{t("consent.files", { count: format.count(files.length) })}</p>
          <ul className="consent-files">
            {files.map((file) => (
              <li key={file}>
                <code>{printable(file)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {kind === "program" ? <p className="facts">{t("consent.unseen.program")}</p> : null}
      {unseen.length === 0 ? null : (
        <>
          <p className="consent-unseen">{t("consent.unseen")}</p>
          <ul className="consent-files" data-testid="consent-unseen">
            {unseen.map((text) => (
              <li key={text}>
                <code>{printable(text)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {digest === null ? null : (
        <p className="facts">
          <Meaning of={t("consent.digest.meaning")}>{t("consent.digest")}</Meaning>{" "}
          <code className="consent-digest">{digest}</code>
        </p>
      )}
    </>
  )
}
