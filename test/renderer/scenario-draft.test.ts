import { afterAll, beforeEach, describe, expect, it, vi } from "vitest"

type DraftModule = typeof import("../../src/renderer/views/scenario/draft.ts")

/** What the page has of the browser, as far as a draft uses it; the storage outlives a reload. */
let storage: Map<string, string>
let storageIsFull = false
let answers: Record<string, unknown>
let hash: string

function browser() {
  vi.stubGlobal("window", {
    location: { hash: "", pathname: "/", search: "" },
    history: {
      replaceState(_state: unknown, _title: string, address: string) {
        hash = address
      },
    },
    addEventListener: () => {},
    sessionStorage: {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (storageIsFull) throw new DOMException("full", "QuotaExceededError")
        storage.set(key, value)
      },
    },
  })
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    const answer = answers[`${init?.method ?? "GET"} ${path}`]
    if (answer === undefined)
      return Response.json({ kind: "NotFoundError", message: `no ${path}` }, { status: 404 })
    return Response.json(typeof answer === "function" ? await answer(init) : answer)
  })
}

// Other files run in this process, too.
afterAll(() => {
  vi.unstubAllGlobals()
})

/** The module as a page that was just loaded has it. */
async function load(): Promise<DraftModule> {
  vi.resetModules()
  return import("../../src/renderer/views/scenario/draft.ts")
}

const file = (name: string, text: string) => ({ name, file: `${name}.yaml`, text, digest: `of ${text}` })

function opened({ draft }: DraftModule) {
  const current = draft.get()
  if (current.state !== "open") throw new Error(`the draft is ${current.state}`)
  return current
}

beforeEach(() => {
  storage = new Map()
  storageIsFull = false
  hash = ""
  answers = {
    "GET /api/scenarios/quick": file("quick", "name: quick\n"),
    "GET /api/runs/quick-01/scenario": { text: "name: quick\ndays: 7\n" },
    "GET /api/scenarios": [],
    "GET /api/runs": [],
  }
  browser()
})

describe("a draft", () => {
  it("is opened from a file, from a run and from new", async () => {
    const page = await load()
    await page.openSource("quick")
    expect(opened(page)).toMatchObject({
      source: "quick",
      file: { digest: "of name: quick\n", isOurs: false },
    })
    await page.openSource(page.sourceOfRun("quick-01"))
    expect(page.textOf(opened(page))).toBe("name: quick\ndays: 7\n")
    expect(opened(page).file).toBeNull()
    await page.openSource(page.NEW)
    expect(page.textOf(opened(page))).toBe("name: new-scenario\n")
  })

  it("says what the server said where it cannot be opened", async () => {
    const page = await load()
    await page.openSource("none")
    expect(page.draft.get()).toEqual({
      state: "failed",
      source: "none",
      message: "no /api/scenarios/none",
      isLost: false,
    })
  })

  it("is of what was asked for last, whichever answer comes last", async () => {
    const page = await load()
    let answer = (_: unknown) => {}
    answers["GET /api/scenarios/slow"] = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const slow = page.openSource("slow")
    await page.openSource("quick")
    answer(file("slow", "name: slow\n"))
    await slow
    expect(opened(page).source).toBe("quick")
  })

  it("takes changes of one kind that follow each other as one step back, and others apart", async () => {
    const page = await load()
    await page.openSource("quick")
    for (const days of [8, 9, 10]) page.edit(`name: quick\ndays: ${days}\n`, "days")
    page.edit("name: quick\ndays: 10\nseed: a\n", "seed")
    page.undo()
    expect(page.textOf(opened(page))).toBe("name: quick\ndays: 10\n")
    page.undo()
    expect(page.textOf(opened(page))).toBe("name: quick\n")
    expect(page.isDirty(opened(page))).toBe(false)
    page.redo()
    expect(page.textOf(opened(page))).toBe("name: quick\ndays: 10\n")
    // Going back ends a step: the same kind begins another one.
    page.edit("name: quick\ndays: 11\n", "days")
    page.undo()
    expect(page.textOf(opened(page))).toBe("name: quick\ndays: 10\n")
  })

  it("is there again after a reload, still unsaved", async () => {
    const page = await load()
    await page.openSource("quick")
    page.edit("name: quick\ndays: 9\n", "days")
    const again = await load()
    expect(again.textOf(opened(again))).toBe("name: quick\ndays: 9\n")
    expect(again.isDirty(opened(again))).toBe(true)
  })

  it("goes on where the browser's storage is full or holds nonsense", async () => {
    storage.set("assay.draft", "{")
    const page = await load()
    expect(page.draft.get()).toEqual({ state: "none" })
    storageIsFull = true
    await page.openSource("quick")
    page.edit("name: quick\ndays: 9\n", "days")
    expect(page.isDirty(opened(page))).toBe(true)
  })

  it("is of the saved file from then on, and what was typed meanwhile is unsaved", async () => {
    const page = await load()
    await page.openSource("quick")
    page.edit("name: other\n", "name")
    let sent: unknown
    answers["PUT /api/scenarios/other"] = (init: RequestInit) => {
      sent = JSON.parse(String(init.body))
      page.edit("name: other\ndays: 9\n", "days")
      return file("other", "name: other\n")
    }
    await page.save("other", "name: other\n", null)
    expect(sent).toEqual({ text: "name: other\n", replaces: null })
    expect(opened(page)).toMatchObject({ source: "other", file: { name: "other", isOurs: true } })
    expect(hash).not.toContain("quick")
    expect(page.isDirty(opened(page))).toBe(true)
    page.undo()
    expect(page.isDirty(opened(page))).toBe(false)
  })

  it("stays as it is when saving fails", async () => {
    const page = await load()
    await page.openSource("quick")
    page.edit("name: other\n", "name")
    await expect(page.save("other", "name: other\n", null)).rejects.toThrow("no /api/scenarios/other")
    expect(opened(page)).toMatchObject({ source: "quick" })
    expect(page.isDirty(opened(page))).toBe(true)
  })
})
