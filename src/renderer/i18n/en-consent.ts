/** What is asked before plug-ins of a scenario run, in English. */
export const enConsent = {
  "consent.title": "Run the plug-ins of {{scenario}}?",
  "consent.ownText": "this scenario",
  "consent.lead":
    "The scenario names detectors that Assay does not bring, and nobody has agreed to run them here as they are now:",
  "consent.warning.title": "They run with your rights",
  "consent.warning":
    "A module or program can read, change, delete and send anything that you can. Agree only if you know who wrote it and what it does.",
  "consent.warning.endpoint": "Evidence about all accounts of the run is sent to this address.",
  "consent.kind.module": "Module",
  "consent.kind.module.meaning": "A TypeScript or JavaScript file, run in a thread of its own.",
  "consent.kind.program": "Program",
  "consent.kind.program.meaning": "A command that is started on this machine, in the scenario’s folder.",
  "consent.kind.endpoint": "Endpoint",
  "consent.kind.endpoint.meaning": "An address that answers over HTTP, on this machine or another.",
  "consent.files": "Files ({{count}})",
  "consent.unseen": "It may load or run more than these files, which is not looked at, by:",
  "consent.unseen.program": "Whatever else it loads while it runs is not looked at.",
  "consent.digest": "Fingerprint",
  "consent.digest.meaning":
    "SHA-256 over the words above and the contents of all files. Your agreement holds for exactly this.",
  "consent.remembered":
    "Your agreement is remembered until anything of it changes. In a terminal, --trust does the same.",
  "consent.remembered.endpoint":
    "What answers at an address can change unseen; the agreement is to the address.",
  "consent.changed": "Something has changed since it was shown. This is how it is now; look again.",
  "consent.failed": "The agreement could not be kept",
  "consent.cancel": "Do not run",
  "consent.trust": "Trust and run",
} as const
