/**
 * How Assay was started, for commands that are told to be typed: `npx assay` when npx or `npm exec` started it, since then
 * the shell knows no `assay` by itself. Both set npm_command.
 */
export const CALLED = process.env.npm_command === "exec" ? "npx assay" : "assay"
