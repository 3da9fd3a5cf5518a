/** Made by scripts/code-digests.ts when the code is built; SHA-256, hex. */
declare module "virtual:code-digests" {
  export interface CodeDigests {
    /** What a population and its tiles are made by, and what leads detectors over them. */
    readonly generator: string
    /** By the id of a built-in detector. */
    readonly detectors: Readonly<Record<string, string>>
    /** What modules of plug-ins are written with, and what hands all plug-ins their evidence. */
    readonly plugins: string
  }
  export const codeDigests: CodeDigests
}
