/** What the accounts of an archetype are like by this scenario's recipe: a few profiles, their activity, some posts. */

import { Alert, Drawer } from "@mantine/core"
import type { ArchetypeSample, SampledAccount } from "../../../api/contract.ts"
import { api } from "../../api/client.ts"
import { ClassMark } from "../../components/ClassMark.tsx"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Loading } from "../../components/Loading.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { languageName } from "../../names.ts"
import { useResource } from "../../state/resource.ts"
import { useArchetypeWords } from "./Mix.tsx"

interface SamplesProps {
  /** None when closed. */
  readonly archetype: string | null
  /** The last text that is a scenario. */
  readonly text: string | null
  readonly close: () => void
}

export function Samples({ archetype, text, close }: SamplesProps) {
  const t = useT()
  const words = useArchetypeWords()
  const sample = useResource(archetype === null || text === null ? null : `${archetype}\n${text}`, () =>
    api.sampleArchetype(text ?? "", archetype ?? ""),
  )
  const lost = useLost()
  return (
    <Drawer
      opened={archetype !== null}
      onClose={close}
      position="right"
      size="min(720px, 94vw)"
      title={archetype === null ? "" : words.name(archetype)}
      closeButtonProps={{ "aria-label": t("scenario.samples.close") }}
      transitionProps={{ duration: 120 }}
    >
      {archetype === null ? null : <p className="samples-meaning">{words.meaning(archetype)}</p>}
      {text === null ? <Alert color="gray">{t("scenario.samples.invalid")}</Alert> : null}
      {sample.state === "loading" ? (
        lost ? (
          <ConnectionLost consequence={t("scenario.samples.lost")} />
        ) : (
          <Loading />
        )
      ) : null}
      {sample.state === "failed" ? (
        <Alert color="red" title={t("scenario.samples.failed")}>
          <pre className="problems">{sample.failure.message}</pre>
        </Alert>
      ) : null}
      {sample.state === "ready" ? <Sampled sample={sample.value} /> : null}
    </Drawer>
  )
}

function Sampled({ sample }: { readonly sample: ArchetypeSample }) {
  const t = useT()
  const format = useFormat()
  return (
    <div data-testid="samples">
      <p className="samples-side">
        <ClassMark managed={sample.side === "managed"}>{t(`scenario.side.${sample.side}`)}</ClassMark>
      </p>
      <p className="controls-note">{t("scenario.samples.note", { days: format.count(sample.days) })}</p>
      {sample.accounts.map((account) => (
        <SampleAccount key={account.profile.name + account.profile.bio} account={account} />
      ))}
    </div>
  )
}

const TRUTHS = ["creation", "scheduling", "distribution", "oversight"] as const

function SampleAccount({ account }: { readonly account: SampledAccount }) {
  const t = useT()
  const format = useFormat()
  const { profile, truth, operator, postCount, interactionCounts, posts } = account
  const interactions = Object.entries(interactionCounts).filter(([, count]) => count > 0)
  return (
    <article className="sample">
      <h3>{profile.name}</h3>
      <p className="sample-bio">{profile.bio}</p>
      <ul className="sample-facts">
        <li>{languageName(t, profile.language)}</li>
        <li>
          {t("scenario.samples.followers", {
            count: profile.followers,
            followers: format.count(profile.followers),
          })}
        </li>
        <li>
          {t("scenario.samples.following", {
            count: profile.following,
            following: format.count(profile.following),
          })}
        </li>
        <li>
          {t("scenario.samples.age", {
            count: Math.round(profile.ageDays),
            days: format.count(profile.ageDays),
          })}
        </li>
        {profile.verified ? <li>{t("scenario.samples.verified")}</li> : null}
        <li>{t("scenario.samples.posts", { count: postCount, posts: format.count(postCount) })}</li>
        {interactions.map(([kind, count]) => (
          <li key={kind}>
            {t.known(`interaction.${kind}`, kind)}: {format.count(count)}
          </li>
        ))}
      </ul>
      <p className="sample-truth">
        <Meaning of={t("scenario.samples.truth.meaning")}>{t("scenario.samples.truth")}</Meaning>
        {TRUTHS.map((part) => (
          <span key={part}>
            {t(`scenario.samples.${part}`)} {format.share(truth[part])}
          </span>
        ))}
        {operator === null ? null : (
          <span>
            {t("scenario.samples.operator", {
              evasion: format.share(operator.evasion),
              cost: format.number(operator.cost),
            })}
          </span>
        )}
      </p>
      <ol className="posts">
        {posts.map((post) => (
          <li key={post.time}>
            <time className="sample-time">{format.timeAt(post.time, profile.timeZone)}</time>
            <p className="post-text">{post.text}</p>
          </li>
        ))}
      </ol>
      {posts.length === 0 ? <p className="empty-note">{t("account.noPosts")}</p> : null}
    </article>
  )
}
