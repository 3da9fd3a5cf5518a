/** 作为插件的检测器，中文。 */
import type { enPlugins } from "./en-plugins.ts"

export const zhPlugins: Readonly<Record<keyof typeof enPlugins, string>> = {
  "plugin.failed": "因出错而未计入本次运行：{{names}}。",
  "plugin.failed.why": "原因",
  "plugin.failed.one": "{{name}} 出错：{{message}}",
  "plugin.is.module": "本次运行的插件，版本 {{version}}：模块 {{what}}。",
  "plugin.is.program": "本次运行的插件，版本 {{version}}：程序 {{what}}。",
  "plugin.is.endpoint": "本次运行的插件，版本 {{version}}：端点 {{what}}。",
}
