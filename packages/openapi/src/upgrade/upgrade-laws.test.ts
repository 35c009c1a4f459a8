import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createValidator, type JsonValue, openSchemas } from "@truespec/json-schema";
import AjvDraft04 from "ajv-draft-04";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFolder } from "../../test/folder.ts";
import { loadDescription } from "../load/load-description.ts";
import { createSourceReader } from "../read/source-reader.ts";

type Schema = { [keyword: string]: JsonValue };

const scalar = fc.oneof(
  fc.constantFrom(null, true, false, "", "a", "bb"),
  fc.constantFrom(-1, 0, 1, 1.5, 2, 3),
);

const instance = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value"), { maxKeys: 3 }),
  ),
})).value;

const bound = fc.constantFrom(0, 1, 2);
const flag = fc.boolean();

/** Keywords that OpenAPI 3.0 reads otherwise than 3.1, and those around them. */
const keywords = {
  string: { minLength: bound, maxLength: bound, pattern: fc.constantFrom("^a", "b$") },
  number: { minimum: bound, exclusiveMinimum: flag, maximum: bound, exclusiveMaximum: flag },
  integer: { minimum: bound, exclusiveMinimum: flag, maximum: bound, exclusiveMaximum: flag },
  boolean: {},
} as const;

function typed(type: keyof typeof keywords): fc.Arbitrary<Schema> {
  const facets: Record<string, fc.Arbitrary<JsonValue>> = keywords[type];
  return fc
    .record(
      {
        nullable: flag,
        enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }),
        example: scalar,
        ...facets,
      },
      { requiredKeys: [] },
    )
    .map((rest) => withoutLoneExclusives({ type, ...rest }));
}

/** OpenAPI 3.0 gives a boolean exclusive bound no meaning without its bound; Ajv refuses it. */
function withoutLoneExclusives(schema: Schema): Schema {
  const copy = { ...schema };
  if (!("minimum" in copy)) delete copy["exclusiveMinimum"];
  if (!("maximum" in copy)) delete copy["exclusiveMaximum"];
  return copy;
}

const schema = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    typed("string"),
    typed("number"),
    typed("integer"),
    typed("boolean"),
    fc
      .record(
        { nullable: flag, items: tie("schema"), minItems: bound, uniqueItems: flag },
        { requiredKeys: ["items"] },
      )
      .map((rest) => ({ type: "array", ...rest })),
    fc
      .record(
        {
          nullable: flag,
          properties: fc.dictionary(fc.constantFrom("a", "b"), tie("schema"), { maxKeys: 2 }),
          required: fc.constantFrom(["a"], ["a", "c"]),
          additionalProperties: fc.oneof(flag, tie("schema")),
        },
        { requiredKeys: [] },
      )
      .map((rest) => ({ type: "object", ...rest })),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie("schema") }),
    fc.constant({ $ref: "#/components/schemas/Other", description: "beside", nullable: true }),
  ),
})).schema;

const folder = createFolder({});

/** Loads the schema in a 3.0 description and validates by what it was upgraded to. */
async function upgraded(root: Schema, other: Schema): Promise<(value: JsonValue) => boolean> {
  const file = join(folder, "openapi.json");
  const description = {
    openapi: "3.0.3",
    info: { title: "t", version: "1" },
    paths: {},
    components: { schemas: { Root: root, Other: other } },
  };
  writeFileSync(file, JSON.stringify(description));
  const loaded = await loadDescription(file, { read: createSourceReader({ allowNetwork: false }) });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const document = openSchemas(loaded.description.document);
  const validate = createValidator(document, "/components/schemas/Root");
  return (value) => validate(value).valid;
}

/** The 3.0 reading: JSON Schema Wright Draft 00 with `nullable`, a `$ref` hiding what stands beside it. */
function asWritten(root: Schema, other: Schema): (value: JsonValue) => boolean {
  const ajv = new AjvDraft04.default({ strict: false, validateFormats: false, logger: false });
  const schemas = JSON.parse(JSON.stringify({ Root: root, Other: other }), (_, value) =>
    typeof value?.$ref === "string" ? { $ref: value.$ref } : value,
  );
  const validate = ajv.compile({
    components: { schemas },
    allOf: [{ $ref: "#/components/schemas/Root" }],
  });
  return (value) => validate(value) === true;
}

test("an upgraded schema accepts what OpenAPI 3.0 accepts, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(
      schema,
      typed("string"),
      fc.array(instance, { minLength: 8, maxLength: 8 }),
      async (root, other, values) => {
        const [ours, theirs] = [await upgraded(root, other), asWritten(root, other)];
        for (const value of values) {
          expect({ value, valid: ours(value) }).toEqual({ value, valid: theirs(value) });
        }
      },
    ),
    { numRuns: 300, seed: 20_260_701 },
  );
});
