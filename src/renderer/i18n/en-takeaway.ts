/** What saving charts, tables and reports says, in English. */
export const enTakeaway = {
  "save.button": "Save: {{name}}",
  "save.hint": "Save as a picture or as numbers",
  "save.png": "Picture (PNG)",
  "save.svg": "Vector picture (SVG)",
  "save.csv": "Numbers (CSV)",
  "save.done": "{{file}} is saved",
  "save.failed": "{{file}} could not be made. {{why}}",
  "save.caption.run":
    "Run {{run}}: scenario {{scenario}}, seed {{seed}}, {{accounts}} accounts, made {{moment}}.",
  "save.caption.point": "Threshold {{threshold}}, prevalence {{prevalence}}.",
  "save.caption.definition":
    "AI-managed: automated by {{automation}} or more on {{days}} days or more, with less than {{oversight}} of it overseen.",
  "save.series": "Series",
  "save.series.guessing": "Guessing",
  "save.series.few": "{{figure}} (few accounts)",
  "save.series.cohort": "A cohort’s rate, with its 95% interval",
  "save.series.all": "Rate over all accounts",
  "save.series.bin": "Share that is AI-managed, with its 95% interval",
  "save.series.believed": "Risks that can be taken at their word",
  "save.low": "{{figure}}, 95% interval from",
  "save.high": "{{figure}}, 95% interval to",
  "save.from": "From {{axis}}",
  "save.to": "To {{axis}}",
  "save.flagged": "Flagged accounts",
  "save.flaggedOf": "Flagged accounts: {{side}}",
  "report.button": "HTML report",
  "report.hint":
    "Save this run and the setting as one HTML page with all figures, charts and cohorts. It opens anywhere and prints well.",
  "report.making": "Making the report",
  "report.cancel": "Cancel",
  "report.failed": "The report could not be made. {{why}}",
} as const
