import { readFileSync } from "node:fs"
import { gunzipSync, gzipSync } from "node:zlib"
import { DuckDBInstance } from "@duckdb/node-api"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { INTERACTION_KINDS, NONE } from "../../src/core/evidence/evidence.ts"
import { type LogMapping, readLog } from "../../src/store/log.ts"
import { countCoActionPairs } from "./coActionPairs.ts"
import { freshFile, freshFolder } from "./folder.ts"
import { testOnLog } from "./shared-data.ts"

const MAP = { account: "who", time: "when", object: "url" }
const HEADER = "who,when,url\n"
const read = (text: string | Uint8Array, mapping: LogMapping = MAP, name = "log.csv") =>
  readLog(freshFile(name, text), mapping)
const failure = async (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: Error) => `${error.name} ${error.message.replace(/\/\S*\//, "")}`,
  )

/** Everything the evidence says, in names, one line an event. */
function story(log: Awaited<ReturnType<typeof readLog>>): string[] {
  const { evidence, accountNames, objectNames } = log
  const lines: string[] = []
  const each = (part: { offset: Uint32Array; time: Uint32Array } | undefined, say: (i: number) => string) => {
    for (let account = 0; part && account < evidence.accountCount; account++) {
      for (let i = part.offset[account]!; i < part.offset[account + 1]!; i++) {
        lines.push(`${accountNames[account]} ${evidence.periodStart + part.time[i]!} ${say(i)}`)
      }
    }
  }
  const { posts, interactions, reports } = evidence
  const nameOf = (names: readonly string[], number: number) => (number === NONE ? "-" : names[number]!)
  each(posts, (i) =>
    posts!.tokenOffset ? `post ${posts!.tokenOffset[i + 1]! - posts!.tokenOffset[i]!}` : "post",
  )
  each(interactions, (i) => {
    const kind = INTERACTION_KINDS[interactions!.kind[i]!]
    const { object, target } = interactions!
    return `${kind} ${nameOf(objectNames, object[i]!)} ${nameOf(accountNames, target[i]!)}`
  })
  each(reports, (i) => `reported by ${nameOf(accountNames, reports!.reporter[i]!)}`)
  return lines
}

