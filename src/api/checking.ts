/** `assay check` of the workbench's own folder of scenarios, as a job runs it. */
import { DataError } from "../core/errors.ts"
import { FALSE_ALARMS, writeBaseline } from "../core/gate/index.ts"
import type { Run } from "../core/run.ts"
import type { Scenario } from "../core/scenario/schema.ts"
import { checkScenarios, type SimulatedRun } from "../engine/check.ts"
import { checkSubjects } from "../engine/check-subjects.ts"
import { baselineTexts, readCheckFolder, writeBaselines } from "../store/check-folder.ts"
import type { BaselineFolder } from "./baseline-updates.ts"
import type { PrepareCheck } from "./check-routes.ts"
import { ConsentError } from "./failures.ts"
import type { PluginAccess } from "./plugin-consent.ts"
import type { WorkOptions } from "./tracked.ts"

interface CheckingParts {
  /** Of scenarios; its baselines are within. */
  readonly folder: string
  readonly plugins: PluginAccess
  readonly simulate: (
    scenario: Scenario,
    options: WorkOptions & { readonly workers: number },
  ) => Promise<SimulatedRun>
  /** Keeps a run, so that its accounts can be opened. */
  readonly write: (run: Run) => Promise<unknown>
}

export function createChecking({ folder, plugins, simulate, write }: CheckingParts): PrepareCheck {
  return async ({ only, anew = false }) => {
    const { path, subjects } = await subjectsOf(folder, only, anew)
    for (const { scenario } of subjects.subjects) await requireConsent(plugins, scenario)
    return async (options) => {
      const { report, baselines } = await checkScenarios(subjects, {
        folder,
        path,
        rate: FALSE_ALARMS,
        matters: {},
        anew,
        signal: options.signal,
        simulate: ({ scenario }, onProgress) =>
          simulate(scenario, {
            ...options,
            onProgress: ({ stage, fraction }) => onProgress(stage, fraction),
          }),
        onRun: async (run) => void (await write(run)),
        onProgress: ({ scenario, place, of, stage, fraction }) =>
          options.onProgress({ stage, fraction, part: { name: scenario, place, of } }),
      })
      const texts = [...baselines].map(([file, baseline]) => [file, writeBaseline(baseline)] as const)
      return { report, baselines: new Map(texts) }
    }
  }
}

async function subjectsOf(folder: string, only: readonly string[] | undefined, anew: boolean) {
  const { path, scenarios, baselines } = await readCheckFolder(folder)
  try {
    return { path, subjects: checkSubjects({ scenarios, baselines, anew, ...(only && { only }) }) }
  } catch (error) {
    throw error instanceof DataError ? new DataError(`${folder}: ${error.message}`) : error
  }
}

/** Says which of the scenarios asks for it. */
async function requireConsent(plugins: PluginAccess, scenario: Scenario): Promise<void> {
  try {
    await plugins.require(scenario)
  } catch (error) {
    throw error instanceof ConsentError
      ? new ConsentError(error.message, error.plugins, scenario.name)
      : error
  }
}

export const baselinesIn = (folder: string): BaselineFolder => ({
  folder,
  read: async () => baselineTexts(await readCheckFolder(folder)),
  write: (texts, gone) => writeBaselines(folder, texts, gone),
})
