import type { ChildProcess } from "node:child_process"

const START_SECONDS = 90

/** The first address that a starting workbench prints on its standard output. */
export function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ""
    const limit = setTimeout(
      () => reject(new Error(`no address after ${START_SECONDS} s`)),
      START_SECONDS * 1000,
    )
    child.stdout?.on("data", (part) => {
      said += String(part)
      const [address] = said.match(/http:\/\/\S+(?=\n)/) ?? []
      if (!address) return
      clearTimeout(limit)
      resolve(address)
    })
    child.on("exit", (code) => {
      clearTimeout(limit)
      reject(new Error(`it ended with exit code ${code} before it told its address`))
    })
  })
}
