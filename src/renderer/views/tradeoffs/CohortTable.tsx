/** The cohorts as a table: rates with intervals, wrong flags a day, and a cap each. */
import { ActionIcon, Input } from "@mantine/core"
import { useRef, useState } from "react"
import {
  type CohortKind,
  type CohortRow,
  capVerdict,
  ENOUGH_TRIALS,
  wronglyFlaggedPerDay,
} from "../../../core/evaluation/index.ts"
import { snapCap } from "../../charts/cap-drag.ts"
import { type CohortFigure, ratedBy, type ShownCohort } from "../../charts/cohort-rows.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { type Picture, useDial, useFrame, useRested } from "../../state/dial.ts"
import { takesFrom, workloadOf } from "../../state/setting.ts"
import { capOn, withCap } from "./caps.ts"

interface CohortTableProps {
  readonly kind: CohortKind
  readonly cohorts: readonly ShownCohort[]
  readonly rowsAt: (picture: Picture) => readonly CohortRow[]
}

export function CohortTable({ kind, cohorts, rowsAt }: CohortTableProps) {
  const t = useT()
  const anyManaged = cohorts.some(({ managed }) => managed)
  const lines = (managed: boolean) =>
    cohorts
      .filter((cohort) => cohort.managed === managed)
      .map((cohort) => <CohortLine key={cohort.place} kind={kind} cohort={cohort} rowsAt={rowsAt} />)
  return (
    <table className="data cohort-table" data-testid="cohort-table">
      <CohortHead />
      <tbody>{lines(false)}</tbody>
      {anyManaged ? (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={10} className="cohort-group">
              {t("cohorts.managedGroup", { enough: ENOUGH_TRIALS })}
            </th>
          </tr>
          {lines(true)}
        </tbody>
      ) : null}
    </table>
  )
}

function CohortHead() {
  const t = useT()
  const enough = { enough: ENOUGH_TRIALS }
  return (
    <thead>
      <tr>
        <th scope="col">{t("cohorts.cohort")}</th>
        <th scope="col" className="number">
          <Meaning of={t("cohorts.authentic.meaning", enough)}>{t("cohorts.authentic")}</Meaning>
        </th>
        <th scope="col" className="number">
          {t("cohorts.wrongly")}
        </th>
        <th scope="col" className="number">
          <Meaning of={t("figure.falsePositiveRate.meaning")}>{t("figure.falsePositiveRate")}</Meaning>
        </th>
        <th scope="col" className="number">
          <Meaning of={t("cohorts.interval.meaning")}>{t("cohorts.interval")}</Meaning>
        </th>
        <th scope="col" className="number unbroken">
          <Meaning of={t("cohorts.managed.meaning", enough)}>{t("cohorts.managed")}</Meaning>
        </th>
        <th scope="col" className="number">
          <Meaning of={t("figure.recall.meaning")}>{t("figure.recall")}</Meaning>
        </th>
        <th scope="col" className="number">
          <Meaning of={t("cohorts.interval.meaning")}>{t("cohorts.interval")}</Meaning>
        </th>
        <th scope="col" className="number">
          <Meaning of={t("cohorts.perDay.meaning")}>{t("cohorts.perDay")}</Meaning>
        </th>
        <th scope="col">
          <Meaning of={t("caps.meaning")}>{t("caps.title")}</Meaning>
        </th>
      </tr>
    </thead>
  )
}

interface CohortLineProps {
  readonly kind: CohortKind
  readonly cohort: ShownCohort
  readonly rowsAt: (picture: Picture) => readonly CohortRow[]
}

