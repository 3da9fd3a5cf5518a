/** The YAML that the form writes, to be read, copied and edited; what is wrong stands at its line and in a list. */
import { useEffect, useRef } from "react"
import type { JsonSchema, LocatedProblem } from "../../../api/contract.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { listedWords } from "./problem-words.ts"

interface YamlPaneProps {
  readonly text: string
  readonly problems: readonly LocatedProblem[]
  readonly schema: JsonSchema
  readonly write: (text: string) => void
}

export function YamlPane({ text, problems, schema, write }: YamlPaneProps) {
  const t = useT()
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLOListElement>(null)
  const wrong = new Set(problems.map(({ line }) => line))
  const lines = text.split("\n").length
  const follow = () => {
    if (gutter.current && area.current) gutter.current.scrollTop = area.current.scrollTop
  }
  useEffect(follow)
  return (
    <div className="yaml">
      <div className="yaml-box">
        <ol className="yaml-gutter" ref={gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => (
            <li key={i} className={wrong.has(i + 1) ? "yaml-wrong" : undefined}>
              {wrong.has(i + 1) ? "⚠ " : ""}
              {i + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={area}
          className="yaml-text"
          aria-label={t("scenario.yaml.label")}
          data-testid="yaml"
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          value={text}
          aria-invalid={problems.length > 0}
          aria-describedby={problems.length > 0 ? "yaml-problems" : undefined}
          onScroll={follow}
          onChange={(event) => write(event.currentTarget.value)}
        />
      </div>
      <Problems
        problems={problems}
        schema={schema}
        goTo={(problem) => area.current && goTo(area.current, problem)}
      />
    </div>
  )
}

interface ProblemsProps {
  readonly problems: readonly LocatedProblem[]
  readonly schema: JsonSchema
  readonly goTo: (problem: LocatedProblem) => void
}

function Problems({ problems, schema, goTo: go }: ProblemsProps) {
  const t = useT()
  const format = useFormat()
  return (
    <div aria-live="polite">
      {problems.length === 0 ? null : (
        <ul id="yaml-problems" className="yaml-problems" data-testid="yaml-problems">
          {[...problems]
            .sort((a, b) => a.line - b.line)
            .map((problem) => (
              <li key={`${problem.line} ${problem.message}`}>
                <button type="button" onClick={() => go(problem)}>
                  {t("scenario.problem.line", { line: problem.line })}
                </button>
                <span>{listedWords(t, format, problem, schema)}</span>
              </li>
            ))}
        </ul>
      )}
    </div>
  )
}

/** Puts the cursor where the problem is, and the line into sight. */
function goTo(area: HTMLTextAreaElement, { line, column }: LocatedProblem): void {
  const lines = area.value.split("\n")
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  area.focus()
  area.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0))
  const height = area.scrollHeight / lines.length
  area.scrollTop = Math.max(0, (line - 4) * height)
}
