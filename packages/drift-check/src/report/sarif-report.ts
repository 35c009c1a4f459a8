import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { plainText } from "@truespec/openapi/report-text";
import { isAccepted } from "../baseline/baseline.ts";
import type { Finding, Severity } from "../compare/finding.ts";
import { type FindingKind, findingKinds } from "../finding-kind.ts";
import type { CollectionProblem } from "../read/exchange.ts";
import { countOfFinding, describeWhere, meaningOfFinding } from "./describe-finding.ts";
import { type FilePlace, type FindPlaces, filePlaceOf } from "./file-place.ts";
import type { Report } from "./report.ts";
import { printWithinLimits } from "./sarif-limits.ts";

/** What a SARIF log tells beside the report. */
export interface SarifOptions extends FindPlaces {
  /** The version of the tool. */
  readonly version: string;
  /** Hears how many findings are left out, where there are more than code scanning takes. */
  readonly onOmitted?: ((count: number) => void) | undefined;
}

const levels = {
  breaking: "error",
  additive: "warning",
  informational: "note",
  undecided: "none",
} as const satisfies { readonly [severity in Severity]: string };

const meanings: { readonly [kind in FindingKind]: string } = {
  "missing-required": "A field that the description requires is missing.",
  "unexpected-null": "A value is null, and the description does not allow null there.",
  "type-mismatch": "A value is of another type than described.",
  "format-mismatch": "A string is not of the described format.",
  "constraint-violation": "A value breaks a limit that the description sets.",
  "undocumented-enum-value": "A value is not in the list that the description gives.",
  "undocumented-status": "A response has a status that the description does not know.",
  "undocumented-media-type": "A message has a media type that the description does not know.",
  "undocumented-field": "An object holds a field that the description does not know.",
  "undocumented-operation":
    "An operation that the description does not know was called with success.",
  "undocumented-parameter": "A request has a parameter that the description does not know.",
  "undocumented-header": "A response has a header that the description does not know.",
  "open-empty-object": "An object of which the description says nothing holds fields.",
  "never-seen": "Something that the description names was never seen.",
  "stale-example": "An example of the description does not fit what it describes.",
};

/**
 * The report as a SARIF 2.1.0 log (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/): a rule for each kind, a
 * result for each finding at the line of its schema, what the baseline accepts as suppressed, and what could not be read
 * as notifications. GitHub takes 25,000 results and 10 MB: of more the least severe are left out, the accepted ones
 * first, and a notification tells how many.
 */
export function printSarifReport(report: Report, options: SarifOptions): string {
  const { findings } = report;
  const ranked = [...findings.filter((one) => !isAccepted(one)), ...findings.filter(isAccepted)];
  let omitted = 0;
  const text = printWithinLimits(ranked, (kept) => {
    omitted = findings.length - kept.length;
    const log = {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [runOf({ ...report, findings: kept }, { ...options, omitted })],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
  });
  if (omitted > 0) options.onOmitted?.(omitted);
  return text;
}

function runOf(report: Report, options: SarifOptions & { readonly omitted: number }): JsonObject {
  const { findings, collection, description } = report;
  const { omitted } = options;
  return {
    tool: {
      driver: { name: "truespec", version: options.version, rules: findingKinds.map(ruleOf) },
    },
    automationDetails: { id: `drift/${plainText(description.source)}/` },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: collection.matched > 0,
        toolExecutionNotifications: [
          ...(omitted > 0 ? [omissionOf(omitted)] : []),
          ...collection.problems.map(notificationOf),
        ],
      },
    ],
    results: findings.map((finding) => resultOf(finding, options)),
  };
}

function omissionOf(count: number): JsonObject {
  const text = `${count} more findings are left out here: the JSON report has them all`;
  return { level: "warning", message: { text } };
}

function ruleOf(kind: FindingKind): JsonObject {
  return { id: kind, shortDescription: { text: meanings[kind] } };
}

function notificationOf({ exchange, kind, message }: CollectionProblem): JsonObject {
  const text = plainText(`${exchange}: ${kind}: ${message}`);
  return { level: kind === "unmatched" ? "note" : "warning", message: { text } };
}

function resultOf(finding: Finding, options: SarifOptions): JsonObject {
  const { kind, severity, operation, location, n, total, fingerprint, systematic } = finding;
  const level = levels[severity];
  return {
    ruleId: kind,
    ruleIndex: findingKinds.indexOf(kind),
    kind: level === "none" ? "open" : "fail",
    level,
    message: { text: messageOf(finding) },
    locations: [locationOf(finding, options)],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    suppressions: suppressionsOf(finding),
    ...(n === 0 ? {} : { occurrenceCount: n }),
    properties: { severity, operation, location, total, systematic },
  };
}

function messageOf(finding: Finding): string {
  const where = describeWhere(finding);
  const meaning = plainText(meaningOfFinding(finding));
  // Not a placeholder and not a link (sections 3.11.5 and 3.11.6).
  return `${where}: ${meaning} (${countOfFinding(finding)})`
    .replace(/\{(\d+)\}/g, "{{$1}}")
    .replace(/\[(?=[^\]]*\]\()/g, "\\[");
}

function locationOf(finding: Finding, options: SarifOptions): JsonObject {
  const place = filePlaceOf(finding, options);
  return {
    ...(place === undefined ? {} : { physicalLocation: physicalOf(place) }),
    logicalLocations: [{ fullyQualifiedName: describeWhere(finding), kind: "member" }],
  };
}

function physicalOf({ uri, line, column }: FilePlace): JsonObject {
  return {
    artifactLocation: { uri },
    region: { startLine: line, startColumn: column },
  };
}

/** An entry that expired suppresses nothing. */
function suppressionsOf({ baseline }: Finding): JsonValue[] {
  if (baseline === null || baseline.expired) return [];
  const { reason } = baseline;
  const justification = reason === null ? {} : { justification: plainText(reason) };
  return [{ kind: "external", status: "accepted", ...justification }];
}
