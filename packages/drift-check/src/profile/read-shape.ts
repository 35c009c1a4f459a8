import { isFields } from "../read/json-object.ts";
import { readCount, readList, readMap } from "./read-fields.ts";
import type { Shape } from "./shape.ts";
import type { StringFacts } from "./string-facts.ts";
import { instanceTypes, type TypeCounts } from "./type-counts.ts";

/** Reads the counts of types out of a profile file; unknown names are left out. @throws DriftCheckError `profile-invalid` */
export function readTypeCounts(raw: unknown): TypeCounts {
  const fields = isFields(raw) ? raw : {};
  const counts = instanceTypes
    .filter((type) => Object.hasOwn(fields, type))
    .map((type) => [type, readCount(fields[type])]);
  return Object.fromEntries(counts);
}

/** Reads a shape out of a profile file. @throws DriftCheckError `profile-invalid` */
export function readShape(raw: unknown): Shape {
  const fields = isFields(raw) ? raw : {};
  const strings = isFields(fields["strings"]) ? fields["strings"] : {};
  return {
    types: readTypeCounts(fields["types"]),
    strings: {
      counts: readMap(strings["counts"], readCount),
      truncated: strings["truncated"] === true,
    },
    stringFacts: isFields(fields["stringFacts"]) ? readFacts(fields["stringFacts"]) : undefined,
    properties: readMap(fields["properties"], readShape),
    items: fields["items"] === undefined ? undefined : readShape(fields["items"]),
    truncated: fields["truncated"] === true,
  };
}

function readFacts(fields: { readonly [name: string]: unknown }): StringFacts {
  const formats = isFields(fields["formats"]) ? fields["formats"] : {};
  return {
    formats: Object.fromEntries(
      readList(Object.keys(formats), (name) => [name, readCount(formats[String(name)])]),
    ),
    minLength: readCount(fields["minLength"]),
    maxLength: readCount(fields["maxLength"]),
  };
}
