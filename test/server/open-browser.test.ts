import { describe, expect, it } from "vitest"
import { hasDisplay, openCommand } from "../../src/server/open-browser.ts"

describe("the browser", () => {
  it("is opened by each system's own command", () => {
    const address = "http://127.0.0.1:1/?token=a&b=c"
    expect(openCommand(address, "linux")).toEqual(["xdg-open", address])
    expect(openCommand(address, "darwin")).toEqual(["open", address])
    expect(openCommand(address, "win32")).toEqual([
      "cmd",
      "/c",
      "start",
      '""',
      "http://127.0.0.1:1/?token=a^&b=c",
    ])
  })

  it("is opened on Linux only where there is a display", () => {
    expect(hasDisplay("linux", {})).toBe(false)
    expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true)
    expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true)
    expect(hasDisplay("darwin", {})).toBe(true)
  })
})