describe("a readable log", () => {
  test("makes every row a post and every row with an object a share, sorted by account and time", async () => {
    const log = await read(`${HEADER}b,20,u\na,30,v\na,10,\n`)
    expect(story(log)).toEqual(["a 10 post", "a 30 post", "b 20 post", "a 30 share v -", "b 20 share u -"])
    expect(log.rows).toEqual({ read: 3, used: 3, unreadable: 0, reasons: [] })
    expect(log.size).toEqual({ accounts: 2, posts: 3, interactions: 2 })
    expect(log.fields).toEqual(["posts.time", "interactions.time", "interactions.object"])
    expect(log.missing.map(({ field }) => field)).toEqual([
      "profiles",
      "posts.text",
      "posts.style",
      "posts.media",
      "interactions.kind",
      "interactions.target",
      "interactions.latency",
      "follows",
      "reports",
    ])
  })

  test("knows how long after an object's publication somebody acted, where a post names itself", async () => {
    const rows = [
      "ann,100,n1,post",
      "bob,160,n1,comment",
      "cid,90,n1,like",
      "cid,500,n2,share",
      "ann,700,n1,post",
    ]
    const log = await read(`who,when,url,what\n${rows.join("\n")}\n`, { ...MAP, kind: "what" })
    // bob's comment; cid's like, before the post; cid's share of what nobody posted.
    expect([...log.evidence.interactions!.latency!]).toEqual([60, NONE, NONE])
    expect(log.fields).toContain("interactions.latency")
    const without = await read(`who,when,url,what\n${rows.slice(1, 4).join("\n")}\n`, {
      ...MAP,
      kind: "what",
    })
    const found = without.missing.find(({ field }) => field === "interactions.latency")
    expect(found!.why).toBe("no object is a post of the log, one that names itself as its object")
  })

  test("says the same whatever the order of its rows", async () => {
    const rows = ["b,20,u,x y", "a,30,v,z", "a,30,u,", "a,30,v,a b c", "é,5,w,q", "B,7,u,r"]
    const mapping = { ...MAP, text: "text" }
    const one = await read(`who,when,url,text\n${rows.join("\n")}\n`, mapping)
    const other = await read(`who,when,url,text\n${rows.reverse().join("\n")}\n`, mapping)
    expect(other).toEqual(one)
    expect(one.accountNames).toEqual(["B", "a", "b", "é"])
  })

  test("numbers accounts by code units, also where bytes of UTF-8 order otherwise", async () => {
    const names = ["\u{1F600}", "\uff21", "z", "007", "7"]
    const log = await read(HEADER + names.map((name, i) => `${name},${i},${name}\n`).join(""))
    expect(log.accountNames).toEqual([...names].sort())
    expect(log.objectNames).toEqual([...names].sort())
    expect(story(log).filter((line) => line.includes("share"))).toEqual(
      [...names].sort().map((name) => `${name} ${names.indexOf(name)} share ${name} -`),
    )
  })

  test("begins its period at midnight (UTC) before the first row and ends it with the last", async () => {
    const { evidence } = await read(`${HEADER}a,1629589836,\nb,1629676236,\n`)
    expect(evidence.periodStart).toBe(Date.UTC(2021, 7, 21) / 1000)
    expect(evidence.periodStart + evidence.periodSeconds).toBe(1629676237)
  })

  test("keeps values with quotes, commas, line ends and every kind of line end", async () => {
    const text = 'who,when,url\r\n"a ""b"", c",1,"x\ny"\nd,2,\r\ne,3,5"\n'
    const log = await read(text)
    expect(log.accountNames).toEqual(['a "b", c', "d", "e"])
    expect(log.objectNames).toEqual(['5"', "x\ny"])
    expect(log.rows.used).toBe(3)
  })

  test.each([
    [";", "log.csv"],
    ["|", "log.csv"],
    ["\t", "log.csv"],
    ["\t", "log.tsv"],
  ])("finds the delimiter %j of %s", async (delimiter, name) => {
    const text = '\ufeffwho,when,url\n"a,1",1,u\n'.replaceAll(/(?<!a),/g, delimiter)
    const log = await read(text, MAP, name)
    expect(log.accountNames).toEqual(["a,1"])
  })

  test("reads gzip, whatever its name", async () => {
    const packed = gzipSync(`${HEADER}a,1,u\n`)
    for (const name of ["log.csv.gz", "log.csv"]) expect((await read(packed, MAP, name)).rows.used).toBe(1)
  })

  test("takes a file name for a name, not for a pattern", async () => {
    expect((await read(`${HEADER}a,1,u\n`, MAP, "a*[1]?'s.csv")).rows.used).toBe(1)
  })

  test("takes the hash for the object when none is mapped, and the target when neither is", async () => {
    const text = "who,when,hash,to\na,1,h,b\n"
    const names = { account: "who", time: "when" }
    const byHash = await read(text, { ...names, hash: "hash", target: "to" })
    expect(byHash.objectsFrom).toBe("hash")
    expect(story(byHash)).toEqual(["a 1 post", "a 1 share h b"])
    const byTarget = await read(text, { ...names, target: "to" })
    expect(story(byTarget)).toEqual(["a 1 post", "a 1 share b b"])
    expect(byTarget.accountNames).toEqual(["a", "b"])
    const neither = await read(text, names)
    expect(neither.evidence.interactions).toBeUndefined()
    expect(neither.missing.find(({ field }) => field === "interactions.time")!.why).toMatch(/no column/)
  })

  test("takes NA and its like for missing, unless quoted", async () => {
    const log = await read(`${HEADER}a,1,NA\nb,2,"NA"\nc,3,\\N\nnull,4,u\n`)
    expect(log.objectNames).toEqual(["NA"])
    expect(log.rows.reasons).toEqual([
      { reason: "the account is empty", rows: 1, example: 'account "", time "4"' },
    ])
  })

  test("reports progress that never falls and ends at 1", async () => {
    const seen: number[] = []
    await readLog(freshFile("log.csv", `${HEADER}a,1,u\n`), MAP, { onProgress: (_, at) => seen.push(at) })
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
  })
})

