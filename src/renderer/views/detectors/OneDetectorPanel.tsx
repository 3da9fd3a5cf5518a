/** A detector of one's choice, alone: its curve, its scores and what they say. */
import { Select } from "@mantine/core"
import { useMemo } from "react"
import { useColours } from "../../charts/ChartBox.tsx"
import { EMPTY } from "../../charts/DistributionChart.tsx"
import { type Line, LinesChart } from "../../charts/LinesChart.tsx"
import { chance, rocPoints } from "../../charts/roc.ts"
import { LineSample } from "../../components/LineSample.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { detectorMeaning, detectorName, pluginMeaning } from "../../names.ts"
import { useDial, useLabelled } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { medianOf, type OneDetector, oneDetector, spreadPoints } from "./one-detector.ts"

export function OneDetectorPanel() {
  const t = useT()
  const format = useFormat()
  const { run } = useDial()
  const { label } = useLabelled()
  const { detectors } = run.manifest
  const place = usePlace()
  const chosen = detectors.find(({ id }) => id === place.detector) ?? detectors[0]!
  const name = detectorName(t, chosen.id, chosen.title)
  const found = useMemo(() => oneDetector(run, chosen.id, label), [run, chosen.id, label])
  const { own, auc, fusedAuc } = found
  return (
    <Panel
      title={t("one.title")}
      meaning={t("one.meaning")}
      className="panel-realism panel-one"
      controls={
        <Select
          size="xs"
          w={230}
          aria-label={t("one.choose")}
          data-testid="one-choose"
          data={detectors.map(({ id, title }) => ({ value: id, label: detectorName(t, id, title) }))}
          value={chosen.id}
          allowDeselect={false}
          onChange={(detector) => goTo({ detector })}
        />
      }
    >
      <p className="facts" data-testid="one-meaning">
        {chosen.plugin
          ? pluginMeaning(t, chosen.plugin, chosen.version)
          : detectorMeaning(t, chosen.id, chosen.title)}
      </p>
      <p className="facts" data-testid="one-judged">
        {t("one.judged", {
          judged: format.count(own.judged),
          accounts: format.count(label.length),
          auc: format.decimal(auc),
          fused: format.decimal(fusedAuc),
        })}
      </p>
      {own.managed === 0 || own.authentic === 0 ? (
        <p className="facts">{t("one.none")}</p>
      ) : (
        <div className="one-charts">
          <Roc found={found} name={name} />
          <Spread found={found} name={name} />
          <Says found={found} name={name} />
        </div>
      )}
    </Panel>
  )
}

interface ChartOfProps {
  readonly found: OneDetector
  readonly name: string
}

function Roc({ found: { own, fused, auc, fusedAuc }, name }: ChartOfProps) {
  const t = useT()
  const format = useFormat()
  const lines = useMemo<readonly Line[]>(
    () => [
      { label: t("one.alone", { detector: name }), points: rocPoints(own, false), colour: "recall" },
      { label: t("one.fusion"), points: rocPoints(fused, false), colour: "precision", dash: [8, 4] },
      { label: t("save.series.guessing"), points: chance(false), colour: "muted", dash: [2, 4] },
    ],
    [own, fused, name, t],
  )
  return (
    <Figure title={t("one.roc")} meaning={t("one.roc.meaning")} lines={lines}>
      <LinesChart
        title={t("one.roc")}
        aria={t("one.roc.aria", {
          detector: name,
          auc: format.decimal(auc),
          fused: format.decimal(fusedAuc),
          judged: format.count(own.judged),
        })}
        testId="one-roc-chart"
        lines={lines}
        x={{ title: t("axis.rate"), min: 0, max: 1, tick: format.tick }}
        y={{ title: t("axis.recall"), min: 0, max: 1, tick: format.tick }}
      />
    </Figure>
  )
}

function Spread({ found: { own }, name }: ChartOfProps) {
  const t = useT()
  const format = useFormat()
  const lines = useMemo<readonly Line[]>(() => {
    const { managed, authentic } = spreadPoints(own)
    return [
      { label: t("class.managed"), points: managed, colour: "managed", dash: [5, 2], isStepped: true },
      { label: t("class.authentic"), points: authentic, colour: "authentic", isStepped: true },
    ]
  }, [own, t])
  return (
    <Figure title={t("one.spread")} meaning={t("one.spread.meaning")} lines={lines}>
      <LinesChart
        title={t("one.spread")}
        aria={t("one.spread.aria", {
          detector: name,
          managed: format.decimal(medianOf(own.managedScores)),
          authentic: format.decimal(medianOf(own.authenticScores)),
        })}
        testId="one-spread-chart"
        lines={lines}
        x={{ title: t("one.score"), min: 0, max: 1, tick: (value) => format.decimal(value, 1) }}
        y={{ title: t("axis.accountsLog"), min: EMPTY, logarithmic: true, tick: format.count }}
      />
    </Figure>
  )
}

/** The least share that a logarithmic axis shows. */
const LEAST_SHARE = 1e-3

function Says({ found: { bins }, name }: ChartOfProps) {
  const t = useT()
  const format = useFormat()
  const lines = useMemo<readonly Line[]>(
    () => [
      {
        label: t("one.share"),
        points: bins.map(({ meanRisk, share }) => ({ x: meanRisk, y: Math.max(share, LEAST_SHARE) })),
        intervals: bins.map(({ shareInterval }) => shareInterval),
        colour: "managed",
      },
    ],
    [bins, t],
  )
  const told = bins.map(({ from, to, share }) => {
    return `${format.decimalInterval([from, to])}: ${format.share(share)}`
  })
  return (
    <Figure title={t("one.says")} meaning={t("one.says.meaning")} lines={lines}>
      <LinesChart
        title={t("one.says")}
        aria={t("one.says.aria", { detector: name, bins: told.join("; ") })}
        testId="one-says-chart"
        lines={lines}
        x={{ title: t("one.score"), min: 0, tick: (value) => format.decimal(value, 2) }}
        y={{ title: t("one.shareLog"), min: LEAST_SHARE, max: 1, logarithmic: true, tick: format.tick }}
        table={() => ({
          columns: [t("one.score"), t("why.calibration.accounts"), t("one.share")],
          rows: bins.map(({ meanRisk, accounts, share }) => [meanRisk, accounts, share]),
        })}
      />
    </Figure>
  )
}

interface FigureProps {
  readonly title: string
  readonly meaning: string
  readonly lines: readonly Line[]
  readonly children: React.ReactNode
}

function Figure({ title, meaning, lines, children }: FigureProps) {
  const colours = useColours()
  return (
    <section className="one-chart">
      <h3>
        <Meaning of={meaning}>{title}</Meaning>
      </h3>
      <ul className="legend">
        {lines.map(({ label, colour, dash }) => (
          <li key={label}>
            <LineSample colour={colours[colour]} {...(dash ? { dash } : {})} /> {label}
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
