/** The controls of the form: each tied to a field of the text, with its meaning and what is wrong with it. */
import { type ReactNode, useState } from "react"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { type Key, useT } from "../../i18n/index.ts"
import { problemAt } from "./checking.ts"
import type { FieldPath } from "./document.ts"
import { pathId, schemaOf, useForm, valueIn } from "./form.ts"
import { problemWords } from "./problem-words.ts"

/** Names of fields, which the words for them are kept by. */
export type FieldName = Key extends infer K
  ? K extends `scenario.field.${infer N}.meaning`
    ? N
    : never
  : never

interface FieldProps {
  readonly path: FieldPath
  readonly name: FieldName
}

/** The problem at a field in words, and how a control refers to it. */
export function useProblem(path: FieldPath) {
  const t = useT()
  const format = useFormat()
  const { problems, schema } = useForm()
  const problem = problemAt(problems, path)
  const id = `${pathId(path)}-problem`
  return {
    words: problem ? problemWords(t, format, problem, schema) : null,
    id,
    aria: problem ? { "aria-invalid": true, "aria-describedby": id } : {},
  }
}

export function ProblemText({ words, id }: { readonly words: string | null; readonly id: string }) {
  if (words === null) return null
  return (
    <p className="field-problem" id={id} role="status">
      {words}
    </p>
  )
}

/** A name with its meaning, the control, and below it what is wrong. */
function Labelled({ path, name, children }: FieldProps & { readonly children: ReactNode }) {
  const t = useT()
  const { words, id } = useProblem(path)
  return (
    <div className="field" data-testid={pathId(path)}>
      <Meaning of={t(`scenario.field.${name}.meaning`)}>{t(`scenario.field.${name}`)}</Meaning>
      <div className="field-control">{children}</div>
      <ProblemText words={words} id={id} />
    </div>
  )
}

interface NumberBoxProps {
  readonly path: FieldPath
  readonly label: string
  readonly step: number
  readonly className?: string
  /** Shown for a number that the text leaves out where its default is not the scenario's. */
  readonly otherwise?: number
  readonly write?: (value: unknown) => void
}

/** A number as it is typed. What is no number goes to the text as it is, so that the check can tell. */
export function NumberBox({ path, label, step, className, otherwise, write }: NumberBoxProps) {
  const form = useForm()
  const { aria } = useProblem(path)
  const [typed, setTyped] = useState<string | null>(null)
  const value = valueIn(form, path) ?? otherwise
  const { minimum, exclusiveMinimum, maximum } = schemaOf(form.schema, path)
  // While the text holds what was typed, it stays as it was typed, e.g. "0.".
  const isTyped = typed !== null && asValue(typed) === (value ?? null)
  return (
    <input
      type="number"
      className={`box ${className ?? ""}`}
      aria-label={label}
      min={minimum ?? exclusiveMinimum}
      max={maximum}
      step={step}
      value={isTyped ? typed : typeof value === "number" || typeof value === "string" ? value : ""}
      {...aria}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        const next = asValue(event.currentTarget.value)
        if (write) write(next)
        else form.change(pathId(path), [[path, next]])
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

const asValue = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed))

export function NumberField({ path, name, step = 1 }: FieldProps & { readonly step?: number }) {
  const t = useT()
  return (
    <Labelled path={path} name={name}>
      <NumberBox path={path} label={t(`scenario.field.${name}`)} step={step} />
    </Labelled>
  )
}

interface SliderProps {
  readonly path: FieldPath
  readonly label: string
  /** In the units of the slider, else those of the field. */
  readonly toPosition?: (value: number) => number
  readonly toValue?: (position: number) => number
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly otherwise?: number
  readonly write?: (value: number) => void
}

export function ShareSlider({
  path,
  label,
  toPosition = (value) => value,
  toValue = (position) => position,
  min = 0,
  max = 1,
  step = 0.01,
  otherwise,
  write,
}: SliderProps) {
  const form = useForm()
  const format = useFormat()
  const value = Number(valueIn(form, path) ?? otherwise)
  return (
    <input
      type="range"
      className="slider slider-share"
      aria-label={label}
      aria-valuetext={format.share(value)}
      min={min}
      max={max}
      step={step}
      value={Number.isFinite(value) ? toPosition(value) : min}
      onChange={(event) => {
        const next = toValue(Number(event.currentTarget.value))
        if (write) write(next)
        else form.change(pathId(path), [[path, next]])
      }}
    />
  )
}

/** A share in [0, 1]: slider, number, and as a percentage. */
export function ShareField({
  path,
  name,
  ...slider
}: FieldProps & Omit<Partial<SliderProps>, "path" | "label">) {
  const t = useT()
  const format = useFormat()
  const form = useForm()
  const label = t(`scenario.field.${name}`)
  return (
    <Labelled path={path} name={name}>
      <ShareSlider path={path} label={t("scenario.slider", { name: label })} {...slider} />
      <NumberBox path={path} label={label} step={0.01} className="box-share" />
      <span className="field-told">{format.share(Number(valueIn(form, path)))}</span>
    </Labelled>
  )
}

interface TextFieldProps extends FieldProps {
  readonly lines?: number
  readonly type?: "text" | "date"
}

export function TextField({ path, name, lines = 1, type = "text" }: TextFieldProps) {
  const t = useT()
  const form = useForm()
  const { aria } = useProblem(path)
  const value = valueIn(form, path)
  const control = {
    className: "box box-text",
    "aria-label": t(`scenario.field.${name}`),
    value: value === null || value === undefined ? "" : String(value),
    spellCheck: false,
    ...aria,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      form.change(pathId(path), [[path, event.currentTarget.value]]),
  }
  return (
    <Labelled path={path} name={name}>
      {lines > 1 ? <textarea rows={lines} {...control} /> : <input type={type} {...control} />}
    </Labelled>
  )
}

interface ChoiceFieldProps extends FieldProps {
  readonly values: readonly string[]
  readonly wordOf: (value: string) => string
}

export function ChoiceField({ path, name, values, wordOf }: ChoiceFieldProps) {
  const t = useT()
  const form = useForm()
  const { aria } = useProblem(path)
  const value = String(valueIn(form, path) ?? "")
  return (
    <Labelled path={path} name={name}>
      <select
        className="box"
        aria-label={t(`scenario.field.${name}`)}
        value={value}
        {...aria}
        onChange={(event) => form.change(pathId(path), [[path, event.currentTarget.value]])}
      >
        {/* A word that is none of the choices is shown, so that it can be mended. */}
        {values.includes(value) ? null : <option value={value}>{value}</option>}
        {values.map((one) => (
          <option key={one} value={one}>
            {wordOf(one)}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