describe("kinds", () => {
  const mapping = { ...MAP, target: "to", kind: "what" }
  const log = (rows: string) => read(`who,when,url,to,what\n${rows}`, mapping)

  test("tell posts, interactions and reports apart", async () => {
    const found = await log("a,1,p,,post\nb,2,p,a,Like\nb,3,,a,follow\nc,4,,a,report\na,5,q,,save\n")
    expect(story(found)).toEqual([
      "a 1 post",
      "a 5 save q -",
      "b 2 like p a",
      "b 3 follow - a",
      "a 4 reported by c",
    ])
    const { reports } = found.evidence
    expect([...reports!.reporterDecided, ...reports!.reporterUpheld]).toEqual([0, 0])
    expect(found.objectNames).toEqual(["p", "q"])
  })

  test("that are unknown, empty or lack their target are counted", async () => {
    const { rows } = await log("a,1,p,,post\nb,2,p,a,poke\nc,3,p,a,\nd,4,p,,report\n")
    expect(rows).toMatchObject({ read: 4, used: 1, unreadable: 3 })
    expect(rows.reasons.map(({ reason }) => reason)).toEqual([
      "a report has no target",
      "the kind is empty",
      "the kind is none of post, like, comment, reply, follow, share, save, report",
    ])
    expect(rows.reasons[2]!.example).toBe('account "b", time "2", kind "poke", target "a"')
  })
})

describe("times", () => {
  test.each([
    ["1629589836", "seconds"],
    ["1629589836.75", "seconds"],
    ["1.629589836e9", "seconds"],
    ["1629589836123", "milliseconds"],
    ["1629589836123456", "microseconds"],
    ["1629589836123456789", "nanoseconds"],
    ["2021-08-21T23:50:36Z", "timestamps"],
    ["2021-08-21T23:50:36.999Z", "timestamps"],
    ["2021-08-21 23:50:36", "timestamps"],
    ["2021-08-22T07:50:36+08:00", "timestamps"],
  ])("%s is read as %s", async (time, unit) => {
    const { evidence, times } = await read(`${HEADER}a,${time},u\n`)
    expect(evidence.periodStart + evidence.posts!.time[0]!).toBe(1629589836)
    expect(times).toEqual([{ unit, rows: 1 }])
  })

  test.each(["yesterday", "2021-02-30", "-5", "1e30", "nan", "inf", "12:30", "5000000000"])(
    "%s is unreadable",
    async (time) => {
      const { rows } = await read(`${HEADER}a,1,u\nb,${time},u\n`)
      expect(rows).toMatchObject({ read: 2, used: 1, unreadable: 1 })
      expect(rows.reasons[0]!.example).toContain(`time "${time}"`)
    },
  )
})

