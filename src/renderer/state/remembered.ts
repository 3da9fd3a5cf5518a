/** Switches that stay as they were left, in this browser. */
import { useState } from "react"

function read(storage: Storage, key: string, otherwise: boolean): boolean {
  const stored = storage.getItem(key)
  return stored === "yes" ? true : stored === "no" ? false : otherwise
}

/** A switch that survives a reload; `where` says whether also the end of the session. */
export function useRemembered(
  key: string,
  otherwise: boolean,
  where: "localStorage" | "sessionStorage" = "localStorage",
): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => read(window[where], key, otherwise))
  function set(next: boolean): void {
    window[where].setItem(key, next ? "yes" : "no")
    setOn(next)
  }
  return [on, set]
}
