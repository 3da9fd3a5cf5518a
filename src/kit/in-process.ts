/**
 * A detector object as a plug-in that runs where it is: in the process of a test, so that its author can set break
 * points in it and sees where it threw. It is judged as in a host's thread, but nothing ends it when it hangs.
 */
import type { Detector } from "../core/detection/detector.ts"
import type { Plugin } from "../core/detection/plugin.ts"
import { DetectorError } from "../core/errors.ts"
import { Beat } from "../engine/plugins/beat.ts"
import { PluginFault } from "../engine/plugins/hosted.ts"
import { describeModule, judgeByModule, requireDetector } from "../engine/plugins/module.ts"

export function inProcessPlugin(object: Detector): Plugin {
  const name = `object ${object.id}`
  const detector = blaming(name, () => requireDetector(object))
  const description = describeModule(detector)
  return {
    kind: "module",
    source: name,
    digest: null,
    description,
    detect: (evidence, settings, onDone) =>
      judgeByModule(detector, description, evidence, settings, new Beat(), onDone).catch((error) => {
        throw blamed(description.id, error)
      }),
  }
}

function blaming<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw blamed(name, error)
  }
}

/** With what it threw as the cause, whose stack a test shows. */
function blamed(name: string, error: unknown): unknown {
  if (!(error instanceof PluginFault)) return error
  return Object.assign(new DetectorError(name, error.message), { cause: error.cause })
}
