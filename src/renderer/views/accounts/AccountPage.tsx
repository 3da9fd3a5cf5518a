/**
 * What the platform saw of an account, what the detectors made of it and why, what would have cleared it, and what
 * really runs it. What the run holds is there at once; what must be generated again from the seed follows.
 */
import { Badge, Loader } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import type { AccountDetail } from "../../../core/account-detail.ts"
import type { Judgement } from "../../../core/judgement.ts"
import { api } from "../../api/client.ts"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Failed } from "../../components/Failed.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { languageName } from "../../names.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { type Resource, useResource } from "../../state/resource.ts"
import { NetworkLink } from "../network/NetworkLink.tsx"
import { Clearing } from "./Clearing.tsx"
import { Detectors } from "./Detectors.tsx"
import { Gaps } from "./Gaps.tsx"
import { Interactions } from "./Interactions.tsx"
import { Neighbours } from "./Neighbours.tsx"
import { Pictures } from "./Pictures.tsx"
import { PostList } from "./PostList.tsx"
import { Pair, Section, zoneText } from "./parts.tsx"
import { ReportsReceived } from "./ReportsReceived.tsx"
import { Timeline } from "./Timeline.tsx"
import { TruthBehindButton } from "./Truth.tsx"

export function AccountPage({ account }: { readonly account: number }) {
  const { run } = useDial()
  const t = useT()
  const id = run.manifest.id
  const judgement = useJudgement(account)
  const detail = useResource(`${id}/${account}`, () => api.account(id, account))
  const told = judgement.state === "ready" ? judgement.value : null
  const seen = detail.state === "ready" ? detail.value : null
  return (
    // The focus is on the page, not on a button, so that Enter does nothing by surprise.
    <div className="account" data-testid="account-page" tabIndex={-1} data-autofocus>
      <Verdict account={account} profile={seen?.profile ?? null} persona={told?.profile ?? null} />
      <Failure resource={judgement} />
      {told ? <Clearing clearing={told.clearing} risk={told.risk} detectors={told.detectors} /> : null}
      <div className="account-columns">
        <div>
          {told ? (
            <Section title={t("account.detectors")}>
              <Detectors detectors={told.detectors} risk={told.risk} />
            </Section>
          ) : null}
          {seen ? (
            <Section title={t("account.posts", { count: seen.posts.length })} testId="account-posts">
              <PostList posts={seen.posts} timeZone={seen.profile.timeZone} />
            </Section>
          ) : null}
        </div>
        <div>
          <TruthBehindButton account={account} />
          <Failure resource={detail} />
          {detail.state === "loading" ? <Waiting /> : null}
          {seen ? <Evidence detail={seen} /> : null}
        </div>
      </div>
    </div>
  )
}

/** At another threshold what was told last stays until the answer is there. */
function useJudgement(account: number): Resource<Judgement> {
  const { run } = useDial()
  const { threshold } = useRested()
  const id = run.manifest.id
  const resource = useResource(`${id}/${account}/${threshold}`, () => api.judgement(id, account, threshold))
  const last = useRef(resource)
  if (resource.state !== "loading") last.current = resource
  return last.current.state === "ready" ? last.current : resource
}

function Failure({ resource }: { readonly resource: Resource<unknown> }) {
  const t = useT()
  if (resource.state !== "failed") return null
  return <Failed title={t("account.failed")} failure={resource.failure} />
}

/** How long it takes is said, and how long it has taken. */
function Waiting() {
  const t = useT()
  const lost = useLost()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => window.clearInterval(timer)
  }, [])
  if (lost) return <ConnectionLost consequence={t("lost.account")} />
  return (
    <div className="account-waiting" role="status">
      <Loader size="sm" aria-hidden="true" />
      <p>
        {t("account.waiting")} {seconds > 1 ? t("account.waited", { count: seconds }) : ""}
      </p>
    </div>
  )
}

interface VerdictProps {
  readonly account: number
  readonly profile: AccountDetail["profile"] | null
  readonly persona: Judgement["profile"] | null
}

/** The name, the risk and what the threshold makes of it. */
function Verdict({ account, profile, persona }: VerdictProps) {
  const { run } = useDial()
  const { threshold } = useRested()
  const t = useT()
  const format = useFormat()
  const risk = run.columns.risk[account] ?? Number.NaN
  const flagged = risk >= threshold
  return (
    <header className="verdict">
      <div>
        <h2>
          {persona?.name ?? NOTHING}
          {profile?.verified ? (
            <Badge component="span" size="sm" variant="light" ml="xs">
              {t("account.verified")}
            </Badge>
          ) : null}
        </h2>
        <p className="bio">{persona?.bio}</p>
      </div>
      <p className="verdict-risk">
        <span className="figure-value">{format.decimal(risk, 4)}</span>
        <span>
          {t(flagged ? "account.riskFlagged" : "account.riskPassed", {
            threshold: format.threshold(threshold),
          })}
        </span>
      </p>
    </header>
  )
}

/** The order in which a reviewer looks: who, when, with what, with whom, what others say. */
function Evidence({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  return (
    <>
      <Section title={t("account.profile")}>
        <Profile profile={detail.profile} />
      </Section>
      <Section title={t("account.timeline")} testId="account-timeline">
        <Timeline detail={detail} />
      </Section>
      <Section title={t("gaps.title")} meaning={t("gaps.meaning")} testId="account-gaps">
        <Gaps gaps={detail.gaps} />
      </Section>
      <Section title={t("pictures.title")} meaning={t("pictures.meaning")} testId="account-pictures">
        <Pictures detail={detail} />
      </Section>
      <Section title={t("account.neighbours")} meaning={t("neighbours.meaning")} testId="account-neighbours">
        <Neighbours detail={detail} />
        <NetworkLink account={detail.account} />
      </Section>
      <Section
        title={t("account.reports", { count: detail.reports.length })}
        meaning={t("reports.meaning")}
        testId="account-reports"
      >
        <ReportsReceived detail={detail} />
      </Section>
      <Section title={t("account.interactions", { count: detail.interactions.length })}>
        <Interactions detail={detail} />
      </Section>
    </>
  )
}

function Profile({ profile }: { readonly profile: AccountDetail["profile"] }) {
  const t = useT()
  const format = useFormat()
  return (
    <dl className="pairs">
      <Pair term={t("profile.language")}>{languageName(t, profile.language)}</Pair>
      <Pair term={t("profile.timeZone")}>{zoneText(format, profile.timeZone)}</Pair>
      <Pair term={t("profile.age")}>
        {profile.ageDays < 0
          ? t("profile.ageWithin")
          : t("profile.ageDays", { days: format.count(Math.round(profile.ageDays)) })}
      </Pair>
      <Pair term={t("profile.followers")}>{format.count(profile.followers)}</Pair>
      <Pair term={t("profile.following")}>{format.count(profile.following)}</Pair>
    </dl>
  )
}
