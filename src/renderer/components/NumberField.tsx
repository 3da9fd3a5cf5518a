/** A number that counts as soon as it is in its range; what is typed otherwise is marked, and forgotten when left. */
import { Input } from "@mantine/core"
import { useState } from "react"

interface NumberFieldProps {
  readonly name: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly isWhole?: boolean
  /** Said when what is typed is out of the range. */
  readonly range: string
  readonly testId: string
  readonly onChange: (value: number) => void
}

export function NumberField({
  name,
  value,
  least,
  most,
  isWhole = false,
  range,
  testId,
  onChange,
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? String(value)
  const isAllowed = (text: string) => {
    const number = Number(text)
    return text.trim() !== "" && number >= least && number <= most && (!isWhole || Number.isInteger(number))
  }
  const isWrong = !isAllowed(shown)
  return (
    <Input
      size="xs"
      w={84}
      type="number"
      min={least}
      max={most}
      step={isWhole ? 1 : "any"}
      error={isWrong}
      aria-invalid={isWrong}
      aria-label={name}
      title={isWrong ? range : undefined}
      data-testid={testId}
      value={shown}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        if (isAllowed(currentTarget.value)) onChange(Number(currentTarget.value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
