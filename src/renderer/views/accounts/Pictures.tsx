/**
 * Covers as the platform knows them: no pixels, but fingerprints. A perceptual hash is drawn as the 8 x 8 bits that it
 * is, a power spectrum as a line against what is usual on the platform; both are told in words.
 */
import { Button } from "@mantine/core"
import { useState } from "react"
import type { AccountDetail, AccountMedia, SpectrumBand } from "../../../core/account-detail.ts"
import { SPECTRUM_BANDS } from "../../../core/evidence/evidence.ts"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { AccountLink } from "./parts.tsx"

interface Picture extends AccountMedia {
  readonly time: number
}

const FEW = 24

export function Pictures({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  const [chosen, choose] = useState<number | null>(null)
  const [all, showAll] = useState(false)
  const pictures = detail.posts.flatMap(({ media, time }): Picture[] => (media ? [{ ...media, time }] : []))
  if (pictures.length === 0) return <p className="empty-note">{t("pictures.none")}</p>
  const picture = chosen === null ? null : pictures[chosen]!
  return (
    <>
      <p className="empty-note">{summaryText(t, pictures, detail.posts.length)}</p>
      <ul className="hashes">
        {pictures.slice(0, all ? undefined : FEW).map((one, k) => (
          <li key={k}>
            <button
              type="button"
              aria-pressed={chosen === k}
              onClick={() => choose(chosen === k ? null : k)}
              aria-label={t("pictures.cover", {
                kind: t(`media.${one.kind}`),
                time: format.timeAt(one.time, detail.profile.timeZone),
              })}
            >
              <Hash hash={one.hash} />
              {one.alike || one.reused ? (
                <span className="hash-mark" title={t("pictures.reusedMark")} aria-hidden="true">
                  =
                </span>
              ) : null}
              {one.provenance === "generated" ? (
                <span
                  className="hash-mark hash-mark-ai"
                  title={t("pictures.declaredMark")}
                  aria-hidden="true"
                >
                  AI
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
      {pictures.length > FEW && !all ? (
        <Button size="compact-xs" variant="default" mb="xs" onClick={() => showAll(true)}>
          {t("pictures.showAll", { count: pictures.length })}
        </Button>
      ) : null}
      {picture ? <Words picture={picture} usual={detail.usualSpectrum} /> : null}
      <Spectrum pictures={pictures} picture={picture} usual={detail.usualSpectrum} />
    </>
  )
}

function summaryText(t: Translate, pictures: readonly Picture[], posts: number): string {
  const count = (wanted: (one: Picture) => boolean) => pictures.filter(wanted).length
  return t("pictures.summary", {
    posts,
    covers: pictures.length,
    exif: count(({ exif }) => exif),
    declared: count(({ provenance }) => provenance === "generated"),
    reused: count(({ reused }) => reused),
    alike: count(({ alike }) => alike !== null),
  })
}

/** The bits, the highest first, row by row. */
function Hash({ hash }: { readonly hash: string }) {
  const bits = [...hash].flatMap((digit) => [...Number.parseInt(digit, 16).toString(2).padStart(4, "0")])
  return (
    <svg viewBox="0 0 8 8" width="40" height="40" aria-hidden="true" className="hash">
      {bits.map((bit, k) =>
        bit === "1" ? <rect key={k} x={k % 8} y={Math.floor(k / 8)} width="1" height="1" /> : null,
      )}
    </svg>
  )
}

const frequencyOf = (band: number) => (band + 1) / (2 * SPECTRUM_BANDS)

/** Where the spectrum leaves the usual band the farthest, measured in widths of that band; null when it stays within. */
function strangest(spectrum: readonly number[], usual: SpectrumBand | null) {
  if (usual === null) return null
  const beyond = spectrum.map((value, band) => {
    const [low, high] = [usual.low[band]!, usual.high[band]!]
    return { band, distance: Math.max(value - high, low - value) / (high - low), isAbove: value > high }
  })
  const worst = beyond.reduce((a, b) => (b.distance > a.distance ? b : a))
  return worst.distance > 0 ? worst : null
}

function spectrumText(
  t: Translate,
  format: Format,
  spectrum: readonly number[],
  usual: SpectrumBand | null,
): string {
  if (usual === null) return ""
  const found = strangest(spectrum, usual)
  if (found === null) return t("pictures.usual")
  return t(found.isAbove ? "pictures.above" : "pictures.below", {
    frequency: format.decimal(frequencyOf(found.band), 2),
  })
}

/** What one cover's fingerprint says. */
function Words({ picture, usual }: { readonly picture: Picture; readonly usual: SpectrumBand | null }) {
  const t = useT()
  const format = useFormat()
  const { alike, reused, exif, provenance, kind } = picture
  return (
    <ul className="reasons" data-testid="picture-words">
      <li>
        {t(`media.${kind}`)}; {t(exif ? "pictures.exif" : "pictures.noExif")}{" "}
        {t(`pictures.provenance.${provenance}`)}
      </li>
      <li>
        {reused ? `${t("pictures.reused")} ` : ""}
        {alike ? (
          <>
            {t("pictures.alike", { bits: alike.differingBits })} <AccountLink account={alike.account} />
          </>
        ) : (
          t("pictures.unlike")
        )}
      </li>
      <li>{spectrumText(t, format, picture.spectrum, usual)}</li>
    </ul>
  )
}

const [LEFT, TOP, WIDTH, HEIGHT] = [50, 8, 420, 130]

interface SpectrumProps {
  readonly pictures: readonly Picture[]
  readonly picture: Picture | null
  readonly usual: SpectrumBand | null
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

function Spectrum({ pictures, picture, usual }: SpectrumProps) {
  const t = useT()
  const format = useFormat()
  const images = pictures.filter(({ kind }) => kind === "image")
  const bands = Array.from({ length: SPECTRUM_BANDS }, (_, band) => band)
  const median =
    images.length > 0 ? bands.map((band) => medianOf(images.map((one) => one.spectrum[band]!))) : []
  const drawn = [...median, ...(picture?.spectrum ?? []), ...(usual?.low ?? []), ...(usual?.high ?? [])]
  if (drawn.length === 0) return null
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)]
  const x = (band: number) => LEFT + (WIDTH * band) / (SPECTRUM_BANDS - 1)
  const y = (value: number) => TOP + HEIGHT * (1 - (value - low) / (high - low || 1))
  const points = (values: readonly number[], order = bands) =>
    order.map((band) => `${x(band)},${y(values[band]!)}`).join(" ")
  const words = t("pictures.spectrum.aria", {
    count: images.length,
    usual: median.length > 0 ? spectrumText(t, format, median, usual) : "",
  })
  return (
    <figure className="spectrum">
      <figcaption>{words}</figcaption>
      <svg
        viewBox={`0 0 ${LEFT + WIDTH + 12} ${TOP + HEIGHT + 34}`}
        role="img"
        aria-label={words}
        data-testid="spectrum"
      >
        {usual ? (
          <>
            <polygon
              className="spectrum-band"
              points={`${points(usual.low)} ${points(usual.high, bands.toReversed())}`}
            />
            <polyline className="spectrum-usual" points={points(usual.middle)} />
          </>
        ) : null}
        {median.length > 0 ? <polyline className="spectrum-own" points={points(median)} /> : null}
        {picture ? <polyline className="spectrum-chosen" points={points(picture.spectrum)} /> : null}
        {[0, 3, 7, 11, 15].map((band) => (
          <text key={band} x={x(band)} y={TOP + HEIGHT + 14} textAnchor="middle">
            {format.decimal(frequencyOf(band), 2)}
          </text>
        ))}
        <text x={LEFT + WIDTH / 2} y={TOP + HEIGHT + 29} textAnchor="middle">
          {t("pictures.frequency")}
        </text>
        <text
          x={12}
          y={TOP + HEIGHT / 2}
          textAnchor="middle"
          transform={`rotate(-90 12 ${TOP + HEIGHT / 2})`}
        >
          {t("pictures.power")}
        </text>
        {[low, high].map((value) => (
          <text key={value} x={LEFT - 4} y={y(value) + 4} textAnchor="end">
            {format.decimal(value, 1)}
          </text>
        ))}
      </svg>
      <ul className="legend">
        {usual ? (
          <li>
            <span className="spectrum-sample spectrum-sample-band" aria-hidden="true" />{" "}
            {t("pictures.legend.usual", { count: usual.pictures })}
          </li>
        ) : null}
        <li>
          <span className="spectrum-sample spectrum-sample-own" aria-hidden="true" />{" "}
          {t("pictures.legend.own")}
        </li>
        {picture ? (
          <li>
            <span className="spectrum-sample spectrum-sample-chosen" aria-hidden="true" />{" "}
            {t("pictures.legend.chosen")}
          </li>
        ) : null}
      </ul>
    </figure>
  )
}
