/** Programs: what they are sent, what they may answer, and each fault by its name. No process outlives its work. */
import { execFileSync } from "node:child_process"
import { describe, expect, it } from "vitest"
import { type PluginEvidence, type PluginFindings, pluginSchema } from "../../../src/core/detection/plugin.ts"
import { evidenceOf, sizeOfEvidence } from "../../../src/core/evidence/hand-made.ts"
import { generateTile } from "../../../src/core/population/tile.ts"
import { Beat } from "../../../src/engine/plugins/beat.ts"
import { readPluginContent } from "../../../src/engine/plugins/content.ts"
import type { Hosted } from "../../../src/engine/plugins/hosted.ts"
import type { OpenOptions } from "../../../src/engine/plugins/open.ts"
import { describeProgram, judgeByProgram } from "../../../src/engine/plugins/program.ts"
import { folder, open, population, SETTINGS, write } from "./workplace.ts"

const DESCRIPTION = {
  type: "detector",
  protocol: 1,
  id: "post-count",
  layer: "behaviour",
  title: "Posts",
  version: 1,
  reads: ["posts.time"],
  features: [{ id: "posts", title: "Posts", unit: "count" }],
}

/** A sound program in JavaScript; `judge` is its answer to a message, `hello` its answer to the first. */
const text = (judge = "sound(message)", hello = JSON.stringify(DESCRIPTION), before = "") => `
  const say = (value) => process.stdout.write(typeof value === "string" ? value : JSON.stringify(value) + "\\n")
  const sound = ({ batch, accounts }) => ({
    type: "scores", batch,
    scores: accounts.map(({ posts }) => posts.length > 0 ? Math.min(1, posts.length / 100) : null),
    features: accounts.map(({ posts }) => [posts.length]),
    reasons: accounts.map(({ posts }) => posts.length > 20 ? [{ text: "weak", weight: 0.1 }, { text: posts.length + " posts", weight: 0.5 }] : []),
  })
  ${before}
  require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const message = JSON.parse(line)
    const answer = message.type === "hello" ? (${hello}) : (${judge})
    if (answer !== undefined) say(answer)
  })`

const settings = (name: string, more = {}) => ({ program: [process.execPath, name], ...more })

/** Five accounts, two of whom posted. */
function five(): PluginEvidence {
  const posts = [{ time: 5 }, { time: 9 }]
  const evidence = evidenceOf([{ posts }, {}, { posts }, {}, {}])
  return { kind: "evidence", evidence, size: sizeOfEvidence(evidence) }
}

async function judged(settings: object, options: Partial<OpenOptions> = {}): Promise<PluginFindings> {
  const plugin = await open(settings, options)
  return plugin.detect(five(), SETTINGS, () => {})
}

const failure = (settings: object) =>
  judged(settings).then(
    () => "none",
    (error: Error) => error.message,
  )

