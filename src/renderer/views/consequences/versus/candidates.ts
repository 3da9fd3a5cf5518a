/** The policies that the setting can be held against: those that Assay comes with, pins, and a file. */
import { useMemo, useState } from "react"
import type { NamedPolicy } from "../../../../api/contract.ts"
import type { Policy } from "../../../../core/policy/policy.ts"
import { ApiFailure, api } from "../../../api/client.ts"
import { useDial } from "../../../state/dial.ts"
import { usePlace } from "../../../state/location.ts"
import { settingOfPin } from "../../../state/pins.ts"
import { policyOf } from "../../../state/policy.ts"
import { type Resource, useResource } from "../../../state/resource.ts"
import { createStore, useStore } from "../../../state/store.ts"

export interface Candidate {
  /** What it is chosen by. */
  readonly id: string
  readonly group: "bundled" | "pins" | "file"
  readonly name: string
  readonly policy: Policy
}

/** Of the last file that was opened for this. */
const fromFile = createStore<Candidate | null>(null)

export interface Candidates {
  readonly all: readonly Candidate[]
  readonly bundled: Resource<NamedPolicy[]>
  /** Why the last file could not be taken, or null. */
  readonly problem: { readonly file: string; readonly message: string } | null
  /** The id of what the file holds; null when it is none. */
  open(file: File): Promise<string | null>
}

export function useCandidates(): Candidates {
  const { scenario } = useDial().run.manifest
  const { pins } = usePlace()
  const file = useStore(fromFile)
  const bundled = useResource("policies", api.policies)
  const [problem, setProblem] = useState<Candidates["problem"]>(null)
  const all = useMemo((): readonly Candidate[] => {
    const named = bundled.state === "ready" ? bundled.value : []
    return [
      ...named.map(({ name, policy }) => ({
        id: `bundled:${name}`,
        group: "bundled" as const,
        name,
        policy,
      })),
      ...pins.map((pin, at) => ({
        id: `pin:${at}:${pin.name}`,
        group: "pins" as const,
        name: pin.name,
        policy: policyOf(settingOfPin(pin, scenario), pin.name),
      })),
      ...(file === null ? [] : [file]),
    ]
  }, [bundled, pins, file, scenario])

  async function open(chosen: File): Promise<string | null> {
    try {
      const policy = await api.parsePolicy(await chosen.text(), chosen.name)
      const candidate = { id: `file:${chosen.name}`, group: "file" as const, name: policy.name, policy }
      fromFile.set(candidate)
      setProblem(null)
      return candidate.id
    } catch (error) {
      if (error instanceof ApiFailure) setProblem({ file: chosen.name, message: error.message })
      return null
    }
  }
  return { all, bundled, problem, open }
}
