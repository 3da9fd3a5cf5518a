/** The mix of a side: which archetypes there are, how many of each, and how hard the managed ones evade. */
import { Button, CloseButton } from "@mantine/core"
import { ClassMark } from "../../components/ClassMark.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { archetypeMeaning, archetypeName } from "../../names.ts"
import { fieldAt, isMapping, type Mapping, mixOf, writtenMix } from "./document.ts"
import { NumberBox, ProblemText, ShareSlider, useProblem } from "./fields.tsx"
import { type Form, numberOf, useForm } from "./form.ts"
import { problemWords } from "./problem-words.ts"

type Side = "authentic" | "managed"

/** What a managed archetype's effort is where it is left out; the schema's default. */
const EVASION = 0.3
/** A new archetype in the mix begins with a small share. */
const FIRST_SHARE = 0.05

export function Mix({ side }: { readonly side: Side }) {
  const t = useT()
  const form = useForm()
  const mix = mixOf(form.fields, form.defaults, side)
  const total = mix.reduce((sum, [, settings]) => sum + shareOf(settings), 0)
  return (
    <section className="form-section" aria-label={t(`scenario.mix.${side}`)} data-testid={`mix-${side}`}>
      <h3>
        <ClassMark managed={side === "managed"}>
          <Meaning of={t(`scenario.mix.${side}.meaning`)}>{t(`scenario.mix.${side}`)}</Meaning>
        </ClassMark>
        <SideTotal side={side} />
      </h3>
      <table className="data mix">
        <thead>
          <tr>
            <th scope="col">{t("scenario.mix.archetype")}</th>
            <th scope="col" colSpan={2}>
              <Meaning of={t("scenario.mix.share.meaning")}>{t("scenario.mix.share")}</Meaning>
            </th>
            <th scope="col" className="number">
              <Meaning of={t("scenario.mix.scaled.meaning")}>{t("scenario.mix.scaled")}</Meaning>
            </th>
            <th scope="col" className="number">
              <Meaning of={t("scenario.mix.accounts.meaning")}>{t("scenario.mix.accounts")}</Meaning>
            </th>
            {side === "managed" ? <ManagedHeads /> : null}
            <td />
          </tr>
        </thead>
        <tbody>
          {mix.map(([id, settings]) => (
            <Row key={id} side={side} id={id} settings={settings} total={total} isOnly={mix.length === 1} />
          ))}
        </tbody>
      </table>
      <SideProblem side={side} />
      <AddArchetype side={side} present={mix.map(([id]) => id)} />
    </section>
  )
}

function ManagedHeads() {
  const t = useT()
  return (
    <>
      <th scope="col" colSpan={2}>
        <Meaning of={t("scenario.mix.evasion.meaning")}>{t("scenario.mix.evasion")}</Meaning>
      </th>
      <th scope="col">
        <Meaning of={t("scenario.mix.heldOut.meaning")}>{t("scenario.mix.heldOut")}</Meaning>
      </th>
    </>
  )
}

const shareOf = (settings: Mapping): number => {
  const { share } = settings
  return typeof share === "number" && share > 0 ? share : 0
}

/** Accounts of a side, by accounts and prevalence. */
function accountsOf(form: Form, side: Side): number {
  const prevalence = numberOf(form, ["prevalence"])
  if (!(prevalence >= 0 && prevalence <= 1)) return Number.NaN
  return numberOf(form, ["accounts"]) * (side === "managed" ? prevalence : 1 - prevalence)
}

function SideTotal({ side }: { readonly side: Side }) {
  const t = useT()
  const format = useFormat()
  const accounts = Math.round(accountsOf(useForm(), side))
  if (!(accounts >= 0)) return null
  return (
    <span className="side-total">
      {t("scenario.mix.total", { count: accounts, accounts: format.count(accounts) })}
    </span>
  )
}

/** What is wrong with a side as a whole. */
function SideProblem({ side }: { readonly side: Side }) {
  const t = useT()
  const format = useFormat()
  const { problems, schema } = useForm()
  const own = problems.find(({ path }) => path.length === 2 && path[0] === "population" && path[1] === side)
  return <ProblemText id={`mix-${side}-problem`} words={own ? problemWords(t, format, own, schema) : null} />
}

