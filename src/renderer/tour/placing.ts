/** Where the tour's box stands: below what it tells of, above or beside where there is no room, always on the screen. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

const GAP = 12
const MARGIN = 8

export function placeBeside(target: Box, box: Size, screen: Size): { left: number; top: number } {
  const below = target.top + target.height + GAP
  const above = target.top - GAP - box.height
  const left = clamp(target.left, screen.width - box.width - MARGIN)
  if (below + box.height + MARGIN <= screen.height) return { left, top: below }
  if (above >= MARGIN) return { left, top: above }
  const right = target.left + target.width + GAP
  const beside = right + box.width + MARGIN <= screen.width ? right : target.left - GAP - box.width
  return {
    left: clamp(beside, screen.width - box.width - MARGIN),
    top: clamp(target.top, screen.height - box.height - MARGIN),
  }
}

const clamp = (value: number, most: number) => Math.max(MARGIN, Math.min(value, most))
