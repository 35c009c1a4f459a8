import { isJsonObject } from "@truespec/json-schema/json";
import { DriftCheckError } from "../error.ts";
import { readCount, readList, readMap } from "./read-fields.ts";
import { maxDepth, type Shape } from "./shape.ts";
import type { StringFacts } from "./string-facts.ts";
import { instanceTypes, type TypeCounts } from "./type-counts.ts";

/** Reads the counts of types out of a profile file; unknown names are left out. @throws DriftCheckError `profile-invalid` */
export function readTypeCounts(raw: unknown): TypeCounts {
  const fields = isJsonObject(raw) ? raw : {};
  const counts = instanceTypes
    .filter((type) => Object.hasOwn(fields, type))
    .map((type) => [type, readCount(fields[type])]);
  return Object.fromEntries(counts);
}

/** Reads a shape out of a profile file. @throws DriftCheckError `profile-invalid` */
export function readShape(raw: unknown, depth = 0): Shape {
  if (depth > maxDepth)
    throw new DriftCheckError("profile-invalid", "not a profile: it is too deep");
  const fields = isJsonObject(raw) ? raw : {};
  const strings = isJsonObject(fields["strings"]) ? fields["strings"] : {};
  return {
    types: readTypeCounts(fields["types"]),
    strings: {
      counts: readMap(strings["counts"], readCount),
      truncated: strings["truncated"] === true,
    },
    stringFacts: isJsonObject(fields["stringFacts"]) ? readFacts(fields["stringFacts"]) : undefined,
    properties: readMap(fields["properties"], (property) => readShape(property, depth + 1)),
    items: fields["items"] === undefined ? undefined : readShape(fields["items"], depth + 1),
    truncated: fields["truncated"] === true,
  };
}

function readFacts(fields: { readonly [name: string]: unknown }): StringFacts {
  const formats = isJsonObject(fields["formats"]) ? fields["formats"] : {};
  return {
    formats: Object.fromEntries(
      readList(Object.keys(formats), (name) => [name, readCount(formats[String(name)])]),
    ),
    minLength: readCount(fields["minLength"]),
    maxLength: readCount(fields["maxLength"]),
  };
}
