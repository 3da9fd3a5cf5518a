/** Before any test: `out/` is what the sources say. */
import { ensureBuilt } from "../../scripts/build.mjs"

export default ensureBuilt
