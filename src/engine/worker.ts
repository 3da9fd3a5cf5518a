/** The worker thread's side: answers one task after another. */
export { answer as default } from "./protocol.ts"
