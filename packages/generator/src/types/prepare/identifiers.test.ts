import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createValidator,
  type JsonObject,
  type JsonValue,
  openSchemas,
} from "@truespec/json-schema";
import { expect, test } from "vitest";
import { pointReferences } from "./identifiers.ts";
import { isObject } from "./pointer.ts";

const suites = process.env["TRUESPEC_SUITES"];

/** The files of the official suite that are about references; their meaning must survive. */
const files = ["anchor", "defs", "dynamicRef", "ref", "unevaluatedItems", "unevaluatedProperties"];

interface Group {
  readonly description: string;
  readonly schema: JsonValue;
  readonly tests: readonly { readonly description: string; readonly data: JsonValue }[];
}

test.for(files)("a document with pointers alone means what it meant: %s", (file, context) => {
  if (suites === undefined) return context.skip("TRUESPEC_SUITES names no folder");
  const path = join(suites, "json-schema/tests/draft2020-12", `${file}.json`);
  // As the suite's own schema has it.
  const groups = JSON.parse(readFileSync(path, "utf8")) as readonly Group[];
  const wrong = groups.flatMap((group) => {
    const document = host(group.schema);
    const [before, after] = [
      validatorOf(document),
      validatorOf(pointReferences(document).document),
    ];
    return group.tests
      .filter(({ data }) => before(data) !== after(data))
      .map(({ description }) => `${group.description}: ${description}`);
  });
  expect(groups.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test("identifiers are gone, and what is called like one stays", () => {
  const properties = { $id: { $anchor: "a", type: "string" }, b: { $ref: "#a" } };
  const schema = { $id: "x", properties, examples: [{ $id: "y", $dynamicRef: "#a" }] };
  const pointer = "#/components/schemas/X/properties/$id";
  expect(pointReferences(host(schema))).toEqual({
    isWhole: true,
    document: {
      components: {
        schemas: {
          X: {
            properties: { $id: { type: "string" }, b: { $ref: pointer } },
            examples: schema.examples,
          },
        },
      },
    },
  });
});

function host(schema: JsonValue): JsonObject {
  const X = isObject(schema) ? { $id: "https://x.test/root.json", ...schema } : schema;
  return { components: { schemas: { X } } };
}

function validatorOf(document: JsonObject): (value: JsonValue) => boolean {
  const validate = createValidator(openSchemas(document), "/components/schemas/X");
  return (value) => validate(value).valid;
}