describe("broken lines of CSV", () => {
  test("are counted, each with its reason and an example", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}a,1,u\nshort,2\nlong,3,u,v,w\nb,,u\n,4,u\nc,soon,u\nd,"5"x,u\n\n`),
      Buffer.from([0x65, 0xff, 0x2c, 0x36, 0x2c, 0x75, 0x0a]),
      Buffer.from("f,7,u"),
    ])
    const { rows, accountNames } = await read(bytes)
    expect(accountNames).toEqual(["a", "f"])
    expect(rows).toMatchObject({ read: 9, used: 2, unreadable: 7 })
    expect(Object.fromEntries(rows.reasons.map(({ reason, example }) => [reason, example]))).toEqual({
      "the line has fewer columns than the header": "short,2",
      "the line has more columns than the header": "long,3,u,v,w",
      "a quote is not closed, or text follows the closing quote": 'd,"5"x,u',
      "the text is not UTF-8": expect.stringMatching(/^e.,6,u$/),
      "the time is empty": 'account "b", time ""',
      "the account is empty": 'account "", time "4"',
      "the time is neither a number nor an ISO 8601 date and time": 'account "c", time "soon"',
    })
  })

  test("lose one line, not the rest of the file, to a quote that is never closed", async () => {
    const good = Array.from({ length: 5000 }, (_, i) => `a${i},${i},u\n`).join("")
    for (const tail of ["", 'z,1,"quoted"\n', 'z,1,"x"\n'.repeat(3)]) {
      const { rows } = await read(`${HEADER}b,1,"u\n${good}${tail}`)
      const expected = 5000 + tail.split("\n").length - 1
      expect(rows).toMatchObject({ read: expected + 1, used: expected, unreadable: 1 })
      expect(rows.reasons[0]!.example).toBe('b,1,"u')
    }
  })

  test("count every line when a quote swallows more than the reader can hold", async () => {
    const good = `c,3,${"x".repeat(90)}\n`.repeat(60_000)
    const { rows } = await read(`${HEADER}b,1,"u\n${good}`)
    expect(rows).toMatchObject({ read: 60_001, used: 60_000, unreadable: 1 })
  })

  test("never vanish: every line that is not blank is used or counted", async () => {
    const cell = fc.constantFrom("a", "7", "1629589836", "x y", "", " ", "é", "=", "#", "\\", "'")
    const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(","))
    const end = fc.constantFrom("\n", "\r\n")
    const lines = fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 120, size: "max" })
    await fc.assert(
      fc.asyncProperty(lines, async (body) => {
        const text = `${HEADER}first,1,u\n${body.map((parts) => parts.join("")).join("")}`
        const { rows } = await read(text)
        expect(rows.read).toBe(1 + body.filter(([content]) => content.trim() !== "").length)
        expect(rows.used + rows.unreadable).toBe(rows.read)
        expect(rows.reasons.reduce((sum, reason) => sum + reason.rows, 0)).toBe(rows.unreadable)
      }),
      // Opening a database takes the time, not the lines.
      { numRuns: 15 },
    )
  })

  test("are counted where lines end now in one way, now in another", async () => {
    const text = "who,when,url\r\na,1,u\r\nb,2,u\r\nc,3,u,b,extra,fields\nd,4,v\r\ne,5\nf,6,w\r\n"
    for (const bytes of [text, gzipSync(text)]) {
      const log = await read(bytes)
      expect(log.rows).toMatchObject({ read: 6, used: 4, unreadable: 2 })
      expect(log.rows.reasons.map(({ reason, example }) => [reason, example])).toEqual([
        ["the line has fewer columns than the header", "e,5"],
        ["the line has more columns than the header", "c,3,u,b,extra,fields"],
      ])
      expect(log.objectNames).toEqual(["u", "v", "w"])
    }
  })

  test("are the same whatever ends their lines", async () => {
    const cell = fc.constantFrom("a", "7", "1629589836", "x y", "", "é", '"q, r"')
    const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(","))
    const lines = fc.array(fc.tuple(line, fc.constantFrom("\n", "\r\n")), {
      minLength: 1,
      maxLength: 90,
      size: "max",
    })
    await fc.assert(
      fc.asyncProperty(lines, async (body) => {
        const even = await read(`${HEADER}first,1,u\n${body.map(([content]) => `${content}\n`).join("")}`)
        const mixed = await read(`${HEADER}first,1,u\r\n${body.map((parts) => parts.join("")).join("")}`)
        expect(mixed.rows).toEqual(even.rows)
        expect(story(mixed)).toEqual(story(even))
      }),
      { numRuns: 15 },
    )
  })

  test("leave texts that span lines whole when only single lines are broken", async () => {
    const { rows, objectNames } = await read(`${HEADER}a,1,"x\ny"\nb,2,"q"r\nc,3,"z\n\nz"\n`)
    expect(rows).toMatchObject({ read: 3, used: 2, unreadable: 1 })
    expect(objectNames).toEqual(["x\ny", "z\n\nz"])
  })
})

