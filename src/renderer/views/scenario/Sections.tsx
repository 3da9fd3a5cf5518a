/** The rest of a scenario, folded away until it is needed or something in it is wrong. */
import { type ReactNode, useId, useState } from "react"
import { Meaning } from "../../components/Meaning.tsx"
import { useT } from "../../i18n/index.ts"
import { detectorMeaning, detectorName } from "../../names.ts"
import { isMapping } from "./document.ts"
import { ChoiceField, NumberField, ProblemText, ShareField, useProblem } from "./fields.tsx"
import { schemaOf, useForm, valueIn } from "./form.ts"

const SECTIONS = ["people", "definition", "detectors", "fusion", "archetypes"] as const
type Section = (typeof SECTIONS)[number]

/** Where each section's fields stand, to tell whose a problem is. */
const PLACES: Readonly<Record<Section, readonly (readonly string[])[]>> = {
  people: [
    ["population", "languages"],
    ["population", "reports"],
  ],
  definition: [["definition"], ["threshold"]],
  detectors: [["detectors"]],
  fusion: [["fusion"]],
  archetypes: [["archetypes"]],
}

export function Sections() {
  return (
    <>
      <Folded of="people">
        <ShareField path={["population", "languages", "zh"]} name="languages.zh" />
        <ShareField path={["population", "languages", "en"]} name="languages.en" />
        <NumberField path={["population", "reports", "careless"]} name="reports.careless" step={0.05} />
        <ShareField path={["population", "reports", "brigades"]} name="reports.brigades" />
        <NumberField path={["population", "reports", "brigadeSize"]} name="reports.brigadeSize" />
      </Folded>
      <Folded of="definition">
        <ShareField path={["definition", "automation"]} name="definition.automation" min={0.01} />
        <ShareField path={["definition", "oversight"]} name="definition.oversight" min={0.01} />
        <NumberField path={["definition", "days"]} name="definition.days" />
        <ShareField path={["threshold"]} name="threshold" />
      </Folded>
      <Folded of="detectors">
        <DetectorChoice />
        <NumberField path={["detectors", "coActionWindow"]} name="coActionWindow" />
      </Folded>
      <Folded of="fusion">
        <Fusion />
      </Folded>
      <OwnArchetypes />
    </>
  )
}

function Folded({ of, children }: { readonly of: Section; readonly children: ReactNode }) {
  const t = useT()
  const { problems } = useForm()
  const wrong = problems.filter(({ path }) =>
    PLACES[of].some((place) => place.every((key, i) => path[i] === key)),
  ).length
  const [isOpen, setOpen] = useState(false)
  const content = useId()
  const shown = isOpen || wrong > 0
  return (
    <section className="form-section folded" data-testid={`section-${of}`}>
      <h3>
        <button
          type="button"
          className="fold"
          aria-expanded={shown}
          aria-controls={content}
          onClick={() => setOpen(!isOpen)}
        >
          <span aria-hidden="true">{shown ? "▾" : "▸"}</span> {t(`scenario.section.${of}`)}
        </button>
        {wrong > 0 ? <span className="section-wrong">{t("scenario.problems", { count: wrong })}</span> : null}
      </h3>
      <div id={content} hidden={!shown} className="fields">
        {shown ? children : null}
      </div>
    </section>
  )
}

function DetectorChoice() {
  const t = useT()
  const form = useForm()
  const { words, id } = useProblem(["detectors", "use"])
  const known = schemaOf(form.schema, ["detectors", "use"]).items?.enum ?? []
  const used = valueIn(form, ["detectors", "use"])
  const use: readonly unknown[] = Array.isArray(used) ? used : []
  const turn = (detector: string, on: boolean) => {
    // In the order in which they are listed, whatever was turned on first.
    const next = known.filter((one) => (one === detector ? on : use.includes(one)))
    form.change(`detector ${detector}`, [[["detectors", "use"], next]])
  }
  return (
    <fieldset className="detector-choice field-wide">
      <legend>
        <Meaning of={t("scenario.field.detectors.meaning")}>{t("scenario.field.detectors")}</Meaning>
      </legend>
      <ul>
        {known.map((detector) => (
          <li key={detector}>
            <label>
              <input
                type="checkbox"
                checked={use.includes(detector)}
                onChange={(event) => turn(detector, event.currentTarget.checked)}
              />{" "}
              <span title={detectorMeaning(t, detector, detector)}>
                {detectorName(t, detector, detector)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <ProblemText words={words} id={id} />
    </fieldset>
  )
}

function Fusion() {
  const t = useT()
  const form = useForm()
  const { properties = {} } = schemaOf(form.schema, ["fusion"])
  const method = valueIn(form, ["fusion", "method"])
  const word = (value: string) => t.known(`scenario.choice.${value}`, value)
  const model = valueIn(form, ["fusion", "model"])
  if (typeof model === "string")
    return <p className="controls-note field-wide">{t("scenario.model", { model })}</p>
  return (
    <>
      <ChoiceField
        path={["fusion", "method"]}
        name="fusion.method"
        values={properties.method?.enum ?? []}
        wordOf={word}
      />
      <ChoiceField
        path={["fusion", "calibration"]}
        name="fusion.calibration"
        values={properties.calibration?.enum ?? []}
        wordOf={word}
      />
      {method === "logistic" ? <NumberField path={["fusion", "l2"]} name="fusion.l2" step={0.1} /> : null}
      {method === "k-of-n" ? <NumberField path={["fusion", "k"]} name="fusion.k" /> : null}
      <NumberField path={["fusion", "learning", "accounts"]} name="learning.accounts" step={1000} />
      <ShareField path={["fusion", "learning", "prevalence"]} name="learning.prevalence" />
    </>
  )
}

/** What a scenario changes of archetypes or makes of them is written in its YAML; here one sees that it is there. */
function OwnArchetypes() {
  const t = useT()
  const form = useForm()
  const own = valueIn(form, ["archetypes"])
  const ids = isMapping(own) ? Object.keys(own) : []
  if (ids.length === 0) return null
  return (
    <Folded of="archetypes">
      <p className="controls-note field-wide">{t("scenario.ownArchetypes")}</p>
      <ul className="own-archetypes field-wide">
        {ids.map((id) => (
          <OwnArchetype key={id} id={id} />
        ))}
      </ul>
    </Folded>
  )
}

function OwnArchetype({ id }: { readonly id: string }) {
  const t = useT()
  const form = useForm()
  const path = ["archetypes", id]
  const { words, id: problemId } = useProblem(path)
  const from = valueIn(form, [...path, "from"])
  return (
    <li>
      <button type="button" className="archetype-open" onClick={() => form.show(id)}>
        {id}
      </button>{" "}
      {typeof from === "string" ? t("scenario.madeFrom", { from }) : t("scenario.changed")}
      <ProblemText words={words} id={problemId} />
    </li>
  )
}
