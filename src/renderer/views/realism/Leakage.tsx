/** The leakage audit: what gives AI-managed accounts away, and how much fusion keeps on operators nobody has seen. */
import { Button } from "@mantine/core"
import { type ReactNode, useState } from "react"
import type { FeatureLeakage, LeakageReport, Separation } from "../../../api/contract.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { AucBar } from "../../components/AucBar.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { archetypeName, detectorMeaning, detectorName, featureName, reportTitle } from "../../names.ts"
import { useDial } from "../../state/dial.ts"
import { RangePlot } from "./RangePlot.tsx"
import { detectorsTable, featuresTable, fusionTable, limitsTable, zonesTable } from "./saved-tables.ts"
import { Verdict } from "./Verdict.tsx"

export function Leakage({ report }: { readonly report: LeakageReport }) {
  const t = useT()
  const format = useFormat()
  const zones = report.zones.filter(({ met }) => met !== null)
  const zonesMet = zones.filter(({ met }) => met).length
  const zonesTold = t("leakage.zonesSum", { met: format.count(zonesMet), all: format.count(zones.length) })
  return (
    <>
      <p className="realism-sum" data-testid="leakage-sum">
        <strong className="figure-value">{t(verdictOf(report))}</strong>{" "}
        {t("leakage.sum", { accounts: format.count(report.accounts), managed: format.count(report.managed) })}{" "}
        <Verdict met={zones.length === 0 ? null : zonesMet === zones.length} words={[zonesTold, zonesTold]} />
      </p>
      <Limits report={report} />
      <Zones report={report} />
      <Fusion report={report} />
      <Detectors report={report} />
      <Features
        part="raw"
        features={report.features}
        limit={report.limits.find(({ id }) => id === "single")?.limit}
      />
      <Features
        part="detectors"
        features={report.detectorFeatures}
        limit={report.limits.find(({ id }) => id === "single")?.limit}
      />
    </>
  )
}

function verdictOf({ passed }: LeakageReport) {
  if (passed === null) return "cohorts.tooFew"
  return passed ? "leakage.passed" : "leakage.exceeded"
}

/** A feature or a detector by its name in the report, which is "kind: title" for a feature. */
function signalName(t: Translate, report: LeakageReport, name: string): string {
  const feature = [...report.features, ...report.detectorFeatures].find(
    ({ of, title }) => `${of}: ${title}` === name,
  )
  if (feature) return featureName(t, feature)
  const detector = report.detectors.find(({ id }) => id === name)
  return detector ? detectorName(t, detector.id, detector.title) : t.known(`leakage.name.${name}`, name)
}

