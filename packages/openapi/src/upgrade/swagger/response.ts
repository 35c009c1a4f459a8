import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import type { Resolved } from "../../build/resolve.ts";
import { objectMember } from "../../json/json-value.ts";
import { type Conversion, type Entry, fromEntries } from "./conversion.ts";
import { convertParameter } from "./parameter.ts";

/** The media types that a response has, and the pointer at which it is put. */
export interface ResponseTarget {
  readonly produces: readonly string[];
  readonly target: string;
}

/**
 * A response with its schema and its examples below media types, and its headers with schemas.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#response-object
 */
export function convertResponse(
  response: Resolved,
  { produces, target }: ResponseTarget,
  conversion: Conversion,
): JsonObject {
  const { value, pointer } = response;
  const kept = Object.entries(value).filter(([key]) => key !== "schema" && key !== "examples");
  const content = convertContent(response, { produces, target }, conversion);
  const entries = kept.map(([key, member]): Entry => {
    const isHeaders = key === "headers" && isJsonObject(member);
    return [key, isHeaders ? convertHeaders(member, appendKey(pointer, key), conversion) : member];
  });
  return conversion.make(value, pointer, [...entries, ["content", content]]);
}

function convertContent(
  { value, pointer }: Resolved,
  { produces, target }: ResponseTarget,
  conversion: Conversion,
): JsonObject | undefined {
  const { make, move, moves } = conversion;
  const schema = findMember(value, "schema");
  const examples = listExamples({ value, pointer }, conversion);
  const stated = schema === undefined ? [] : produces.length > 0 ? produces : [defaultType(schema)];
  const types = new Set([...stated, ...examples.keys()]);
  const [first] = types;
  if (first === undefined) return undefined;
  const at = appendKey(pointer, "schema");
  if (!moves.has(at)) moves.set(at, appendKey(target, "content", first, "schema"));
  const content = [...types].map((type): Entry => {
    const copy = schema === undefined ? undefined : move(schema, at);
    const entries: Entry[] = [
      ["schema", copy],
      ["example", examples.get(type)],
    ];
    return [type, make(value, pointer, entries)];
  });
  return fromEntries(content);
}

function defaultType(schema: JsonValue): string {
  return findMember(schema, "type") === "file" ? "application/octet-stream" : "application/json";
}

function listExamples(
  { value, pointer }: Resolved,
  { report }: Conversion,
): ReadonlyMap<string, JsonValue> {
  const examples = Object.entries(objectMember(value, "examples"));
  const known = examples.filter(([type]) => type.includes("/"));
  if (known.length < examples.length) {
    const why = "each belongs to a media type, by its name; it was passed over";
    report("swagger-lossy", { what: "`examples` entry", why }, appendKey(pointer, "examples"));
  }
  return new Map(known);
}

function convertHeaders(headers: JsonObject, pointer: string, conversion: Conversion): JsonObject {
  const entries = Object.entries(headers).map(([name, value]): Entry => {
    const at = appendKey(pointer, name);
    return [
      name,
      isJsonObject(value) ? convertParameter({ value, pointer: at }, conversion) : value,
    ];
  });
  return conversion.make(headers, pointer, entries);
}
