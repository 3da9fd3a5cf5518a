/** The header: where one is, which run is open, and how the page speaks and looks. */
import { Button, Menu, SegmentedControl, Select, useMantineColorScheme } from "@mantine/core"
import type { RunEntry } from "../../api/contract.ts"
import { useLost } from "../components/ConnectionLost.tsx"
import { type Format, type LanguageTag, useFormat } from "../format.ts"
import { speak, type Translate, useT } from "../i18n/index.ts"
import { jobName, runName } from "../names.ts"
import { job, openFinished } from "../state/job.ts"
import { library } from "../state/library.ts"
import { goTo, usePlace } from "../state/location.ts"
import { formatPlace, VIEWS } from "../state/place.ts"
import { ownPlaceOf } from "../state/setting-place.ts"
import { useStore } from "../state/store.ts"
import { TourButton } from "../tour/TourButton.tsx"

export function Header() {
  return (
    <header className="header">
      <h1>Assay</h1>
      <Navigation />
      <RunSelect />
      <JobBadge />
      <div className="header-end">
        <TourButton />
        <LanguageSwitch />
        <SchemeMenu />
      </div>
    </header>
  )
}

function Navigation() {
  const place = usePlace()
  const t = useT()
  return (
    <nav aria-label={t("header.views")}>
      {VIEWS.map((view) => (
        <a
          key={view}
          href={formatPlace({ ...place, view, account: null })}
          aria-current={view === place.view ? "page" : undefined}
        >
          {t(`view.${view}`)}
        </a>
      ))}
    </nav>
  )
}

function told(t: Translate, format: Format, run: RunEntry): string {
  return t("header.runOption", {
    name: runName(run),
    accounts: format.count(run.accounts),
    createdAt: format.shortMoment(run.createdAt),
  })
}

function RunSelect() {
  const { runs } = useStore(library)
  const { run } = usePlace()
  const t = useT()
  const format = useFormat()
  if (!runs || runs.length === 0) return null
  const known = runs.map((entry) => ({ value: entry.id, label: told(t, format, entry) }))
  const data = run && !runs.some(({ id }) => id === run) ? [{ value: run, label: run }, ...known] : known
  return (
    <Select
      size="xs"
      className="run-select"
      aria-label={t("header.run")}
      data={data}
      value={run}
      allowDeselect={false}
      comboboxProps={{ width: 420, position: "bottom-start" }}
      data-testid="run-select"
      onChange={(id) => id && goTo(ownPlaceOf(id))}
    />
  )
}

/** A job goes on whichever view is open. */
function JobBadge() {
  const current = useStore(job)
  const lost = useLost()
  const t = useT()
  const format = useFormat()
  const { view, run } = usePlace()
  if (view === "runs" || view === "scenario" || view === "gate") return null
  if (current.state === "done" && !current.opened && !("run" in current.result && current.result.run === run))
    return (
      <button type="button" className="job-badge" data-testid="job-badge" onClick={openFinished}>
        {t("header.jobDone", { scenario: jobName(t, current) })}
      </button>
    )
  if (current.state !== "running") return null
  return (
    <button
      type="button"
      className="job-badge"
      onClick={() => goTo({ view: current.scenario === null ? "gate" : "runs", account: null })}
    >
      {lost
        ? t("lost.badge", { scenario: jobName(t, current) })
        : t("header.job", {
            scenario: jobName(t, current),
            share: format.share(current.progress?.fraction ?? 0),
          })}
    </button>
  )
}

const LANGUAGES: readonly { value: LanguageTag; label: string }[] = [
  { value: "en", label: "English" },
  { value: "zh-CN", label: "中文" },
]

function LanguageSwitch() {
  const format = useFormat()
  const t = useT()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("header.language")}
      value={format.language}
      onChange={speak}
      data={[...LANGUAGES]}
    />
  )
}

const SCHEMES = ["auto", "light", "dark"] as const

function SchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const t = useT()
  const label = t("header.scheme", { scheme: t(`scheme.${colorScheme}`) })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" aria-label={label} title={label} data-testid="scheme">
          <span aria-hidden="true">◐</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(schemeNamed(scheme))}>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

const schemeNamed = (name: string) => SCHEMES.find((scheme) => scheme === name) ?? "auto"
