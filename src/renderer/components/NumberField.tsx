/** A number that counts as soon as it is allowed; what is typed otherwise is marked, and forgotten when left. */
import { Input } from "@mantine/core"
import { type ReactNode, useState } from "react"

interface NumberFieldProps {
  readonly name: string
  /** null: the field is empty. */
  readonly value: number | null
  readonly isAllowed: (value: number) => boolean
  /** Where the field may be empty. */
  readonly onEmpty?: (() => void) | undefined
  readonly onChange: (value: number) => void
  /** Said when what is typed is not allowed. */
  readonly range?: string
  readonly least?: number
  readonly most?: number
  readonly step?: number | "any"
  /** Pixels. */
  readonly width?: number
  readonly placeholder?: string | undefined
  readonly unit?: ReactNode
  readonly testId?: string
}

export function NumberField({
  name,
  value,
  isAllowed,
  onEmpty,
  onChange,
  range,
  least = 0,
  most,
  step = "any",
  width = 84,
  placeholder,
  unit,
  testId,
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? "" : String(value))
  const isEmpty = (text: string) => text.trim() === ""
  const isRight = (text: string) => (isEmpty(text) ? onEmpty !== undefined : isAllowed(Number(text)))
  const isWrong = !isRight(shown)
  return (
    <Input
      size="xs"
      w={width}
      type="number"
      min={least}
      max={most}
      step={step}
      placeholder={placeholder}
      rightSection={unit}
      error={isWrong}
      aria-invalid={isWrong}
      aria-label={name}
      title={isWrong ? range : undefined}
      data-testid={testId}
      value={shown}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text)
        if (!isRight(text)) return
        if (isEmpty(text)) onEmpty?.()
        else onChange(Number(text))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
