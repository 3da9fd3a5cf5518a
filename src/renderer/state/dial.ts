/**
 * The dial: what moves the setting, which everything on screen follows.
 *
 * While it is turned, listeners are told at most once a frame and draw without React; when it is let go,
 * React and the address learn where it came to rest. Where it rested can be gone back to.
 */
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from "react"
import { type OperatingPoint, operatingPoint } from "../../core/evaluation/index.ts"
import { back, begin, forth, type History, step } from "./history.ts"
import { type LabelledRun, type LoadedRun, sameDefinition } from "./run.ts"
import { type Change, changed, type Setting, sameSetting, takesFrom } from "./setting.ts"

export type { Setting } from "./setting.ts"

/** What is to be drawn in one frame. */
export interface Picture {
  readonly setting: Setting
  /** The accounts by the setting's definition. */
  readonly labelled: LabelledRun
  readonly point: OperatingPoint
  /** Whether curves that depend on who is AI-managed must be computed anew. */
  readonly labelsMoved: boolean
  /** Whether those that depend on prevalence as well must. */
  readonly curvesMoved: boolean
  /** Whether the dial has not come to rest: curves may be drawn coarsely, and are drawn again at rest. */
  readonly moving: boolean
}

/** Keys pressed no longer than this apart, in milliseconds, are one move. */
const QUICK_MS = 1000

type FrameListener = (picture: Picture) => void

export class Dial {
  private setting: Setting
  private rests: History<Setting>
  private drawn: Setting | null = null
  private frame = 0
  /** Where a key last left the dial, and when in milliseconds. */
  private keyed: { readonly at: Setting; readonly time: number } | null = null
  private readonly frameListeners = new Set<FrameListener>()
  private readonly restListeners = new Set<() => void>()

  constructor(
    readonly run: LoadedRun,
    setting: Setting,
  ) {
    this.setting = setting
    this.rests = begin(setting)
  }

  current(): Setting {
    return this.setting
  }

  /** The picture as of now, for whoever starts to listen. */
  picture(): Picture {
    const { tier, threshold, prevalence, definition } = this.setting
    const labelled = this.run.labelledBy(definition)
    const point = {
      ...operatingPoint(labelled.index, takesFrom(this.setting, tier), prevalence),
      threshold,
    }
    return { setting: this.setting, labelled, point, labelsMoved: true, curvesMoved: true, moving: false }
  }

  /** Turns the dial; call `rest` when it is let go. */
  turn(change: Change): void {
    this.setting = changed(this.setting, change)
    if (!this.frame) this.frame = window.requestAnimationFrame(() => this.draw())
  }

  rest(): void {
    const { present } = this.rests
    if (sameSetting(present, this.setting)) return
    // Looking at another tier is no change to go back from.
    const onlySelects = sameSetting(changed(present, { tier: this.setting.tier }), this.setting)
    this.settle(onlySelects ? { ...this.rests, present: this.setting } : step(this.rests, this.setting))
  }

  /** As `rest`, of a key let go at `time` (ms): quick presses on one tier are a single step to go back from, as a drag is. */
  restByKey(time: number): void {
    const { rests, keyed, setting } = this
    const goesOn =
      keyed !== null &&
      keyed.at === rests.present &&
      setting.tier === rests.present.tier &&
      time - keyed.time < QUICK_MS
    if (!goesOn) this.rest()
    else if (!sameSetting(rests.present, setting)) this.settle({ ...rests, present: setting, future: [] })
    this.keyed = { at: this.rests.present, time }
  }

  undo(): void {
    this.goTo(back(this.rests))
  }

  redo(): void {
    this.goTo(forth(this.rests))
  }

  readonly canUndo = (): boolean => this.rests.past.length > 0
  readonly canRedo = (): boolean => this.rests.future.length > 0

  /** Turns and lets go. */
  set(change: Change): void {
    this.turn(change)
    this.rest()
  }

  onFrame(listener: FrameListener): () => void {
    this.frameListeners.add(listener)
    return () => this.frameListeners.delete(listener)
  }

  readonly onRest = (listener: () => void): (() => void) => {
    this.restListeners.add(listener)
    return () => this.restListeners.delete(listener)
  }

  readonly rested = (): Setting => this.rests.present

  private goTo(rests: History<Setting>): void {
    if (rests === this.rests) return
    this.turn(rests.present)
    this.settle(rests)
  }

  private settle(rests: History<Setting>): void {
    this.rests = rests
    for (const listener of this.restListeners) listener()
  }

  private draw(): void {
    this.frame = 0
    const { drawn, setting } = this
    const labelsMoved = drawn === null || !sameDefinition(drawn.definition, setting.definition)
    const curvesMoved = labelsMoved || drawn.prevalence !== setting.prevalence
    const moving = !sameSetting(this.rests.present, setting)
    const picture = { ...this.picture(), labelsMoved, curvesMoved, moving }
    this.drawn = this.setting
    for (const listener of this.frameListeners) listener(picture)
  }
}

export const DialContext = createContext<Dial | null>(null)

export function useDial(): Dial {
  const dial = useContext(DialContext)
  if (!dial) throw new Error("useDial needs a run on the screen")
  return dial
}

/** Where the dial last came to rest; renders again when it rests elsewhere. */
export function useRested(): Setting {
  const dial = useDial()
  return useSyncExternalStore(dial.onRest, dial.rested)
}

/** The accounts by the definition on which the dial last came to rest. */
export function useLabelled(): LabelledRun {
  const { definition } = useRested()
  return useDial().run.labelledBy(definition)
}

/** Calls `draw` now and once in every frame in which the dial moved. */
export function useFrame(draw: (picture: Picture) => void): void {
  const dial = useDial()
  const latest = useRef(draw)
  latest.current = draw
  useEffect(() => {
    latest.current(dial.picture())
    return dial.onFrame((picture) => latest.current(picture))
  }, [dial])
  // What is drawn also depends on language and colours, so a new render draws again.
  useEffect(() => {
    latest.current(dial.picture())
  })
}
