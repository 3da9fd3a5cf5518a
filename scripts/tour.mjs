/** npm run tour: walks the six questions on the quickstart and renews the pictures of docs/tour.md. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { root } from "./build.mjs"

const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/vitest/vitest.mjs"), "run", "--project", "e2e", "six-questions"],
  { cwd: root, stdio: "inherit", env: { ...process.env, UPDATE_TOUR: "1" } },
)
process.exitCode = status ?? 1
