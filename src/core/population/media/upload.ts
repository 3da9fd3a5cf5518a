/**
 * The way of a file to the platform, the same for everybody: perhaps through chats first, which make it smaller and
 * compress it, and then through the platform's own upload, which does so to every cover. What is fine in a picture does
 * not survive (TrueFake: Dell'Anna et al. 2025; Marra et al. 2018).
 */
import type { Random } from "../../random/streams.ts"
import { bell } from "./bell.ts"
import { compress, shrink } from "./damage.ts"
import type { Spectrum } from "./spectrum.ts"

/** Pixels of the longer side beyond which the platform, and a chat, make a picture smaller. */
const PLATFORM_PIXELS = 1440
const CHAT_PIXELS = 1440
const VIDEO_PIXELS = 1600

/** JPEG qualities: mean and standard deviation. */
const PLATFORM_QUALITY = { mean: 80, sd: 5 }
const CHAT_QUALITY = { mean: 80, sd: 6 }
/** What a video's codec leaves of a frame, told as a JPEG's quality. */
const CODEC_QUALITY = { mean: 68, sd: 8 }

/** Share of the power beyond the highest frequency that a careless resampling folds back. */
const LEAK = 0.15

interface Quality {
  readonly mean: number
  readonly sd: number
}

/** Sends a file of `pixels` once; returns the pixels that arrive. */
function send(spectrum: Spectrum, pixels: number, limit: number, quality: Quality, random: Random): number {
  // People cut and zoom, and apps differ, so even a small file is often resampled a little.
  const scale = Math.min(1, (limit / pixels) * (0.85 + 0.3 * random()))
  shrink(spectrum, scale, LEAK * random())
  compress(spectrum, Math.min(95, Math.max(35, quality.mean + quality.sd * bell(random))))
  return pixels * scale
}

/** A frame of a video: coded once before anybody sends it. */
export const frame = (spectrum: Spectrum, pixels: number, random: Random): number =>
  send(spectrum, pixels, VIDEO_PIXELS, CODEC_QUALITY, random)

/** Passes a file through a chat. */
export const forward = (spectrum: Spectrum, pixels: number, random: Random): number =>
  send(spectrum, pixels, CHAT_PIXELS, CHAT_QUALITY, random)

/** Publishes a file on the platform. */
export const upload = (spectrum: Spectrum, pixels: number, random: Random): number =>
  send(spectrum, pixels, PLATFORM_PIXELS, PLATFORM_QUALITY, random)
