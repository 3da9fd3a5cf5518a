/**
 * Git, as bisect uses it: commits are checked out in a worktree of their own in a temporary folder, so that the user's
 * checkout, however it stands, is neither read nor touched.
 */
import { execFile, spawnSync } from "node:child_process"
import { mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CancelledError, UsageError } from "../../core/errors.ts"
import { endCommands } from "./command.ts"

/** Says what is wrong in English, heeds no hook, and takes no repository from the environment (as in a hook of git's). */
const SETTINGS = ["-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false"]
const environment = () => {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name),
  )
  return { ...Object.fromEntries(own), LC_ALL: "C" }
}

interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Commit {
  /** 40 digits. */
  readonly id: string
  readonly subject: string
  readonly author: string
  /** ISO 8601. */
  readonly date: string
}

export function git(folder: string, args: readonly string[], signal?: AbortSignal): Promise<Answer> {
  const options = { cwd: folder, env: environment(), maxBuffer: 1 << 26, ...(signal && { signal }) }
  return new Promise((done, fail) => {
    execFile("git", [...SETTINGS, ...args], options, (error, stdout, stderr) => {
      if (signal?.aborted) fail(new CancelledError())
      else if (error && (error as NodeJS.ErrnoException).code === "ENOENT")
        fail(new UsageError("git is not there: bisect needs it in PATH"))
      else done({ code: error ? Number(error.code) || 1 : 0, stdout: stdout.trim(), stderr: stderr.trim() })
    })
  })
}

async function answerOf(folder: string, args: readonly string[], signal?: AbortSignal): Promise<string> {
  const { code, stdout, stderr } = await git(folder, args, signal)
  if (code === 0) return stdout
  throw new UsageError(`git ${args[0]}: ${stderr || stdout}`)
}

/** The folder of the repository that `folder` lies in. */
export async function repositoryOf(folder: string): Promise<string> {
  const { code, stdout } = await git(folder, ["rev-parse", "--show-toplevel"])
  if (code === 0 && stdout !== "") return realpathSync(stdout)
  throw new UsageError(`${folder}: bisect needs a git repository, and this is in none`)
}

/** The commit that a revision names. */
export async function commitOf(repository: string, option: string, revision: string): Promise<Commit> {
  const { code, stdout } = await git(repository, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`,
  ])
  if (code === 0) return describeCommit(repository, stdout)
  throw new UsageError(`${option}: there is no revision ${JSON.stringify(revision)} in ${repository}`)
}

export async function describeCommit(repository: string, id: string): Promise<Commit> {
  const text = await answerOf(repository, ["show", "-s", "--format=%H%n%an%n%aI%n%s", id])
  const [full, author, date, ...subject] = text.split("\n")
  return { id: full, author, date, subject: subject.join("\n") }
}

/** A UsageError unless the changes from good to bad can be walked. */
export async function requireAncestor(repository: string, good: Commit, bad: Commit): Promise<void> {
  if (good.id === bad.id) throw new UsageError(`--good and --bad name the same commit, ${short(good)}`)
  const isAncestor = async (a: Commit, b: Commit) =>
    (await git(repository, ["merge-base", "--is-ancestor", a.id, b.id])).code === 0
  if (await isAncestor(good, bad)) return
  const hint = (await isAncestor(bad, good)) ? "; they seem to be swapped" : ""
  throw new UsageError(`--good ${short(good)} must be an ancestor of --bad ${short(bad)}${hint}`)
}

export const short = ({ id }: Pick<Commit, "id">) => id.slice(0, 10)

export interface Worktree {
  /** The checkout. */
  readonly folder: string
  /** Beside the checkout, for what measuring leaves behind; goes with it. */
  readonly scratch: string
  checkOut(commit: string): Promise<void>
  /** Begins a bisection and checks out the first commit to be judged. */
  begin(good: string, bad: string): Promise<Step>
  judge(commit: string, verdict: Verdict): Promise<Step>
  remove(): void
}

export type Verdict = "good" | "bad" | "skip"

/** What is to be judged next, or what was found. */
export type Step =
  | { readonly next: string; readonly left: number }
  | { readonly first: string }
  /** All that are left were skipped: it is one of these. */
  | { readonly among: readonly string[] }

/** Is removed when the process ends, whatever ends it. */
export async function openWorktree(
  repository: string,
  commit: string,
  signal: AbortSignal,
): Promise<Worktree> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "assay-bisect-")))
  const folder = join(base, "checkout")
  const remove = () => {
    process.off("exit", remove)
    endCommands()
    const args = ["worktree", "remove", "--force", "--force", folder]
    spawnSync("git", [...SETTINGS, ...args], { cwd: repository, env: environment(), stdio: "ignore" })
    rmSync(base, { recursive: true, force: true })
    spawnSync("git", [...SETTINGS, "worktree", "prune"], {
      cwd: repository,
      env: environment(),
      stdio: "ignore",
    })
  }
  process.on("exit", remove)
  try {
    await answerOf(repository, ["worktree", "add", "--detach", "--force", folder, commit], signal)
  } catch (error) {
    remove()
    throw error
  }
  const step = async (args: readonly string[]) =>
    stepOf(folder, await git(folder, ["bisect", ...args], signal))
  return {
    folder,
    scratch: join(base, "scratch"),
    remove,
    checkOut: async (id) => void (await answerOf(folder, ["checkout", "--force", "--detach", id], signal)),
    begin: (good, bad) => step(["start", bad, good]),
    judge: (id, verdict) => step([verdict, id]),
  }
}

async function stepOf(folder: string, { code, stdout, stderr }: Answer): Promise<Step> {
  const [, first] = /^([0-9a-f]{40,64}) is the first bad commit$/m.exec(stdout) ?? []
  if (first) return { first }
  if (/only 'skip'ped commits left to test/i.test(stdout))
    return { among: stdout.match(/^[0-9a-f]{40,64}$/gm) ?? [] }
  if (code !== 0) throw new UsageError(`git bisect: ${stderr || stdout}`)
  const [, left] = /(\d+) revisions? left to test/.exec(stdout) ?? []
  return { next: await answerOf(folder, ["rev-parse", "HEAD"]), left: Number(left ?? 0) }
}
