/**
 * A process of its own that writes runs, to be killed or starved by a test.
 * Arguments: the store's folder, the number of accounts, how many runs to write.
 */
import { openStore } from "../../src/store/store.ts"
import { madeUpRun } from "./run.ts"

const [folder, accounts, runs] = process.argv.slice(2)
const store = openStore(folder!)
try {
  for (let salt = 1; salt <= Number(runs); salt++) {
    await store.write(madeUpRun({ accounts: Number(accounts), salt: 1 + (salt % 2) }))
    process.stdout.write("written\n")
  }
} catch (error) {
  process.stdout.write(`${(error as Error).name}: ${(error as Error).message}\n`)
}
