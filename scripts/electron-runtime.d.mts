export function findRuntime(): string | null
export function reasonAgainstWindow(
  platform?: NodeJS.Platform,
  environment?: NodeJS.ProcessEnv,
): string | null
export function obtainRuntime(): Promise<{ program?: string; reason?: string }>
