/** What can be saved of a panel: a chart, a table. A panel collects what its parts announce, and offers it in one menu. */
import { createContext, useContext, useEffect, useId, useMemo, useRef, useState } from "react"
import type { Key } from "../i18n/index.ts"
import { BasisContext, withBasis } from "./basis.ts"
import { toCsv } from "./csv.ts"
import type { Table } from "./table.ts"

export const SAVE_FORMATS = ["png", "svg", "csv"] as const
export type SaveFormat = (typeof SAVE_FORMATS)[number]

export interface Savable {
  /** Heads its part of the menu. */
  readonly name: string
  /** Begins the file's name, without what tells the run; e.g. "roc". */
  readonly stem: string
  /** Made when asked for, from what is on the screen then. */
  readonly make: Partial<Record<SaveFormat, () => Promise<Blob>>>
}

export const FORMAT_NAMES: Readonly<Record<SaveFormat, Key>> = {
  png: "save.png",
  svg: "save.svg",
  csv: "save.csv",
}

export const csvFile = (table: Table) => new Blob([toCsv(table)], { type: "text/csv;charset=utf-8" })

interface Collector {
  put(key: string, savable: Savable): void
  drop(key: string): void
}

export const CollectorContext = createContext<Collector | null>(null)

/** For whoever offers the menu: what was announced below, and the context's value that collects it. */
export function useCollector(): { savables: readonly Savable[]; collector: Collector } {
  const [collected, setCollected] = useState<ReadonlyMap<string, Savable>>(new Map())
  const [collector] = useState<Collector>(() => ({
    put: (key, savable) => setCollected((before) => new Map(before).set(key, savable)),
    drop: (key) =>
      setCollected((before) => {
        const rest = new Map(before)
        rest.delete(key)
        return rest
      }),
  }))
  return { savables: useMemo(() => [...collected.values()], [collected]), collector }
}

/**
 * Announces something that can be saved. Returns it when no panel is there to offer it. The formats that it can be
 * made in must not change while it is shown; how it is made may.
 */
export function useSavable(savable: Savable): Savable | null {
  const collector = useContext(CollectorContext)
  const key = useId()
  const latest = useRef(savable)
  latest.current = savable
  const { name, stem } = savable
  const announced = useMemo((): Savable => {
    const formats = SAVE_FORMATS.filter((format) => latest.current.make[format])
    return {
      name,
      stem,
      make: Object.fromEntries(formats.map((format) => [format, () => latest.current.make[format]!()])),
    }
  }, [name, stem])
  useEffect(() => collector?.put(key, announced), [collector, key, announced])
  useEffect(() => () => collector?.drop(key), [collector, key])
  return collector ? null : announced
}

/** Announces the numbers of a table, or of anything that is not a chart. `stem` begins the file's name, e.g. "cohorts". */
export function useSavableTable(name: string, stem: string, table: () => Table): void {
  const basis = useContext(BasisContext)
  useSavable({ name, stem, make: { csv: async () => csvFile(withBasis(table(), basis)) } })
}
