export function runWindow(program: string, args: readonly string[]): Promise<string | null>
