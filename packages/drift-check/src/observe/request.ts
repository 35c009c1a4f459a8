import { isJsonObject } from "@truespec/json-schema/json";
import { localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import type { Description, Operation } from "@truespec/openapi";
import { shownName } from "../read/secrets.ts";
import type { MatchedRequest } from "./matched-request.ts";
import { observeParameters } from "./parameters.ts";
import { queryPairs } from "./query.ts";
import { isOpenQueryString, spreadQueryString } from "./query-string.ts";
import { type Recorder, recordSighting } from "./recorder.ts";
import { observeRequestBody } from "./request-body.ts";

const maxNameLength = 200;

/**
 * Writes down how a request differs from its description: query parameters that it does not know, and of requests that
 * others made and the API accepted also parameters that are missing or wrong, and the body. What the API refused bears
 * the description out.
 */
export function observeRequest(matched: MatchedRequest): void {
  const { recorder, description, match } = matched;
  observeUnknownParameters(recorder, description, match.operation);
  const { exchange } = recorder;
  if (exchange.probed || match.pathParameters === undefined) return;
  if (exchange.response.status >= 400) return;
  observeParameters(matched, match.pathParameters);
  observeRequestBody(matched);
}

function observeUnknownParameters(
  recorder: Recorder,
  description: Description,
  operation: Operation,
): void {
  if (takesAnyQuery(description, operation)) return;
  const known = knownNames(description, operation);
  for (const name of queryNames(recorder.exchange.request.url)) {
    if (known.has(name) || known.has(name.replace(/\[.*$/s, ""))) continue;
    recordSighting(recorder, {
      kind: "undocumented-parameter",
      subject: { operation: operation.label, direction: "request", status: null, mediaType: null },
      location: "/query",
      member: shownName(name),
      schemaPointers: [operation.pointer],
    });
  }
}

function knownNames(description: Description, operation: Operation): ReadonlySet<string> {
  const names = operation.parameters
    .flatMap((parameter) => spreadQueryString(description, parameter))
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => name);
  const keys = description.securitySchemes.flatMap((scheme) =>
    scheme.kind === "apiKey" && scheme.in === "query" ? [scheme.parameter] : [],
  );
  // Some descriptions write a query into the path: `/jobs?op=LIST`.
  const fixed = queryPairs(operation.path).map(({ name }) => name);
  return new Set([...names, ...names.map((name) => name.replace(/\[\]$/, "")), ...keys, ...fixed]);
}

/** Exploded objects and whole query strings spread names of their own into the query. */
function takesAnyQuery(description: Description, operation: Operation): boolean {
  return operation.parameters.some(
    (parameter) =>
      isOpenQueryString(description, parameter) ||
      (parameter.in === "query" &&
        parameter.explode &&
        parameter.style === "form" &&
        parameter.schemaPointer !== undefined &&
        isObjectSchema(description, parameter.schemaPointer)),
  );
}

function isObjectSchema(description: Description, pointer: string): boolean {
  const schema = resolvePointer(description.document, pointer);
  if (!isJsonObject(schema)) return false;
  const { $ref } = schema;
  const referred = typeof $ref === "string" ? localPointer($ref) : undefined;
  const target = referred === undefined ? schema : resolvePointer(description.document, referred);
  return (
    isJsonObject(target) && (target["type"] === "object" || target["properties"] !== undefined)
  );
}

function queryNames(url: string): ReadonlySet<string> {
  const names = queryPairs(url).map(({ name }) => name);
  return new Set(names.filter((name) => name.length <= maxNameLength));
}
