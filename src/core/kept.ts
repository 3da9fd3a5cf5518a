/**
 * What is kept of earlier work, by content: a population, the notes of a part of it, and what one detector found in it. Core
 * only names the keys, by all that the value depends on; where and how long something is kept is the store's affair.
 */
export type KeptKind = "population" | "notes" | "findings"

export interface Kept {
  /** Undefined when it is not there, or not whole. Values are plain objects of typed arrays, numbers and texts. */
  get(kind: KeptKind, key: string): Promise<unknown | undefined>
  /** Resolves when it is kept; a full disk loses the value and nothing else. */
  put(kind: KeptKind, key: string, value: unknown): Promise<void>
}
