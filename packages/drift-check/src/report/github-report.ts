import { plainText } from "@truespec/openapi/report-text";
import { isAccepted } from "../baseline/baseline.ts";
import type { Finding, Severity } from "../compare/finding.ts";
import { countOfFinding, describeWhere, meaningOfFinding } from "./describe-finding.ts";
import { type FilePlace, type FindPlaces, filePlaceOf } from "./file-place.ts";
import type { Report } from "./report.ts";
import { describeOutcome } from "./sections.ts";

const commands = {
  breaking: "error",
  additive: "warning",
  informational: "notice",
  undecided: "notice",
} as const satisfies { readonly [severity in Severity]: string };

/**
 * The report as workflow commands that GitHub Actions shows as annotations of the description's lines: one a finding that
 * no baseline accepts, one an exchange that could not be read. The summary of the job is the Markdown report.
 *
 * See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function printGithubReport(report: Report, places: FindPlaces): string {
  const { findings, collection } = report;
  const lines = [
    ...findings
      .filter((finding) => !isAccepted(finding))
      .map((finding) => annotationOf(finding, places)),
    ...collection.problems
      .filter(({ kind }) => kind !== "unmatched")
      .map(({ exchange, kind, message }) =>
        command("warning", [["title", `Not read: ${kind}`]], `${exchange}: ${message}`),
      ),
    command("notice", [["title", "Drift check"]], describeOutcome(report)),
  ];
  return `${lines.join("\n")}\n`;
}

function annotationOf(finding: Finding, places: FindPlaces): string {
  const place = filePlaceOf(finding, places);
  const properties: readonly Property[] = [
    ...propertiesOf(place),
    ["title", `${finding.kind} (${countOfFinding(finding)})`],
  ];
  const message = `${describeWhere(finding)}: ${meaningOfFinding(finding)}`;
  return command(commands[finding.severity], properties, message);
}

function propertiesOf(place: FilePlace | undefined): readonly Property[] {
  if (place?.path === undefined) return [];
  const { path, line, column } = place;
  return [
    ["file", path],
    ["line", String(line)],
    ["col", String(column)],
  ];
}

type Property = readonly [name: string, value: string];

function command(name: string, properties: readonly Property[], message: string): string {
  const written = properties.map(([key, value]) => `${key}=${escapeProperty(plainText(value))}`);
  return `::${name} ${written.join(",")}::${escapeData(plainText(message))}`;
}

/** As the runner undoes it for data: the percent sign and ends of lines. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** In properties colons and commas would end a value as well. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
