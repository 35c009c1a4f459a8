import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { describe as load, withMembers } from "../../test/folder.ts";
import { diffDescriptions } from "./diff-descriptions.ts";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const animal = (tag: JsonValue, more: JsonObject = {}): JsonObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind: tag, ...more },
});
const text = { type: "string" };
const untagged = { Cat: animal(text, { claws: text }), Dog: animal(text, { tail: text }) };
const tagged = { Cat: animal({ const: "cat" }), Dog: animal({ const: "dog" }) };
const both: JsonValue = [to("Cat"), to("Dog")];
const mapped = (mapping: JsonObject, more: JsonObject = {}): JsonObject => ({
  discriminator: { propertyName: "kind", mapping, ...more },
});
const cats = { cat: "#/components/schemas/Cat", dog: "Dog" };

interface Row {
  readonly name: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly request: readonly string[];
  readonly response: readonly string[];
}

/** A union of the animals that stand beside it. */
const union = (more: JsonObject, schemas: JsonObject = untagged, oneOf = both): JsonObject => ({
  Pet: { oneOf, ...more },
  ...schemas,
});
const heirs = (more: JsonObject, children: JsonObject): JsonObject => ({
  Pet: { ...animal(text), ...more },
  ...Object.fromEntries(
    Object.entries(children).map(([name, own]) => [name, { allOf: [to("Pet"), own] }]),
  ),
});
const own = (schema: JsonObject): JsonObject => ({ type: "object", properties: { claws: schema } });
const kind = { discriminator: { propertyName: "kind" } };

const rows: readonly Row[] = [
  {
    name: "a value chooses another alternative",
    before: union(mapped(cats)),
    after: union(mapped({ cat: "Dog", dog: "Cat" })),
    request: ["breaking discriminator", "breaking discriminator"],
    response: ["breaking discriminator", "breaking discriminator"],
  },
  {
    name: "a value more",
    before: union(mapped(cats)),
    after: union(mapped({ ...cats, kitty: "Cat" })),
    request: ["additive discriminator"],
    response: ["breaking discriminator"],
  },
  {
    name: "a value less",
    before: union(mapped({ ...cats, kitty: "Cat" })),
    after: union(mapped(cats)),
    request: ["breaking discriminator"],
    response: ["additive discriminator"],
  },
  {
    name: "a value more where there is a default",
    before: union(mapped(cats, { defaultMapping: "Dog" })),
    after: union(mapped({ ...cats, kitty: "Cat" }, { defaultMapping: "Dog" })),
    request: ["additive discriminator"],
    response: ["additive discriminator"],
  },
  {
    name: "a default more",
    before: union(mapped(cats)),
    after: union(mapped(cats, { defaultMapping: "Dog" })),
    request: ["additive discriminator"],
    response: ["breaking discriminator"],
  },
  {
    name: "another default",
    before: union(mapped(cats, { defaultMapping: "Cat" })),
    after: union(mapped(cats, { defaultMapping: "Dog" })),
    request: ["breaking discriminator"],
    response: ["breaking discriminator"],
  },
  {
    name: "the mapping says aloud what the names say",
    before: union(kind),
    after: union(mapped({ Cat: "Cat", Dog: "#/components/schemas/Dog" })),
    request: [],
    response: [],
  },
  {
    name: "the mapping says aloud what the schemas say",
    before: union(kind, tagged),
    after: union(mapped(cats), tagged),
    request: [],
    response: [],
  },
  {
    name: "another property",
    before: union({ discriminator: { propertyName: "claws" } }),
    after: union(kind),
    request: ["breaking discriminator"],
    response: ["breaking discriminator"],
  },
  {
    name: "a discriminator more",
    before: union({}),
    after: union(kind),
    request: ["undecided discriminator"],
    response: ["additive discriminator"],
  },
  {
    name: "a discriminator less",
    before: union(kind),
    after: union({}),
    request: ["additive discriminator"],
    response: ["undecided discriminator"],
  },
  {
    name: "a discriminator less where the schemas tell themselves apart",
    before: union(mapped(cats), tagged),
    after: union({}, tagged),
    request: ["informational discriminator"],
    response: ["informational discriminator"],
  },
  {
    name: "an alternative that is new breaks once",
    before: union(kind, tagged, [to("Cat")]),
    after: union(kind, tagged),
    request: ["additive alternative-added"],
    response: ["breaking alternative-added"],
  },
  {
    name: "an alternative that only its name tells apart",
    before: union(kind, { ...untagged, Cow: animal(text) }),
    after: union(kind, { ...untagged, Cow: animal(text) }, [...both, to("Cow")]),
    request: ["additive discriminator"],
    response: ["breaking discriminator", "undecided alternative-added"],
  },
  {
    name: "an alternative has another name",
    before: union(mapped(cats), untagged),
    after: union(mapped({ cat: "Tom", dog: "Dog" }), { Tom: untagged.Cat, Dog: untagged.Dog }, [
      to("Tom"),
      to("Dog"),
    ]),
    request: [],
    response: [],
  },
  {
    name: "what an heir of a parent says",
    before: heirs(kind, { Cat: own(text), Dog: {} }),
    after: heirs(kind, { Cat: own({ type: "integer" }), Dog: {} }),
    request: ["breaking type"],
    response: ["breaking type"],
  },
  {
    name: "an heir more, of which the parent leaves room",
    before: heirs(kind, { Cat: {} }),
    after: heirs(kind, { Cat: {}, Dog: own(text) }),
    request: ["additive discriminator"],
    response: ["additive discriminator"],
  },
  {
    name: "an heir has another value",
    before: heirs(mapped({ cat: "Cat" }), { Cat: {} }),
    after: heirs(mapped({ tom: "Cat" }), { Cat: {} }),
    request: ["breaking discriminator", "additive discriminator"],
    response: ["additive discriminator", "additive discriminator"],
  },
];

test.each(rows)("$name", async ({ before, after, request, response }) => {
  const diff = diffDescriptions(await describe(before), await describe(after));
  const told = (direction: string) =>
    diff.changes
      .filter((change) => change.direction === direction)
      .map((change) => `${change.class} ${change.kind}`);
  expect({ request: told("request"), response: told("response") }).toEqual({ request, response });
});

/** `Pet` in a body and in an answer, below a list. */
function describe(schemas: JsonObject) {
  const content = { "application/json": { schema: { type: "array", items: to("Pet") } } };
  return load(
    withMembers({
      paths: {
        "/in": { post: { requestBody: { content }, responses: { 204: { description: "" } } } },
        "/out": { get: { responses: { 200: { description: "", content } } } },
      },
      components: { schemas },
    }),
  );
}
