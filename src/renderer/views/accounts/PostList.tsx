/** An account's posts as text, the newest first, near-duplicates of other accounts marked. */
import { Badge, Pagination, Switch } from "@mantine/core"
import { type ReactNode, useState } from "react"
import type { AccountPost } from "../../../core/account-detail.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { AccountLink } from "./parts.tsx"

const PAGE = 15

interface PostListProps {
  readonly posts: readonly AccountPost[]
  /** Hours east of UTC. */
  readonly timeZone: number
}

export function PostList({ posts, timeZone }: PostListProps) {
  const t = useT()
  const [page, setPage] = useState(1)
  const [onlyDuplicates, setOnlyDuplicates] = useState(false)
  if (posts.length === 0) return <p className="empty-note">{t("account.noPosts")}</p>

  const duplicates = posts.filter((post) => post.nearDuplicate !== null || post.repeats !== null)
  const chosen = (onlyDuplicates ? duplicates : posts).toReversed()
  const pages = Math.ceil(chosen.length / PAGE)
  const from = (Math.min(page, pages) - 1) * PAGE
  return (
    <>
      {duplicates.length > 0 ? (
        <Switch
          size="xs"
          mb="xs"
          label={t("posts.onlyDuplicates", { count: duplicates.length })}
          checked={onlyDuplicates}
          onChange={(event) => {
            setOnlyDuplicates(event.currentTarget.checked)
            setPage(1)
          }}
        />
      ) : null}
      <ol className="posts" data-testid="posts">
        {chosen.slice(from, from + PAGE).map((post, i) => (
          <li key={from + i}>
            <Post post={post} timeZone={timeZone} />
          </li>
        ))}
      </ol>
      {pages > 1 ? (
        <Pagination
          size="xs"
          total={pages}
          value={Math.min(page, pages)}
          onChange={setPage}
          getControlProps={(control) => ({ "aria-label": t(`pages.${control}`) })}
          getItemProps={(item) => ({ "aria-label": t("pages.page", { page: item }) })}
        />
      ) : null}
    </>
  )
}

function Post({ post, timeZone }: { readonly post: AccountPost; readonly timeZone: number }) {
  const t = useT()
  const format = useFormat()
  const duplicate = post.nearDuplicate
  return (
    <>
      <div className="post-head">
        <time>{format.timeAt(post.time, timeZone)}</time>
        {post.repeats ? (
          <span className="post-repeats">
            {t("posts.repeats", {
              similarity: format.share(post.repeats.similarity),
              time: format.timeAt(post.repeats.time, timeZone),
            })}
          </span>
        ) : null}
        {duplicate ? (
          <span className="post-duplicate">
            <Badge component="span" size="md" variant="outline" color="var(--managed-text)" tt="none">
              {t("posts.duplicate", { similarity: format.share(duplicate.similarity) })}
            </Badge>
            <AccountLink account={duplicate.account} />
          </span>
        ) : null}
      </div>
      <p className="post-text">
        <Marked text={post.text} parts={duplicate?.same ?? []} />
      </p>
      {duplicate ? (
        <details className="features">
          <summary>{t("posts.other", { account: duplicate.account })}</summary>
          <p className="post-head">{format.timeAt(duplicate.time, timeZone)}</p>
          <p className="post-text">
            <Marked text={duplicate.text} parts={duplicate.sameThere} />
          </p>
          {duplicate.others.length > 0 ? (
            <p className="post-others">
              {t("posts.others", { count: duplicate.others.length })}{" "}
              {duplicate.others.map((account) => (
                <AccountLink key={account} account={account} />
              ))}
            </p>
          ) : null}
        </details>
      ) : null}
    </>
  )
}

interface MarkedProps {
  readonly text: string
  /** Places of what is marked, from and to, ascending. */
  readonly parts: readonly (readonly [number, number])[]
}

/** What another post says too is marked; underlined as well, so that colour is not all. */
function Marked({ text, parts }: MarkedProps) {
  const pieces: ReactNode[] = []
  let at = 0
  for (const [from, to] of parts) {
    pieces.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  pieces.push(text.slice(at))
  return pieces
}
