import type { JsonValue } from "@truespec/json-schema";
import { localPointer, resolvePointer, splitPointer } from "@truespec/json-schema/json-pointer";
import { type Description, findResponse, type Link, type Operation } from "@truespec/openapi";
import { parseBody } from "../observe/parse-body.ts";
import { queryPairs } from "../observe/query.ts";
import type { Exchange, HeaderField } from "../read/exchange.ts";
import { findHeader } from "../read/headers.ts";
import { decodeLoosely, redacted } from "../read/secrets.ts";

/** Values of parameters by operation, from its pointer; names as links write them, `id` or `path.id`. */
export type Linked = Map<string, Map<string, string>>;

/**
 * Remembers what the links of an answer say of the parameters of other operations. The first answer wins.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#link-object
 */
export function rememberLinks(
  linked: Linked,
  description: Description,
  operation: Operation,
  exchange: Exchange,
): void {
  for (const link of findResponse(operation, exchange.response.status)?.links ?? []) {
    const target = targetOf(description, link);
    if (target === undefined) continue;
    const values = linked.get(target.pointer) ?? new Map<string, string>();
    for (const { name, value } of link.parameters) {
      const text = evaluate(value, exchange, operation);
      if (text !== undefined && !values.has(name)) values.set(name, text);
    }
    linked.set(target.pointer, values);
  }
}

/** The value that a link gave a parameter of an operation. */
export function findLinkedValue(
  linked: Linked,
  operation: Operation,
  { name, in: place }: { readonly name: string; readonly in: string },
): string | undefined {
  const values = linked.get(operation.pointer);
  return values?.get(`${place}.${name}`) ?? values?.get(name);
}

function targetOf(description: Description, link: Link): Operation | undefined {
  const { operationId, operationRef } = link;
  if (operationId !== undefined) {
    return description.operations.find((one) => one.operationId === operationId);
  }
  const pointer = localPointer(operationRef ?? "");
  if (pointer === undefined) return undefined;
  // The path item may be a reference, and the operation stand elsewhere.
  const [root, path, ...method] = splitPointer(pointer);
  return description.operations.find(
    (one) =>
      one.pointer === pointer ||
      (root === "paths" && one.path === path && one.method === method.at(-1)),
  );
}

/** A constant, a runtime expression, or a text with such in braces; undefined where one of them has no value. */
function evaluate(value: JsonValue, exchange: Exchange, operation: Operation): string | undefined {
  if (typeof value !== "string") return textOf(value);
  if (value.startsWith("$")) return textOf(evaluateExpression(value, exchange, operation));
  let isWhole = true;
  const text = value.replaceAll(/\{(\$[^{}]*)\}/g, (_, expression: string) => {
    const found = textOf(evaluateExpression(expression, exchange, operation));
    if (found === undefined) isWhole = false;
    return found ?? "";
  });
  return isWhole ? text : undefined;
}

/** The runtime expressions of OpenAPI 3.1, 4.8.20.4. */
function evaluateExpression(
  expression: string,
  { request, response }: Exchange,
  operation: Operation,
): JsonValue | undefined {
  if (expression === "$url") return request.url;
  if (expression === "$method") return request.method;
  if (expression === "$statusCode") return response.status;
  const [, side, source, rest = ""] =
    /^\$(request|response)\.(header|query|path|body)(?:[.#](.*))?$/s.exec(expression) ?? [];
  if (side === undefined) return undefined;
  const message = side === "request" ? request : response;
  if (source === "header") return headerOf(message.headers, rest);
  if (source === "body") return bodyOf(message, rest);
  if (side === "response") return undefined;
  const query = queryPairs(request.url).find(({ name }) => name === rest)?.value;
  return source === "query"
    ? query && decodeLoosely(query)
    : pathValueOf(operation.path, request.url, rest);
}

function headerOf(headers: readonly HeaderField[], name: string): string | undefined {
  return findHeader(headers, name.toLowerCase());
}

function bodyOf(
  message: Pick<Exchange["response"], "headers" | "body">,
  pointer: string,
): JsonValue | undefined {
  const parsed = parseBody(message);
  return parsed.kind === "json" ? resolvePointer(parsed.value, pointer) : undefined;
}

/** The last segments of the URL are the path's. */
function pathValueOf(template: string, url: string, name: string): string | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const behind = template.split("/").reverse();
  const at = behind.indexOf(`{${name}}`);
  const segment = at < 0 ? undefined : path.split("/").reverse()[at];
  return segment === undefined ? undefined : decodeSegment(segment);
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === "number" && !Number.isFinite(value)) return undefined;
  if (value === undefined || value === null || typeof value === "object") return undefined;
  const text = String(value);
  return text === "" || text === redacted ? undefined : text;
}
