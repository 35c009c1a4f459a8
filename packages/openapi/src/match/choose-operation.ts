import { findMember, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { resolvePointer } from "@truespec/json-schema/json-pointer";
import { resolveObject } from "../build/resolve.ts";
import type { Parameter } from "../model/model.ts";
import type { MatchableRequest, OperationMatch } from "./request.ts";

/** A value that a request needs to have, and whether it has. */
type Verdict = "fits" | "says-nothing" | "contradicts";

/**
 * Of operations whose paths match a request alike, the one whose parameters contradict it least and
 * then fit it most; the first of those. `/users/{id}` with an integer gives way to `/users/{name}`,
 * and a query or a header with one allowed value tells operations of one path apart.
 */
export function chooseOperation(
  document: JsonObject,
  rivals: readonly OperationMatch[],
  request: MatchableRequest,
): OperationMatch | undefined {
  const [first, ...others] = rivals;
  if (first === undefined || others.length === 0) return first;
  const query = readQuery(request.url);
  let best = { match: first, score: Number.NEGATIVE_INFINITY };
  for (const match of rivals) {
    const score = scoreOf(judge(document, match, { request, query }));
    if (score > best.score) best = { match, score };
  }
  return best.match;
}

interface Sent {
  readonly request: MatchableRequest;
  readonly query: ReadonlyMap<string, string>;
}

function judge(document: JsonObject, match: OperationMatch, sent: Sent): readonly Verdict[] {
  const { operation } = match;
  const fixed = [...readQuery(operation.path)].filter(([, value]) => !value.includes("{"));
  return [
    ...operation.parameters.map((one) => judgeParameter(document, one, findSent(one, match, sent))),
    ...fixed.map(([name, value]) => (sent.query.get(name) === value ? "fits" : "contradicts")),
  ];
}

/** One contradiction weighs more than any number of fits. */
function scoreOf(verdicts: readonly Verdict[]): number {
  const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
  return count("fits") - 10_000 * count("contradicts");
}

/** Undefined: not sent; null: not known. */
function findSent(
  { name, in: place }: Parameter,
  { pathParameters }: OperationMatch,
  { request, query }: Sent,
): string | undefined | null {
  switch (place) {
    case "path":
      return pathParameters.get(name);
    case "query":
      return query.get(name);
    case "header": {
      const wanted = name.toLowerCase();
      const { headers = [] } = request;
      if (headers.length === 0) return null;
      return headers.find((header) => header.name.toLowerCase() === wanted)?.value;
    }
    default:
      return null;
  }
}

function judgeParameter(
  document: JsonObject,
  { required, schemaPointer }: Parameter,
  value: string | undefined | null,
): Verdict {
  if (value === null) return "says-nothing";
  if (value === undefined) return required ? "contradicts" : "says-nothing";
  const pointer = schemaPointer ?? "";
  const schema = resolveObject(document, resolvePointer(document, pointer), pointer)?.value;
  return schemaPointer === undefined || schema === undefined
    ? "says-nothing"
    : judgeText(schema, value);
}

/** What a schema says of one text, by `enum`, `const` and `type` alone. */
function judgeText(schema: JsonObject, text: string): Verdict {
  const constant = findMember(schema, "const");
  const listed = constant === undefined ? findMember(schema, "enum") : [constant];
  if (Array.isArray(listed))
    return listed.some((one) => isText(one, text)) ? "fits" : "contradicts";
  switch (findMember(schema, "type")) {
    case "integer":
      return /^-?\d+$/.test(text) ? "fits" : "contradicts";
    case "number":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? "fits" : "contradicts";
    case "boolean":
      return text === "true" || text === "false" ? "fits" : "contradicts";
    default:
      return "says-nothing";
  }
}

function isText(value: JsonValue, text: string): boolean {
  return typeof value === "object" ? value === null && text === "null" : String(value) === text;
}

/** The query of a URL or a path; of several pairs with one name the first. */
function readQuery(url: string): ReadonlyMap<string, string> {
  const [, query = ""] = /^[^?#]*\?([^#]*)/.exec(url) ?? [];
  return new Map([...new URLSearchParams(query)].reverse());
}
