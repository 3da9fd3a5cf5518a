/** An archetype by name, with what it is. */
import { useT } from "../i18n/index.ts"
import { archetypeMeaning, archetypeName } from "../names.ts"
import { useDial } from "../state/dial.ts"
import { Meaning } from "./Meaning.tsx"

interface ArchetypeNameProps {
  readonly id: string
  readonly tabIndex?: 0 | -1
}

export function ArchetypeName({ id, tabIndex }: ArchetypeNameProps) {
  const t = useT()
  const told = useDial().run.manifest.scenario.archetypes
  const meaning = archetypeMeaning(t, told, id)
  const name = archetypeName(t, told, id)
  // A scenario need not describe what it makes.
  if (meaning === "") return name
  return (
    <Meaning of={meaning} {...(tabIndex === undefined ? {} : { tabIndex })}>
      {name}
    </Meaning>
  )
}
