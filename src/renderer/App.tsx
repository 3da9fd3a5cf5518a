/** The workbench: header, what is amiss, and the view that the address names. */

import { lazy, Suspense, useEffect, useMemo } from "react"
import { ErrorBoundary } from "./components/ErrorBoundary.tsx"
import { Loading } from "./components/Loading.tsx"
import { createFormat, FormatContext } from "./format.ts"
import { useLanguage } from "./i18n/index.ts"
import { ConsentDialog } from "./shell/ConsentDialog.tsx"
import { FirstLook } from "./shell/FirstLook.tsx"
import { Header } from "./shell/Header.tsx"
import { LostServer } from "./shell/LostServer.tsx"
import { RunFrame } from "./shell/RunFrame.tsx"
import { adoptJob } from "./state/job.ts"
import { library, refreshLibrary } from "./state/library.ts"
import { replacePlace, usePlace } from "./state/location.ts"
import type { View as ViewName } from "./state/place.ts"
import { useStore } from "./state/store.ts"
import { Tour } from "./tour/Tour.tsx"
import { Accounts } from "./views/accounts/Accounts.tsx"
import { Compare } from "./views/compare/Compare.tsx"
import { Detectors } from "./views/detectors/Detectors.tsx"
import { Realism } from "./views/realism/Realism.tsx"
import { Runs } from "./views/runs/Runs.tsx"
import { TradeOffs } from "./views/tradeoffs/TradeOffs.tsx"

// Graphs and YAML bring libraries along that the first screen does without, and the gate is for engineers.
const Consequences = lazy(async () => ({
  default: (await import("./views/consequences/Consequences.tsx")).Consequences,
}))
const Gate = lazy(async () => ({ default: (await import("./views/gate/Gate.tsx")).Gate }))
const Network = lazy(async () => ({ default: (await import("./views/network/Network.tsx")).Network }))
const ScenarioView = lazy(async () => ({
  default: (await import("./views/scenario/ScenarioView.tsx")).ScenarioView,
}))

export function App() {
  const language = useLanguage()
  const format = useMemo(() => createFormat(language), [language])

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    void refreshLibrary()
    void adoptJob()
  }, [])

  return (
    <FormatContext value={format}>
      <Header />
      <LostServer />
      <FirstLook />
      <main>
        <View />
      </main>
      <Tour />
      <ConsentDialog />
    </FormatContext>
  )
}

function View() {
  const { view, run } = usePlace()
  const newest = useStore(library).runs?.[0]?.id ?? null
  // Without a run in the address the newest one is opened, and the address says so.
  useEffect(() => {
    if (run === null && newest !== null) replacePlace({ run: newest })
  }, [run, newest])
  return (
    // Elsewhere the fault may not be: another view or run gets its own try.
    <ErrorBoundary key={`${view}/${run}`}>
      <Suspense fallback={<Loading m="md" />}>
        {view === "runs" ? (
          <Runs />
        ) : view === "scenario" ? (
          <ScenarioView />
        ) : view === "gate" ? (
          <Gate />
        ) : (
          <RunFrame>
            <OfRun view={view} />
          </RunFrame>
        )}
      </Suspense>
    </ErrorBoundary>
  )
}

function OfRun({ view }: { readonly view: ViewName }) {
  switch (view) {
    case "consequences":
      return <Consequences />
    case "detectors":
      return <Detectors />
    case "accounts":
      return <Accounts />
    case "compare":
      return <Compare />
    case "network":
      return <Network />
    case "realism":
      return <Realism />
    default:
      return <TradeOffs />
  }
}
