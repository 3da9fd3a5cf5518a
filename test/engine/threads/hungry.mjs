/** A worker that ends as Node ends a thread whose heap is full. */
export default () =>
  new Promise(() => {
    setImmediate(() => {
      throw Object.assign(new Error("JS heap out of memory"), { code: "ERR_WORKER_OUT_OF_MEMORY" })
    })
  })
