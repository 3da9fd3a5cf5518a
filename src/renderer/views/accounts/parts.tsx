/** Small parts that the sections of an account's page have in common. */
import { Anchor } from "@mantine/core"
import type { ReactNode } from "react"
import { Meaning } from "../../components/Meaning.tsx"
import type { Format } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { goTo } from "../../state/location.ts"

interface SectionProps {
  readonly title: string
  readonly meaning?: string
  readonly testId?: string
  readonly children: ReactNode
}

export function Section({ title, meaning, testId, children }: SectionProps) {
  return (
    <section className="account-section" data-testid={testId}>
      <h3>{meaning === undefined ? title : <Meaning of={meaning}>{title}</Meaning>}</h3>
      {children}
    </section>
  )
}

export function Pair({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Opens another account of the same run. */
export function AccountLink({ account }: { readonly account: number }) {
  const t = useT()
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => goTo({ view: "accounts", account })}>
      {t("account.title", { account })}
    </Anchor>
  )
}

/** "UTC+8". */
export function zoneText(format: Format, hours: number): string {
  return `UTC${hours < 0 ? "−" : "+"}${format.number(Math.abs(hours))}`
}
