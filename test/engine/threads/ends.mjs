/** A worker that ends its thread in the middle of a task. */
export default () => process.exit(7)
