/** Zeroed typed arrays that threads can share. */
export const shared = {
  f64: (length: number) => new Float64Array(new SharedArrayBuffer(length * 8)),
  f32: (length: number) => new Float32Array(new SharedArrayBuffer(length * 4)),
  u32: (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4)),
  u16: (length: number) => new Uint16Array(new SharedArrayBuffer(length * 2)),
  u8: (length: number) => new Uint8Array(new SharedArrayBuffer(length)),
  i8: (length: number) => new Int8Array(new SharedArrayBuffer(length)),
}
