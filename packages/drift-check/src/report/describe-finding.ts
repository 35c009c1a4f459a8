import { plainText } from "@truespec/openapi/report-text";
import type { Finding } from "../compare/finding.ts";
import { describeSchema } from "./describe-schema.ts";

const mostValues = 5;

/** Where a finding is, for people: its location, or what it is about where it is no place in a body. */
export function placeOfFinding({ kind, location, operation, mediaType, values }: Finding): string {
  const subject = String(values?.[0] ?? "");
  switch (kind) {
    case "undocumented-operation":
      return operation;
    case "undocumented-status":
      return `status ${subject}`;
    case "undocumented-media-type":
      return `media type ${subject}`;
    case "undocumented-header":
      return `header ${subject}`;
    case "undocumented-parameter":
      return `query parameter ${subject}`;
    case "never-seen":
      return location === "" && mediaType === null ? `status ${subject}` : bodyPlace(location);
    default:
      return bodyPlace(location);
  }
}

function bodyPlace(location: string): string {
  return location === "" ? "(the body)" : location;
}

/** How often: `62 of 90`. */
export function countOfFinding({ n, total }: Finding): string {
  return `${n} of ${total}`;
}

/** What a finding means, in a few words. */
export function meaningOfFinding(finding: Finding): string {
  const { kind, message, openSet, values, inferredSchema } = finding;
  switch (kind) {
    case "undocumented-enum-value":
      return openSet
        ? `no list is complete: ${listValues(values)}`
        : `new value ${listValues(values)}`;
    case "undocumented-field":
      return `${openSet ? "keys of a map" : "new field"}: ${describeSchema(inferredSchema ?? {})}`;
    case "never-seen": {
      const listed = finding.mediaType === null || values === null ? "" : `: ${listValues(values)}`;
      return `${plainMessage(message)}${listed}`;
    }
    case "missing-required":
      return "required, and missing";
    case "unexpected-null":
      return "null, and described as never null";
    case "open-empty-object":
      return `described as an object of which nothing is said: ${describeSchema(inferredSchema ?? {})}`;
    default:
      return plainMessage(message);
  }
}

/** The message as part of a line. */
function plainMessage(message: string): string {
  return `${message[0]?.toLowerCase()}${message.slice(1).replace(/\.$/, "")}`;
}

function listValues(values: Finding["values"]): string {
  const shown = (values ?? []).slice(0, mostValues).map((value) => JSON.stringify(value));
  return [...shown, ...((values?.length ?? 0) > mostValues ? ["…"] : [])].join(", ");
}

/** The whole place in one line, for lists that stand alone: `GET /models · 200 · application/json · /kind = "huge"`. */
export function describeWhere(finding: Finding): string {
  const { kind, openSet, values } = finding;
  const place = placeOfFinding(finding);
  const isValue = kind === "undocumented-enum-value" && !openSet;
  const subject = subjectOfFinding(finding);
  const where = isValue ? `${place} = ${JSON.stringify(values?.[0] ?? null)}` : place;
  return plainText(subject === "" ? where : `${subject} · ${where}`);
}

/** Whose answers a finding is about: `GET /models · 200 · application/json`. Empty where its place says it all. */
export function subjectOfFinding(finding: Finding): string {
  const { kind, operation, status, mediaType, direction } = finding;
  if (kind === "undocumented-operation") return "";
  const parts = [operation, direction === "request" ? "request" : status, mediaType];
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

/** Findings by what they are about, in their order; those that need no heading first. */
export function groupBySubject(
  findings: readonly Finding[],
): readonly (readonly [subject: string, findings: readonly Finding[]])[] {
  const groups = new Map<string, Finding[]>([["", []]]);
  for (const finding of findings) {
    const subject = subjectOfFinding(finding);
    groups.set(subject, [...(groups.get(subject) ?? []), finding]);
  }
  return [...groups].filter(([, group]) => group.length > 0);
}
