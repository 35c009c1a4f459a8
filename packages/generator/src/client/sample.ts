import { isJsonArray, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import type { Parameter } from "@truespec/openapi";
import { resolveAt } from "../follow.ts";
import { printValue } from "../print/literal.ts";

/** The longest value that is shown, in characters. */
const longest = 60;

/** A value of a parameter as an example of code shows it: one that the description gives, or one of its type. */
export function printSample(document: JsonObject, { examples, schemaPointer }: Parameter): string {
  const schema = schemaPointer === undefined ? undefined : resolveAt(document, schemaPointer);
  const [given] = [...examples, ...givenBy(schema)]
    .map(printValue)
    .filter((text) => text.length <= longest);
  return given ?? printTyped(schema);
}

/** Values that a schema itself names. */
function givenBy(schema: JsonObject | undefined): readonly JsonValue[] {
  const { const: only, default: preset, enum: listed } = schema ?? {};
  const [first] = isJsonArray(listed) ? listed.filter((value) => value !== null) : [];
  return [only, first, preset].filter((value) => value !== undefined);
}

function printTyped(schema: JsonObject | undefined): string {
  const { type, minimum } = schema ?? {};
  const [main] = (isJsonArray(type) ? type : [type]).filter((name) => name !== "null");
  switch (main) {
    case "integer":
    case "number":
      return printValue(minimum ?? 1);
    case "boolean":
      return "true";
    case "array":
      return "[]";
    case "object":
      return "{}";
    default:
      return '"…"';
  }
}
