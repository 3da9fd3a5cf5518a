import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { type Consent, configFolder, openTrust } from "../../src/store/trust.ts"
import { freshFolder } from "./folder.ts"

const late: Consent = { source: "module ./late.ts", folder: "/work", digest: "a".repeat(64) }
const remote: Consent = { source: "endpoint http://127.0.0.1:8080/", folder: null, digest: null }

describe("trust", () => {
  it("remembers what was consented to, and nothing else", async () => {
    const folder = join(freshFolder(), "made", "on demand")
    const trust = openTrust(folder)
    expect(await trust.has(late)).toBe(false)
    await trust.give([late])
    await trust.give([remote, late])
    const later = openTrust(folder)
    expect(await later.has(late)).toBe(true)
    expect(await later.has(remote)).toBe(true)
    expect(JSON.parse(readFileSync(trust.file, "utf8")).consents).toHaveLength(2)
    expect(readdirSync(folder)).toEqual(["trust.json"])
  })

  it.each([
    ["the content has changed", { ...late, digest: "b".repeat(64) }],
    ["the same words stand in another folder", { ...late, folder: "/elsewhere" }],
    ["it is called otherwise", { ...late, source: "module ./later.ts" }],
    ["it is another address", { ...remote, source: "endpoint http://127.0.0.1:8081/" }],
  ])("asks again when %s", async (_, consent) => {
    const trust = openTrust(freshFolder())
    await trust.give([late, remote])
    expect(await trust.has(consent)).toBe(false)
  })

  it.runIf(process.platform !== "win32")("is nobody else's to read or write", async () => {
    const trust = openTrust(freshFolder())
    await trust.give([late])
    expect(statSync(trust.file).mode & 0o777).toBe(0o600)
  })

  it("neither believes nor overwrites a file that it cannot make out", async () => {
    const folder = freshFolder()
    mkdirSync(folder, { recursive: true })
    const trust = openTrust(folder)
    writeFileSync(trust.file, '{"consents": true}')
    await expect(trust.has(late)).rejects.toThrow(/trust\.json: this is not a list of consents/)
    await expect(trust.give([late])).rejects.toThrow(/trust\.json/)
    expect(readFileSync(trust.file, "utf8")).toBe('{"consents": true}')
  })

  it("stands where the user's settings are", () => {
    expect(configFolder({ ASSAY_CONFIG: "/own", XDG_CONFIG_HOME: "/xdg" })).toBe("/own")
    expect(configFolder({ XDG_CONFIG_HOME: "/xdg" })).toBe(join("/xdg", "assay"))
    expect(configFolder({})).toMatch(/assay$/)
  })
})
