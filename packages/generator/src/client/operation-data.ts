import type { Operation } from "@truespec/openapi";
import { isJson } from "../media-type.ts";
import { findStream, isSuccess, type StreamKind } from "../stream.ts";
import { bodyData } from "./body-data.ts";
import { type Code, data, list, type Member, object, printCode, runtime } from "./code.ts";
import type { EmittedDates } from "./dates/emit-dates.ts";
import { parameterData } from "./parameter-data.ts";
import { successMediaTypes } from "./result.ts";
import { securityData } from "./security-data.ts";
import { findBaseUrl } from "./server.ts";
import type { ClientSource, NamedOperation } from "./source.ts";

/** The constant that tells the runtime all it needs to know of an operation: `$getModels`. */
export function operationData(
  source: ClientSource,
  named: NamedOperation,
  dates: EmittedDates,
): string {
  const members = describeOperation(source, named, dates).map(
    ([key, value]) => `  ${key}: ${printMember(value)},\n`,
  );
  return `const ${named.names.data}: runtime.Operation = {\n${members.join("")}};`;
}

/** The longest list that stands on one line, in characters. */
const longestList = 80;

/** Items of longer lists stand one a line. */
function printMember(code: Code): string {
  const line = printCode(code);
  return code.kind !== "list" || line.length <= longestList
    ? line
    : `[\n${code.items.map((item) => `    ${printCode(item)},\n`).join("")}  ]`;
}

/** Every member that says something: an empty one is left out. */
function describeOperation(
  source: ClientSource,
  named: NamedOperation,
  dates: EmittedDates,
): readonly Member[] {
  const { operation } = named;
  const parameters = named.parameters.map((one) =>
    parameterData(source.description, one, operation.path),
  );
  const responses = operation.responses.map(
    ({ status, content }) => [status, content.map((media) => media.mediaType)] as const,
  );
  // Of types that are asked for alike, servers take the first; people want JSON.
  const accepted = [...successMediaTypes(named)].sort((a, b) => +isJson(b) - +isJson(a));
  const baseUrl = findOwnBaseUrl(source, operation);
  const method = operation.label.slice(0, -operation.path.length - 1);
  const path = pathToFill(operation.path);
  const writeBody = dates.inRequests.has(operation) ? "writeDatedBody" : "writeBody";
  const members: readonly (readonly [string, Code | undefined])[] = [
    ["method", data(method)],
    ["path", data(path)],
    ["label", path === operation.path ? undefined : data(operation.label)],
    ["parameters", parameters.length > 0 ? list(parameters) : undefined],
    ["body", bodyData(source.description, named, writeBody)],
    ["accept", accepted.length > 0 ? data(accepted.join(", ")) : undefined],
    ["responses", responses.length > 0 ? data(Object.fromEntries(responses)) : undefined],
    ["streams", streamsData(source, operation)],
    ["security", securityData(source.description, operation)],
    ["baseUrl", baseUrl === undefined ? undefined : data(baseUrl)],
    ["dates", dates.ofOperation.get(operation)],
  ];
  return members.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
}

/**
 * A path without what its own query names, `/search?q={q}`: that is written as query parameters are.
 * Nor is a fragment sent, which descriptions use to tell operations of one URL apart.
 */
function pathToFill(path: string): string {
  return path.replace(/#.*/s, "").replace(/\?(.*)/s, (_, query: string) => {
    const fixed = query.split("&").filter((pair) => !/\{[^{}]*\}/.test(pair));
    return fixed.length === 0 ? "" : `?${fixed.join("&")}`;
  });
}

const streamReaders: Readonly<Record<StreamKind, string>> = {
  events: "readEvents",
  "json-events": "readJsonEvents",
  "event-data": "readEventData",
  lines: "readJsonLines",
};

function streamsData({ description }: ClientSource, operation: Operation): Code | undefined {
  const content = operation.responses.filter(isSuccess).flatMap((response) =>
    response.content.flatMap((media): Member[] => {
      const stream = findStream(description, media);
      return stream === undefined ? [] : [[media.mediaType, runtime(streamReaders[stream.kind])]];
    }),
  );
  return content.length === 0
    ? undefined
    : object([
        ["open", runtime("openStream")],
        ["content", object([...new Map(content)])],
      ]);
}

/**
 * Undefined where the operation is on the description's own server. What is relative is so to the
 * description's URL; one that was read from a file is taken to be where its server is.
 */
function findOwnBaseUrl({ description }: ClientSource, operation: Operation): string | undefined {
  const shared = findBaseUrl(description.servers, description.source);
  const own =
    findBaseUrl(operation.servers, description.source) ??
    findBaseUrl(operation.servers, shared ?? "");
  return own === shared ? undefined : own;
}
