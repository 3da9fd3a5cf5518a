/** Where things lie: the project's own files, and the user's runs. */
import { existsSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { configFolder } from "../store/trust.ts"

export interface Places {
  readonly version: string
  readonly root: string
  readonly rendererFolder: string
  readonly preloadFile: string
  readonly workerFile: URL
  /** What plug-ins run in. */
  readonly hostFile: URL
  /** ASSAY_SCENARIOS, or the ones that Assay comes with; the editor saves there too. */
  readonly scenarioFolder: string
  /** ASSAY_STORE, or `runs` in the folder that the command was started in. */
  readonly storeFolder: string
  /** ASSAY_CONFIG, or the user's own: what was consented to is remembered there. */
  readonly configFolder: string
}

/** The same from the sources and from any chunk of the build: the folder above with our package.json. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`no package.json above ${fileURLToPath(import.meta.url)}`)
    folder = parent
  }
  return folder
}

export function findPlaces(environment: NodeJS.ProcessEnv = process.env): Places {
  const root = findRoot()
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }
  return {
    version,
    root,
    rendererFolder: join(root, "out/renderer"),
    preloadFile: join(root, "out/preload/index.cjs"),
    workerFile: pathToFileURL(join(root, "out/main/worker.js")),
    hostFile: pathToFileURL(join(root, "out/main/host.js")),
    scenarioFolder: resolve(environment.ASSAY_SCENARIOS || join(root, "simulations")),
    storeFolder: resolve(environment.ASSAY_STORE || "runs"),
    configFolder: configFolder(environment),
  }
}
