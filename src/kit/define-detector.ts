/**
 * Writes a detector down with more exact types than the contract has: evidence that it declares is there, and there is
 * a column for each of its features by name. What comes out is the very object that went in.
 */
import type { Detector, Feature, Linkage, LinkColumns } from "../core/detection/detector.ts"
import type {
  Evidence,
  EvidenceField,
  Follows,
  Interactions,
  Posts,
  Profiles,
  Reports,
} from "../core/evidence/evidence.ts"

/** A part of evidence that is there when one of its fields is declared. */
type Declared<Reads extends EvidenceField, Of extends EvidenceField, Name extends string, Part> =
  Extract<Reads, Of> extends never ? unknown : { readonly [Key in Name]: Part }

type DeclaredPosts<Reads extends EvidenceField> = Posts &
  Declared<Reads, "posts.text", "tokens", NonNullable<Posts["tokens"]>> &
  Declared<Reads, "posts.text", "tokenOffset", NonNullable<Posts["tokenOffset"]>> &
  Declared<Reads, "posts.style", "style", NonNullable<Posts["style"]>> &
  Declared<Reads, "posts.media", "media", NonNullable<Posts["media"]>>

type DeclaredInteractions<Reads extends EvidenceField> = Interactions &
  Declared<Reads, "interactions.latency", "latency", NonNullable<Interactions["latency"]>>

/** Evidence as a detector sees it that reads these fields: what they stand for is never missing. */
export type DeclaredEvidence<Reads extends EvidenceField> = Evidence &
  Declared<Reads, "profiles", "profiles", Profiles> &
  Declared<Reads, Extract<EvidenceField, `posts.${string}`>, "posts", DeclaredPosts<Reads>> &
  Declared<
    Reads,
    Extract<EvidenceField, `interactions.${string}`>,
    "interactions",
    DeclaredInteractions<Reads>
  > &
  Declared<Reads, "follows", "follows", Follows> &
  Declared<Reads, "reports", "reports", Reports>

export interface DetectorDefinition<
  Reads extends readonly EvidenceField[],
  Features extends readonly Feature[],
> extends Omit<Detector, "reads" | "features" | "observe" | "linkage"> {
  readonly reads: Reads
  readonly features: Features
  /** Fills `columns[feature][i]` for each account i of the tile, i from 0. */
  observe?(
    tile: DeclaredEvidence<Reads[number]>,
    columns: Readonly<Record<Features[number]["id"], Float32Array>>,
  ): void
  readonly linkage?: Omit<Linkage, "observe"> & {
    /** Writes the tile's slice, placed by the tile's firstPost and firstInteraction. */
    observe(tile: DeclaredEvidence<Reads[number]>, columns: LinkColumns): void
  }
}

export const defineDetector = <
  const Reads extends readonly EvidenceField[],
  const Features extends readonly Feature[],
>(
  detector: DetectorDefinition<Reads, Features>,
): Detector => detector
