/** The check in a line: its verdict, its exit code, and what it was. */
import { Alert } from "@mantine/core"
import type { CheckReport } from "../../../api/contract.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { failedPlugins, overallOf, worstFirst } from "./decided.ts"
import { Outcome } from "./Outcome.tsx"

export function Headline({ report }: { readonly report: CheckReport }) {
  const t = useT()
  const format = useFormat()
  const { outcome, exitCode, folder, createdAt, seconds, rate, scenarios, problems } = report
  // An incomplete one tells besides what it could look at.
  const [rest] = outcome === "incomplete" ? worstFirst(scenarios) : []
  const overall = overallOf(report)
  const sum = (of: "reused" | "made") => format.count(scenarios.reduce((all, one) => all + one[of], 0))
  return (
    <section className={`gate-verdict gate-verdict-${outcome}`} data-testid="gate-verdict">
      <p className="gate-overall">
        <Outcome outcome={outcome} />
        <span>{t(`gate.overall.${overall}`, { detectors: format.list(failedPlugins(scenarios)) })}</span>
        {rest ? (
          <span className="gate-rest" data-testid="gate-rest">
            {t("gate.rest")} <Outcome outcome={rest.outcome} />
          </span>
        ) : null}
        <span className="gate-exit" data-testid="gate-exit">
          <Meaning of={t("gate.exit.meaning")}>{t("gate.exit", { code: exitCode })}</Meaning>
        </span>
      </p>
      <p className="facts gate-facts">
        <span>{t("gate.folder", { folder })}</span>
        <span>{format.moment(createdAt)}</span>
        <span>{t("gate.took", { time: format.duration(seconds) })}</span>
        <span>
          <Meaning of={t("gate.rate.meaning")}>{t("gate.rate", { rate: format.tick(rate) })}</Meaning>
        </span>
        <span>
          <Meaning of={t("gate.cache.meaning")}>
            {t("gate.cache", { reused: sum("reused"), made: sum("made") })}
          </Meaning>
        </span>
      </p>
      {problems.length === 0 ? null : (
        <Alert color="red" title={t("gate.problems")} mt="xs" data-testid="gate-problems">
          <ul>
            {problems.map(({ file, message }) => (
              <li key={file}>
                <pre className="problems">{message.startsWith(file) ? message : `${file}: ${message}`}</pre>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </section>
  )
}
