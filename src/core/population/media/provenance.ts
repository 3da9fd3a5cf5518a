/**
 * What a file says about itself, where it still says anything. Editors, chats and platforms strip EXIF data and C2PA
 * manifests: of 6,845 pictures crawled from news sites 15 carried a manifest, 6 of those signed by an image model's
 * maker (IPTC Metawatch 2026). So both are weak evidence, and their absence is none.
 */
import { PROVENANCES } from "../../evidence/evidence.ts"
import type { Random } from "../../random/streams.ts"

const [NOTHING, CAPTURED, GENERATED] = PROVENANCES.keys()

/** Share of phones and editors, and of image models, that sign what they make. */
const SIGNED_BY_PHONES = 0.06
const SIGNED_BY_MODELS = 0.6

/** Share of the manifests, and of EXIF data, that get through the platform's upload. */
const MANIFESTS_KEPT = 0.085
const EXIF_KEPT = 0.03

/** What happened to the file. */
export interface FileHistory {
  readonly photographed: boolean
  readonly generated: boolean
  /** Edited, forwarded, or used again: its own data are gone before it is uploaded. */
  readonly handled: boolean
}

/** Index into PROVENANCES. */
export function drawProvenance({ photographed, generated, handled }: FileHistory, random: Random): number {
  const signed = generated ? SIGNED_BY_MODELS : photographed ? SIGNED_BY_PHONES : 0
  const draw = random()
  if (handled || draw >= signed * MANIFESTS_KEPT) return NOTHING
  return generated ? GENERATED : CAPTURED
}

/** 1 where a camera's EXIF data survived; an operator can write such data into a file, but then it must survive too. */
export function drawExif({ photographed, handled }: FileHistory, forged: number, random: Random): number {
  const draw = random()
  if (photographed && !handled) return draw < EXIF_KEPT ? 1 : 0
  return draw < forged * EXIF_KEPT ? 1 : 0
}
