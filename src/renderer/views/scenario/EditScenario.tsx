/** Leads to the editor of a scenario, from wherever scenarios are listed. */
import { Button } from "@mantine/core"
import { useT } from "../../i18n/index.ts"
import { goTo } from "../../state/location.ts"

export function EditScenario({ name }: { readonly name: string }) {
  const t = useT()
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t("scenario.editNamed", { scenario: name })}
      onClick={() => goTo({ view: "scenario", scenario: name, account: null })}
    >
      {t("scenario.edit")}
    </Button>
  )
}
