/** Whether risks can be taken at their word: the reliability curve, and what sums it up. */
import { useState } from "react"
import type { CalibrationReport, ReliabilityBin } from "../../../core/evaluation/index.ts"
import { ReliabilityChart } from "../../charts/ReliabilityChart.tsx"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"

export function Calibration({ report }: { readonly report: CalibrationReport }) {
  const t = useT()
  const format = useFormat()
  const [log, setLog] = useState(true)
  const { brier, calibrationError, resolution, reliability, uncertainty } = report
  const fine = (value: number) => format.decimal(value, 4)
  return (
    <Panel
      title={t("why.calibration.title")}
      meaning={t("why.calibration.meaning")}
      className="panel-calibration"
      controls={
        <ExplainedSwitch
          label={t("why.calibration.log")}
          meaning={t("why.calibration.log.meaning")}
          on={log}
          turn={setLog}
        />
      }
    >
      <dl className="figures calibration-figures">
        <div className="figure">
          <dt>
            <Meaning of={t("why.brier.meaning")}>{t("why.brier")}</Meaning>
          </dt>
          <dd>
            <span className="figure-value" data-testid="brier">
              {fine(brier.value)}
            </span>
            <span className="figure-interval">{format.decimalInterval(brier.interval, 4)}</span>
            <span className="figure-interval">{t("why.brier.note", { base: fine(uncertainty) })}</span>
          </dd>
        </div>
        <div className="figure">
          <dt>
            <Meaning of={t("why.ece.meaning")}>{t("why.ece")}</Meaning>
          </dt>
          <dd>
            <span className="figure-value" data-testid="ece">
              {fine(calibrationError.value)}
            </span>
            <span className="figure-interval">{format.decimalInterval(calibrationError.interval, 4)}</span>
          </dd>
        </div>
        <div className="figure">
          <dt>
            <Meaning of={t("why.resolution.meaning")}>{t("why.resolution")}</Meaning>
          </dt>
          <dd>
            <span className="figure-value">{fine(resolution)}</span>
            <span className="figure-interval">
              {t("why.resolution.note", { reliability: format.decimal(reliability, 5) })}
            </span>
          </dd>
        </div>
      </dl>
      <ReliabilityChart bins={report.bins} log={log} />
      <Bins bins={report.bins} />
    </Panel>
  )
}

function Bins({ bins }: { readonly bins: readonly ReliabilityBin[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <details className="features" open>
      <summary>{t("why.calibration.bins")}</summary>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("why.calibration.range")}</th>
            <th scope="col" className="number">
              {t("why.calibration.accounts")}
            </th>
            <th scope="col" className="number">
              {t("why.calibration.mean")}
            </th>
            <th scope="col" className="number">
              {t("why.calibration.actual")}
            </th>
            <th scope="col" className="number">
              <Meaning of={t("cohorts.interval.meaning")}>{t("cohorts.interval")}</Meaning>
            </th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, accounts, meanRisk, share, shareInterval }) => (
            <tr key={from}>
              <th scope="row">{format.shareInterval([from, to])}</th>
              <td className="number">{format.count(accounts)}</td>
              <td className="number">{format.share(meanRisk)}</td>
              <td className="number">{format.share(share)}</td>
              <td className="number">{format.shareInterval(shareInterval)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
