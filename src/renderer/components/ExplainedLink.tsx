/** A way to another view that looks like a button and says on hover or focus what is there. */
import { Button, Tooltip } from "@mantine/core"

interface ExplainedLinkProps {
  readonly href: string
  readonly name: string
  readonly meaning: string
  readonly testId: string
}

export function ExplainedLink({ href, name, meaning, testId }: ExplainedLinkProps) {
  return (
    <Tooltip
      label={meaning}
      multiline
      w={280}
      withArrow
      openDelay={150}
      events={{ hover: true, focus: true, touch: false }}
    >
      <Button component="a" size="compact-xs" variant="default" href={href} data-testid={testId}>
        {name}
      </Button>
    </Tooltip>
  )
}
