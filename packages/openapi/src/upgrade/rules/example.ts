import type { JsonValue } from "@truespec/json-schema";
import { arrayMember } from "../../json/json-value.ts";
import { type Origin, recordOrigin } from "../../trace/trace.ts";
import { replaceMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/** The first of the examples is written where the list is. */
const own: Origin = { kind: "renamed", keys: [] };

/**
 * `example` becomes the first of `examples`.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-9.5
 */
export const convertExample: SchemaRule = (schema, { trace }) => {
  const example = schema["example"];
  if (!Object.hasOwn(schema, "example") || example === undefined) return schema;
  const examples: JsonValue[] = [example, ...arrayMember(schema, "examples")];
  recordOrigin(trace, examples, "0", own);
  return replaceMember(schema, "example", { key: "examples", value: examples }, trace);
};