describe("JSON lines", () => {
  const json = (text: string, mapping: LogMapping = MAP) => read(text, mapping, "log.jsonl")

  test("keep ids as they are written", async () => {
    const log = await json(
      '{"who":"007","when":1,"url":"u\\n,\\""}\n{"who":7,"when":"2"}\n{"who":12345678901234567890,"when":3e0,"url":null}',
    )
    expect(log.accountNames).toEqual(["007", "12345678901234567890", "7"])
    expect(log.objectNames).toEqual(['u\n,"'])
    expect(log.rows).toMatchObject({ read: 3, used: 3 })
  })

  test("count broken lines and wrong types", async () => {
    const { rows } = await json(
      '{"who":"a","when":1,"url":"u"}\n{"who":"b","when"\n[1]\n{"who":{"id":1},"when":1}\n\n{"who":"c","when":true}\n{"when":1}\n{"who":"d","when":1,"url":["x"]}\n',
    )
    expect(rows).toMatchObject({ read: 7, used: 1, unreadable: 6 })
    expect(rows.reasons.map(({ reason }) => reason).sort()).toEqual([
      "account is not a text or a number but object",
      "object is not a text or a number but array",
      "the account is empty",
      "the line is not JSON",
      "the line is not a JSON object",
      "time is not a text or a number but boolean",
    ])
  })

  test("take keys with odd characters by their own name", async () => {
    const log = await json('{"a.b/~":"x","$t":1}\n', { account: "a.b/~", time: "$t" })
    expect(log.accountNames).toEqual(["x"])
  })

  test("say which keys there are", async () => {
    expect(await failure(json('{"whom":"a","when":1,"url":"u"}\n'))).toBe(
      'DataError log.jsonl: account: there is no column "who"; did you mean "whom"? there are url, when, whom',
    )
    expect(await failure(json("hello\nworld\n"))).toBe(
      "DataError log.jsonl: no line is a JSON object; the first is hello",
    )
  })
})

describe("Parquet", () => {
  async function parquet(select: string) {
    const path = `${freshFolder()}/log.parquet`
    const instance = await DuckDBInstance.create(":memory:")
    const database = await instance.connect()
    await database.run(`SET TimeZone = 'UTC'; COPY (${select}) TO '${path}' (FORMAT parquet)`)
    database.closeSync()
    instance.closeSync()
    return path
  }

  test.each([
    "TIMESTAMP '2021-08-21 23:50:36'",
    "TIMESTAMPTZ '2021-08-22 07:50:36+08:00'",
    "TIMESTAMP_NS '2021-08-21 23:50:36'",
    "TIMESTAMP_MS '2021-08-21 23:50:36'",
    "1629589836::BIGINT",
    "1629589836123::DOUBLE",
    "'2021-08-21T23:50:36Z'",
  ])("reads the time %s", async (time) => {
    const log = await readLog(await parquet(`SELECT 7 AS who, ${time} AS "when", '007' AS url`), MAP)
    expect(log.evidence.periodStart + log.evidence.posts!.time[0]!).toBe(1629589836)
    expect([log.accountNames, log.objectNames]).toEqual([["7"], ["007"]])
  })

  test("counts missing values and refuses types that cannot be meant", async () => {
    const path = await parquet(
      "SELECT * FROM (VALUES ('a', 1, 'u'), (NULL, 2, 'u'), ('b', NULL, 'u')) t(who, \"when\", url)",
    )
    expect((await readLog(path, MAP)).rows).toMatchObject({ read: 3, used: 1, unreadable: 2 })
    const nested = await parquet("SELECT [1] AS who, true AS \"when\", 'u' AS url")
    expect(await failure(readLog(nested, MAP))).toBe(
      'DataError log.parquet: account: column "who" is INTEGER[]; it must be a text or a number',
    )
    expect(await failure(readLog(nested, { account: "url", time: "when" }))).toBe(
      'DataError log.parquet: time: column "when" is BOOLEAN; it must be a number, a text or a timestamp',
    )
  })

  test("says when the file is cut short", async () => {
    const path = await parquet("SELECT range AS who, range AS \"when\", 'u' AS url FROM range(10000)")
    const whole = readFileSync(path)
    expect(await failure(read(whole.subarray(0, whole.length / 2), MAP, "log.parquet"))).toMatch(
      /^DataError log.parquet: cannot be read as parquet/,
    )
  })
})

