/** Zeroed typed arrays that threads can share. */
export const shared = {
  f64: (length: number) => new Float64Array(new SharedArrayBuffer(length * 8)),
  f32: (length: number) => new Float32Array(new SharedArrayBuffer(length * 4)),
  u32: (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4)),
  u16: (length: number) => new Uint16Array(new SharedArrayBuffer(length * 2)),
  u8: (length: number) => new Uint8Array(new SharedArrayBuffer(length)),
  i8: (length: number) => new Int8Array(new SharedArrayBuffer(length)),
}

type Columns = ArrayLike<number> & ArrayBufferView & { set(values: ArrayLike<number>): void }
type ColumnsOf = new (buffer: SharedArrayBuffer) => Columns

/** The same with every typed array in shared memory, so that it travels between threads without being copied. */
export function inSharedMemory<Value>(value: Value): Value {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof SharedArrayBuffer) return value
    const columns = value as unknown as Columns
    const copy = new (columns.constructor as ColumnsOf)(new SharedArrayBuffer(columns.byteLength))
    copy.set(columns)
    return copy as unknown as Value
  }
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, inSharedMemory(part)]),
  ) as Value
}
