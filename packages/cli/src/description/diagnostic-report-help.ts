/** What the `--report` of a command without findings of its own is good for, in its help. */
export const diagnosticReportHelp =
  "how to tell diagnostics: terminal (on standard error) or json; may be repeated";
