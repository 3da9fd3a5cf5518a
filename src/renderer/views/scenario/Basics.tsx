/** What a scenario is about, how large it is, and how common AI-managed accounts are in it. */
import { useT } from "../../i18n/index.ts"
import { NumberField, ShareField, TextField } from "./fields.tsx"

/** The slider runs along the logarithm, since platforms differ by powers of ten. */
const LEAST = 1e-4

export function Basics() {
  const t = useT()
  return (
    <section className="form-section basics" aria-label={t("scenario.basics")}>
      <TextField path={["name"]} name="name" />
      <TextField path={["seed"]} name="seed" />
      <NumberField path={["accounts"]} name="accounts" step={100} />
      <NumberField path={["days"]} name="days" />
      <TextField path={["start"]} name="start" type="date" />
      <ShareField
        path={["prevalence"]}
        name="prevalence"
        min={Math.log10(LEAST)}
        max={0}
        step={0.01}
        toPosition={(value) => Math.log10(Math.max(LEAST, value))}
        toValue={(position) => Number((10 ** position).toPrecision(2))}
      />
      <div className="field-wide">
        <TextField path={["description"]} name="description" lines={2} />
      </div>
    </section>
  )
}
