/**
 * Named, seeded streams. Every draw comes from a stream named by what it is for (seed / stage / number),
 * so that a new detector changes no population and a new archetype changes no other account.
 *
 * The generator is Tyche-i (Neves and Farias 2011, "Fast and small nonlinear pseudorandom number generators
 * for computer simulation") in seedrandom's implementation. A stream's 53-bit seed is a hash of its name.
 */
import tychei from "seedrandom/lib/tychei.js"

/** Uniform draws. */
export interface Random {
  /** In [0, 1), with 32 bits of resolution. */
  (): number
  /** A signed 32-bit integer. */
  int32(): number
}

/** 32-bit FNV-1a over UTF-16 code units, with a start value so that two hashes can be independent. */
function hashText(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix32(hash)
}

/** The finalizer of MurmurHash3: a bijection on 32 bits in which every bit depends on every other. */
export function mix32(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A family of streams for one stage; `at(n)` is the stream of account (or operator, or draw) n. */
export interface Stage {
  at(number: number): Random
}

export function stage(seed: string, name: string): Stage {
  const path = `${seed}/${name}`
  const high = hashText(path, 0x811c9dc5)
  const low = hashText(path, 0x9747b28c)
  return {
    at(number) {
      const a = mix32(high ^ mix32(number + 1))
      const b = mix32(low + Math.imul(number + 1, 0x9e3779b1))
      return tychei((a & 0x1fffff) * 0x100000000 + b) as unknown as Random
    },
  }
}

/** The one stream of a name, e.g. stream(seed, "roster/assignment"). */
export function stream(seed: string, name: string): Random {
  return stage(seed, name).at(0)
}
