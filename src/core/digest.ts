/** Checksums: two runs are the same when their digests are. */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import type { Evidence } from "./evidence/evidence.ts"
import { mix32 } from "./random/streams.ts"

/** SHA-256 over texts and columns in the order given; lower-case hex. */
export function digestOf(parts: readonly (string | ArrayBufferView)[]): string {
  const hash = sha256.create()
  for (const part of parts) {
    if (typeof part === "string") hash.update(utf8ToBytes(`${part}\n`))
    // The hash refuses shared memory, so columns are copied.
    else hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength).slice())
  }
  return bytesToHex(hash.digest())
}

/** A 64-bit checksum of a tile's evidence as two words; cheap enough to take of every tile. */
export function tileChecksum(tile: Evidence): readonly [number, number] {
  const sum: [number, number] = [tile.firstAccount, tile.accountCount]
  const { posts, interactions, follows, reports } = tile
  for (const column of [
    posts?.offset,
    posts?.time,
    posts?.tokenOffset,
    posts?.tokens,
    interactions?.offset,
    interactions?.time,
  ])
    fold(sum, column)
  for (const column of [interactions?.kind, interactions?.object, interactions?.target]) fold(sum, column)
  for (const column of [follows?.offset, follows?.target]) fold(sum, column)
  for (const column of [reports?.offset, reports?.time, reports?.reporter]) fold(sum, column)
  return [mix32(sum[0]), mix32(sum[1])]
}

function fold(sum: [number, number], column: ArrayLike<number> | undefined): void {
  if (!column) return
  let [a, b] = sum
  for (let i = 0; i < column.length; i++) {
    a = Math.imul(a ^ column[i], 0x01000193)
    b = (Math.imul(b, 31) + column[i]) | 0
  }
  sum[0] = mix32(a ^ column.length)
  sum[1] = mix32(b + column.length)
}
