import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey, localPointer, localRef } from "@truespec/json-schema/json-pointer";
import { type Resolved, resolveObject } from "../../build/resolve.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { mapDocument, visitDocument } from "../../grammar/tree.ts";
import { isSwagger, type MapNode, mapParts } from "../../grammar/walk.ts";
import { findString, typeName } from "../../json/json-value.ts";
import type { Composition } from "../../trace/composition.ts";
import type { Trace } from "../../trace/trace.ts";
import { withMember } from "../members.ts";
import { beginConversion, type Conversion, type Entry, listStrings } from "./conversion.ts";
import { convertParameter } from "./parameter.ts";
import { convertPaths } from "./paths.ts";
import { isBodyParameter } from "./request-body.ts";
import { convertResponse } from "./response.ts";
import { convertSchema } from "./schema.ts";
import { convertSecurity } from "./security.ts";
import { convertServers } from "./servers.ts";

/** Members of the root that become something else. */
const replaced = new Set(
  "swagger openapi host basePath schemes consumes produces paths definitions parameters responses securityDefinitions components servers".split(
    " ",
  ),
);

/**
 * Converts a composition in Swagger 2.0 to OpenAPI 3.0; any other is answered as it is. What OpenAPI
 * has no equal for is reported as `swagger-lossy`.
 *
 * @see https://spec.openapis.org/oas/v2.0.html
 */
export function convertSwagger(composition: Composition, diagnostics: Diagnostic[]): Composition {
  if (!isSwagger(composition.document)) return composition;
  const conversion = beginConversion(composition, diagnostics);
  const { base } = composition.root;
  const got = typeName(findMember(composition.document, "swagger"));
  if (got === "a number") {
    const params = { what: "`swagger`", expected: "a string", got, isRead: true };
    conversion.report("wrong-type", params, "/swagger");
  }
  const converted = convertRoot(conversion, base);
  return { ...composition, document: settle(converted, conversion.moves, composition.trace) };
}

function convertRoot(conversion: Conversion, location: string): JsonObject {
  const { document, make } = conversion;
  const serversOf = (schemes: readonly string[]) => convertServers(document, schemes, location);
  const paths = findMember(document, "paths");
  const kept = Object.entries(document).filter(([key]) => !replaced.has(key));
  return make(document, "", [
    ["openapi", "3.0.4"],
    ...kept,
    ["servers", serversOf(listStrings(document, "schemes"))],
    ["paths", isJsonObject(paths) ? convertPaths(paths, { ...conversion, serversOf }) : paths],
    ["components", convertComponents(conversion)],
  ]);
}

function convertComponents(conversion: Conversion): JsonObject {
  const { document, make, move, moves } = conversion;
  const definitions = findMember(document, "definitions");
  const security = findMember(document, "securityDefinitions");
  moves.set("/definitions", "/components/schemas");
  return make({}, "", [
    ["schemas", definitions === undefined ? undefined : move(definitions, "/definitions")],
    ["parameters", convertSection("parameters", conversion, convertShared)],
    ["responses", convertSection("responses", conversion, convertSharedResponse)],
    ["securitySchemes", isJsonObject(security) ? convertSecurity(security, conversion) : security],
  ]);
}

function convertSection(
  section: "parameters" | "responses",
  conversion: Conversion,
  convert: (found: Resolved, conversion: Conversion, target: string) => JsonValue | undefined,
): JsonValue | undefined {
  const { document, make, moves } = conversion;
  const members = findMember(document, section);
  if (!isJsonObject(members)) return members;
  const target = `/components/${section}`;
  moves.set(`/${section}`, target);
  const entries = Object.entries(members).map(([name, value]): Entry => {
    const found = resolveObject(document, value, appendKey(`/${section}`, name));
    return [
      name,
      found === undefined ? value : convert(found, conversion, appendKey(target, name)),
    ];
  });
  return make(members, `/${section}`, entries);
}

/** What describes a body is put into the operations that refer to it. */
function convertShared(found: Resolved, conversion: Conversion): JsonValue | undefined {
  return isBodyParameter(found) ? undefined : convertParameter(found, conversion);
}

function convertSharedResponse(found: Resolved, conversion: Conversion, target: string): JsonValue {
  return convertResponse(found, { produces: conversion.produces, target }, conversion);
}

/** Lets references lead to where things stand now, and converts each schema. */
function settle(
  document: JsonObject,
  moves: ReadonlyMap<string, string>,
  trace: Trace,
): JsonObject {
  const map: MapNode = (value, type, place) => {
    const mapped = mapParts(value, type, place, { map, trace });
    if (!isJsonObject(mapped)) return mapped;
    const moved = movedRef(mapped, moves);
    const settled =
      moved === undefined ? mapped : withMember(mapped, { key: "$ref", value: moved }, trace);
    const isSchema = type.kind === "schema" && type.shape === "one";
    return isSchema ? convertSchema(settled, trace) : settled;
  };
  const hidden = visitDocument(document, () => undefined);
  return mapDocument({ document, hidden }, map, trace);
}

function movedRef(value: JsonObject, moves: ReadonlyMap<string, string>): string | undefined {
  const pointer = localPointer(findString(value, "$ref") ?? "");
  for (let at = pointer ?? ""; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const target = moves.get(at);
    if (target !== undefined) return localRef(`${target}${pointer?.slice(at.length)}`);
  }
  return undefined;
}
