/** Detectors that are plug-ins, in English. */
export const enPlugins = {
  "plugin.failed": "Failed, and left out of this run: {{names}}.",
  "plugin.failed.why": "Why",
  "plugin.failed.one": "{{name}}: {{message}}",
  "plugin.is.module": "A plug-in of this run, version {{version}}: the module {{what}}.",
  "plugin.is.program": "A plug-in of this run, version {{version}}: the program {{what}}.",
  "plugin.is.endpoint": "A plug-in of this run, version {{version}}: the endpoint {{what}}.",
} as const
