/** A worker that asks for more memory than there is, in one piece, as the real one answers then. */
export default () => ({
  failure: { message: "Array buffer allocation failed", isMendable: false, isOutOfMemory: true },
})
