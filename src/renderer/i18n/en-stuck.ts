/** Long work, and what is said when something fails, in English. */
export const enStuck = {
  "measured.waiting": "waiting for {{what}}",
  "measured.of.realism": "the realism report of {{subject}}",
  "measured.of.leakage": "the report on give-aways of {{subject}}",
  "measured.of.why": "the report on the detectors of {{subject}}",
  "measured.cancelledHelp": "Nothing was kept of it. It can be measured whenever you like.",
  "measured.again": "Measure it",
  "realism.title.measuring": "Measuring {{scenario}}",
  "realism.cancelled": "Measuring {{scenario}} was cancelled",
  "why.title.measuring": "Learning again without each part",
  "why.cancelled": "The report was cancelled",
  "stage.starting": "starting",
  "stage.generating": "generating the population",
  "stage.measuring": "measuring",
  "stage.counting": "counting raw features",
  "stage.comparing": "comparing",
  "stage.relearning": "learning again without each part",

  "failure.title": "{{title}}: {{what}}",
  "failure.DiskFullError": "the disk is full",
  "failure.DiskFullError.safe": "Nothing was half-written: the runs that were there are as they were.",
  "failure.DiskFullError.todo":
    "Free some space on that disk and try again, or keep runs in another folder: npx assay serve --store FOLDER.",
  "failure.PermissionError": "no permission",
  "failure.PermissionError.safe": "Nothing was changed: the runs that were there are as they were.",
  "failure.PermissionError.todo":
    "Give yourself the right to read and write there and try again, or keep runs in another folder: npx assay serve --store FOLDER.",
  "failure.DamagedRunError": "the run is damaged",
  "failure.DamagedRunError.safe":
    "Other runs are not affected. Nothing is lost for good: the same scenario and seed make the same run again, to the bit.",
  "failure.DamagedRunError.todo":
    "Run its scenario again, which puts a whole run in its place, delete it, which can be undone for a day, or choose another run.",
  "failure.WorkerError": "a worker failed",
  "failure.WorkerError.safe":
    "Nothing was kept of it. Finished runs are as they were, and the server goes on.",
  "failure.WorkerError.todo":
    "Try again. If it fails again, start Assay with fewer workers (npx assay serve --workers 1), or choose a smaller scenario.",
  "failure.OutOfMemoryError": "not enough memory",
  "failure.OutOfMemoryError.safe":
    "Nothing was kept of it. Finished runs are as they were, and the server goes on.",
  "failure.OutOfMemoryError.todo":
    "Choose a scenario with fewer accounts or days, close other programs, or start Assay with fewer workers (npx assay serve --workers 1); then try again.",

  "job.again": "Run {{scenario}} again",
  "job.gone": "{{scenario}} ended with its server",
  "job.gone.help":
    "The server that ran it was stopped and another one has been started since. Nothing was kept of it, and nothing else was touched.",

  "locked.title": "This page may not use the server",
  "locked.text":
    "The address in this window lacks the token, or the server was started anew since and has another one. Open the whole address that Assay printed when it started, with all that follows the question mark. What you see stays meanwhile.",
  "locked.short": "No access to the server",
  "locked.here": "This is loaded as soon as the page may use the server.",
} as const
