/** All that the page learns of its shell; it talks to the api like any other page. */
import { contextBridge } from "electron"

contextBridge.exposeInMainWorld("assayShell", { platform: process.platform })