function CohortLine({ kind, cohort, rowsAt }: CohortLineProps) {
  const { scenario } = useDial().run.manifest
  const t = useT()
  const format = useFormat()
  const rowOf = (picture: Picture) => rowsAt(picture)[cohort.place]!
  const cell = (read: (row: CohortRow) => string) => (
    <td className="number">
      <Live read={(picture) => read(rowOf(picture))} />
    </td>
  )
  const rate = (figure: CohortFigure) => (
    <>
      <td className="number">
        <Live
          className="cohort-few"
          read={(picture) => {
            const { value, few } = ratedBy(figure, rowOf(picture))
            return few && !Number.isNaN(value) ? t("figure.few") : ""
          }}
        />
        <Live read={(picture) => format.share(ratedBy(figure, rowOf(picture)).value)} />
      </td>
      {cell((row) => {
        const { value, interval } = ratedBy(figure, row)
        return Number.isNaN(value) ? "" : format.shareInterval(interval)
      })}
    </>
  )
  return (
    <tr>
      <th scope="row">{cohort.archetype === null ? cohort.name : <ArchetypeName id={cohort.archetype} />}</th>
      {cell((row) => format.count(row.authentic))}
      {cell((row) => (row.authentic === 0 ? NOTHING : format.count(row.falsePositives)))}
      {rate("falsePositiveRate")}
      {cell((row) => format.count(row.managed))}
      {rate("recall")}
      <td className="number">
        <Live
          read={({ labelled, setting }) => {
            const { index } = labelled.cohortIndex(kind)
            const { value, interval } = wronglyFlaggedPerDay(
              index,
              cohort.place,
              takesFrom(setting, setting.tier),
              workloadOf(setting, labelled, scenario),
            )
            if (Number.isNaN(value)) return NOTHING
            return `${format.rate(value)} (${interval.map(format.rate).join(" – ")})`
          }}
        />
      </td>
      <td>{cohort.authentic > 0 ? <CapCell kind={kind} cohort={cohort} rowOf={rowOf} /> : null}</td>
    </tr>
  )
}

interface CapCellProps {
  readonly kind: CohortKind
  readonly cohort: ShownCohort
  readonly rowOf: (picture: Picture) => CohortRow
}

/** A cap in per cent, and what the rate's interval says of it. */
function CapCell({ kind, cohort, rowOf }: CapCellProps) {
  const dial = useDial()
  const t = useT()
  const rested = capOn(useRested().caps, kind, cohort.id)
  const input = useRef<HTMLInputElement>(null)
  const [invalid, setInvalid] = useState(false)
  const told = (cap: number | undefined) =>
    cap === undefined ? "" : String(Number((100 * cap).toPrecision(3)))
  useFrame(({ setting: { caps } }) => {
    if (input.current && document.activeElement !== input.current)
      input.current.value = told(capOn(caps, kind, cohort.id))
  })
  function accept(text: string): void {
    const cap = Number(text) / 100
    const isCap = text.trim() !== "" && cap > 0 && cap < 1
    setInvalid(text.trim() !== "" && !isCap)
    if (isCap || text.trim() === "")
      dial.set({ caps: withCap(dial.current().caps, kind, cohort.id, isCap ? snapCap(cap) : null) })
  }
  return (
    <span className="cap-cell">
      <Input
        ref={input}
        type="number"
        size="xs"
        w={74}
        className="cap-number"
        min={0.01}
        max={99.99}
        step={0.1}
        error={invalid}
        rightSection="%"
        rightSectionWidth={20}
        aria-label={t("caps.number", { cohort: cohort.name })}
        title={invalid ? t("caps.range") : undefined}
        data-testid={`cap-${cohort.id}`}
        onChange={(event) => accept(event.currentTarget.value)}
        onBlur={() => {
          setInvalid(false)
          if (input.current) input.current.value = told(capOn(dial.current().caps, kind, cohort.id))
        }}
      />
      {rested === undefined ? null : (
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={t("caps.remove", { cohort: cohort.name })}
          onClick={() => dial.set({ caps: withCap(dial.current().caps, kind, cohort.id, null) })}
        >
          ×
        </ActionIcon>
      )}
      <Live
        className="cap-verdict"
        testId={`cap-verdict-${cohort.id}`}
        read={(picture) => {
          const cap = capOn(picture.setting.caps, kind, cohort.id)
          if (cap === undefined) return ""
          const { interval } = ratedBy("falsePositiveRate", rowOf(picture))
          const verdict = capVerdict(interval, cap)
          return t(`caps.verdict.${verdict}`)
        }}
      />
    </span>
  )
}
