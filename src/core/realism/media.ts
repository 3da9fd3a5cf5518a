/**
 * Whether pictures' fingerprints are as published: TARGETS.md, Media. What a picture was like before anybody handled it
 * is known to the forward model only, which is asked again here.
 */
import { mediaRows } from "./media-rows.ts"
import { collectMedia } from "./media-sample.ts"
import { defineDomain } from "./row.ts"

export const mediaDomain = defineDomain({ group: "media", collect: collectMedia, rows: mediaRows })
