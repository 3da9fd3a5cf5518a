/** An archetype by name, with what it is. */
import { useT } from "../i18n/index.ts"
import { archetypeMeaning, archetypeName } from "../names.ts"
import { Meaning } from "./Meaning.tsx"

interface ArchetypeNameProps {
  readonly id: string
  readonly tabIndex?: 0 | -1
}

export function ArchetypeName({ id, tabIndex }: ArchetypeNameProps) {
  const t = useT()
  const meaning = archetypeMeaning(t, id)
  const name = archetypeName(t, id)
  // An archetype of a later version of Assay has a name only.
  if (meaning === "") return name
  return (
    <Meaning of={meaning} {...(tabIndex === undefined ? {} : { tabIndex })}>
      {name}
    </Meaning>
  )
}
