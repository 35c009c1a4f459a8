import type { Operation, Parameter } from "../operation.ts";
import { encodeQueryText, isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";
import { printInPath, printInQuery } from "./style.ts";

/** The input of a call: parameters by key, and `body`. */
export type Input = Readonly<Record<string, unknown>>;

/** What a caller gave for a parameter; undefined for nothing. */
export function findValue(parameter: Parameter, input: Input): unknown {
  const key = parameter.key ?? parameter.name;
  return Object.hasOwn(input, key) ? input[key] : undefined;
}

/** The operation's parameters of a location that the caller gave, with their values. */
export function givenParameters(
  operation: Operation,
  location: Parameter["in"],
  input: Input,
): readonly (readonly [Parameter, unknown])[] {
  return (operation.parameters ?? [])
    .filter((parameter) => parameter.in === location)
    .map((parameter) => [parameter, findValue(parameter, input)] as const)
    .filter(([, value]) => value !== undefined && value !== null);
}

/**
 * The URL of a call.
 *
 * @throws InvalidInput when a path parameter is missing or would lead out of its place in the path
 */
export function buildUrl(
  operation: Operation,
  input: Input,
  { baseUrl, query }: { readonly baseUrl: string; readonly query: readonly string[] },
): string {
  const path = fillPath(operation, input);
  const pairs = [
    ...givenParameters(operation, "query", input).flatMap(([parameter, value]) =>
      printInQuery(parameter, value),
    ),
    ...givenParameters(operation, "querystring", input).map(([parameter, value]) =>
      printQuerystring(parameter, value),
    ),
    ...query,
  ];
  const search = pairs.filter((pair) => pair !== "").join("&");
  const separator = path.includes("?") || baseUrl.includes("?") ? "&" : "?";
  return `${baseUrl.replace(/\/+$/, "")}${path}${search === "" ? "" : `${separator}${search}`}`;
}

function fillPath(operation: Operation, input: Input): string {
  const values = new Map<string, string>();
  for (const [parameter, value] of givenParameters(operation, "path", input)) {
    values.set(parameter.name, printInPath(parameter, value));
  }
  const filled = operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const text = values.get(name);
    if (text === undefined || text === "") {
      throw new InvalidInput(`the path parameter "${name}" is missing or empty`);
    }
    return text;
  });
  rejectDotSegments(filled);
  return filled;
}

/** URL parsers resolve `.` and `..`, even percent-encoded: such a value would call another path. */
function rejectDotSegments(path: string): void {
  const isDots = path.split(/[/\\]/).some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
  if (isDots) {
    throw new InvalidInput('a path parameter is "." or ".."');
  }
}

/** A parameter that is the whole query string (OpenAPI 3.2). */
function printQuerystring(parameter: Parameter, value: unknown): string {
  if (parameter.mediaType === "application/x-www-form-urlencoded" && isRecord(value)) {
    return presentEntries(value)
      .map(([key, item]) => `${encodeQueryText(key)}=${encodeQueryText(textOfScalar(item))}`)
      .join("&");
  }
  return typeof value === "string" ? value : encodeQueryText(JSON.stringify(value));
}
