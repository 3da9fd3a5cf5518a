/**
 * How long a frame takes while somebody drags a handle of the trade-offs at a million accounts: the built page in a real
 * browser, moved by real pointer events. Told is the time that scripts take in the frames in which something moved, and
 * how many frames a second the browser drew meanwhile; on a display of 60 Hz a frame has 16.7 ms.
 */
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Browser, Page } from "playwright-core"
import { ARROW_STREAM, encodeColumns } from "../src/api/columns.ts"
import { startServer } from "../src/server/server.ts"
import { type LargeRun, largeRun } from "./large-run.ts"

export interface FrameTime {
  readonly name: string
  /** Milliseconds of scripts a frame. */
  readonly median: number
  readonly p95: number
  readonly framesPerSecond: number
}

export interface FrameTimes {
  readonly accounts: number
  /** null without a browser; then `drags` is empty. */
  readonly browser: string | null
  /** Seconds from opening the page to the first chart. */
  readonly opening: number
  readonly drags: readonly FrameTime[]
}

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

function findChromium(): string | null {
  const named = process.env.ASSAY_CHROMIUM
  return (named ? [named] : CANDIDATES).find((path) => existsSync(path)) ?? null
}

/** Pointer moves of one drag. */
const MOVES = 90

interface Drag {
  readonly name: string
  /** Query of the address. */
  readonly place: string
  /** Where to press, and how far to drag, in pixels. */
  readonly path: (page: Page) => Promise<{ x: number; y: number; by: number }>
}

/** From where a slider's handle is, `by` of its length on. */
const slider =
  (testId: string, by: number): Drag["path"] =>
  async (page) => {
    const input = page.getByTestId(testId)
    await input.scrollIntoViewIfNeeded()
    const box = (await input.boundingBox())!
    const at = await input.evaluate((element) => {
      const { value, min, max } = element as unknown as Record<"value" | "min" | "max", string>
      return (Number(value) - Number(min)) / (Number(max) - Number(min))
    })
    return { x: box.x + 8 + at * (box.width - 16), y: box.y + box.height / 2, by: by * box.width }
  }

/** Across a chart from one share of its width to another. */
const across =
  (testId: string, from: number, to: number, down = 0.5): Drag["path"] =>
  async (page) => {
    const chart = page.getByTestId(testId)
    await chart.scrollIntoViewIfNeeded()
    const box = (await chart.boundingBox())!
    return { x: box.x + from * box.width, y: box.y + down * box.height, by: (to - from) * box.width }
  }

const CAP = "cap=archetype:casual:0.5"

const DRAGS: readonly Drag[] = [
  ...["tiers", "curves", "hit", "cost", "pair"].flatMap((charts): Drag[] => [
    {
      name: `${charts}: threshold`,
      place: `charts=${charts}`,
      path: across("sweep-chart", 0.3, 0.8),
    },
    { name: `${charts}: prevalence`, place: `charts=${charts}`, path: slider("prevalence-slider", -0.5) },
    { name: `${charts}: oversight`, place: `charts=${charts}`, path: slider("definition-oversight", 0.6) },
  ]),
  { name: "curves: automation", place: "charts=curves", path: slider("definition-automation", -0.4) },
  { name: "curves: days", place: "charts=curves", path: slider("definition-days", 0.4) },
  ...(
    [
      ["watch", 0.2],
      ["label", 0.2],
      ["limit", 0.2],
      ["review", 0.2],
      ["suspend", -0.2],
    ] as const
  ).map(
    ([tier, by]): Drag => ({
      name: `hit: tier ${tier}`,
      place: "charts=hit",
      path: slider(`tier-handle-${tier}`, by),
    }),
  ),
  { name: "cost: a wrong flag", place: "charts=cost", path: slider("cost-slider-falsePositive", -0.5) },
  { name: "hit: a cap", place: `charts=hit&${CAP}`, path: capHandle },
]

/** The cap on the first row: its tick is looked for along the row. */
async function capHandle(page: Page): Promise<{ x: number; y: number; by: number }> {
  const chart = page.getByTestId("cohort-chart")
  await chart.evaluate((canvas) => canvas.scrollIntoView({ block: "center" }))
  const box = (await chart.boundingBox())!
  const y = box.y + 33
  for (let x = box.x + box.width - 4; x > box.x; x -= 6) {
    await page.mouse.move(x, y)
    const cursor = await chart.evaluate((canvas) => (canvas as HTMLElement).style.cursor)
    if (cursor === "ew-resize") return { x, y, by: -0.4 * box.width }
  }
  throw new Error("the cap on the first cohort was not found")
}

