/** What is asked before plug-ins of a scenario run, in Chinese; the same keys as the English file. */
import type { enConsent } from "./en-consent.ts"

export const zhConsent: Readonly<Record<keyof typeof enConsent, string>> = {
  "consent.title": "要运行 {{scenario}} 的插件吗？",
  "consent.ownText": "此场景",
  "consent.lead": "该场景使用了并非 Assay 自带的检测器，其当前内容尚未有人同意在此运行：",
  "consent.warning.title": "它们将以您的权限运行",
  "consent.warning":
    "模块或程序可以读取、修改、删除和发送您能访问的任何内容。只有在清楚其作者和作用时才应同意。",
  "consent.warning.endpoint": "运行中所有账号的证据都会发送到此地址。",
  "consent.kind.module": "模块",
  "consent.kind.module.meaning": "一个 TypeScript 或 JavaScript 文件，在单独的线程中运行。",
  "consent.kind.program": "程序",
  "consent.kind.program.meaning": "一条命令，在本机的场景文件夹中启动。",
  "consent.kind.endpoint": "端点",
  "consent.kind.endpoint.meaning": "一个通过 HTTP 应答的地址，可能在本机，也可能在别处。",
  "consent.files": "文件（{{count}}）",
  "consent.unseen": "它可能通过以下方式加载或运行上述文件之外的内容，这些内容不会被检查：",
  "consent.unseen.program": "它在运行时加载的其他内容不会被检查。",
  "consent.digest": "指纹",
  "consent.digest.meaning": "对上述命令和全部文件内容计算的 SHA-256。您的同意仅对此内容有效。",
  "consent.remembered": "同意会被记住，直到其中任何内容发生变化。在终端中使用 --trust 效果相同。",
  "consent.remembered.endpoint": "地址背后的程序可能在不知不觉中改变；同意的对象是该地址。",
  "consent.changed": "自显示以来内容已有变化。以下是当前内容，请重新查看。",
  "consent.failed": "无法保存同意",
  "consent.cancel": "不运行",
  "consent.trust": "信任并运行",
}
