import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey, localPointer, splitPointer } from "@truespec/json-schema/json-pointer";
import { type Resolved, resolveObject } from "../../build/resolve.ts";
import { arrayMember, findString } from "../../json/json-value.ts";
import { type Conversion, type Entry, listStrings } from "./conversion.ts";
import { convertParameter } from "./parameter.ts";
import { convertBody, isBodyParameter } from "./request-body.ts";
import { convertResponse } from "./response.ts";
import type { convertServers } from "./servers.ts";

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);
const replaced = new Set(["consumes", "produces", "schemes"]);

/** What the conversion of paths needs beside. */
export interface PathConversion extends Conversion {
  /** The servers of an operation that states schemes of its own. */
  readonly serversOf: (schemes: readonly string[]) => ReturnType<typeof convertServers>;
}

/** `paths` with each operation as OpenAPI 3 writes it. */
export function convertPaths(paths: JsonObject, conversion: PathConversion): JsonObject {
  const entries = Object.entries(paths).map(([path, value]): Entry => {
    const pointer = appendKey("/paths", path);
    const isPathItem = !path.startsWith("x-") && isJsonObject(value);
    return [path, isPathItem ? convertPathItem({ value, pointer }, conversion) : value];
  });
  return conversion.make(paths, "/paths", entries);
}

function convertPathItem(pathItem: Resolved, conversion: PathConversion): JsonObject {
  const { value, pointer } = pathItem;
  const inherited = resolveParameters(pathItem, conversion);
  const entries = Object.entries(value).map(([key, member]): Entry => {
    const at = appendKey(pointer, key);
    if (key === "parameters") return [key, convertParameters(pathItem, conversion)];
    if (!methods.has(key) || !isJsonObject(member)) return [key, member];
    return [key, convertOperation({ value: member, pointer: at }, inherited, conversion)];
  });
  return conversion.make(value, pointer, entries);
}

function convertOperation(
  operation: Resolved,
  inherited: readonly Resolved[],
  conversion: PathConversion,
): JsonObject {
  const { value, pointer } = operation;
  const own = resolveParameters(operation, conversion);
  const names = new Set(own.map(keyOf));
  const parameters = [...inherited.filter((parameter) => !names.has(keyOf(parameter))), ...own];
  const stated = statedTypes(value, "consumes");
  const body = {
    parameters,
    consumes: stated ?? conversion.consumes,
    target: appendKey(pointer, "requestBody"),
  };
  const entries = Object.entries(value).flatMap(([key, member]): Entry[] => {
    if (replaced.has(key)) return [];
    if (key === "parameters") return [[key, convertParameters(operation, conversion)]];
    if (key === "responses") return [[key, convertResponses(operation, member, conversion)]];
    return [[key, member]];
  });
  const schemes = listStrings(value, "schemes");
  return conversion.make(value, pointer, [
    ...entries,
    ["requestBody", convertBody(body, conversion)],
    ["servers", schemes.length > 0 ? conversion.serversOf(schemes) : undefined],
  ]);
}

/** The parameters of an object that are no body; those that are shared stay references. */
function convertParameters(holder: Resolved, conversion: Conversion): JsonValue {
  const at = appendKey(holder.pointer, "parameters");
  const parameters = arrayMember(holder.value, "parameters").flatMap((value, index) => {
    const pointer = appendKey(at, index);
    const found = resolveObject(conversion.document, value, pointer);
    if (found === undefined) return [value];
    if (isBodyParameter(found)) return [];
    return [
      isShared(value, "parameters")
        ? conversion.move(value, pointer)
        : convertParameter(found, conversion),
    ];
  });
  return conversion.move(parameters, at);
}

function convertResponses(
  { value: operation, pointer }: Resolved,
  responses: JsonValue,
  conversion: Conversion,
): JsonValue {
  if (!isJsonObject(responses)) return responses;
  const at = appendKey(pointer, "responses");
  const own = statedTypes(operation, "produces");
  const produces = own ?? conversion.produces;
  const entries = Object.entries(responses).map(([status, value]): Entry => {
    const target = appendKey(at, status);
    const found = resolveObject(conversion.document, value, target);
    const isKept = found === undefined || (own === undefined && isShared(value, "responses"));
    const isExtension = status.startsWith("x-");
    if (isKept || isExtension) return [status, value];
    return [status, convertResponse(found, { produces, target }, conversion)];
  });
  return conversion.make(responses, at, entries);
}

function resolveParameters(holder: Resolved, { document }: Conversion): readonly Resolved[] {
  const at = appendKey(holder.pointer, "parameters");
  return arrayMember(holder.value, "parameters").flatMap((value, index) => {
    const found = resolveObject(document, value, appendKey(at, index));
    return found === undefined ? [] : [found];
  });
}

/** Whether a node is a reference to a component of a section of the root. */
function isShared(value: JsonValue, section: string): boolean {
  const keys = splitPointer(localPointer(findString(value, "$ref") ?? "") ?? "");
  return keys.length === 2 && keys[0] === section;
}

/** The media types that an operation states for itself; an empty list states none at all. */
function statedTypes(operation: JsonObject, key: string): readonly string[] | undefined {
  return Object.hasOwn(operation, key) ? listStrings(operation, key) : undefined;
}

function keyOf({ value }: Resolved): string {
  return `${findString(value, "in")} ${findString(value, "name")}`;
}
