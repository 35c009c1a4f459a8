import { isJsonArray, type JsonValue } from "@truespec/json-schema/json";
import { askMeant } from "../../diagnostics/entry.ts";
import { findNearNames } from "../../diagnostics/near-names.ts";
import { replaceMember, withMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

const types = new Set(["null", "boolean", "object", "array", "number", "string", "integer"]);

/**
 * Reads what is no type as what was meant, and counts it: an unquoted `null` of YAML, `any`, and
 * `file` of Swagger 2.0. Any other word is reported and says nothing.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1
 */
export const mendType: SchemaRule = (schema, { trace, report, count }) => {
  const written = schema["type"];
  if (!Object.hasOwn(schema, "type") || written === undefined || isSound(written)) return schema;
  if (written === "file") {
    count("type-file");
    const string = withMember(schema, { key: "type", value: "string" }, trace);
    return withMember(string, { key: "format", value: "binary" }, trace);
  }
  const words = (isJsonArray(written) ? written : [written]).map((word) => word ?? "null");
  if (words.includes("any")) count("type-any");
  if (isJsonArray(written) ? written.includes(null) : written === null) count("type-null");
  const unknown = words.filter((word) => word !== "any" && !isType(word));
  if (unknown.length > 0) {
    const names = unknown.map((word) => JSON.stringify(word)).join(", ");
    const why = `${names} is no type of JSON Schema`;
    const near = unknown.flatMap((word) => findNearNames(String(word), types));
    const mend = askMeant(near, `Write one of ${[...types].join(", ")}.`);
    report("bad-value", { what: "`type`", why, mend }, "/type");
  }
  const known = words.filter(isType);
  if (known.length < words.length || known.length === 0) {
    return replaceMember(schema, "type", undefined, trace);
  }
  const value = isJsonArray(written) ? [...new Set(known)] : (known[0] ?? "null");
  return withMember(schema, { key: "type", value }, trace);
};

function isSound(written: JsonValue): boolean {
  if (!isJsonArray(written)) return isType(written);
  return written.length > 0 && written.every(isType) && new Set(written).size === written.length;
}

function isType(word: JsonValue): word is string {
  return typeof word === "string" && types.has(word);
}
