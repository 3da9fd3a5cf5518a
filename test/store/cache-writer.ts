/**
 * A process of its own that uses a cache, beside others or on a full disk.
 * Arguments: the folder, its limit, bytes an entry, how many entries. Prints how many of them it found again.
 */
import { openCache } from "../../src/store/cache.ts"

const [folder, ...numbers] = process.argv.slice(2)
const [limit, bytes, entries] = numbers.map(Number)
const cache = openCache({ folder: folder!, limit: limit! })
const column = (entry: number) => new Uint8Array(bytes!).fill(entry)
let found = 0
for (let entry = 0; entry < entries!; entry++) {
  const key = `${bytes} bytes, ${entry}`
  await cache.put("findings", key, { column: column(entry) })
  const value = (await cache.get("findings", key)) as { column: Uint8Array } | undefined
  if (value === undefined) continue
  if (!Buffer.from(value.column).equals(column(entry))) throw new Error(`entry ${entry} is another one`)
  found++
}
process.stdout.write(`${found}\n`)
