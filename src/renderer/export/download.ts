/**
 * Hands a file to whoever keeps downloads: the browser, or the window's own save dialog. A link with `download`
 * is no navigation, so neither the page's policy nor the shell's lockdown stands in its way.
 */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the bytes as soon as it has begun, which is not at once.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A name that every file system takes, of ids and words in any language. */
export function fileName(parts: readonly string[], extension: string): string {
  const plain = parts
    .map((part) => part.replaceAll(/[^\p{Letter}\p{Number}._]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, ""))
    .filter((part) => part !== "")
  return `${plain.join("-").slice(0, 120)}.${extension}`
}
