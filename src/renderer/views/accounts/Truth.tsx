/** What really runs an account. Who judges one should be able to do so before the truth is told; once asked for, it stays. */
import { Badge, Button, Switch } from "@mantine/core"
import { NONE } from "../../../core/evidence/evidence.ts"
import { GRADES } from "../../../core/policy/definition.ts"
import { type Relabelling, relabellingsOf } from "../../../core/policy/relabelling.ts"
import type { RunColumns, RunManifest } from "../../../core/run.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { ClassMark } from "../../components/ClassMark.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { ANY_ACCOUNT } from "../../state/account-filter.ts"
import { useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo } from "../../state/location.ts"
import { useRemembered } from "../../state/remembered.ts"
import { Pair } from "./parts.tsx"

export function TruthBehindButton({ account }: { readonly account: number }) {
  const t = useT()
  const [asked, ask] = useRemembered("assay.truth", false, "sessionStorage")
  const [always, setAlways] = useRemembered("assay.truth.always", false)
  const shown = asked || always
  return (
    <section className="truth" data-testid="account-truth">
      <div className="truth-head">
        <h3>{t("truth.title")}</h3>
        <Switch
          size="xs"
          label={t("truth.always")}
          checked={always}
          onChange={(event) => {
            setAlways(event.currentTarget.checked)
            if (!event.currentTarget.checked) ask(false)
          }}
        />
        {always ? null : (
          <Button size="compact-sm" variant="default" aria-expanded={shown} onClick={() => ask(!asked)}>
            {t(shown ? "truth.hide" : "truth.show")}
          </Button>
        )}
      </div>
      {shown ? <Truth account={account} /> : <p className="truth-note">{t("truth.hidden")}</p>}
    </section>
  )
}

function Truth({ account }: { readonly account: number }) {
  const { columns, manifest } = useDial().run
  const { threshold } = useRested()
  const labelled = useLabelled()
  const t = useT()
  const format = useFormat()
  const managed = labelled.label[account] === 1
  const grade = GRADES[labelled.grade[account]!]!
  const flagged = columns.risk[account]! >= threshold
  const outcome = flagged ? (managed ? "tp" : "fp") : managed ? "fn" : "tn"
  const group = columns.group[account]!
  return (
    <>
      <p className="truth-note">{t("truth.note")}</p>
      <p className="truth-class">
        <ClassMark managed={managed}>
          {t(managed ? "class.managed" : "class.authentic")} ·{" "}
          <ArchetypeName id={manifest.archetypes[columns.archetype[account]!]!.id} />
        </ClassMark>
        <Badge
          component="span"
          variant={flagged !== managed ? "filled" : "light"}
          color={flagged !== managed ? "red.9" : "gray"}
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
        <Pair term={t("truth.days")}>{automatedDays(columns, manifest, account, t, format)}</Pair>
        {(["creation", "scheduling", "distribution", "oversight"] as const).map((part) => (
          <Pair key={part} term={t(`truth.${part}`)}>
            {format.share(columns.truth[part][account]!)}
          </Pair>
        ))}
        {group === NONE ? null : <Group group={group} />}
      </dl>
      <OtherDefinitions account={account} managed={managed} />
    </>
  )
}

/** When in the period automation runs and for how long; days are counted from 1, the last one included. */
function automatedDays(
  { truth }: RunColumns,
  { scenario: { days } }: RunManifest,
  account: number,
  t: Translate,
  format: Format,
): string {
  const from = truth.fromDay[account]!
  const until = truth.untilDay[account]!
  if (from === 0 && until >= days) return t("truth.days.all", { days: format.count(days) })
  return t("truth.days.some", {
    from: format.count(Math.floor(from) + 1),
    until: format.count(Math.ceil(until)),
    // The definition asks for a length, which need not be whole days.
    days: format.number(until - from),
  })
}

function Group({ group }: { readonly group: number }) {
  const { columns } = useDial().run
  const t = useT()
  const members = columns.group.reduce((count, other) => count + (other === group ? 1 : 0), 0)
  return (
    <Pair term={t("truth.group")}>
      <Meaning of={t("truth.group.meaning")}>{t("truth.groupNumber", { group })}</Meaning>{" "}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => goTo({ ...ANY_ACCOUNT, memberOf: group, account: null })}
      >
        {t("truth.groupMembers", { count: members })}
      </Button>
    </Pair>
  )
}

interface OtherDefinitionsProps {
  readonly account: number
  readonly managed: boolean
}

/** Which single part of the definition, moved, would change what the account counts as. */
function OtherDefinitions({ account, managed }: OtherDefinitionsProps) {
  const { run } = useDial()
  const { definition } = useRested()
  const t = useT()
  const format = useFormat()
  const ways = relabellingsOf(run.columns.truth, account, definition, run.manifest.scenario.days)
  const label = t(managed ? "class.authentic" : "class.managed")
  if (ways.length === 0) return <p className="truth-note">{t("relabel.none", { label })}</p>
  return (
    <>
      <p className="truth-note">{t("relabel.lead", { label })}</p>
      <ul className="reasons">
        {ways.map((way) => (
          <li key={way.part}>{wayText(t, format, way)}</li>
        ))}
      </ul>
    </>
  )
}

function wayText(t: Translate, format: Format, { part, side, bound }: Relabelling): string {
  // Rounded to the side that suffices.
  const rounded = side === "at-most" ? Math.floor(bound * 1000) / 1000 : Math.ceil(bound * 1000) / 1000
  const value = part === "days" ? t("relabel.days", { count: bound }) : format.share(rounded)
  return t(`relabel.${side}`, { part: t(`relabel.part.${part}`), value })
}
