import type { Report } from "./report.ts";

/** The report as JSON text: indented, with a newline at the end. `report.schema.json` describes it. */
export function printJsonReport(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
