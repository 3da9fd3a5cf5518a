/** How many accounts changed side in one way, to be pressed for who they are; harm is coloured and said in its words. */
import { useFormat } from "../format.ts"
import "./flip-tiles.css"

interface FlipTileProps {
  /** One of the four, as its harm and its test id go by it. */
  readonly flip: string
  readonly count: number
  readonly name: string
  readonly words: string
  readonly isPressed: boolean
  readonly testId: string
  readonly onPress: () => void
}

const isHarm = (flip: string) => flip === "newlyHit" || flip === "newlyMissed"

export function FlipTile({ flip, count, name, words, isPressed, testId, onPress }: FlipTileProps) {
  const format = useFormat()
  return (
    <button
      type="button"
      className={isHarm(flip) && count > 0 ? "flip-tile flip-harm" : "flip-tile"}
      aria-pressed={isPressed}
      data-testid={testId}
      onClick={onPress}
    >
      <span className="flip-count">{format.count(count)}</span>
      <span className="flip-name">{name}</span>
      <span className="flip-words">{words}</span>
    </button>
  )
}
