import type { JsonObject } from "@truespec/json-schema";
import { createValidator, openSchemas } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { defaultTypesOptions } from "../types/options.ts";
import { seeRequests } from "./requests.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const id = { type: "string", readOnly: true };

test.each<{ name: string; schemas: JsonObject; valid: unknown; invalid: unknown }>([
  {
    name: "the server says it",
    schemas: { Body: { required: ["id", "name"], properties: { id, name: {} } } },
    valid: { name: "n" },
    invalid: { id: "i" },
  },
  {
    name: "below itself",
    schemas: {
      Body: {
        required: ["id"],
        properties: { id, next: ref("Body"), list: { type: "array", items: ref("a%b/c") } },
      },
      "a%b/c": ref("Body"),
    },
    valid: { next: { next: {} } },
    invalid: { next: { id: 1 } },
  },
  {
    name: "said of a parent's",
    schemas: {
      Body: { allOf: [ref("Parent")], required: ["id", "name"] },
      Parent: { properties: { id, name: {} } },
    },
    valid: { name: "n" },
    invalid: {},
  },
  {
    name: "marked where the reference leads",
    schemas: { Body: { required: ["id"], properties: { id: ref("Id") } }, Id: id },
    valid: {},
    invalid: { id: 1 },
  },
  {
    name: "below references by identifiers",
    schemas: {
      Body: {
        ...{ $id: "body", $ref: "list" },
        $defs: {
          T: { $dynamicAnchor: "T", required: ["id", "name"], properties: { id, name: {} } },
        },
      },
      List: { $id: "list", items: { $dynamicRef: "#T" }, $defs: { T: { $dynamicAnchor: "T" } } },
    },
    valid: [{ name: "n" }],
    invalid: [{ id: "i" }],
  },
])("what is read-only is not required of a request: $name", ({ schemas, valid, invalid }) => {
  const { document, targets } = see(schemas);
  const validate = createValidator(openSchemas(document), targets[0]?.pointer ?? "");
  expect([validate(valid).valid, validate(invalid).valid]).toEqual([true, false]);
  expect(createValidator(openSchemas(document), "/components/schemas/Body")(valid).valid).toBe(
    false,
  );
});

test("where nothing is read-only, identifiers stay", () => {
  const schemas = { Body: { $ref: "a" }, A: { $id: "a", type: "string" } };
  expect(see(schemas).document).toEqual({ components: { schemas } });
});

test("where nothing is read-only, nothing changes", () => {
  const schemas = { Body: { required: ["a"], properties: { a: ref("A") } }, A: { type: "string" } };
  const { document, targets } = see(schemas);
  expect(document).toEqual({ components: { schemas } });
  expect(targets).toEqual([{ name: "Body", pointer: "/components/schemas/Body" }]);
});

function see(schemas: JsonObject) {
  const target = { name: "Body", pointer: "/components/schemas/Body", request: "json" } as const;
  return seeRequests({ components: { schemas } }, [target], defaultTypesOptions);
}
