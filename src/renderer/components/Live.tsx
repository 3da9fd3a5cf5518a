/** Text that follows the dial frame by frame without rendering anything again. */
import { useRef } from "react"
import { type Picture, useFrame } from "../state/dial.ts"

interface LiveProps {
  readonly read: (picture: Picture) => string
  readonly className?: string
  readonly testId?: string
}

export function Live({ read, className, testId }: LiveProps) {
  const span = useRef<HTMLSpanElement>(null)
  useFrame((picture) => {
    const text = read(picture)
    if (span.current && span.current.textContent !== text) span.current.textContent = text
  })
  return <span ref={span} className={className} data-testid={testId} />
}
