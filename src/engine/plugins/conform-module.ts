/** The conformance suite over a module, in its host: every call of its code is made there. */
import { CHECKS, EVIDENCE_CHECKS } from "../../core/detection/conformance/checks.ts"
import { NotKept } from "../../core/detection/conformance/hold.ts"
import { populations } from "../../core/detection/conformance/populations.ts"
import type { Detector } from "../../core/detection/detector.ts"
import type { Beat } from "./beat.ts"
import { type Check, type HostNews, messageOf } from "./hosted.ts"

export async function conformModule(
  detector: Detector,
  orderTolerance: number,
  beat: Beat,
  tell: (news: HostNews) => void,
): Promise<null> {
  const run = async (check: Check, work: () => void | Promise<void>) => {
    tell({ checking: check })
    beat.begin("checking")
    const problem = await problemOf(work)
    beat.idle()
    tell({ checked: { ...check, problem } })
  }
  for (const [check, work] of Object.entries(CHECKS)) await run({ check, over: null }, () => work(detector))
  for (const { name, isCrowded, load } of populations) {
    const evidence = await load()
    const options = { orderTolerance: isCrowded ? orderTolerance : 0, alwaysTells: false }
    for (const [check, work] of Object.entries(EVIDENCE_CHECKS))
      await run({ check, over: name }, () => work(detector, evidence, options))
  }
  return null
}

/** What a check found; null when all is kept. */
export async function problemOf(work: () => void | Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return error instanceof NotKept ? error.message : messageOf(error)
  }
}
