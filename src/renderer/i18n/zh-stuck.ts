/** Long work, and what is said when something fails, in Chinese; the same keys as the English file. */
import type { enStuck } from "./en-stuck.ts"

export const zhStuck: Readonly<Record<keyof typeof enStuck, string>> = {
  "measured.waiting": "正在等待：{{what}}",
  "measured.of.realism": "{{subject}} 的真实性报告",
  "measured.of.leakage": "{{subject}} 的破绽报告",
  "measured.of.why": "{{subject}} 的检测器报告",
  "measured.cancelledHelp": "没有保留任何内容。可以随时重新测量。",
  "measured.again": "开始测量",
  "realism.title.measuring": "正在测量 {{scenario}}",
  "realism.cancelled": "已取消对 {{scenario}} 的测量",
  "why.title.measuring": "正在逐一去掉各部分重新学习",
  "why.cancelled": "已取消生成报告",
  "stage.starting": "正在启动",
  "stage.generating": "生成群体",
  "stage.measuring": "测量",
  "stage.counting": "统计原始特征",
  "stage.comparing": "比较",
  "stage.relearning": "逐一去掉各部分重新学习",

  "failure.title": "{{title}}，原因：{{what}}",
  "failure.DiskFullError": "磁盘已满",
  "failure.DiskFullError.safe": "没有写入一半的内容：原有的运行保持原样。",
  "failure.DiskFullError.todo":
    "请在该磁盘上腾出空间后重试，或改用另一个文件夹存放运行：npx assay serve --store 文件夹。",
  "failure.PermissionError": "没有权限",
  "failure.PermissionError.safe": "没有任何改动：原有的运行保持原样。",
  "failure.PermissionError.todo":
    "请取得该处的读写权限后重试，或改用另一个文件夹存放运行：npx assay serve --store 文件夹。",
  "failure.DamagedRunError": "运行已损坏",
  "failure.DamagedRunError.safe": "其他运行不受影响，也没有永久丢失：同样的场景和种子会逐位生成同样的运行。",
  "failure.DamagedRunError.todo":
    "重新运行其场景，即可用完整的运行替换它；也可以将它删除（一天内可恢复），或选择另一个运行。",
  "failure.WorkerError": "工作线程失败",
  "failure.WorkerError.safe": "没有保留任何内容。已完成的运行保持原样，服务器仍在工作。",
  "failure.WorkerError.todo":
    "请重试。若再次失败，请用更少的工作线程启动 Assay（npx assay serve --workers 1），或选择更小的场景。",
  "failure.OutOfMemoryError": "内存不足",
  "failure.OutOfMemoryError.safe": "没有保留任何内容。已完成的运行保持原样，服务器仍在工作。",
  "failure.OutOfMemoryError.todo":
    "请选择账号或天数更少的场景、关闭其他程序，或用更少的工作线程启动 Assay（npx assay serve --workers 1），然后重试。",

  "job.again": "重新运行 {{scenario}}",
  "job.gone": "{{scenario}} 随其服务器一起结束了",
  "job.gone.help": "运行它的服务器已停止，之后又启动了新的服务器。没有保留任何内容，其他内容也未受影响。",

  "locked.title": "此页面无权使用服务器",
  "locked.text":
    "此窗口中的地址缺少令牌，或者服务器已重新启动并使用了新的令牌。请打开 Assay 启动时输出的完整地址，包括问号之后的全部内容。当前显示的内容会保留。",
  "locked.short": "无权访问服务器",
  "locked.here": "页面获准使用服务器后会立即加载。",
}
