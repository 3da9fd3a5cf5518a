/** How far a search is, with Cancel. */
import { WorkProgress } from "../../components/WorkProgress.tsx"
import { useT } from "../../i18n/index.ts"

interface SearchProgressProps {
  readonly title: string
  readonly standing: { readonly done: number; readonly remainingSeconds: number | null }
  readonly cancel: () => void
  readonly testId: string
}

export function SearchProgress({ title, standing, cancel, testId }: SearchProgressProps) {
  const t = useT()
  const { done, remainingSeconds } = standing
  const progress = { stage: t("consequences.searching"), fraction: done, remainingSeconds }
  return (
    <div className="search-progress">
      <WorkProgress title={title} progress={progress} cancelling={false} onCancel={cancel} testId={testId} />
    </div>
  )
}