/** An archetype's name: the scenario's own words, else the reader's language. */
export function useArchetypeWords() {
  const t = useT()
  const { fields } = useForm()
  const told = (id: string): { title?: string; description?: string } => {
    const own = fieldAt(fields, ["archetypes", id])
    if (!isMapping(own)) return {}
    const { title, description } = own
    return {
      ...(typeof title === "string" ? { title } : {}),
      ...(typeof description === "string" ? { description } : {}),
    }
  }
  return {
    name: (id: string) => archetypeName(t, { [id]: told(id) }, id),
    meaning: (id: string) => archetypeMeaning(t, { [id]: told(id) }, id),
  }
}

interface RowProps {
  readonly side: Side
  readonly id: string
  readonly settings: Mapping
  readonly total: number
  readonly isOnly: boolean
}

function Row({ side, id, settings, total, isOnly }: RowProps) {
  const t = useT()
  const format = useFormat()
  const form = useForm()
  const words = useArchetypeWords()
  const path = ["population", side, id]
  const name = words.name(id)
  const { words: problem, id: problemId } = useProblem(path)
  const scaled = total > 0 ? shareOf(settings) / total : Number.NaN
  const set = (key: string) => (value: unknown) =>
    form.change(`${side}/${id}/${key}`, [
      ...writtenMix(form.fields, form.defaults, side),
      [[...path, key], value],
    ])
  const remove = () =>
    form.change(`remove ${id}`, [...writtenMix(form.fields, form.defaults, side), [path, undefined]])
  return (
    <>
      <tr data-testid={`mix-row-${id}`} className={problem ? "row-invalid" : undefined}>
        <th scope="row">
          <button
            type="button"
            className="archetype-open"
            title={words.meaning(id)}
            onClick={() => form.show(id)}
          >
            {name}
          </button>
        </th>
        <td>
          <ShareSlider
            path={[...path, "share"]}
            label={t("scenario.mix.shareSlider", { name })}
            step={0.005}
            otherwise={0}
            write={set("share")}
          />
        </td>
        <td>
          <NumberBox
            path={[...path, "share"]}
            label={t("scenario.mix.shareOf", { name })}
            step={0.01}
            className="box-share"
            write={set("share")}
          />
        </td>
        <td className="number">{format.share(scaled)}</td>
        <td className="number" data-testid={`mix-accounts-${id}`}>
          {format.count(Math.round(scaled * accountsOf(form, side)))}
        </td>
        {side === "managed" ? (
          <>
            <td>
              <ShareSlider
                path={[...path, "evasion"]}
                label={t("scenario.mix.evasionSlider", { name })}
                step={0.05}
                otherwise={EVASION}
                write={set("evasion")}
              />
            </td>
            <td>
              <NumberBox
                path={[...path, "evasion"]}
                label={t("scenario.mix.evasionOf", { name })}
                step={0.05}
                className="box-share"
                otherwise={EVASION}
                write={set("evasion")}
              />
            </td>
            <td className="held-out">
              <input
                type="checkbox"
                aria-label={t("scenario.mix.heldOutOf", { name })}
                checked={settings.heldOut === true}
                onChange={(event) => set("heldOut")(event.currentTarget.checked ? true : undefined)}
              />
            </td>
          </>
        ) : null}
        <td>
          <CloseButton
            size="sm"
            disabled={isOnly}
            aria-label={t("scenario.mix.remove", { name })}
            onClick={remove}
          />
        </td>
      </tr>
      {problem ? (
        <tr>
          <td colSpan={side === "managed" ? 9 : 6}>
            <ProblemText words={problem} id={problemId} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function AddArchetype({ side, present }: { readonly side: Side; readonly present: readonly string[] }) {
  const t = useT()
  const form = useForm()
  const words = useArchetypeWords()
  const others = form.archetypes.filter((entry) => entry.side === side && !present.includes(entry.id))
  if (others.length === 0) return null
  const add = (id: string) =>
    form.change(`add ${id}`, [
      ...writtenMix(form.fields, form.defaults, side),
      [
        ["population", side, id],
        side === "managed" ? { share: FIRST_SHARE, evasion: EVASION } : { share: FIRST_SHARE },
      ],
    ])
  return (
    <ul className="add-archetypes" aria-label={t("scenario.mix.addTo")}>
      {others.map(({ id }) => (
        <li key={id}>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t("scenario.mix.add", { name: words.name(id) })}
            title={words.meaning(id)}
            onClick={() => add(id)}
          >
            + {words.name(id)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
