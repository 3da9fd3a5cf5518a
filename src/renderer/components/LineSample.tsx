/** A short piece of a line as it is drawn on the chart, for legends. */
interface LineSampleProps {
  readonly colour: string
  readonly dash?: readonly number[]
}

export function LineSample({ colour, dash = [] }: LineSampleProps) {
  return (
    <svg width="26" height="8" aria-hidden="true" className="line-sample">
      <line x1="0" y1="4" x2="26" y2="4" stroke={colour} strokeWidth="2.5" strokeDasharray={dash.join(" ")} />
    </svg>
  )
}
