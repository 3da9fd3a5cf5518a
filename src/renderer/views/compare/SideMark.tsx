/** The letter of a side, ringed as its line is drawn: A dashed, B whole. */
export function SideMark({ letter }: { readonly letter: "A" | "B" }) {
  return <span className={`side-mark side-mark-${letter.toLowerCase()}`}>{letter}</span>
}
