/** What the platform saw of an account, what the detectors made of it and why, and what really runs it. */
import { Anchor, Badge, Button } from "@mantine/core"
import type { ReactNode } from "react"
import type { AccountDetail } from "../../../core/account-detail.ts"
import { INTERACTION_KINDS } from "../../../core/evidence/evidence.ts"
import { GRADES } from "../../../core/policy/definition.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { ClassMark } from "../../components/ClassMark.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { detectorName, languageName } from "../../names.ts"
import { useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo } from "../../state/location.ts"
import type { Outcome } from "../../state/place.ts"
import { useRemembered } from "../../state/remembered.ts"
import { NetworkLink } from "../network/NetworkLink.tsx"
import { Detectors } from "./Detectors.tsx"
import { PostList } from "./PostList.tsx"
import { Timeline } from "./Timeline.tsx"

export function AccountPage({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  return (
    <div className="account" data-testid="account-page">
      <Verdict detail={detail} />
      <div className="account-columns">
        <div>
          <Section title={t("account.detectors")}>
            <Detectors detectors={detail.detectors} risk={detail.risk} />
          </Section>
          <Section title={t("account.posts", { count: detail.posts.length })}>
            <PostList posts={detail.posts} timeZone={detail.profile.timeZone} />
          </Section>
        </div>
        <div>
          <Section title={t("account.profile")}>
            <Profile profile={detail.profile} />
          </Section>
          <Section title={t("account.timeline")}>
            <Timeline detail={detail} />
          </Section>
          <Section title={t("account.interactions", { count: detail.interactions.length })}>
            <Interactions detail={detail} />
          </Section>
          <Section title={t("account.neighbours")}>
            <Neighbours neighbours={detail.neighbours} />
            <NetworkLink account={detail.account} />
          </Section>
          <Section title={t("account.reports", { count: detail.reports.length })}>
            <ReportsReceived detail={detail} />
          </Section>
          <TruthBehindButton detail={detail} />
        </div>
      </div>
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="account-section">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** The name, the risk and what the threshold makes of it. */
function Verdict({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  const { threshold } = useRested()
  const flagged = detail.risk >= threshold
  return (
    <header className="verdict">
      <div>
        <h2>
          {detail.profile.name}
          {detail.profile.verified ? (
            <Badge component="span" size="sm" variant="light" ml="xs">
              {t("account.verified")}
            </Badge>
          ) : null}
        </h2>
        <p className="bio">{detail.profile.bio}</p>
      </div>
      <p className="verdict-risk">
        <span className="figure-value">{format.decimal(detail.risk, 4)}</span>
        <span>
          {t(flagged ? "account.riskFlagged" : "account.riskPassed", {
            threshold: format.threshold(threshold),
          })}
        </span>
      </p>
    </header>
  )
}

/** Who judges an account should be able to do so before the truth is told; once asked for, it stays. */
function TruthBehindButton({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const [shown, show] = useRemembered("assay.truth", false, "sessionStorage")
  return (
    <section className="truth" data-testid="account-truth">
      <div className="truth-head">
        <h3>{t("truth.title")}</h3>
        <Button size="compact-xs" variant="default" aria-expanded={shown} onClick={() => show(!shown)}>
          {t(shown ? "truth.hide" : "truth.show")}
        </Button>
      </div>
      {shown ? <Truth detail={detail} /> : null}
    </section>
  )
}

function Truth({ detail: { truth, account, risk } }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  const { threshold } = useRested()
  const labelled = useLabelled()
  const managed = labelled.label[account] === 1
  const grade = GRADES[labelled.grade[account]!]!
  const flagged = risk >= threshold
  const outcome: Outcome = flagged ? (managed ? "tp" : "fp") : managed ? "fn" : "tn"
  const wrong = flagged !== managed
  return (
    <>
      <p className="truth-note">{t("truth.note")}</p>
      <p className="truth-class">
        <ClassMark managed={managed}>
          {t(managed ? "class.managed" : "class.authentic")} · <ArchetypeName id={truth.archetype} />
        </ClassMark>
        <Badge
          component="span"
          variant={wrong ? "filled" : "light"}
          color={wrong ? "red.9" : "gray"}
          tt="none"
          data-testid="account-outcome"
        >
          {t(`outcome.${outcome}`)}
        </Badge>
      </p>
      <dl className="pairs">
        <Pair term={t("truth.grade")}>
          <Meaning of={t(`grade.${grade}.meaning`)}>{t(`grade.${grade}`)}</Meaning>
        </Pair>
        <Pair term={t("truth.days")}>
          <AutomatedDays account={account} />
        </Pair>
        {(["creation", "scheduling", "distribution", "oversight"] as const).map((part) => (
          <Pair key={part} term={t(`truth.${part}`)}>
            {format.share(truth[part])}
          </Pair>
        ))}
        {truth.group === null ? null : (
          <Pair term={t("truth.group")}>
            <Meaning of={t("truth.group.meaning")}>{t("truth.groupNumber", { group: truth.group })}</Meaning>
          </Pair>
        )}
      </dl>
    </>
  )
}

/** When in the period automation runs and for how long; days are counted from 1, the last one included. */
function AutomatedDays({ account }: { readonly account: number }) {
  const { columns, manifest } = useDial().run
  const t = useT()
  const format = useFormat()
  const { days } = manifest.scenario
  const from = columns.truth.fromDay[account]!
  const until = columns.truth.untilDay[account]!
  if (from === 0 && until >= days) return t("truth.days.all", { days: format.count(days) })
  return t("truth.days.some", {
    from: format.count(Math.floor(from) + 1),
    until: format.count(Math.ceil(until)),
    // The definition asks for a length, which need not be whole days.
    days: format.number(until - from),
  })
}

function Pair({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Profile({ profile }: { readonly profile: AccountDetail["profile"] }) {
  const t = useT()
  const format = useFormat()
  const zone = `UTC${profile.timeZone < 0 ? "−" : "+"}${format.number(Math.abs(profile.timeZone))}`
  return (
    <dl className="pairs">
      <Pair term={t("profile.language")}>{languageName(t, profile.language)}</Pair>
      <Pair term={t("profile.timeZone")}>{zone}</Pair>
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

function Interactions({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  if (detail.interactions.length === 0) return <p className="empty-note">{t("account.noInteractions")}</p>
  const rows = INTERACTION_KINDS.map((kind) => {
    const some = detail.interactions.filter((interaction) => interaction.kind === kind)
    const targets = new Set(some.map(({ target }) => target).filter((target) => target !== null))
    return { kind, count: some.length, targets: targets.size }
  }).filter(({ count }) => count > 0)
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t("interactions.kind")}</th>
          <th scope="col" className="number">
            {t("interactions.count")}
          </th>
          <th scope="col" className="number">
            {t("interactions.portion")}
          </th>
          <th scope="col" className="number">
            {t("interactions.targets")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, count, targets }) => (
          <tr key={kind}>
            <th scope="row">{t(`interaction.${kind}`)}</th>
            <td className="number">{format.count(count)}</td>
            <td className="number">{format.share(count / detail.interactions.length)}</td>
            <td className="number">{format.count(targets)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Opens another account of the same run. */
export function AccountLink({ account }: { readonly account: number }) {
  const t = useT()
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => goTo({ view: "accounts", account })}>
      {t("account.title", { account })}
    </Anchor>
  )
}

const MOST_NEIGHBOURS = 12

function Neighbours({ neighbours }: { readonly neighbours: AccountDetail["neighbours"] }) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  if (neighbours.length === 0) return <p className="empty-note">{t("account.noNeighbours")}</p>
  const title = (id: string) => run.manifest.detectors.find((detector) => detector.id === id)?.title ?? id
  return (
    <>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("column.account")}</th>
            <th scope="col">{t("neighbours.by")}</th>
            <th scope="col" className="number">
              {t("neighbours.weight")}
            </th>
            <th scope="col" className="number">
              {t("column.risk")}
            </th>
          </tr>
        </thead>
        <tbody>
          {neighbours.slice(0, MOST_NEIGHBOURS).map(({ account, detector, weight }) => (
            <tr key={`${detector}/${account}`}>
              <th scope="row">
                <AccountLink account={account} />
              </th>
              <td>{detectorName(t, detector, title(detector))}</td>
              <td className="number">{format.number(weight)}</td>
              <td className="number">{format.decimal(run.columns.risk[account] ?? Number.NaN, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {neighbours.length > MOST_NEIGHBOURS ? (
        <p className="empty-note">
          {t("neighbours.more", { count: format.count(neighbours.length - MOST_NEIGHBOURS) })}
        </p>
      ) : null}
    </>
  )
}

function ReportsReceived({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  if (detail.reports.length === 0) return <p className="empty-note">{t("account.noReports")}</p>
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t("reports.time")}</th>
          <th scope="col">{t("reports.reporter")}</th>
          <th scope="col" className="number">
            {t("reports.record")}
          </th>
        </tr>
      </thead>
      <tbody>
        {detail.reports.slice(0, 20).map((report, i) => (
          <tr key={i}>
            <td>{format.timeAt(report.time, detail.profile.timeZone)}</td>
            <td>
              <AccountLink account={report.reporter} />
            </td>
            <td className="number">
              {t("reports.upheld", {
                upheld: format.count(report.reporterUpheld),
                decided: format.count(report.reporterDecided),
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
