/** Turns while something is read; said to those who do not see it, which a label alone on Mantine's span would not be. */
import { Loader, type LoaderProps } from "@mantine/core"
import { useT } from "../i18n/index.ts"

export function Loading(props: LoaderProps) {
  const t = useT()
  return <Loader role="status" aria-label={t("state.loading")} {...props} />
}