function Limits({ report }: { readonly report: LeakageReport }) {
  const t = useT()
  const format = useFormat()
  return (
    <Panel title={t("leakage.limits")} meaning={t("leakage.limits.meaning")} className="panel-realism">
      <SavableTable
        name={t("leakage.limits")}
        stem="give-aways-limits"
        table={() => limitsTable(t, report, (name) => signalName(t, report, name))}
      />
      <table className="data realism-table">
        <thead>
          <tr>
            <th scope="col">
              <Meaning of={t("leakage.auc.meaning")}>{t("leakage.figure")}</Meaning>
            </th>
            <th scope="col" className="number">
              {t("leakage.limit")}
            </th>
            <th scope="col">{t("leakage.greatest")}</th>
            <th scope="col">{t("realism.verdict")}</th>
          </tr>
        </thead>
        <tbody>
          {report.limits.map(({ id, title, limit, greatest, exceeding }) => (
            <tr key={id}>
              <th scope="row">{reportTitle(t, "limit", id, title)}</th>
              <td className="number">{format.decimal(limit, 2)}</td>
              <td>
                {(exceeding.length > 0 ? exceeding : greatest ? [greatest] : []).map(({ name, auc }) => (
                  <p key={name}>
                    <strong>{format.decimal(auc)}</strong> {signalName(t, report, name)}
                  </p>
                ))}
              </td>
              <td>
                <Verdict
                  met={greatest === null ? null : exceeding.length === 0}
                  words={[t("leakage.kept"), t("leakage.beyond")]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Zones({ report }: { readonly report: LeakageReport }) {
  const t = useT()
  const format = useFormat()
  return (
    <Panel title={t("leakage.zones")} meaning={t("leakage.zones.meaning")} className="panel-realism">
      <SavableTable
        name={t("leakage.zones")}
        stem="give-aways-zones"
        table={() => zonesTable(t, report, (name) => signalName(t, report, name))}
      />
      <table className="data realism-table">
        <thead>
          <tr>
            <th scope="col">
              <Meaning of={t("leakage.auc.meaning")}>{t("leakage.figure")}</Meaning>
            </th>
            <th scope="col" className="number">
              {t("realism.published")}
            </th>
            <th scope="col" className="number">
              <Meaning of={t("realism.generated.meaning")}>{t("realism.generated")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("realism.plot.meaning")}>{t("realism.plot")}</Meaning>
            </th>
            <th scope="col">{t("realism.verdict")}</th>
          </tr>
        </thead>
        <tbody>
          {report.zones.map(({ id, title, published, value, interval, met, name }) => (
            <tr key={id} data-testid={`zone-${id}`}>
              <th scope="row">
                {reportTitle(t, "zone", id, title)}
                {name === null ? null : <p className="controls-note">{signalName(t, report, name)}</p>}
              </th>
              <td className="number">{format.decimalInterval(published, 2)}</td>
              <td className="number">
                {value === null ? NOTHING : format.decimal(value)}
                <span className="figure-interval">{interval ? format.decimalInterval(interval) : ""}</span>
              </td>
              <td>
                {value === null || interval === null || met === null ? null : (
                  <RangePlot
                    published={published}
                    generated={value}
                    interval={interval}
                    met={met}
                    label={t("realism.plot.aria", {
                      generated: format.decimal(value),
                      interval: format.decimalInterval(interval),
                      published: format.decimalInterval(published, 2),
                    })}
                  />
                )}
              </td>
              <td>
                <Verdict met={met} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

interface AucRowProps {
  readonly name: ReactNode
  readonly note?: string
  readonly of: Separation
  readonly limit?: number | undefined
  readonly beside?: number | null
}

function AucRow({ name, note = "", of: { auc, interval, judged }, limit, beside = null }: AucRowProps) {
  const t = useT()
  const format = useFormat()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{note}</td>
      <td className="number">{format.count(judged)}</td>
      <td className="number">
        {auc === null ? NOTHING : format.decimal(auc)}
        <span className="figure-interval">{interval ? format.decimalInterval(interval) : ""}</span>
      </td>
      <td>
        {auc === null || interval === null ? (
          t("cohorts.tooFew")
        ) : (
          <AucBar
            auc={auc}
            interval={interval}
            beside={beside}
            {...(limit === undefined ? {} : { limit })}
            label={t("leakage.auc.aria", {
              auc: format.decimal(auc),
              interval: format.decimalInterval(interval),
            })}
          />
        )}
      </td>
    </tr>
  )
}

function AucHead({ first, note }: { readonly first: string; readonly note: string }) {
  const t = useT()
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{note}</th>
        <th scope="col" className="number">
          <Meaning of={t("leakage.judged.meaning")}>{t("leakage.judged")}</Meaning>
        </th>
        <th scope="col" className="number">
          <Meaning of={t("leakage.auc.meaning")}>{t("figure.auc")}</Meaning>
        </th>
        <th scope="col">
          <Meaning of={t("leakage.bar.meaning")}>{t("leakage.bar")}</Meaning>
        </th>
      </tr>
    </thead>
  )
}

function Fusion({ report }: { readonly report: LeakageReport }) {
  const { fusion, limits } = report
  const { archetypes } = useDial().run.manifest.scenario
  const t = useT()
  const format = useFormat()
  const limit = limits.find(({ id }) => id === "unseen")?.limit
  return (
    <Panel title={t("leakage.fusion")} meaning={t("leakage.fusion.meaning")} className="panel-realism">
      <SavableTable
        name={t("leakage.fusion")}
        stem="give-aways-fusion"
        table={() => fusionTable(t, report, (id) => archetypeName(t, archetypes, id))}
      />
      <table className="data realism-table auc-table" data-testid="leakage-fusion">
        <AucHead first={t("leakage.against")} note={t("leakage.whenSeen")} />
        <tbody>
          {(["all", "seen", "heldOut"] as const).map((part) => (
            <AucRow
              key={part}
              name={<Meaning of={t(`leakage.fusion.${part}.meaning`)}>{t(`leakage.fusion.${part}`)}</Meaning>}
              of={fusion[part]}
              limit={part === "heldOut" ? limit : undefined}
            />
          ))}
        </tbody>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={5} className="cohort-group">
              {t("leakage.leaveOneOut")}
            </th>
          </tr>
          {fusion.leaveOneOut.map((one) => (
            <AucRow
              key={one.archetype}
              name={<ArchetypeName id={one.archetype} />}
              note={one.whenSeen === null ? t("leakage.neverSeen") : format.decimal(one.whenSeen)}
              of={one}
              beside={one.whenSeen}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Detectors({ report }: { readonly report: LeakageReport }) {
  const { detectors, limits } = report
  const t = useT()
  const limit = limits.find(({ id }) => id === "single")?.limit
  return (
    <Panel title={t("leakage.detectors")} meaning={t("leakage.detectors.meaning")} className="panel-realism">
      <SavableTable
        name={t("leakage.detectors")}
        stem="give-aways-detectors"
        table={() => detectorsTable(t, report)}
      />
      <table className="data realism-table auc-table" data-testid="leakage-detectors">
        <AucHead first={t("leakage.detector")} note={t("leakage.layer")} />
        <tbody>
          {detectors.map((one) => (
            <AucRow
              key={one.id}
              name={
                <Meaning of={detectorMeaning(t, one.id, one.title)}>
                  {detectorName(t, one.id, one.title)}
                </Meaning>
              }
              note={t(`layer.${one.layer}`)}
              of={one}
              limit={limit}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** The most telling come first; the rest is a click away. */
const FIRST = 12

interface FeaturesProps {
  readonly part: "raw" | "detectors"
  readonly features: readonly FeatureLeakage[]
  readonly limit: number | undefined
}

function Features({ part, features, limit }: FeaturesProps) {
  const t = useT()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const shown = all ? features : features.slice(0, FIRST)
  return (
    <Panel
      title={t(`leakage.features.${part}`)}
      meaning={t(`leakage.features.${part}.meaning`)}
      className="panel-realism"
    >
      <SavableTable
        name={t(`leakage.features.${part}`)}
        stem={`give-aways-${part === "raw" ? "raw-features" : "detector-features"}`}
        table={() => featuresTable(t, features)}
      />
      <table className="data realism-table auc-table" data-testid={`leakage-features-${part}`}>
        <AucHead first={t("features.feature")} note={t("leakage.direction")} />
        <tbody>
          {shown.map((feature) => (
            <AucRow
              key={`${feature.of}/${feature.id}`}
              name={featureName(t, feature)}
              note={feature.direction === null ? NOTHING : t(`leakage.direction.${feature.direction}`)}
              of={feature}
              limit={limit}
            />
          ))}
        </tbody>
      </table>
      {features.length > FIRST ? (
        <Button size="compact-xs" variant="default" mt="xs" className="show-all" onClick={() => setAll(!all)}>
          {t(all ? "leakage.showFirst" : "leakage.showAll", {
            count: format.count(all ? FIRST : features.length),
          })}
        </Button>
      ) : null}
    </Panel>
  )
}