/** Spoken to from this thread, since none of these hangs: what is wrong is told alike. */
async function faultOf(hosted: Extract<Hosted, { kind: "program" }> & { mark: string }): Promise<string> {
  const beat = new Beat()
  try {
    const description = await describeProgram(hosted, beat, () => {})
    await judgeByProgram(
      hosted,
      description,
      five(),
      beat,
      () => {},
      () => {},
    )
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
  return "none"
}

/** Numbers of processes that run a file of the tests' folder. */
function left(): string[] {
  const all = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n")
  return all.filter((line) => line.includes(folder) || /plugin-\d+\.cjs/.test(line))
}

describe("a program", () => {
  it("judges every account of a world, in as many batches as it takes", async () => {
    const evidence = await population()
    if (evidence.kind !== "world") throw new Error("a world is needed")
    const plugin = await open(settings(write(text(), ".cjs"), { batch: 100 }))
    const { score, features, reasons } = await plugin.detect(evidence, SETTINGS, () => {})
    const tile = generateTile(evidence.world, 0, 600)
    const posts = [...score.keys()].map((i) => tile.posts!.offset[i + 1]! - tile.posts!.offset[i]!)
    expect([...features.posts!]).toEqual(posts)
    expect([...score]).toEqual(posts.map((n) => (n > 0 ? Math.fround(Math.min(1, n / 100)) : Number.NaN)))
    const many = [...posts.keys()].filter((account) => posts[account]! > 20)
    expect(many.length).toBeGreaterThan(0)
    expect([...reasons.account]).toEqual(many.flatMap((account) => [account, account]))
    expect(reasons.text.slice(0, 2)).toEqual([`${posts[many[0]!]} posts`, "weak"])
  })

  it("is sent no more of the evidence than it declares, in words and numbers", async () => {
    const reads = [
      "profiles",
      "posts.time",
      "posts.media",
      "interactions.kind",
      "interactions.object",
      "follows",
      "reports",
    ]
    const hello = JSON.stringify({ ...DESCRIPTION, reads })
    const echo = "(console.error(JSON.stringify(message)), sound(message))"
    const evidence = evidenceOf([
      {
        posts: [{ time: 7, media: { hash: [1, 0xabcdef01], provenance: "generated" } }, { time: 8 }],
        actions: [
          { time: 3, kind: 1, object: 4, target: 2, latency: 6 },
          { time: 4, kind: 3 },
        ],
        follows: [2, 1],
        reports: [{ time: 1, reporter: 2, decided: 4, upheld: 3 }],
      },
    ])
    const said: string[] = []
    const plugin = await open(settings(write(text(echo, hello), ".cjs")), {
      onSaid: (line) => said.push(line),
    })
    await plugin.detect({ kind: "evidence", evidence, size: sizeOfEvidence(evidence) }, SETTINGS, () => {})
    const message = JSON.parse(said[0]!)
    expect(message).toMatchObject({ type: "accounts", batch: 0, periodStart: evidence.periodStart })
    const [account] = message.accounts
    expect(account.posts[0].media.spectrum).toHaveLength(16)
    delete account.posts[0].media.spectrum
    expect(account).toEqual({
      account: 0,
      profile: { ageDays: 400, followers: 100, following: 100, verified: false, language: "zh" },
      posts: [
        {
          post: 0,
          time: 7,
          media: { kind: "image", hash: "00000001abcdef01", exif: false, provenance: "generated" },
        },
        { post: 1, time: 8, media: null },
      ],
      interactions: [
        { kind: "comment", object: 4 },
        { kind: "follow", object: null },
      ],
      follows: [1, 2],
      reports: [{ time: 1, reporter: 2, reporterDecided: 4, reporterUpheld: 3 }],
    })
  })

  it("reads what was written, of a world, and is told why it cannot of a log", async () => {
    const hello = JSON.stringify({ ...DESCRIPTION, reads: ["posts.text"] })
    const name = write(
      text("(console.error(message.accounts.flatMap(({ posts }) => posts)[0].text), sound(message))", hello),
      ".cjs",
    )
    const said: string[] = []
    const plugin = await open(settings(name), { onSaid: (line) => said.push(line) })
    await plugin.detect(await population(), SETTINGS, () => {})
    expect(said[0]).toMatch(/\p{L}{2}/u)
    expect(await failure(settings(name))).toContain("reads posts.text, which a log keeps as hashes")
  })

  const answer = (change: string) => `Object.assign(sound(message), ${change})`
  const faults: [
    fault: string,
    says: string,
    judge?: string | undefined,
    hello?: string | undefined,
    before?: string,
  ][] = [
    ["is none", "none"],
    ["says NaN", "line 2 of its stdout is not JSON", '\'{"type":"scores","batch":0,"scores":[NaN]}\\n\''],
    [
      "scores above 1",
      "score of account 0 must be in [0, 1] or null, got 2",
      answer("{ scores: [2, 0, 0, 0, 0] }"),
    ],
    [
      "scores with text",
      'score of account 1 must be in [0, 1] or null, got "high"',
      answer('{ scores: [0, "high", 0, 0, 0] }'),
    ],
    [
      "scores too few",
      "scores of batch 0 must be a list of 5, one an account, got 4",
      answer("{ scores: [0, 0, 0, 0] }"),
    ],
    [
      "leaves out features",
      "features of batch 0 must be a list of 5, one an account, got nothing",
      answer("{ features: undefined }"),
    ],
    [
      "leaves out one feature",
      "features of account 0 must be a list of 1, one a feature, got 0",
      answer("{ features: [[], [], [], [], []] }"),
    ],
    [
      "gives a feature as text",
      'feature posts of account 0 must be a number or null, got "2"',
      answer('{ features: [["2"], [0], [0], [0], [0]] }'),
    ],
    [
      "gives a feature that no column can hold",
      "feature posts of account 1 must be a number of at most 3.4e38 or null, got 1e+300",
      answer("{ features: [[2], [1e300], [0], [0], [0]] }"),
    ],
    [
      "tells a reason without text",
      "reasons for account 0: text must be 1 to 300 characters, got nothing",
      answer("{ reasons: [[{ weight: 1 }], [], [], [], []] }"),
    ],
    [
      "tells too many reasons",
      "reasons for account 4 must be at most 5, got 6",
      answer('{ reasons: [[], [], [], [], Array(6).fill({ text: "a", weight: 1 })] }'),
    ],
    ["answers another batch", "batch must be 0, got 7", answer("{ batch: 7 }")],
    [
      "answers twice",
      "batch must be none, as all are answered, got 0",
      "(say(sound(message)), sound(message))",
    ],
    [
      "says something else",
      'line 2 of its stdout is not JSON: "hello there"; what is meant for people belongs on stderr',
      '"hello there\\n"',
    ],
    ["says an error", 'says "no model"', '({ type: "error", message: "no model" })'],
    [
      "never ends its line",
      "a line must be of at most 147456 characters",
      '(setInterval(() => say("x".repeat(9999)), 1), undefined)',
    ],
    [
      "exits",
      "ended with exit code 3 before it had answered accounts 0 to 4, after 1 restart",
      "process.exit(3)",
    ],
    [
      "exits at start",
      "ended with exit code 4 before it had described itself, after 1 restart",
      undefined,
      undefined,
      "process.exit(4)",
    ],
    ["is killed", "was ended by SIGKILL before it had answered", "process.kill(process.pid, 'SIGKILL')"],
    [
      "speaks another protocol",
      "protocol must be 1, got 2",
      undefined,
      JSON.stringify({ ...DESCRIPTION, protocol: 2 }),
    ],
    [
      "has a wrong description",
      "reads[0] must be one of profiles, ",
      undefined,
      JSON.stringify({ ...DESCRIPTION, reads: ["all"] }),
    ],
    [
      "describes itself anew each time",
      "describes itself otherwise than when it was opened",
      undefined,
      `Object.assign(${JSON.stringify(DESCRIPTION)}, { version: process.pid })`,
    ],
  ]
  it.each(faults)("whose fault %s is named", async (_, says, judge, hello, before) => {
    const name = write(text(judge, hello, before), ".cjs")
    const hosted = {
      kind: "program",
      command: [process.execPath, name],
      folder,
      batch: 5,
      restarts: 1,
      mark: name,
    } as const
    expect(await faultOf(hosted)).toContain(says)
  })

  it("is quoted when it ends with a complaint", async () => {
    const name = write(text("(console.error('oh'), process.exit(3))"), ".cjs")
    expect(await failure(settings(name, { restarts: 0 }))).toBe(
      'detector post-count: ended with exit code 3 before it had answered accounts 0 to 4; its last words: "oh"',
    )
  })

  it("that hangs is ended and named, before and after it has described itself", async () => {
    const [mute, deaf] = await Promise.all([
      failure(settings(write("setInterval(() => {}, 999)", ".cjs"), { seconds: 1 })),
      failure(settings(write(text("undefined"), ".cjs"), { seconds: 1, batch: 2 })),
    ])
    expect(mute).toMatch(
      /^detector program \S+ plugin-\d+.cjs: hangs: it did not describe itself within 1 s$/,
    )
    expect(deaf).toBe("detector post-count: hangs: no answer to accounts 0 to 1 within 1 s")
  })

  it("that talks without end fills no memory, and its last words are still heard", async () => {
    const flood =
      '(() => { for (let k = 0; k < 500; k++) require("node:fs").writeSync(2, "on and on\\n".repeat(6500)); ' +
      'require("node:fs").writeSync(2, "done\\n"); process.exit(3) })()'
    let heard = 0
    const name = write(text(flood), ".cjs")
    const judging = judged(settings(name, { restarts: 0 }), {
      onSaid: (line) => {
        heard += line.length
      },
    })
    await expect(judging).rejects.toThrow(/ended with exit code 3 .*on and on\\ndone"$/)
    // It said 30 MB.
    expect(heard).toBeLessThan(10_000_000)
  })

  it("that is not there is named", async () => {
    expect(await failure({ program: ["no-such-program-of-ours"] })).toBe(
      "detector program no-such-program-of-ours: no-such-program-of-ours cannot be started: there is no such program",
    )
    expect(await failure({ program: ["node"], files: ["no.model"] })).toContain("files[0]: there is no file ")
  })

  it("that ends before it has answered is started again, and sent what it owes", async () => {
    const once = `
      const fs = require("node:fs")
      const isFirst = () => { try { fs.mkdirSync(__filename + ".seen"); return true } catch { return false } }`
    const judge = "message.batch === 1 && isFirst() ? process.exit(1) : sound(message)"
    const name = write(text(judge, undefined, once), ".cjs")
    const found = await judged(settings(name, { batch: 2 }))
    expect([...found.features.posts!]).toEqual([2, 0, 2, 0, 0])
  })

  it("may take in a batch larger than any pipe while it answers at length", async () => {
    const long = answer(
      `{ reasons: message.accounts.map(() => Array(5).fill({ text: "x".repeat(300), weight: 1 })) }`,
    )
    const hello = JSON.stringify({ ...DESCRIPTION, reads: ["posts.time", "posts.text", "posts.media"] })
    const plugin = await open(settings(write(text(long, hello), ".cjs"), { batch: 300 }))
    const { reasons } = await plugin.detect(await population(), SETTINGS, () => {})
    expect(reasons.text).toHaveLength(3000)
  })

  it("has another digest when its file or one that it names changes", async () => {
    const model = write("1", ".model")
    const other = write("2", ".model")
    const name = write(text(), ".cjs")
    const digest = async (more: object) =>
      (await readPluginContent(pluginSchema.parse(settings(name, more)), folder)).digest
    const plain = await digest({})
    expect(plain).toMatch(/^[0-9a-f]{64}$/)
    expect(await digest({})).toBe(plain)
    expect(await digest({ batch: 7, seconds: 9 })).toBe(plain)
    const digests = [plain, await digest({ files: [model] }), await digest({ files: [other] })]
    expect(new Set(digests).size).toBe(3)
  })

  it("ends with the work that is cancelled, and with what it started itself", async () => {
    const child = `require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 999)", __filename])`
    const deaf = write(text("(console.error('judging'), undefined)", undefined, child), ".cjs")
    const cancel = new AbortController()
    const plugin = await open(settings(deaf), {
      signal: cancel.signal,
      onSaid: () => cancel.abort(),
    })
    await expect(plugin.detect(five(), SETTINGS, () => {})).rejects.toThrow("cancelled")
    await expect.poll(left, { timeout: 10_000 }).toEqual([])
  })

  it.runIf(process.platform === "linux")(
    "takes along what left its group, also when it ends by itself",
    async () => {
      const child = `require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 999)", __filename], { detached: true, stdio: "ignore" }).unref()`
      const name = write(text(undefined, undefined, child), ".cjs")
      await judged(settings(name))
      await expect.poll(left, { timeout: 10_000 }).toEqual([])
    },
  )
})