describe("files that cannot be used", () => {
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ["an empty file", "log.csv", "", /the file is empty$/],
    ["an empty gzip file", "log.csv.gz", gzipSync(""), /the file is empty$/],
    ["a header alone", "log.csv", HEADER, /there are no rows$/],
    ["another extension", "log.xlsx", "x", /must end in one of \.csv/],
    ["gzip in name only", "log.csv.gz", HEADER, /this is not a gzip file$/],
    ["Parquet in name only", "log.parquet", HEADER, /this is not a Parquet file$/],
    ["UTF-16", "log.csv", Buffer.from(`\ufeff${HEADER}`, "utf16le"), /UTF-16/],
    [
      "no usable row",
      "log.csv",
      `${HEADER}a,b,c\n`,
      /none of its 1 rows can be used; 1: the time is neither/,
    ],
    [
      "a column twice",
      "log.csv",
      "who,who,when,url\na,b,1,u\n",
      /account: column "who" is there more than once/,
    ],
  ])("%s", async (_, name, content, message) => {
    expect(await failure(read(content, MAP, name))).toMatch(message)
  })

  test("a missing file and a folder", async () => {
    expect(await failure(readLog("/nowhere/log.csv", MAP))).toBe("DataError log.csv: there is no such file")
    const folder = `${freshFolder()}/x.csv`
    const { mkdirSync } = await import("node:fs")
    mkdirSync(folder)
    expect(await failure(readLog(folder, MAP))).toBe("DataError x.csv: this is a folder; a file is needed")
  })

  test("a gzip file that is cut short", async () => {
    const packed = gzipSync(HEADER + Array.from({ length: 9999 }, (_, i) => `a${i * 7},${i},u\n`).join(""))
    expect(await failure(read(packed.subarray(0, packed.length / 2), MAP, "log.csv.gz"))).toMatch(
      /^DataError log.csv.gz: the gzip file is damaged or cut short/,
    )
  })

  test("a wrong column, with the nearest that exists", async () => {
    expect(await failure(read(`acount_id,when,url\na,1,u\n`, { ...MAP, account: "account_id" }))).toBe(
      'DataError log.csv: account: there is no column "account_id"; did you mean "acount_id"? there are acount_id, when, url',
    )
  })

  test("a mapping without time, or with a field that does not exist", async () => {
    expect(await failure(read(HEADER, { account: "who" } as LogMapping))).toMatch(
      /UsageError .*time is required/,
    )
    expect(await failure(read(HEADER, { ...MAP, colour: "x" } as LogMapping))).toMatch(
      /UsageError .*colour: unknown field; allowed are account/,
    )
  })
})

describe("a real log", () => {
  const file = "coortweet_german_elections.csv.gz"
  const mapping = { account: "account_id", time: "timestamp", object: "url_id" }

  testOnLog(file, "is read to the last row", async (path) => {
    const log = await readLog(path, mapping)
    const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split("\n").slice(1)
    expect(log.rows).toEqual({ read: 218_971, used: lines.length, unreadable: 0, reasons: [] })
    const cells = lines.map((line) => line.split(","))
    const expected = cells.map(([account, , url, , , , time]) => `${account} ${Number(time)} ${url || "-"}`)
    const { interactions, posts, periodStart } = log.evidence
    expect(log.size.interactions).toBe(cells.filter(([, , url]) => url).length)
    const found: string[] = []
    for (let account = 0; account < log.size.accounts; account++) {
      for (let i = interactions!.offset[account]!; i < interactions!.offset[account + 1]!; i++) {
        found.push(
          `${log.accountNames[account]} ${periodStart + interactions!.time[i]!} ${log.objectNames[interactions!.object[i]!]}`,
        )
      }
    }
    expect(found.sort()).toEqual(expected.filter((line) => !line.endsWith(" -")).sort())
    expect(posts!.offset[log.size.accounts]).toBe(218_971)
  })

  testOnLog(file, "holds the known number of co-acting pairs, by an independent count", async (path) => {
    const columns = { account: "account_id", object: "url_id", time: "timestamp" }
    expect(await countCoActionPairs(path, columns, 10)).toEqual({ pairs: 1403, repeatedPairs: 732 })
  })

  testOnLog(
    "vk_turing_test_reviewers.csv",
    "with fractional seconds and quoted lists is read whole",
    async (path) => {
      const log = await readLog(path, { account: "annotator", time: "time", target: "analysed_acc_vk_id" })
      expect(log.rows).toMatchObject({ read: 3164, used: 3164 })
    },
  )
})
