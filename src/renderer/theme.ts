/** Colours and type. The classes and figures use Okabe and Ito's palette, which the colour-blind can tell apart. */
import { createTheme, type MantineColorsTuple } from "@mantine/core"

const blue: MantineColorsTuple = [
  "#e8f4fb",
  "#d0e6f4",
  "#9fcde9",
  "#6bb2de",
  "#429dd5",
  "#2a8fd0",
  "#0072b2",
  "#00649e",
  "#00588d",
  "#004b7a",
]

export const theme = createTheme({
  primaryColor: "blue",
  primaryShade: { light: 6, dark: 6 },
  colors: { blue },
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  headings: { fontWeight: "600" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
})

/** Everything a chart paints with. */
export interface Colours {
  readonly text: string
  readonly muted: string
  readonly grid: string
  readonly surface: string
  readonly managed: string
  readonly authentic: string
  readonly precision: string
  readonly recall: string
  readonly falsePositiveRate: string
  readonly f1: string
  readonly threshold: string
  /** Tint of what is flagged. */
  readonly flagged: string
}

const light: Colours = {
  text: "#212529",
  muted: "#5c636a",
  grid: "#e3e6e8",
  surface: "#ffffff",
  managed: "#d55e00",
  authentic: "#0072b2",
  precision: "#0072b2",
  recall: "#d55e00",
  falsePositiveRate: "#b0578f",
  f1: "#00795a",
  threshold: "#212529",
  flagged: "rgba(213, 94, 0, 0.06)",
}

const dark: Colours = {
  text: "#e9ecef",
  muted: "#a6acb2",
  grid: "#3b3e42",
  surface: "#242424",
  managed: "#f0863a",
  authentic: "#56b4e9",
  precision: "#56b4e9",
  recall: "#f0863a",
  falsePositiveRate: "#e0a1c6",
  f1: "#2fc59b",
  threshold: "#f1f3f5",
  flagged: "rgba(240, 134, 58, 0.06)",
}

export const COLOURS = { light, dark } as const

/** Dashes tell the curves apart where colours do not. */
export const DASHES = {
  precision: [] as number[],
  recall: [9, 4],
  falsePositiveRate: [2, 3],
  f1: [9, 3, 2, 3],
} as const
