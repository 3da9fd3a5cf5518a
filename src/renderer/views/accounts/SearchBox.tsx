/** Search by number, archetype or name; what is typed is in the address once the fingers rest. */
import { CloseButton, TextInput } from "@mantine/core"
import { useEffect, useState } from "react"
import { useT } from "../../i18n/index.ts"
import { goTo, usePlace } from "../../state/location.ts"

/** Milliseconds; longer than between two keys, shorter than anybody waits. */
const REST = 150

export function SearchBox() {
  const { search } = usePlace()
  const t = useT()
  const [text, setText] = useState(search)
  // An address that was gone back to, or a chip taken away.
  useEffect(() => setText(search), [search])
  useEffect(() => {
    if (text === search) return
    const timer = window.setTimeout(() => goTo({ search: text }), REST)
    return () => window.clearTimeout(timer)
  }, [text, search])
  return (
    <TextInput
      size="xs"
      w={228}
      type="search"
      aria-label={t("search.label")}
      placeholder={t("search.placeholder")}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") goTo({ search: text })
        if (event.key === "Escape") goTo({ search: "" })
      }}
      rightSection={
        text === "" ? null : (
          <CloseButton size="sm" aria-label={t("search.clear")} onClick={() => goTo({ search: "" })} />
        )
      }
      data-testid="account-search"
    />
  )
}
