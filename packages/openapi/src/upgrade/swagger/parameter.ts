import { findMember, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import type { Resolved } from "../../build/resolve.ts";
import { findString } from "../../json/json-value.ts";
import type { Conversion, Entry } from "./conversion.ts";

/** What Swagger 2.0 writes into a parameter and OpenAPI 3 into its schema. */
const schemaKeys = new Set(
  "type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf x-nullable".split(
    " ",
  ),
);

const styles: ReadonlyMap<string, readonly Entry[]> = new Map([
  ["csv", styled("form", false)],
  ["ssv", styled("spaceDelimited", false)],
  ["pipes", styled("pipeDelimited", false)],
  ["multi", styled("form", true)],
]);

/**
 * A parameter that is no body, or a header, with its type in a `schema` and its `collectionFormat`
 * as `style` and `explode`.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export function convertParameter(parameter: Resolved, conversion: Conversion): JsonObject {
  const { value, pointer } = parameter;
  const kept = Object.entries(value).filter(
    ([key]) => !schemaKeys.has(key) && key !== "collectionFormat",
  );
  const hasSchema = Object.hasOwn(value, "schema");
  return conversion.make(value, pointer, [
    ...kept,
    ...findStyle(parameter, conversion),
    ...(hasSchema ? [] : [["schema", convertItems(parameter, conversion)] as const]),
  ]);
}

/** The schema that a parameter's own members describe. */
export function convertItems({ value, pointer }: Resolved, conversion: Conversion): JsonObject {
  const entries = Object.entries(value).filter(([key]) => schemaKeys.has(key));
  return conversion.make(value, pointer, entries);
}

/** How an array is written out; nothing for what is no array, or is written as OpenAPI 3 would. */
export function findStyle({ value, pointer }: Resolved, conversion: Conversion): readonly Entry[] {
  if (findMember(value, "type") !== "array") return [];
  reportNested({ value, pointer }, conversion);
  const format = findString(value, "collectionFormat") ?? "csv";
  const place = findString(value, "in");
  const isSimple = place !== "query" && place !== "formData";
  const style = isSimple && format !== "csv" ? undefined : styles.get(format);
  if (style === undefined) {
    const why = `${isSimple ? "a header or a path" : "a query or a form"} cannot write arrays so; it is read as csv`;
    const what = `\`collectionFormat: ${format}\``;
    conversion.report("swagger-lossy", { what, why }, appendKey(pointer, "collectionFormat"));
  }
  return isSimple ? [] : (style ?? styled("form", false));
}

function reportNested({ value, pointer }: Resolved, { report }: Conversion): void {
  const items = findMember(value, "items");
  if (!isJsonObject(items) || findMember(items, "type") !== "array") return;
  const why = "there is no way to write an array of arrays into a parameter";
  report("swagger-lossy", { what: "`items`", why }, appendKey(pointer, "items"));
}

function styled(style: string, explode: boolean): readonly Entry[] {
  return [
    ["style", style],
    ["explode", explode],
  ];
}