export async function measureFrames(accounts: number): Promise<FrameTimes> {
  const browserPath = findChromium()
  if (!browserPath) return { accounts, browser: null, opening: 0, drags: [] }
  const run = await largeRun(accounts)
  const server = await startServer({
    api: { fetch: answering(run) },
    rendererFolder: join(dirname(fileURLToPath(import.meta.url)), "../renderer"),
    port: 0,
  })
  const { chromium } = createRequire(import.meta.url)("playwright-core") as typeof import("playwright-core")
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  })
  try {
    return await measureIn(browser, server.url, run, accounts)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function measureIn(
  browser: Browser,
  url: string,
  run: LargeRun,
  accounts: number,
): Promise<FrameTimes> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(120_000)
  await page.addInitScript(watchFrames)
  const started = performance.now()
  await page.goto(url)
  await page.getByTestId("sweep-chart").waitFor()
  const opening = (performance.now() - started) / 1000
  const drags: FrameTime[] = []
  for (const { name, place, path } of DRAGS) {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, `#/trade-offs?run=${run.manifest.id}&${place}`)
    // A definition that was moved is moved back, and whatever waits for rest has its time.
    await page.waitForTimeout(2500)
    drags.push({ name, ...(await timeDrag(page, path)) })
  }
  return { accounts, browser: browser.version(), opening, drags }
}

async function timeDrag(page: Page, path: Drag["path"]): Promise<Omit<FrameTime, "name">> {
  const { x, y, by } = await path(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.evaluate(() => window.assayFrames.begin())
  for (let move = 1; move <= MOVES; move++) await page.mouse.move(x + (by * move) / MOVES, y)
  const { milliseconds, framesPerSecond } = await page.evaluate(() => window.assayFrames.end())
  await page.mouse.up()
  // Frames in which nothing moved are no measure of those in which something did.
  const busy = milliseconds.filter((spent) => spent > 0.2).sort((a, b) => a - b)
  const at = (share: number) => busy[Math.min(busy.length - 1, Math.floor(share * busy.length))] ?? 0
  return { median: at(0.5), p95: at(0.95), framesPerSecond }
}

declare global {
  interface Window {
    assayFrames: {
      begin(): void
      end(): { milliseconds: number[]; framesPerSecond: number }
    }
  }
}

/** Runs in the page before its own scripts: adds up what each frame's callbacks take. */
function watchFrames(): void {
  const request = window.requestAnimationFrame.bind(window)
  let spent: { frame: number; milliseconds: number }[] = []
  let watching = false
  let frames = 0
  let begun = 0
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      const before = performance.now()
      callback(time)
      const took = performance.now() - before
      const last = spent.at(-1)
      if (last && last.frame === time) last.milliseconds += took
      else if (watching) spent.push({ frame: time, milliseconds: took })
    })
  function count(): void {
    frames++
    if (watching) request(count)
  }
  window.assayFrames = {
    begin() {
      spent = []
      frames = 0
      watching = true
      begun = performance.now()
      request(count)
    },
    end() {
      watching = false
      return {
        milliseconds: spent.map(({ milliseconds }) => milliseconds),
        framesPerSecond: (1000 * frames) / (performance.now() - begun),
      }
    },
  }
}

/** An api that has this one run and nothing else. */
function answering({ manifest, columns }: LargeRun): (request: Request) => Response {
  const bytes = encodeColumns(columns)
  const { id, name, createdAt, accounts, digest, scenario } = manifest
  const entry = {
    id,
    name,
    title: name,
    createdAt,
    accounts,
    prevalence: scenario.prevalence,
    digest,
    seconds: 0,
    bytes: 0,
  }
  return (request) => {
    switch (new URL(request.url).pathname) {
      case "/api/runs":
        return Response.json([entry])
      case `/api/runs/${id}`:
        return Response.json(manifest)
      case `/api/runs/${id}/columns`:
        return new Response(bytes, { headers: { "content-type": ARROW_STREAM } })
      case "/api/health":
        return Response.json({ name: "assay", version: "bench" })
      default:
        return Response.json([])
    }
  }
}
