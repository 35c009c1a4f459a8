import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Parameter } from "@truespec/openapi";
import { expect, test } from "vitest";
import { printSample } from "./sample.ts";

const rows: readonly {
  readonly schema: JsonObject;
  readonly examples?: readonly JsonValue[];
  readonly want: string;
}[] = [
  { schema: { type: "string" }, want: '"…"' },
  { schema: {}, want: '"…"' },
  { schema: { type: "integer" }, want: "1" },
  { schema: { type: ["null", "number"], minimum: 0.5 }, want: "0.5" },
  { schema: { type: "boolean" }, want: "true" },
  { schema: { type: "array", items: { type: "string" } }, want: "[]" },
  { schema: { type: "object" }, want: "{}" },
  { schema: { type: "string", enum: [null, "a", "b"] }, want: '"a"' },
  { schema: { const: 7, enum: [8] }, want: "7" },
  { schema: { type: "string", default: "en" }, want: '"en"' },
  { schema: { $ref: "#/components/schemas/Other" }, want: "3" },
  { schema: { type: "string" }, examples: ["x".repeat(100), "short"], want: '"short"' },
  { schema: { type: "string", default: "x".repeat(100) }, want: '"…"' },
];

test.each(rows)("$schema: $want", ({ schema, examples = [], want }) => {
  const document = {
    components: { schemas: { It: schema, Other: { type: "integer", minimum: 3 } } },
  };
  const parameter: Parameter = {
    ...{ name: "it", in: "query", pointer: "/p", required: true, deprecated: false },
    ...{ style: "form", explode: true, allowReserved: false, description: undefined },
    ...{ schemaPointer: "/components/schemas/It", mediaType: undefined, encodings: [], examples },
  };
  expect(printSample(document, parameter)).toBe(want);
});
